"""Cuts a phrase into tokens: numbers that are dates or hours, known words, and the rest."""

import re
from dataclasses import replace

from bot.core.when.fold import HIDDEN, Folded, fold
from bot.core.when.numbers import NUMBERS, number
from bot.core.when.tokens import T, Token
from bot.core.when.tree import Clock, Date, Length, Per
from bot.core.when.words import LONGEST, NUMERALS, UNIT_OF, VOCABULARY, mistyped

WORDS = re.compile(rf"[a-z]+(?:[ '-]{{1,2}}[a-z]+){{0,{LONGEST - 1}}}")
WORD = re.compile(r"[a-z]+")
GLUED_CODE = re.compile(r"[a-z]+-?\d+[a-z0-9]*")
SYMBOLS = {",": T.COMMA, ";": T.COMMA, "|": T.COMMA, "\n": T.COMMA, "&": T.AND, "+": T.AND}
SYMBOLS |= {"/": T.SLASH, "~": T.ABOUT}
ARROW = re.compile(r"[-=]*>+")
DASHES = re.compile(r"-+")


def lex(phrase: str) -> list[Token]:
    """All tokens in order. What is no date at all (a link, a phone number) is T.OTHER."""
    folded = fold(phrase)
    tokens: list[Token] = []
    at = 0
    while at < len(folded.text):
        if folded.text[at] == " ":
            at += 1
            continue
        token, end = cut(folded, at)
        if token is not None:
            tokens.append(token)
        at = end
    return tokens


def cut(folded: Folded, at: int) -> tuple[Token | None, int]:
    text, char = folded.text, folded.text[at]
    if char == HIDDEN:
        return other(folded, at, at + len(text[at:]) - len(text[at:].lstrip(HIDDEN)))
    if (match := NUMBERS.match(text, at)) and (found := number(match)):
        return place(found, folded, at, at + found.end), at + found.end
    if "a" <= char <= "z":
        return word(folded, at)
    if match := ARROW.match(text, at):
        return make(T.ARROW, folded, at, match.end()), match.end()
    if match := DASHES.match(text, at):
        return make(T.DASH, folded, at, match.end()), match.end()
    if char in SYMBOLS:
        return make(SYMBOLS[char], folded, at, at + 1), at + 1
    return None, at + 1


def word(folded: Folded, at: int) -> tuple[Token, int]:
    match = WORDS.match(folded.text, at)
    assert match is not None
    pieces = [(m.group(), at + m.end()) for m in WORD.finditer(match.group())]
    if found := spelled(folded, at, pieces):
        return found
    for many in range(min(len(pieces), LONGEST), 0, -1):
        known = VOCABULARY.get(" ".join(p for p, _ in pieces[:many]))
        if known and not glued_code(folded, at, known[0], pieces[many - 1][1]):
            return make(known[0], folded, at, pieces[many - 1][1], known[1]), pieces[many - 1][1]
    if meant := mistyped(pieces[0][0]):
        kind, value = VOCABULARY[meant]
        return make(kind, folded, at, pieces[0][1], value), pieces[0][1]
    code = GLUED_CODE.match(folded.text, at)
    return other(folded, at, code.end() if code else pieces[0][1])


def glued_code(folded: Folded, at: int, kind: T, end: int) -> bool:
    """«A7» is a motorway, yet «à9h» is an hour: a short word stuck to digits."""
    if kind is T.LABEL and re.match(r"-\d", folded.text[end : end + 2]):
        return True
    stuck = folded.text[end : end + 1].isdigit()
    return stuck and kind in CODES and not re.match(r"\d{1,2}\s?[h:]", folded.text[end:])


CODES = frozenset({T.A, T.DE, T.LE, T.LABEL, T.COUNTED, T.FILLER, T.SHY, T.UN, T.ABOUT})
HALF_HOURS = {
    "demi heure": 30, "une demi heure": 30, "half an hour": 30, "quart d heure": 15,
    "un quart d heure": 15, "trois quarts d heure": 45, "a quarter of an hour": 15,
}  # fmt: skip
ENGLISH_UNITS = frozenset(["hour", "day", "week", "month", "year", "minute"])


def spelled(folded: Folded, at: int, pieces: list[tuple[str, int]]) -> tuple[Token, int] | None:
    """A length or an hour in words: «deux jours», «neuf heures trente», «une demi-heure»."""
    for many in range(min(5, len(pieces)), 1, -1):
        if minutes := HALF_HOURS.get(" ".join(p for p, _ in pieces[:many])):
            end = pieces[many - 1][1]
            return make(T.LENGTH, folded, at, end, length=Length(minutes, Per.MINUTE)), end
    for many in range(min(3, len(pieces) - 1), 0, -1):
        amount = NUMERALS.get(" ".join(p for p, _ in pieces[:many]))
        unit, end = pieces[many]
        if amount is None or unit not in UNIT_OF or unit == "h" or not article(pieces[0][0], unit):
            continue
        if UNIT_OF[unit] is not Per.HOUR:
            return make(T.LENGTH, folded, at, end, length=Length(amount, UNIT_OF[unit])), end
        return spelled_hour(folded, at, amount, pieces[many:])
    return None


def article(first: str, unit: str) -> bool:
    return first not in ("a", "an") or unit in ENGLISH_UNITS


def spelled_hour(
    folded: Folded, at: int, hour: int, pieces: list[tuple[str, int]]
) -> tuple[Token, int]:
    minutes, end = 0, pieces[0][1]
    for many in (3, 2, 1):
        after = " ".join(p for p, _ in pieces[1 : many + 1])
        if len(pieces) > many and 5 <= NUMERALS.get(after, 0) < 60:
            minutes, end = NUMERALS[after], pieces[many][1]
            break
    clock = Clock(hour, minutes, loose=hour <= 12)
    return make(T.CLOCK, folded, at, end, clock=clock), end


def make(
    kind: T,
    folded: Folded,
    at: int,
    end: int,
    value: int = 0,
    clock: Clock | None = None,
    length: Length | None = None,
) -> Token:
    date = Date(value % 100, value // 100) if kind is T.FEAST else None
    return Token(
        T.DATE if kind is T.FEAST else kind,
        folded.text[at:end],
        folded.origin[at],
        folded.origin[end - 1] + 1,
        value,
        date,
        clock,
        length,
        spaced=at == 0 or folded.text[at - 1] == " ",
    )


def other(folded: Folded, at: int, end: int) -> tuple[Token, int]:
    return make(T.OTHER, folded, at, end), end


def place(found: Token, folded: Folded, at: int, end: int) -> Token:
    spaced = at == 0 or folded.text[at - 1] == " "
    return replace(
        found,
        text=folded.text[at:end],
        start=folded.origin[at],
        end=folded.origin[end - 1] + 1,
        spaced=spaced,
    )
