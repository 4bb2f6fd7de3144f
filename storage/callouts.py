"""Calls for staff: what is needed, when, and who was asked."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx, kept


class Kind(StrEnum):
    """CALL fills seats as answers come; SURVEY asks everyone first, seats are given after."""

    CALL = "call"
    SURVEY = "survey"


class State(StrEnum):
    """SEALED: nobody else is looked for, those confirmed come."""

    OPEN = "open"
    SEALED = "sealed"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Callout(Base):
    """`turn` counts answers: the order in which they reached the disk.

    `single`: nobody comes to more than one shift. `stage` is how far the call was widened (see
    `handlers.staffing.rules.rhythm.Stage`). `audience` holds towns, excluded members, and
    whether everyone is asked at once.
    """

    __tablename__ = "callouts"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind] = mapped_column(default=Kind.CALL)
    title: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    pay: Mapped[str] = mapped_column(default="")
    drill: Mapped[bool] = mapped_column(default=False)
    urgent: Mapped[bool] = mapped_column(default=False)
    fast: Mapped[bool] = mapped_column(default=False)
    single: Mapped[bool] = mapped_column(default=False)
    audience: Mapped[dict[str, Any]]
    state: Mapped[State] = mapped_column(default=State.OPEN)
    stage: Mapped[int] = mapped_column(default=0)
    wave: Mapped[int] = mapped_column(default=0)
    turn: Mapped[int] = mapped_column(default=0)
    made_by: Mapped[int]
    made_at: Mapped[datetime]
    reply_by: Mapped[datetime]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    filled_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    preview: Mapped[str] = mapped_column(unique=True)

    @property
    def open(self) -> bool:
        return self.state is State.OPEN


class Shift(Base):
    """A slot of time; `number` is what people type."""

    __tablename__ = "shifts"
    id: Mapped[int] = mapped_column(primary_key=True)
    callout_id: Mapped[int] = mapped_column(index=True)
    number: Mapped[int]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]


class Post(Base):
    """So many people of these professions in one shift; `codes` empty: `label` says what for.

    `taken` and `waiting` are counted along, so that a tap reads no list of answers.
    """

    __tablename__ = "posts"
    id: Mapped[int] = mapped_column(primary_key=True)
    callout_id: Mapped[int] = mapped_column(index=True)
    shift_id: Mapped[int]
    number: Mapped[int]
    codes: Mapped[list[Any]]
    label: Mapped[str] = mapped_column(default="")
    need: Mapped[int]
    at_least: Mapped[bool] = mapped_column(default=False)
    taken: Mapped[int] = mapped_column(default=0)
    waiting: Mapped[int] = mapped_column(default=0)

    @property
    def missing(self) -> int:
        return max(0, self.need - self.taken)


class Asked(Base):
    """A member who was asked. `refused`: «pas cette fois», which is a full answer. `thanked_at`:
    the plan of a survey was made without them, and they were told."""

    __tablename__ = "asked"
    callout_id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(primary_key=True, index=True)
    wave: Mapped[int]
    asked_at: Mapped[datetime]
    reminded_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    thanked_at: Mapped[datetime | None]
    refused: Mapped[bool] = mapped_column(default=False)
    said: Mapped[str] = mapped_column(default="")
    page: Mapped[int] = mapped_column(default=0)
    picking: Mapped[str] = mapped_column(default="")


@dataclass(frozen=True)
class Plan:
    """A call with its shifts and posts, loaded together."""

    callout: Callout
    shifts: tuple[Shift, ...]
    posts: tuple[Post, ...]

    def shift(self, shift_id: int) -> Shift | None:
        return next((s for s in self.shifts if s.id == shift_id), None)

    def of(self, shift_id: int) -> tuple[Post, ...]:
        return tuple(p for p in self.posts if p.shift_id == shift_id)

    def post(self, post_id: int) -> Post:
        return next(p for p in self.posts if p.id == post_id)

    @property
    def missing(self) -> int:
        return sum(p.missing for p in self.posts)


async def plan(tx: Tx, callout_id: int, *, hold: bool = False) -> Plan | None:
    """Kept for the transaction. `hold` locks the call, whose rules its seats obey."""
    known = kept(tx, "held" if hold else "plans")
    if callout_id not in known:
        await plans(tx, [callout_id], hold=hold)
    found: Plan | None = known.get(callout_id)
    return found


async def plans(tx: Tx, ids: Collection[int], *, hold: bool = False) -> list[Plan]:
    """Several calls in three statements."""
    query = select(Callout).where(Callout.id.in_(ids)).order_by(Callout.id)
    if hold:
        query = query.with_for_update().execution_options(populate_existing=True)
    callouts = (await tx.scalars(query)).all()
    shifts = (
        await tx.scalars(select(Shift).where(Shift.callout_id.in_(ids)).order_by(Shift.number))
    ).all()
    posts = (
        await tx.scalars(select(Post).where(Post.callout_id.in_(ids)).order_by(Post.number))
    ).all()
    found = [
        Plan(
            c,
            tuple(s for s in shifts if s.callout_id == c.id),
            tuple(p for p in posts if p.callout_id == c.id),
        )
        for c in callouts
    ]
    for one in found:
        kept(tx, "plans")[one.callout.id] = one
        if hold:
            kept(tx, "held")[one.callout.id] = one
    return found


async def by_preview(tx: Tx, preview: str) -> Callout | None:
    """The call that was made from this preview, if somebody sent it already."""
    return (await tx.scalars(select(Callout).where(Callout.preview == preview))).one_or_none()


async def open_now(tx: Tx, now: datetime) -> Sequence[Callout]:
    """Calls that are still under way: not cancelled, not over."""
    return (
        await tx.scalars(
            select(Callout)
            .where(Callout.state.in_((State.OPEN, State.SEALED)), Callout.ends_at > now)
            .order_by(Callout.starts_at, Callout.id)
        )
    ).all()


async def latest(tx: Tx, limit: int) -> Sequence[Callout]:
    return (await tx.scalars(select(Callout).order_by(Callout.id.desc()).limit(limit))).all()


async def asked(tx: Tx, callout_id: int) -> Sequence[Asked]:
    return (await tx.scalars(select(Asked).where(Asked.callout_id == callout_id))).all()


async def asked_of(tx: Tx, callout_id: int, member_id: int) -> Asked | None:
    return await tx.get(Asked, (callout_id, member_id))


async def asked_in(tx: Tx, callouts: Iterable[int], members: Iterable[int]) -> Sequence[Asked]:
    """For many taps at once; while the rows are held, `asked_of` costs nothing for them."""
    rows = (
        await tx.scalars(
            select(Asked).where(
                Asked.callout_id.in_(list(callouts)), Asked.member_id.in_(list(members))
            )
        )
    ).all()
    kept(tx, "asked").update({(row.callout_id, row.member_id): row for row in rows})
    return rows


async def askings_since(tx: Tx, since: datetime) -> dict[int, int]:
    """How often each member was asked since then, urgent calls and drills apart."""
    found = await tx.execute(
        select(Asked.member_id, func.count())
        .join(Callout, Callout.id == Asked.callout_id)
        .where(Asked.asked_at >= since, ~Callout.urgent, ~Callout.drill)
        .group_by(Asked.member_id)
    )
    return {row[0]: row[1] for row in found}


async def calls_of(tx: Tx, member_id: int, now: datetime) -> Sequence[Callout]:
    """Open calls in which this member was asked or has a seat."""
    return (
        await tx.scalars(
            select(Callout)
            .join(Asked, Asked.callout_id == Callout.id)
            .where(
                Asked.member_id == member_id,
                Callout.state.in_((State.OPEN, State.SEALED)),
                Callout.ends_at > now,
            )
            .order_by(Callout.starts_at)
        )
    ).all()
