"""A meeting that was sent is to be otherwise: what changes, and who is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from bot.core.meetings import COMES, Answer

Times: TypeAlias = tuple[datetime, datetime]


@dataclass(frozen=True)
class Wish:
    """What it should be instead; None: as it is. `capacity` 0: no limit any more. `days`: the
    pattern of a whole series that moves to other days; `times` is then the first of them."""

    times: Times | None = None
    place: str | None = None
    link: str | None = None
    agenda: str | None = None
    capacity: int | None = None
    days: dict[str, Any] | None = None

    def __bool__(self) -> bool:
        return self != Wish()

    @property
    def asks(self) -> bool:
        """Whoever said yes said it to another time or another place."""
        return self.times is not None or self.place is not None


@dataclass(frozen=True)
class Sent:
    """As it stands."""

    times: Times
    place: str = ""
    link: str = ""
    agenda: str = ""
    capacity: int | None = None


def news(wish: Wish, sent: Sent) -> Wish:
    """The wish without what is so already: somebody else may have changed it meanwhile."""
    same: dict[str, Any] = {
        name: None
        for name in ("times", "place", "link", "agenda")
        if getattr(wish, name) == getattr(sent, name)
    }
    if wish.capacity is not None and (wish.capacity or None) == sent.capacity:
        same["capacity"] = None
    return replace(wish, **same)


def concerned(wish: Wish, answers: Mapping[int, Answer]) -> frozenset[int]:
    """Who gets a message: whoever comes, waits or may come; for another link alone those who may
    need it. Everyone else's copy is edited, which disturbs nobody."""
    if wish.asks:
        wanted = {*COMES, Answer.WAITING, Answer.MAYBE}
    elif wish.link is not None:
        wanted = {Answer.REMOTE, Answer.MAYBE, Answer.WAITING}
    else:
        wanted = set()
    return frozenset(member for member, answer in answers.items() if answer in wanted)


def with_start(start: datetime, sent: Sent) -> Times:
    """Another hour, as long as before."""
    return start, start + (sent.times[1] - sent.times[0])


def is_possible(times: Times, now: datetime) -> bool:
    return now < times[0] < times[1] <= times[0] + timedelta(days=31)


def pack(wish: Wish) -> dict[str, Any]:
    """JSON, for a row."""
    return {
        "times": [at.isoformat() for at in wish.times] if wish.times else None,
        "place": wish.place, "link": wish.link, "agenda": wish.agenda, "capacity": wish.capacity,
        "days": wish.days,
    }  # fmt: skip


def unpack(row: Mapping[str, Any]) -> Wish:
    times = row["times"] and (
        datetime.fromisoformat(row["times"][0]), datetime.fromisoformat(row["times"][1])
    )  # fmt: skip
    return Wish(
        times or None, row["place"], row["link"], row["agenda"], row["capacity"], row.get("days")
    )


def as_it_was(wish: Wish, sent: Sent) -> Wish:
    """Of what changes, what it is so far."""
    return Wish(
        sent.times if wish.times else None,
        sent.place if wish.place is not None else None,
        sent.link if wish.link is not None else None,
        sent.agenda if wish.agenda is not None else None,
        (sent.capacity or 0) if wish.capacity is not None else None,
    )
