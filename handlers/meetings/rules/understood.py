"""What reading a meeting's line comes to: a draft, and what was not understood."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.audience import Known
from handlers.meetings.rules.draft import Draft
from handlers.meetings.rules.pattern import Pattern


@dataclass(frozen=True)
class Problem:
    """`part` is what to ask for again; `piece` what was typed; `why` keys a text; `readings` are
    the ways in which times can be meant."""

    part: str
    piece: str
    why: str = ""
    readings: tuple[Pattern, ...] = ()


@dataclass(frozen=True)
class Line:
    """`dates` are several times of which it was not said what they are: a meeting at each, or a
    question which of them suits."""

    draft: Draft
    problems: tuple[Problem, ...] = ()
    dates: tuple[Pattern, ...] = ()

    def wrong(self, part: str, piece: str, why: str = "") -> "Line":
        return replace(self, problems=(*self.problems, Problem(part, piece, why)))


@dataclass(frozen=True)
class Reader:
    """What reading depends on. `usual` is how many minutes a meeting lasts that says no end."""

    now: datetime
    zone: ZoneInfo
    known: Known = field(default_factory=Known)
    usual: int = 90
