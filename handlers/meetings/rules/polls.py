"""Polls: the line that asks, what is typed in answer, which date is best."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from bot.core import audience, when
from bot.core.audience import Audience
from bot.core.plain import clean, fold
from handlers.meetings.rules import draft as drafts
from handlers.meetings.rules import line as lines
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules.draft import Draft
from handlers.meetings.rules.pattern import Pattern
from handlers.meetings.rules.understood import Problem, Reader

MOST, LEAST = 10, 2
"""Choices in one poll: more do not fit under one message."""

NEXT = 4
"""Dates that «tous les mardis» offers."""

LONGEST = 60
"""Characters of a choice: it is a button."""

WEEK = timedelta(days=7)
MORNING, EVENING = time(9), time(20)

_PARTS = re.compile(r"[|;\n]+")
_UNTIL = re.compile(
    r"^(?:(?:réponses?|reponses?|answers?|réponse utile)\s+)?"
    r"(?:avant|d'ici|before|by|jusqu'(?:au|à))\s+(.+)$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"^(?:plusieurs (?:choix|reponses)|several|multiple)(?: possibles?)?$")


@dataclass(frozen=True)
class Question:
    """A poll before it is sent. `dates` makes it one of dates: `meeting` is what the best of them
    will be. `closes` None: the usual time."""

    title: str = ""
    dates: tuple[Pattern, ...] | None = None
    choices: tuple[str, ...] = ()
    several: bool = False
    meeting: Draft = field(default_factory=Draft)
    audience: Audience | None = None
    closes: datetime | None = None

    @property
    def whom(self) -> Audience:
        return self.audience or audience.EVERYONE


@dataclass(frozen=True)
class Typed:
    question: Question
    problems: tuple[Problem, ...] = ()


def read_dates(text: str, reader: Reader) -> Typed:
    """«Réunion ETP | mar 15/12 20h, jeu 17/12 20h | Maison de santé | avant le 5/12»."""
    rest, closes, problems = _until(text, reader)
    found = lines.read(rest, reader)
    draft = found.draft
    dates = found.dates or offered(draft.pattern, reader)
    question = Question(
        draft.title, dates[:MOST], meeting=replace(draft, pattern=None, other=None),
        several=True, audience=draft.audience, closes=closes,
    )  # fmt: skip
    if dates and not LEAST <= len(dates) <= MOST:
        problems = (*problems, Problem("dates", str(len(dates)), "too-many"))
    return Typed(question, (*problems, *found.problems))


def offered(pattern: Pattern | None, reader: Reader) -> tuple[Pattern, ...]:
    """The dates that one way of saying them offers: of what recurs the next few."""
    if pattern is None:
        return ()
    if not pattern.recurs:
        return (pattern,)
    coming = islice(patterns.times(pattern, reader.zone, reader.now), NEXT)
    return tuple(replace(pattern, day=one.day, rule="", last=None) for one in coming)


def joined(known: Sequence[Pattern], more: Sequence[Pattern]) -> tuple[Pattern, ...]:
    """Those that were said before, and those that are added to them."""
    return tuple(dict.fromkeys((*known, *more)))


def read_opinion(text: str, reader: Reader) -> Typed:
    """«Quel horaire ? | matin | midi | soir | plusieurs choix | membres : infirmiers»."""
    rest, closes, problems = _until(text, reader)
    question = Question(closes=closes)
    for piece in (one for part in _PARTS.split(rest) if (one := clean(part))):
        if audience.is_audience(piece):
            found = audience.read(piece, reader.known)
            if found.unclear:
                problems = (*problems, Problem("audience", found.unclear[0]))
            question = replace(question, audience=found.audience)
        elif _SEVERAL.match(fold(piece)):
            question = replace(question, several=True)
        elif not question.title:
            question = replace(question, title=piece)
        else:
            question = replace(question, choices=(*question.choices, piece))
    return Typed(*_checked(question, problems))


def _checked(
    question: Question, problems: tuple[Problem, ...]
) -> tuple[Question, tuple[Problem, ...]]:
    if len(question.title) > drafts.MOST["title"] * 2:
        problems = (*problems, Problem("title", str(len(question.title)), "too-long"))
        question = replace(question, title="")
    wrong = choices_wrong(question.choices)
    if question.choices and wrong:
        problems = (*problems, Problem("choices", " | ".join(question.choices), wrong))
        question = replace(question, choices=())
    return question, problems


def read_choices(text: str) -> tuple[str, ...]:
    """One a line, or between «|», «;» or commas."""
    parts = [clean(part) for part in re.split(r"[|;\n]+|,\s", text)]
    return tuple(part for part in parts if part)


def choices_wrong(choices: Sequence[str]) -> str:
    """Why they cannot be asked; "" if they can."""
    if not LEAST <= len(choices) <= MOST:
        return "count"
    if any(len(one) > LONGEST for one in choices):
        return "too-long"
    return "twice" if len({fold(one) for one in choices}) < len(choices) else ""


def _until(text: str, reader: Reader) -> tuple[str, datetime | None, tuple[Problem, ...]]:
    """The rest of the line, and until when answers help."""
    kept, closes = [], None
    problems: tuple[Problem, ...] = ()
    for part in _PARTS.split(text):
        found = _UNTIL.match(clean(part))
        if found is None:
            kept.append(part)
            continue
        closes = read_deadline(clean(part), reader)
        if closes is None:
            problems = (*problems, Problem("closes", clean(part)))
    return "|".join(kept), closes, problems


def read_deadline(said: str, reader: Reader) -> datetime | None:
    """«avant le 5/12», «demain 20h»; a day alone means its end."""
    reading = when.read(said, reader.now, reader.zone)
    if reading.kind not in (when.Kind.DEADLINE, when.Kind.POINT, when.Kind.DAY):
        return None
    span = reading.spans[0]
    at = span.end or span.start
    return at if at > reader.now else None


def closes_at(question: Question, now: datetime, zone: ZoneInfo) -> datetime:
    """As was said; else in a week, at 20:00, and in any case before the first date."""
    if question.closes is not None:
        return question.closes
    day = (now.astimezone(zone) + WEEK).date()
    usual = datetime.combine(day, time(20), tzinfo=zone)
    starts = [patterns.first(one, zone).start for one in question.dates or ()]
    if starts and min(starts) - timedelta(days=1) < usual:
        return _between(now, min(starts), zone)
    return usual


def _between(now: datetime, start: datetime, zone: ZoneInfo) -> datetime:
    """About half-way, but not in the night: in the evening before or the morning after it."""
    middle = (now + (start - now) / 2).astimezone(zone)
    middle = middle.replace(minute=middle.minute // 30 * 30, second=0, microsecond=0)
    day = middle.date() - timedelta(days=middle.time() < MORNING)
    evening, morning = (datetime.combine(d, t, tzinfo=zone) for d, t in
                        ((day, EVENING), (day + timedelta(days=1), MORNING)))  # fmt: skip
    awake = MORNING <= middle.time() <= EVENING
    wanted = (middle, evening, morning) if awake else (evening, morning, middle)
    return next((at for at in wanted if now < at < start), start)


def best(counts: Mapping[int, int], choices: Sequence[int]) -> tuple[int, ...]:
    """The choices with the most votes, in their order; none while nobody voted."""
    most = max((counts.get(one, 0) for one in choices), default=0)
    return tuple(one for one in choices if most and counts.get(one, 0) == most)


_NUMBERS = re.compile(r"\d{1,2}")
ALL = frozenset({"tout", "toutes", "tous", "toutes les dates", "n'importe", "all", "any", "every"})
NONE = frozenset(
    {"aucun", "aucune", "aucune date", "non", "rien", "none", "no", "neither", "pas possible"}
)


def read_answer(said: str, labels: Sequence[str], *, several: bool) -> tuple[int, ...] | None:
    """Numbers (from 1) of the choices that are meant; () for none of them, None if unclear."""
    words = fold(said).strip(" .!")
    if words in NONE and not any(fold(one) == words for one in labels):
        return ()
    if several and words in ALL:
        return tuple(range(1, len(labels) + 1))
    named = [n for n, one in enumerate(labels, 1) if fold(one) == words]
    bare = re.sub(r"\b(?:et|and|le|la|les|ou|or|plus)\b|[,+&/]", " ", words)
    if not named and not re.sub(r"[\d\s]", "", bare):
        named = [int(n) for n in _NUMBERS.findall(bare)]
    if not named or any(not 1 <= n <= len(labels) for n in named):
        return None
    unique = tuple(dict.fromkeys(named))
    return unique if several or len(unique) == 1 else None


def pack(question: Question) -> dict[str, Any]:
    """JSON, for a row."""
    return {
        "title": question.title,
        "dates": [patterns.pack(one) for one in question.dates]
        if question.dates is not None else None,
        "choices": list(question.choices), "several": question.several,
        "meeting": drafts.pack(question.meeting),
        "audience": question.audience.pack() if question.audience else None,
        "closes": question.closes.isoformat() if question.closes else None,
    }  # fmt: skip


def unpack(row: Mapping[str, Any]) -> Question:
    return Question(
        row["title"],
        tuple(patterns.unpack(one) for one in row["dates"]) if row["dates"] is not None else None,
        tuple(row["choices"]), row["several"], drafts.unpack(row["meeting"]),
        audience.unpack(row["audience"]) if row["audience"] else None,
        datetime.fromisoformat(row["closes"]) if row["closes"] else None,
    )  # fmt: skip
