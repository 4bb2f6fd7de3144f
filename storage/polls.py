"""Polls: of dates, the best of which becomes a meeting, and of opinion, counted without names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx, kept


class Kind(StrEnum):
    DATES = "dates"
    OPINION = "opinion"


class State(StrEnum):
    """HELD: was held back before it left, and nobody knows of it."""

    OPEN = "open"
    HELD = "held"
    CLOSED = "closed"


class Poll(Base):
    """`several`: more than one answer may be given. `draft` is what its preview showed, `retained`
    the option whose date became a meeting."""

    __tablename__ = "polls"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind]
    title: Mapped[str]
    several: Mapped[bool]
    audience: Mapped[dict[str, Any]]
    draft: Mapped[dict[str, Any]]
    state: Mapped[State] = mapped_column(default=State.OPEN)
    made_by: Mapped[int]
    made_at: Mapped[datetime]
    leaves_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    retained: Mapped[int | None]
    preview: Mapped[str] = mapped_column(unique=True)


class Choice(Base):
    """One answer that can be given; a date has times, an opinion words."""

    __tablename__ = "poll_choices"
    id: Mapped[int] = mapped_column(primary_key=True)
    poll_id: Mapped[int] = mapped_column(index=True)
    number: Mapped[int]
    label: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]


class Polled(Base):
    """A member who was asked. `none`: said that no answer suits them."""

    __tablename__ = "polled"
    poll_id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(primary_key=True, index=True)
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    nudged_at: Mapped[datetime | None]
    none: Mapped[bool] = mapped_column(default=False)


class Vote(Base):
    """That an answer suits a member."""

    __tablename__ = "votes"
    choice_id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(primary_key=True, index=True)
    poll_id: Mapped[int] = mapped_column(index=True)


@dataclass(frozen=True)
class Asked:
    """A poll with its choices."""

    poll: Poll
    choices: tuple[Choice, ...]

    def choice(self, choice_id: int) -> Choice | None:
        return next((c for c in self.choices if c.id == choice_id), None)


async def load(tx: Tx, poll_id: int, *, hold: bool = False) -> Asked | None:
    """Kept for the transaction. `hold` locks it."""
    known = kept(tx, "held-polls" if hold else "polls")
    if poll_id not in known:
        query = select(Poll).where(Poll.id == poll_id)
        if hold:
            query = query.with_for_update().execution_options(populate_existing=True)
        poll = (await tx.scalars(query)).one_or_none()
        if poll is None:
            return None
        choices = await tx.scalars(
            select(Choice).where(Choice.poll_id == poll_id).order_by(Choice.number)
        )
        known[poll_id] = Asked(poll, tuple(choices.all()))
    found: Asked = known[poll_id]
    return found


async def by_preview(tx: Tx, preview: str) -> Poll | None:
    return (await tx.scalars(select(Poll).where(Poll.preview == preview))).one_or_none()


async def open_ones(tx: Tx) -> Sequence[Poll]:
    return (
        await tx.scalars(select(Poll).where(Poll.state == State.OPEN).order_by(Poll.closes_at))
    ).all()


async def polled(tx: Tx, poll_id: int, member_id: int) -> Polled | None:
    return await tx.get(Polled, (poll_id, member_id))


async def everyone(tx: Tx, poll_id: int) -> Sequence[Polled]:
    return (
        await tx.scalars(select(Polled).where(Polled.poll_id == poll_id).order_by(Polled.member_id))
    ).all()


async def votes_of(tx: Tx, poll_id: int, member_id: int) -> list[int]:
    """The choices that suit this member."""
    found = await tx.scalars(
        select(Vote.choice_id).where(Vote.poll_id == poll_id, Vote.member_id == member_id)
    )
    return list(found.all())


async def votes(tx: Tx, poll_id: int) -> dict[int, list[int]]:
    """Members by the choice that suits them."""
    found: dict[int, list[int]] = {}
    rows = await tx.execute(
        select(Vote.choice_id, Vote.member_id)
        .where(Vote.poll_id == poll_id)
        .order_by(Vote.member_id)
    )
    for choice, member in rows:
        found.setdefault(choice, []).append(member)
    return found


async def counts(tx: Tx, poll_id: int) -> Counter[int]:
    rows = await tx.execute(
        select(Vote.choice_id, func.count()).where(Vote.poll_id == poll_id).group_by(Vote.choice_id)
    )
    return Counter({choice: count for choice, count in rows})  # noqa: C416


async def vote(tx: Tx, poll_id: int, member_id: int, choices: Iterable[int]) -> None:
    """These and no others suit this member from now on."""
    await tx.execute(delete(Vote).where(Vote.poll_id == poll_id, Vote.member_id == member_id))
    tx.add_all(Vote(choice_id=one, member_id=member_id, poll_id=poll_id) for one in choices)
    await tx.flush()


async def drop_asked(tx: Tx, poll_id: int) -> None:
    """It was held back before anybody heard of it."""
    await tx.execute(delete(Polled).where(Polled.poll_id == poll_id))


async def everything(tx: Tx, member_id: int) -> Sequence[tuple[Poll, Choice]]:
    """What this member has voted for."""
    rows = await tx.execute(
        select(Poll, Choice)
        .join(Choice, Choice.poll_id == Poll.id)
        .join(Vote, Vote.choice_id == Choice.id)
        .where(Vote.member_id == member_id)
        .order_by(Poll.id, Choice.number)
    )
    return [(poll, choice) for poll, choice in rows]


async def forget_member(tx: Tx, member_id: int) -> None:
    await tx.execute(delete(Vote).where(Vote.member_id == member_id))
    await tx.execute(delete(Polled).where(Polled.member_id == member_id))


async def forget(tx: Tx, before: datetime) -> None:
    """Who voted for what, in polls that closed before then; the polls themselves stay."""
    old = select(Poll.id).where(Poll.closes_at < before)
    for table in (Vote, Polled):
        await tx.execute(
            delete(table).where(table.poll_id.in_(old)).execution_options(synchronize_session=False)
        )


async def hand_over(tx: Tx, goes: int, stays: int) -> None:
    """Two members turned out to be one person: what one answered where the other did not."""
    for row in (await tx.scalars(select(Polled).where(Polled.member_id == goes))).all():
        theirs = await votes_of(tx, row.poll_id, goes)
        other = await polled(tx, row.poll_id, stays)
        if other is None:
            other = Polled(poll_id=row.poll_id, member_id=stays, asked_at=row.asked_at, none=False)
            tx.add(other)
        if other.answered_at is None and row.answered_at is not None:
            other.answered_at, other.none = row.answered_at, row.none
            await vote(tx, row.poll_id, stays, theirs)
    await forget_member(tx, goes)
