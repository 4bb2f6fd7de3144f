"""Meetings, and each time that one takes place."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Index, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.core.meetings import Kind
from storage.db import Base, Tx, const, kept

Row = TypeVar("Row")


class State(StrEnum):
    """HELD: was held back before it left, and nobody knows of it."""

    OPEN = "open"
    HELD = "held"


class Meeting(Base):
    """What is the same each time. `pattern` is local wall time in `zone` (see
    `handlers.meetings.rules.pattern`), `remote` that one can take part from afar (the link may
    come later), `capacity` the places on site, None for any number. `reminders` are such as
    «7d» and «60m». `draft` is what its preview showed, to begin anew from; `preview` the wizard
    that sent it. `turn` counts answers: the order in which they reached the disk.
    """

    __tablename__ = "meetings"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind]
    title: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    remote: Mapped[bool] = mapped_column(default=False)
    agenda: Mapped[str] = mapped_column(default="")
    capacity: Mapped[int | None]
    pattern: Mapped[dict[str, Any]]
    zone: Mapped[str]
    audience: Mapped[dict[str, Any]]
    reminders: Mapped[list[Any]]
    draft: Mapped[dict[str, Any]]
    state: Mapped[State] = mapped_column(default=State.OPEN)
    turn: Mapped[int] = mapped_column(default=0)
    made_by: Mapped[int]
    made_at: Mapped[datetime]
    leaves_at: Mapped[datetime]
    preview: Mapped[str] = mapped_column(unique=True)


class When(StrEnum):
    """State of one time. PLANNED: nobody was asked about it yet."""

    PLANNED = "planned"
    ASKED = "asked"
    CANCELLED = "cancelled"
    OVER = "over"


class Occurrence(Base):
    """One time that a meeting takes place.

    `day` is the day its pattern gave it, whatever it was moved to since. `place`, `link` and
    `agenda` are this time's own where they are not None. `moved`: it has hours of its own.
    `sequence` counts changes, for calendars.
    """

    __tablename__ = "occurrences"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int]
    day: Mapped[date]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    whole: Mapped[bool] = mapped_column(default=False)
    place: Mapped[str | None]
    link: Mapped[str | None]
    agenda: Mapped[str | None]
    moved: Mapped[bool] = mapped_column(default=False)
    state: Mapped[When] = mapped_column(default=When.PLANNED)
    sequence: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime | None]
    __table_args__ = (
        UniqueConstraint("meeting_id", "day", "starts_at"),
        Index("occurrences_coming", "state", "starts_at"),
        {"sqlite_autoincrement": True},
    )


@dataclass(frozen=True)
class Time:
    """One time with the meeting that it belongs to."""

    meeting: Meeting
    one: Occurrence

    @property
    def place(self) -> str:
        return self.meeting.place if self.one.place is None else self.one.place

    @property
    def link(self) -> str:
        return self.meeting.link if self.one.link is None else self.one.link

    @property
    def agenda(self) -> str:
        return self.meeting.agenda if self.one.agenda is None else self.one.agenda

    @property
    def remote(self) -> bool:
        return self.meeting.remote or bool(self.link)

    @property
    def onsite(self) -> bool:
        return bool(self.place) or not self.remote

    @property
    def stands(self) -> bool:
        return self.meeting.state is State.OPEN and self.one.state is not When.CANCELLED


COMING = (When.PLANNED, When.ASKED)
TOOK_PLACE = Occurrence.state.in_((When.ASKED, When.OVER))


async def time(tx: Tx, occurrence_id: int, *, hold: bool = False) -> Time | None:
    """Kept for the transaction. `hold` locks the meeting, whose rules its answers obey."""
    known = kept(tx, "held-times" if hold else "times")
    if occurrence_id not in known:
        await times(tx, [occurrence_id], hold=hold)
    found: Time | None = known.get(occurrence_id)
    return found


async def times(tx: Tx, ids: Collection[int], *, hold: bool = False) -> list[Time]:
    """Several in two statements, in the order in which they begin."""
    rows = (
        await tx.scalars(
            select(Occurrence).where(Occurrence.id.in_(ids)).order_by(Occurrence.starts_at)
        )
    ).all()
    query = select(Meeting).where(Meeting.id.in_({row.meeting_id for row in rows}))
    if hold:
        query = query.with_for_update().execution_options(populate_existing=True)
    meetings = {row.id: row for row in (await tx.scalars(query.order_by(Meeting.id))).all()}
    found = [Time(meetings[row.meeting_id], row) for row in rows]
    for one in found:
        kept(tx, "times")[one.one.id] = one
        if hold:
            kept(tx, "held-times")[one.one.id] = one
    return found


async def by_preview(tx: Tx, preview: str) -> Meeting | None:
    """The meeting that was made from this preview, if somebody sent it already."""
    return (await tx.scalars(select(Meeting).where(Meeting.preview == preview))).one_or_none()


async def of_meeting(tx: Tx, meeting_id: int) -> Sequence[Occurrence]:
    """Every time of a meeting, in order."""
    return (
        await tx.scalars(
            select(Occurrence)
            .where(Occurrence.meeting_id == meeting_id)
            .order_by(Occurrence.starts_at, Occurrence.id)
        )
    ).all()


async def next_planned(tx: Tx, meeting_id: int) -> Occurrence | None:
    """The first of those that nobody was asked about yet."""
    return (
        await tx.scalars(
            select(Occurrence)
            .where(Occurrence.meeting_id == meeting_id, Occurrence.state == When.PLANNED)
            .order_by(Occurrence.starts_at)
            .limit(1)
        )
    ).one_or_none()


async def coming(tx: Tx, now: datetime, limit: int = 0) -> list[Time]:
    """What is announced and not over yet, the next first."""
    wanted = (Occurrence.state == const(When.ASKED), Occurrence.ends_at > now)
    query = _open(select(Occurrence.id), *wanted).order_by(Occurrence.starts_at, Occurrence.id)
    ids = (await tx.scalars(query.limit(limit) if limit else query)).all()
    return await times(tx, ids)


async def lately(tx: Tx, since: datetime, now: datetime, limit: int) -> list[Time]:
    """What has begun since then, the newest first: for who was there."""
    query = _open(select(Occurrence.id), TOOK_PLACE, Occurrence.starts_at.between(since, now))
    newest = query.order_by(Occurrence.starts_at.desc()).limit(limit)
    return list(reversed(await times(tx, (await tx.scalars(newest)).all())))


async def between(tx: Tx, since: datetime, until: datetime) -> list[Time]:
    """What took place and had begun by then, in order."""
    begun = (Occurrence.starts_at >= since, Occurrence.starts_at < until)
    query = _open(select(Occurrence.id), TOOK_PLACE, *begun)
    return await times(tx, (await tx.scalars(query)).all())


async def alike(tx: Tx, title: str, starts_at: datetime) -> Sequence[Occurrence]:
    """The same meeting, if a colleague announced it a moment ago."""
    when = (Occurrence.starts_at == starts_at, Occurrence.state.in_(COMING))
    query = _open(select(Occurrence), Meeting.title == title, *when)
    return (await tx.scalars(query)).all()


def _open(found: Select[Row], *which: ColumnElement[bool]) -> Select[Row]:
    """Times of meetings that were not held back."""
    joined = found.join(Meeting, Meeting.id == Occurrence.meeting_id)
    return joined.where(Meeting.state == const(State.OPEN), *which)
