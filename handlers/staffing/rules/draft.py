"""A call before it is sent: what was understood, as data that a dialog can keep."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from handlers.staffing.rules.audience import Wanted


@dataclass(frozen=True)
class Place:
    """A post of one slot: so many of these professions, or of what `label` says."""

    count: int
    codes: tuple[str, ...] = ()
    label: str = ""
    at_least: bool = False


@dataclass(frozen=True)
class Slot:
    start: datetime
    end: datetime
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Draft:
    """`towns`, `excluded` and `everyone` narrow or widen the audience; `reply_by` None means
    the usual deadline. `single`: one slot a person. `alike` are slots whose needs nobody said:
    they took those of the first."""

    title: str = ""
    slots: tuple[Slot, ...] = ()
    place: str = ""
    contact: str = ""
    pay: str = ""
    drill: bool = False
    urgent: bool = False
    survey: bool = False
    everyone: bool = False
    fast: bool = False
    neighbours: bool = False
    single: bool = False
    towns: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    reply_by: datetime | None = None
    alike: tuple[Slot, ...] = ()

    @property
    def seats(self) -> int:
        return sum(p.count for s in self.slots for p in s.places)

    @property
    def starts_at(self) -> datetime:
        return min(s.start for s in self.slots)

    @property
    def ends_at(self) -> datetime:
        return max(s.end for s in self.slots)

    def wanted(self) -> tuple[Wanted, ...]:
        """What is missing, over all slots, by the professions that suit."""
        totals: dict[tuple[str, ...], int] = {}
        for slot in self.slots:
            for place in slot.places:
                totals[place.codes] = totals.get(place.codes, 0) + place.count
        return tuple(Wanted(codes, count) for codes, count in totals.items())


def with_times(draft: Draft, times: Sequence[tuple[datetime, datetime]]) -> Draft:
    """Other times: a slot that stays keeps its needs, and where there are as many as before, one
    that moved has those of the slot it stands for. A new one needs what the first does."""
    left = {(s.start, s.end): s for s in draft.slots}
    wanted = sorted(set(times))
    known = {one: left.pop(one) for one in wanted if one in left}
    if len(wanted) == len(draft.slots):
        moved = [one for one in wanted if one not in known]
        known |= dict(zip(moved, sorted(left.values(), key=_when), strict=False))
    first = draft.slots[0].places
    slots = tuple(Slot(*one, known[one].places if one in known else first) for one in wanted)
    alike = tuple(slot for slot in slots if _when(slot) not in known)
    return replace(draft, slots=slots, alike=alike)


def _when(slot: Slot) -> tuple[datetime, datetime]:
    return slot.start, slot.end


def pack(draft: Draft) -> dict[str, Any]:
    """As a dialog's row keeps it."""
    return {
        **{k: getattr(draft, k) for k in PLAIN},
        "towns": list(draft.towns),
        "excluded": list(draft.excluded),
        "reply_by": draft.reply_by.isoformat() if draft.reply_by else None,
        "slots": [
            [s.start.isoformat(), s.end.isoformat(),
             [[p.count, list(p.codes), p.label, p.at_least] for p in s.places]]
            for s in draft.slots
        ],
    }  # fmt: skip


def unpack(row: dict[str, Any]) -> Draft:
    return Draft(
        **{k: row[k] for k in PLAIN},
        towns=tuple(row["towns"]),
        excluded=tuple(row["excluded"]),
        reply_by=datetime.fromisoformat(row["reply_by"]) if row["reply_by"] else None,
        slots=tuple(_slot(*s) for s in row["slots"]),
    )


PLAIN = ("title", "place", "contact", "pay", "drill", "urgent", "survey", "everyone", "fast",
    "neighbours", "single",
)  # fmt: skip


def _slot(start: str, end: str, places: Sequence[Any]) -> Slot:
    return Slot(
        datetime.fromisoformat(start),
        datetime.fromisoformat(end),
        tuple(Place(n, tuple(codes), label, least) for n, codes, label, least in places),
    )
