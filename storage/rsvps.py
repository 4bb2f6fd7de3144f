"""Who was invited to a meeting, what they answered, and who was there."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Index, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.core.meetings import Answer
from storage.db import Base, Tx, const, kept
from storage.meetings import Meeting, Occurrence, State, When


class Rsvp(Base):
    """One member and one time of a meeting. `turn` is the place in the queue: the answer's number
    within its meeting. `change_id`: they were told of a change and asked whether they still come.
    `here_at`: was there; `here_by` the organiser who said so, None for the person.
    """

    __tablename__ = "rsvps"
    occurrence_id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(primary_key=True, index=True)
    answer: Mapped[Answer] = mapped_column(default=Answer.INVITED)
    turn: Mapped[int] = mapped_column(default=0)
    invited_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    nudged_at: Mapped[datetime | None]
    change_id: Mapped[int] = mapped_column(default=0)
    here_at: Mapped[datetime | None]
    here_by: Mapped[int | None]
    __table_args__ = (Index("rsvps_by_answer", "occurrence_id", "answer"),)

    @property
    def comes(self) -> bool:
        return self.answer in (Answer.ONSITE, Answer.REMOTE)


async def of(tx: Tx, occurrence_id: int, member_id: int) -> Rsvp | None:
    return await tx.get(Rsvp, (occurrence_id, member_id))


async def load(tx: Tx, occurrences: Iterable[int], members: Iterable[int]) -> Sequence[Rsvp]:
    """For many taps at once; while the rows are held, `of` costs nothing for them."""
    rows = (
        await tx.scalars(
            select(Rsvp).where(
                Rsvp.occurrence_id.in_(list(occurrences)), Rsvp.member_id.in_(list(members))
            )
        )
    ).all()
    kept(tx, "rsvps").update({(row.occurrence_id, row.member_id): row for row in rows})
    return rows


async def all_of(tx: Tx, occurrence_id: int) -> Sequence[Rsvp]:
    """Everyone's, in the order of the answers."""
    return (
        await tx.scalars(
            select(Rsvp)
            .where(Rsvp.occurrence_id == occurrence_id)
            .order_by(Rsvp.turn, Rsvp.member_id)
        )
    ).all()


async def counts(tx: Tx, occurrence_id: int) -> Counter[Answer]:
    found = await tx.execute(
        select(Rsvp.answer, func.count())
        .where(Rsvp.occurrence_id == occurrence_id)
        .group_by(Rsvp.answer)
    )
    return Counter({Answer(answer): count for answer, count in found})


async def waiting(tx: Tx, occurrence_id: int) -> Sequence[Rsvp]:
    """The waiting list, in its order."""
    return (
        await tx.scalars(
            select(Rsvp)
            .where(Rsvp.occurrence_id == occurrence_id, Rsvp.answer == const(Answer.WAITING))
            .order_by(Rsvp.turn)
        )
    ).all()


async def of_member(tx: Tx, member_id: int, now: datetime) -> Sequence[tuple[Rsvp, Occurrence]]:
    """This member's coming meetings with their answers, the next first."""
    found = await tx.execute(
        select(Rsvp, Occurrence)
        .join(Occurrence, Occurrence.id == Rsvp.occurrence_id)
        .join(Meeting, Meeting.id == Occurrence.meeting_id)
        .where(
            Rsvp.member_id == member_id,
            Meeting.state == const(State.OPEN),
            Occurrence.state == const(When.ASKED),
            Occurrence.ends_at > now,
        )
        .order_by(Occurrence.starts_at, Occurrence.id)
    )
    return [(rsvp, one) for rsvp, one in found]


async def calendar(
    tx: Tx, member_id: int, since: datetime
) -> Sequence[tuple[Answer | None, int]]:  # fmt: skip
    """(answer, occurrence) of what ends after that moment: what this person was asked about and
    did not decline, and the later times of what recurs, which nobody was asked about yet."""
    asked = await tx.execute(
        select(Rsvp.answer, Occurrence.id, Occurrence.meeting_id)
        .join(Occurrence, Occurrence.id == Rsvp.occurrence_id)
        .join(Meeting, Meeting.id == Occurrence.meeting_id)
        .where(
            Rsvp.member_id == member_id,
            Meeting.state == const(State.OPEN),
            Occurrence.state.in_((When.ASKED, When.OVER)),
            Occurrence.ends_at > since,
        )
    )
    rows = asked.all()
    mine = {meeting for _, _, meeting in rows}
    later = await tx.scalars(
        select(Occurrence.id).where(
            Occurrence.meeting_id.in_(mine), Occurrence.state == When.PLANNED
        )
    )
    said = [(answer, one) for answer, one, _ in rows if answer is not Answer.ABSENT]
    return [*said, *((None, one) for one in later)]


async def present_at(tx: Tx, occurrences: Sequence[Occurrence]) -> Sequence[tuple[int, Occurrence]]:
    """(member, time) of whoever was there."""
    known = {one.id: one for one in occurrences}
    found = await tx.execute(
        select(Rsvp.member_id, Rsvp.occurrence_id)
        .where(Rsvp.occurrence_id.in_(known), Rsvp.here_at.is_not(None))
        .order_by(Rsvp.occurrence_id, Rsvp.member_id)
    )
    return [(member, known[occurrence]) for member, occurrence in found]


async def everything(tx: Tx, member_id: int) -> Sequence[Rsvp]:
    return (await tx.scalars(select(Rsvp).where(Rsvp.member_id == member_id))).all()


async def forget(tx: Tx, before: datetime, proofs_before: datetime) -> None:
    """Who was invited and who answered what, in what was over before then; who was there is the
    proof of what was done, and is kept longer."""
    old = select(Occurrence.id).where(Occurrence.ends_at < before)
    older = select(Occurrence.id).where(Occurrence.ends_at < proofs_before)
    unproven = Rsvp.occurrence_id.in_(old) & Rsvp.here_at.is_(None)
    await tx.execute(
        delete(Rsvp)
        .where(unproven | Rsvp.occurrence_id.in_(older))
        .execution_options(synchronize_session=False)
    )


async def hand_over(tx: Tx, row: Rsvp, stays: int) -> None:
    """Two members turned out to be one person. Where both were asked, an answer outweighs none,
    and whoever was there was there."""
    other = await of(tx, row.occurrence_id, stays)
    if other is None:
        copy = {c.key: getattr(row, c.key) for c in Rsvp.__mapper__.columns}
        tx.add(Rsvp(**(copy | {"member_id": stays})))
    elif other.answer is Answer.INVITED:
        other.answer, other.turn, other.answered_at = row.answer, row.turn, row.answered_at
    if other is not None:
        other.here_at = other.here_at or row.here_at
    await tx.delete(row)


async def drop(tx: Tx, occurrence_id: int) -> None:
    """The meeting was held back before anybody heard of it."""
    await tx.execute(
        delete(Rsvp)
        .where(Rsvp.occurrence_id == occurrence_id)
        .execution_options(synchronize_session=False)
    )
