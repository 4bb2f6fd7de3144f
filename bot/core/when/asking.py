"""What a reading depends on besides the phrase: the time, the place, and answers to doubts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.core.when.model import Reason, Unsure, Wrong

Option = TypeVar("Option")
DAY = 1440


@dataclass(frozen=True)
class Asking:
    """`now` is local; `choices` settles doubts: (reason, what it is about) to the option."""

    now: datetime
    zone: ZoneInfo
    anchor: datetime | None = None
    choices: Mapping[object, object] = field(default_factory=dict)
    summer: bool | None = None

    @property
    def today(self) -> date:
        return self.now.date()

    def choose(self, reason: Reason, about: object, *options: Option) -> Option:
        """The option that was chosen for this doubt, or the question itself."""
        chosen = self.choices.get((reason, about))
        for option in options:
            if chosen is not None and option == chosen:
                return option
        raise Unsure(reason, (reason, about), options)

    def chose(self, about: object, option: object) -> "Asking":
        return replace(self, choices={**self.choices, about: option})

    def in_season(self, summer: bool) -> "Asking":
        return replace(self, summer=summer)

    def at(self, day: date, minutes: int, offset: int | None = None) -> datetime:
        """The moment `minutes` after the midnight that begins `day`, by the clock on the wall.

        Raises Wrong in the spring gap and Unsure in the autumn overlap. `offset` is ISO's.
        """
        naive = datetime.combine(day, time()) + timedelta(minutes=minutes)
        if offset is not None:
            elsewhere = timezone(timedelta(minutes=offset))
            return naive.replace(tzinfo=elsewhere).astimezone(self.zone)
        early = naive.replace(tzinfo=self.zone, fold=0)
        late = naive.replace(tzinfo=self.zone, fold=1)
        if early.utcoffset() == late.utcoffset():
            return early
        if early.utcoffset() < late.utcoffset():  # type: ignore[operator]
            raise Wrong(Reason.DST_GAP)
        if self.summer is not None:
            return early if self.summer else late
        return (early, late)[self.choose(Reason.DST_OVERLAP, naive, 0, 1)]

    def begin(self, day: date) -> datetime:
        """The start of a day, whatever the clocks do at midnight."""
        return datetime.combine(day, time(), tzinfo=self.zone)
