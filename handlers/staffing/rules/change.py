"""A call that was sent is changed: what may be, and what it comes to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

MOST_PEOPLE = 500
"""As in a call's line."""

Times = tuple[datetime, datetime]


@dataclass(frozen=True)
class Slot:
    id: int
    start: datetime
    end: datetime

    @property
    def times(self) -> Times:
        return self.start, self.end


@dataclass(frozen=True)
class Post:
    """`held`: seats that are taken, or kept for somebody."""

    id: int
    slot: int
    need: int
    held: int


@dataclass(frozen=True)
class Sent:
    """A call as it stands."""

    place: str
    contact: str
    slots: tuple[Slot, ...]
    posts: tuple[Post, ...]

    def slot(self, slot_id: int) -> Slot:
        return next(s for s in self.slots if s.id == slot_id)

    def post(self, post_id: int) -> Post:
        return next(p for p in self.posts if p.id == post_id)


@dataclass(frozen=True)
class Wish:
    """What it should be instead; None, or not named: as it is. `times` by slot, `needs` by post,
    `added` are slots that the call did not have."""

    place: str | None = None
    contact: str | None = None
    times: Mapping[int, Times] = field(default_factory=dict)
    needs: Mapping[int, int] = field(default_factory=dict)
    added: tuple[Times, ...] = ()

    def __bool__(self) -> bool:
        words = self.place is not None or self.contact is not None
        return words or bool(self.times or self.needs or self.added)


class No(StrEnum):
    """Why a piece of a wish cannot be."""

    BEGUN = "begun"
    PAST = "past"
    BACKWARDS = "backwards"
    SAME = "same"
    TWIN = "twin"
    NOBODY = "nobody"
    TOO_MANY = "too-many"
    TOO_FEW = "too-few"


def wrong_times(times: Times, others: Iterable[Times], now: datetime) -> No | None:
    """Times that a slot could get, beside the other slots of its call."""
    start, end = times
    if end <= start:
        return No.BACKWARDS
    if start <= now:
        return No.PAST
    return No.TWIN if times in others else None


def wrong_move(sent: Sent, wish: Wish, slot_id: int, times: Times, now: datetime) -> No | None:
    slot = sent.slot(slot_id)
    if slot.start <= now:
        return No.BEGUN
    if times == slot.times:
        return No.SAME
    others = [wish.times.get(s.id, s.times) for s in sent.slots if s.id != slot_id]
    return wrong_times(times, [*others, *wish.added], now)


def wrong_need(post: Post, need: int) -> No | None:
    """Never below those who are coming: nobody is sent away by a number."""
    if need < 1:
        return No.NOBODY
    if need > MOST_PEOPLE:
        return No.TOO_MANY
    if need == post.need:
        return No.SAME
    return No.TOO_FEW if need < post.held else None


def possible(wish: Wish, sent: Sent, now: datetime) -> tuple[Wish, dict[str, No]]:
    """What of a wish would still change something, and why the rest cannot be: by «slot:3»,
    «post:7», «added:0». A colleague may have changed the call since it was wished."""
    refused: dict[str, No] = {}
    for slot_id, times in wish.times.items():
        if no := wrong_move(sent, wish, slot_id, times, now):
            refused[f"slot:{slot_id}"] = no
    for post_id, need in wish.needs.items():
        if no := wrong_need(sent.post(post_id), need):
            refused[f"post:{post_id}"] = no
    there = [wish.times.get(s.id, s.times) for s in sent.slots]
    for number, times in enumerate(wish.added):
        if no := wrong_times(times, [*there, *wish.added[:number]], now):
            refused[f"added:{number}"] = no
    left = replace(
        wish,
        place=wish.place if wish.place != sent.place else None,
        contact=wish.contact if wish.contact != sent.contact else None,
        times={i: t for i, t in wish.times.items() if f"slot:{i}" not in refused},
        needs={i: n for i, n in wish.needs.items() if f"post:{i}" not in refused},
        added=tuple(t for n, t in enumerate(wish.added) if f"added:{n}" not in refused),
    )
    return left, refused


def as_it_was(wish: Wish, sent: Sent) -> Wish:
    """What a wish would replace, in the same shape."""
    return Wish(
        sent.place if wish.place is not None else None,
        sent.contact if wish.contact is not None else None,
        {i: sent.slot(i).times for i in wish.times},
        {i: sent.post(i).need for i in wish.needs},
    )


def _packed(start: datetime, end: datetime) -> list[str]:
    """Not the zone that they came in: a row just written has another one than the same row read."""
    return [start.astimezone(UTC).isoformat(), end.astimezone(UTC).isoformat()]


def pack(wish: Wish) -> dict[str, Any]:
    """As a row keeps it."""
    return {
        "place": wish.place,
        "contact": wish.contact,
        "times": {f"{i}": _packed(*pair) for i, pair in wish.times.items()},
        "needs": {f"{i}": n for i, n in wish.needs.items()},
        "added": [_packed(*pair) for pair in wish.added],
    }


def unpack(row: Mapping[str, Any]) -> Wish:
    return Wish(
        row["place"],
        row["contact"],
        {int(i): _times(pair) for i, pair in row["times"].items()},
        {int(i): n for i, n in row["needs"].items()},
        tuple(_times(pair) for pair in row["added"]),
    )


def _times(pair: Sequence[str]) -> Times:
    return datetime.fromisoformat(pair[0]), datetime.fromisoformat(pair[1])
