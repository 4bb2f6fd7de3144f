"""The usual week, as people type it: «lundi mardi matin, jeudi soir, pas en août».

Days gather until a part of the day is named, which is then meant for all of them; days that end
without one are meant from morning to evening. What follows «pas» or «sauf» is taken away.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.core import Span, Text
from bot.core.availability import DAYS, LENGTH, PARTS
from bot.core.plain import clean, fold
from handlers.people.rules.week_words import (
    ALL_DAYS,
    ALWAYS,
    DAY_WORDS,
    EACH,
    FILLERS,
    LINKS,
    NEVER,
    PART_WORDS,
    WHOLE_DAY,
)

NOTHING = "-" * LENGTH
EVERYTHING = "o" * LENGTH

_NOT = re.compile(r"\b(?:mais\s+)?(?:pas|sauf|hors|excepte|except(?:\s+for)?|but\s+not|not)\b")
_END = re.compile(r"[,;\n]|$")
_TOKEN = re.compile(r"[a-z]+|[0-9]+|[-–>]")


@dataclass(frozen=True, slots=True)
class Said:
    """`week` is None when only absences were given («pas en août»); `away` are their words."""

    week: str | None
    away: tuple[str, ...] = ()


@dataclass
class _Hearing:
    """Days and parts heard so far, and the squares of the week that they fill."""

    days: list[int] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    squares: set[int] = field(default_factory=set)
    link: bool = False
    parts_first: bool = False
    every: bool = False
    anything: bool = False

    def day(self, days: Sequence[int]) -> None:
        if self.days and self.parts and not self.parts_first:
            self.settle()
        self.parts_first = self.parts_first or bool(self.parts and not self.days)
        if self.link and self.days and len(days) == 1:
            self.days += _through(self.days[-1], days[0])
        self.days += days
        self.link, self.anything = False, True

    def part(self, parts: Sequence[int]) -> None:
        if self.parts_first and self.days:
            self.settle()
        self.parts += parts
        self.link, self.anything = False, True

    def settle(self, parts: Sequence[int] = WHOLE_DAY, days: Sequence[int] = ()) -> None:
        """Fill what was heard. `parts` and `days` are what is meant where none was named."""
        if self.days or self.parts:
            for day in self.days or days or (ALL_DAYS if self.every else ALL_DAYS[:5]):
                self.squares |= {day * PARTS + part for part in self.parts or parts}
        self.days, self.parts, self.link, self.parts_first = [], [], False, False


def read_week(said: str) -> Said | Text:
    """What was meant, or which word was not understood."""
    words = _tidy(said)
    if words in NEVER or words in ALWAYS:
        return Said(NOTHING if words in NEVER else EVERYTHING)
    wanted, unwanted = _split(words)
    heard = _hear(wanted)
    if isinstance(heard, Text):
        return heard
    heard.settle()
    away: list[str] = []
    less: set[int] = set()
    for phrase in unwanted:
        taken = _hear(phrase)
        if isinstance(taken, Text) or not taken.anything:
            away.append(phrase)
            continue
        taken.settle(range(PARTS), ALL_DAYS)
        less |= taken.squares
    return _said(heard, less, away)


def _said(heard: _Hearing, less: set[int], away: list[str]) -> Said | Text:
    if not heard.anything and not less:
        return Said(None, tuple(away)) if away else Text("week-unclear")
    base = heard.squares if heard.anything else {n for n in range(LENGTH) if n % PARTS < 3}
    return Said(week_of(base - less), tuple(away))


def week_of(squares: Iterable[int]) -> str:
    filled = set(squares)
    return "".join("o" if n in filled else "-" for n in range(LENGTH))


def _tidy(said: str) -> str:
    words = fold("\n".join(clean(line) for line in said.splitlines()).replace("\n", ", "))
    words = re.sub(r"week\s*-?\s*end", "weekend", words)
    words = re.sub(r"apres\s*-?\s*midi|\baprem\b|\bafter\s*-?\s*noon", "afternoon", words)
    return words.strip(" .!")


def _split(words: str) -> tuple[str, list[str]]:
    """What is wanted, and each phrase that follows a «pas» until the next comma."""
    unwanted: list[str] = []
    while (found := _NOT.search(words)) is not None:
        end = _END.search(words, found.end())
        stop = end.start() if end else len(words)
        unwanted.append(words[found.end() : stop].strip(" .,;"))
        words = f"{words[: found.start()]} {words[stop:]}"
    return words, [phrase for phrase in unwanted if phrase]


def _hear(words: str) -> _Hearing | Text:
    heard = _Hearing()
    for token in _TOKEN.findall(words):
        word = token if token in DAY_WORDS or token in PART_WORDS else token.removesuffix("s")
        if word in DAY_WORDS:
            heard.day(DAY_WORDS[word])
        elif word in PART_WORDS:
            heard.part(PART_WORDS[word])
        elif token in LINKS:
            heard.link = bool(heard.days) and (not heard.parts or heard.parts_first)
        elif token in EACH:
            heard.every = True
        elif token not in FILLERS:
            return Text("week-unknown", {"word": Span(token)})
    return heard


def _through(first: int, last: int) -> list[int]:
    """The days between two, going over Sunday if need be: «du vendredi au lundi»."""
    return [(first + step) % DAYS for step in range(1, (last - first) % DAYS)]
