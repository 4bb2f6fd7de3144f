"""A line of needs cut into tokens that know what they are and where they stood."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bot.core.professions import candidates
from handlers.staffing.reading import needs_words as words

LONGEST = 7
"""Words in the longest name of a post."""


class Kind(Enum):
    NUMBER = auto()
    NOT_WHOLE = auto()
    PROFESSION = auto()
    PROFESSIONS = auto()
    LABEL = auto()
    ANYONE = auto()
    PAIR = auto()
    PART = auto()
    AT_LEAST = auto()
    OR = auto()
    AND = auto()
    FOR = auto()
    NOTE = auto()
    NOISE = auto()
    UNKNOWN = auto()
    BREAK = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is the key, label or part meant; `number` the count of a NUMBER."""

    kind: Kind
    start: int
    end: int
    text: str = ""
    number: int = 0


_RAW = re.compile(
    r"(?P<free>\b(?:autres?|others?)\s*:\s*[^,;|\n+&]+)"
    r'|(?P<quoted>"[^"\n]+"|«[^»\n]+»|“[^”\n]+”)'
    r"|\((?P<inner>[^()\n]*)\)"
    r"|(?P<decimal>\d+[.,]\d+)"
    r"|(?P<number>(?<![\w)])[-−]\d+|\d+)"
    r"|(?P<word>[^\W\d_]+(?:\((?:e|ère|ere|ne|s|es|trice)\)s?|[’'.\-‐‑·•][^\W\d_]+)*)"
    r"|(?P<sign>\S|\n)",
    re.IGNORECASE,
)
_FEMININE = re.compile(r"(?<=\w)\s?/\s?(?:e|es|ère|ères|ière|ières|ne|nes|trice|trices)\b", re.I)
_EACH = re.compile(
    r"\s?/\s?(?:jour|j|créneau|creneau|demi-journée|day|slot)\b|(?<=\bun)\(e\)", re.I
)
_TIMES = re.compile(r"(?<=\d)\s?[x×](?=[^\W\d_])|(?<=[^\W\d_])[x×](?=\d)", re.I)
_COMMA = re.compile(
    r"(?P<before>^\W*|[,;|\n+(]\s*|\bet\s+)?(?<!\d)\d+,\d+(?!\d)(?P<after>\s*(?:$|[,;|\n)]))?"
)
_SIGNS = {
    **dict.fromkeys(",;|\n", Kind.BREAK),
    **dict.fromkeys("+&", Kind.AND),
    **dict.fromkeys("/", Kind.OR),
    **dict.fromkeys("≥>", Kind.AT_LEAST),
}


def plain(text: str) -> str:
    """Compatibility forms undone, «infirmier/ère» as one gender, lines kept."""
    seen = unicodedata.normalize("NFKC", text.replace("\r", "\n")).replace("et/ou", "ou")
    seen = _TIMES.sub(" x ", _EACH.sub("", _FEMININE.sub("", seen)))
    return _COMMA.sub(_list_or_decimal, seen)


def _list_or_decimal(found: re.Match[str]) -> str:
    """«1,5 IDE» is a decimal; in «IDE x1,2 MG» the comma separates."""
    alone = found["before"] is not None or found["after"] is not None
    return found[0] if alone else found[0].replace(",", ", ")


def tokens(text: str) -> list[Token]:
    """`text` comes from `plain`; every character that is not a space belongs to some token."""
    return _ranges(text, list(_read(text)))


def _read(text: str) -> Iterator[Token]:
    spelled: list[tuple[int, int]] = []
    for raw in _RAW.finditer(text):
        if raw["word"]:
            spelled.append(raw.span())
            continue
        yield from _words(text, spelled)
        spelled = []
        yield from _other(text, raw)
    yield from _words(text, spelled)


def _other(text: str, raw: re.Match[str]) -> Iterator[Token]:
    span = raw.span()
    if raw["free"]:
        yield Token(Kind.LABEL, *span, raw[0].split(":", 1)[1].strip())
    elif raw["quoted"]:
        yield Token(Kind.LABEL, *span, raw[0][1:-1].strip())
    elif raw["inner"] is not None:
        yield from _parenthesis(raw)
    elif raw["decimal"]:
        yield Token(Kind.NOT_WHOLE, *span)
    elif raw["number"]:
        yield Token(Kind.NUMBER, *span, number=_bounded(raw[0]))
    elif raw[0] == "+" and _directly_after_number(text, raw.start()):
        yield Token(Kind.AT_LEAST, *span)
    else:
        yield Token(_SIGNS.get(raw[0]) or _sign(raw[0]), *span, raw[0])


def _sign(character: str) -> Kind:
    """Dashes, colons, bullets and pictures mean nothing here."""
    return Kind.NOISE if unicodedata.category(character)[0] in "PSMC" else Kind.UNKNOWN


def _bounded(digits: str) -> int:
    """Python refuses to read thousands of digits; nobody calls a million people."""
    return int(digits.replace("−", "-")[:9])


def _directly_after_number(text: str, at: int) -> bool:
    """«3+ IDE» is a minimum; «3 + 1» and «2 IDE+1 MG» are sums."""
    return text[at - 1 : at].isdigit() and not text[at + 1 :].lstrip()[:1].isdigit()


def _parenthesis(raw: re.Match[str]) -> Iterator[Token]:
    """«(2)», «(matin)» and «(ou SF)» count; other remarks are kept as they are."""
    inner = list(_read(raw["inner"]))
    known = all(token.kind not in (Kind.UNKNOWN, Kind.FOR, Kind.LABEL) for token in inner)
    if known and any(token.kind is not Kind.NOISE for token in inner):
        shift = raw.start() + 1
        for token in inner:
            at = (token.start + shift, token.end + shift)
            yield Token(token.kind, *at, token.text, token.number)
    elif raw["inner"].strip():
        yield Token(Kind.NOTE, *raw.span(), raw["inner"].strip())


def _words(text: str, spans: list[tuple[int, int]]) -> Iterator[Token]:
    """The longest name first: «agent de sécurité» is one post."""
    at = 0
    while at < len(spans):
        for length in range(min(LONGEST, len(spans) - at), 0, -1):
            start, end = spans[at][0], spans[at + length - 1][1]
            if token := _named(text[start:end], start, end, length):
                yield token
                at += length
                break
        else:
            yield Token(Kind.UNKNOWN, *spans[at])
            at += 1


def _named(spelled: str, start: int, end: int, length: int) -> Token | None:
    folded = words.key(spelled)
    bare = re.sub(r"^(?:l|d|qu) ", "", folded)
    if (kind := _plain_kind(folded)) is not None:
        return Token(kind, start, end)
    if folded in words.NUMBERS:
        return Token(Kind.NUMBER, start, end, number=words.NUMBERS[folded])
    for name in (folded, bare):
        for kind, table in _TABLES:
            if name in table:
                return Token(kind, start, end, table[name])
    if length > 1 and not _may_join(spelled):
        return None
    return _profession(re.sub(r"^(?:l|d|qu)['’]", "", spelled, flags=re.I), start, end)


_TABLES = (
    (Kind.PART, words.PARTS),
    (Kind.LABEL, words.OTHER_POSTS),
    (Kind.ANYONE, words.ANYONE),
)
_SETS = (
    (Kind.PAIR, words.PAIRS),
    (Kind.AT_LEAST, words.AT_LEAST),
    (Kind.OR, words.OR),
    (Kind.AND, words.AND),
    (Kind.FOR, words.FOR),
    (Kind.NOISE, words.NOISE),
)


def _plain_kind(folded: str) -> Kind | None:
    return next((kind for kind, table in _SETS if folded in table), None)


def _may_join(spelled: str) -> bool:
    """A name of several words neither begins nor ends with one that has a meaning of its own."""
    parts = [words.key(word) for word in spelled.split()]
    inner_and = any(part in words.OR | words.AND or part in words.NUMBERS for part in parts)
    outer = {parts[0], parts[-1]} if parts else set()
    return not inner_and and not any(
        part in words.NOISE or part in words.PARTS or part in words.AT_LEAST for part in outer
    )


def _profession(spelled: str, start: int, end: int) -> Token | None:
    meant = candidates(spelled)
    if len(meant) == 1:
        return Token(Kind.PROFESSION, start, end, meant[0].key)
    return Token(Kind.PROFESSIONS, start, end, " ".join(p.key for p in meant)) if meant else None


def _ranges(text: str, read: list[Token]) -> list[Token]:
    """«2 à 3» and «2-3» are the lower number, at least."""
    joined: list[Token] = []
    for token in read:
        if len(joined) > 1 and _is_range(text, joined[-2], joined[-1], token):
            joined[-1] = Token(Kind.AT_LEAST, joined[-1].start, token.end)
        else:
            joined.append(token)
    return joined


def _is_range(text: str, low: Token, between: Token, high: Token) -> bool:
    numbers = low.kind is Kind.NUMBER and high.kind is Kind.NUMBER
    to = text[between.start : between.end].lower() in words.RANGE
    return numbers and to and 0 < low.number < high.number
