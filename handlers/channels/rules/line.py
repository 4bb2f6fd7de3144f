"""A partner in one line: «Mairie de Garance | mairie | coopération | Mme Petit 02 … | …»."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core import Args, Span, Text, when
from bot.core.partners import Category, Level, category
from bot.core.plain import clean, fold

NAME, CONTACT, AGREEMENT = 80, 120, 80
"""Characters at most."""

UNNAMED = "+"
"""There is an agreement, and nobody has named it."""

_PARTS = re.compile(r"[|;\n]")
_AGREED = re.compile(r"\b(convention|accord|jusqu|until|agreement|agreed|signed|signe)", re.I)
_TELLING = {
    "mairie": Category.TOWN_HALL, "ville": Category.TOWN_HALL, "commune": Category.TOWN_HALL,
    "ecole": Category.SCHOOL, "college": Category.SCHOOL, "lycee": Category.SCHOOL,
    "ccas": Category.SOCIAL, "ehpad": Category.SOCIAL, "ssiad": Category.SOCIAL,
    "hopital": Category.HOSPITAL, "hospitalier": Category.HOSPITAL, "clinique": Category.HOSPITAL,
    "urgences": Category.HOSPITAL, "samu": Category.HOSPITAL,
    "radio": Category.MEDIA, "journal": Category.MEDIA, "gazette": Category.MEDIA,
    "ars": Category.AUTHORITY, "prefecture": Category.AUTHORITY,
    "entreprise": Category.FIRM, "association": Category.ASSOCIATION, "town": Category.TOWN_HALL,
    "school": Category.SCHOOL, "hospital": Category.HOSPITAL,
}  # fmt: skip


@dataclass(frozen=True)
class Agreement:
    """`until` is the last day, None for one without an end; no name: there is none."""

    name: str = ""
    until: date | None = None


@dataclass(frozen=True)
class Line:
    """What the line said; None and "" for what it did not, or not well: `wrong` then says why, by
    the name of the field."""

    name: str = ""
    category: Category | None = None
    level: Level | None = None
    contact: str = ""
    agreement: Agreement | None = None
    wrong: Mapping[str, Text] = field(default_factory=dict)


def read(words: str, now: datetime, zone: ZoneInfo) -> Line:
    """The parts in any order where they can be told apart: the first that is nothing else is the
    name, what follows is whom to contact."""
    parts = [clean(part) for part in _PARTS.split(words) if clean(part)]
    kind, level, agreement = None, None, None
    wrong, rest = dict[str, Text](), list[str]()
    for part in parts:
        if (found := level_of(part)) is not None:
            level = found
        elif (meant := category(part)) is not None:
            kind = meant
        elif _AGREED.search(fold(part)):
            agreed = read_agreement(part, now, zone)
            if isinstance(agreed, Text):
                wrong["agreement"] = agreed
            else:
                agreement = agreed
        else:
            rest.append(part)
    name, contact = (rest[0] if rest else ""), ", ".join(rest[1:])
    if (why := too_long(name, NAME)) is not None:
        name, wrong["name"] = "", why
    if (why := too_long(contact, CONTACT)) is not None:
        contact, wrong["contact"] = "", why
    return Line(name, kind, level, contact, agreement, wrong)


def level_of(words: str) -> Level | None:
    return next((level for level in Level if fold(words) == level.value), None)


def read_agreement(words: str, now: datetime, zone: ZoneInfo) -> Agreement | Text:
    """«Convention 2026-14, jusqu'au 31/12/2027»: its name and its last day."""
    date_part = re.search(r"(?:jusqu\W?\s*(?:au|à|a|en)\s*|until\s+)(.+)$", words, re.I)
    if date_part is None:
        return _alone(words, now, zone)
    day = last_day(date_part[1], now, zone)
    if isinstance(day, Text):
        return day
    name = words[: date_part.start()].strip(" ,.:;-–(")
    return too_long(name, AGREEMENT) or Agreement(_named(name), day)


def _named(name: str) -> str:
    """«Convention» is no name of its own."""
    return UNNAMED if fold(name) in ("", "convention", "accord", "agreement") else name


def _alone(words: str, now: datetime, zone: ZoneInfo) -> Agreement | Text:
    """A date alone is the last day; other words are a name, of one without an end."""
    if (day := last_day(words, now, zone)) and not isinstance(day, Text):
        return Agreement(UNNAMED, day)
    if re.fullmatch(r"[\d\s/.\-]+", words):
        return Text("why-last-day", {"piece": Span(words[:60])})
    return too_long(words, AGREEMENT) or Agreement(_named(words))


def last_day(words: str, now: datetime, zone: ZoneInfo) -> date | Text:
    """A whole day to come. «2027» alone is its last one."""
    if re.fullmatch(r"(?:fin |end of )?20\d\d", fold(words)):
        year = int(words.strip()[-4:])
        if year >= now.astimezone(zone).year:
            return date(year, 12, 31)
    reading, rest = when.find(words, now, zone)
    if reading.kind is not when.Kind.DAY or rest:
        return Text("why-last-day", {"piece": Span(words[:60])})
    return reading.spans[0].start.date()


def too_long(words: str, most: int) -> Text | None:
    if len(words) <= most:
        return None
    args: Args = {"most": most, "length": len(words)}
    return Text("unclear-long", args)


def guessed(name: str) -> Category | None:
    """What kind of organisation has such a name, where it says so."""
    words = re.findall(r"[a-z]+", fold(name))
    return next((_TELLING[word] for word in words if word in _TELLING), None)


def named_in(title: str, names: Iterable[str]) -> str | None:
    """The partner whose name stands in a chat's title, if it is only one; the longest counts."""
    whole = f" {_words(title)} "
    found = sorted({n for n in names if f" {_words(n)} " in whole}, key=len, reverse=True)
    rest = [n for n in found[1:] if _words(n) not in _words(found[0])]
    return found[0] if found and not rest else None


def named_after(title: str) -> str:
    """«Mairie de Garance · veille» is a channel of «Mairie de Garance»."""
    return clean(re.split(r"\s[·|:(–—-]|\(", title, maxsplit=1)[0])[:NAME] or title[:NAME]


def nearest(title: str, names: Iterable[str], most: int = 5) -> list[str]:
    """Those that share telling words with a title, the most first."""
    mine = _telling(title)
    shared = {name: len(mine & _telling(name)) for name in names}
    found = sorted((n for n in shared if shared[n]), key=lambda n: (-shared[n], n))
    return found[:most]


def _telling(name: str) -> set[str]:
    return {word for word in _words(name).split() if len(word) > 3}


def _words(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))


WARNED_BEFORE = timedelta(days=60)


def reminders(until: date, today: date) -> tuple[date, ...]:
    """The days on which coordinators are told: 60 days before the last one, and the day after."""
    told = (until - WARNED_BEFORE, until + timedelta(days=1))
    return tuple(day for day in told if day > today)
