"""What reading a call's line comes to: a draft, its needs, and what was not understood."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.staffing.reading.needs import Need
from handlers.staffing.rules.draft import Draft


@dataclass(frozen=True)
class Problem:
    """`part` is the field to ask for again; `piece` what was typed; `why` keys a text."""

    part: str
    piece: str
    why: str
    readings: tuple[tuple[tuple[datetime, datetime], ...], ...] = ()


@dataclass(frozen=True)
class Line:
    draft: Draft
    needs: tuple[Need, ...] = ()
    problems: tuple[Problem, ...] = ()

    def wrong(self, problem: Problem) -> "Line":
        return replace(self, problems=(*self.problems, problem))


@dataclass(frozen=True)
class Reader:
    """What reading depends on: now, where, and the towns of the community."""

    now: datetime
    zone: ZoneInfo
    towns: tuple[str, ...] = ()
