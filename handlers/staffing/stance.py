"""Where a person stands in a call: all of them that their card is made of.

Plain values that can be compared: whoever stands alike reads the same card, and when two hundred
tap at once it is worded once for each stance, not for each person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from storage.callouts import Asked
from storage.people import Member
from storage.seats import Seat, State


@dataclass(frozen=True, slots=True)
class Held:
    """A seat, or what stands for it. `asked`: whether who said «if needed» was asked to come."""

    shift: int
    state: State
    asked: bool

    @property
    def lives(self) -> bool:
        return self.state is not State.OUT


@dataclass(frozen=True, slots=True)
class Stance:
    """`home` is the time zone they live in, as `Member.zone`; `said`, `page` and `picking` are as
    in `Asked`."""

    profession: str
    home: str
    employed: bool
    seats: tuple[Held, ...]
    refused: bool = False
    answered: bool = False
    thanked: bool = False
    said: str = ""
    page: int = 0
    picking: str = ""

    @classmethod
    def of(cls, person: Member, seats: Mapping[int, Seat], row: Asked | None = None) -> Self:
        """`row` is None for who was not asked, and where only the seats count."""
        held = tuple(Held(s.shift_id, s.state, s.asked_at is not None) for s in seats.values())
        who = (person.profession, person.zone, person.employed, held)
        if row is None:
            return cls(*who)
        answered, thanked = row.answered_at is not None, row.thanked_at is not None
        return cls(*who, row.refused, answered, thanked, row.said, row.page, row.picking)

    def held(self, shift: int) -> Held | None:
        return next((seat for seat in self.seats if seat.shift == shift), None)

    def lives(self, shift: int) -> bool:
        """Do they come, wait, or say that they could?"""
        seat = self.held(shift)
        return seat is not None and seat.lives

    @property
    def holds(self) -> bool:
        """Is there anything they can give back?"""
        return any(seat.lives for seat in self.seats)
