"""What was asked about an alert, who may approve what goes to the public, and what came in from
channels that are sources."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.alerts import Alert, Told
from storage.db import Base, Tx


class Question(Base):
    """A member's question. `answer` is "" until somebody has answered."""

    __tablename__ = "alert_questions"
    id: Mapped[int] = mapped_column(primary_key=True)
    alert_id: Mapped[int]
    member_id: Mapped[int] = mapped_column(index=True)
    words: Mapped[str]
    at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(default="")
    answered_by: Mapped[int | None]
    answered_at: Mapped[datetime | None]
    __table_args__ = (Index("alert_questions_of", "alert_id"), {"sqlite_autoincrement": True})


class Verdict(StrEnum):
    """ALONE: danger, published by its author without a second person."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    ALONE = "alone"
    LAPSED = "lapsed"


class Approval(Base):
    """A second person approves what goes to channels that everyone reads: an alert, or with
    `update_id` what was added to it. `asked` are the members who were asked so far."""

    __tablename__ = "alert_approvals"
    id: Mapped[int] = mapped_column(primary_key=True)
    alert_id: Mapped[int] = mapped_column(index=True)
    update_id: Mapped[int | None]
    chats: Mapped[list[Any]]
    asked: Mapped[list[Any]]
    by: Mapped[int]
    at: Mapped[datetime]
    verdict: Mapped[Verdict] = mapped_column(default=Verdict.WAITING)
    decided_by: Mapped[int | None]
    decided_at: Mapped[datetime | None]


class Posted(Base):
    """What was posted in a channel that is a source: a draft, until a coordinator takes it up.
    `files` are as `handlers.alerts.rules.draft` packs them."""

    __tablename__ = "alert_drafts"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int]
    words: Mapped[str]
    file: Mapped[dict[str, Any] | None]
    at: Mapped[datetime] = mapped_column(index=True)
    taken: Mapped[str] = mapped_column(default="")
    taken_by: Mapped[int | None]


async def count_of(tx: Tx, alert_id: int, member_id: int) -> int:
    """How many questions this member has asked about it."""
    return (
        await tx.execute(
            select(func.count()).where(
                Question.alert_id == alert_id, Question.member_id == member_id
            )
        )
    ).scalar_one()


async def questions(tx: Tx, alert_id: int) -> tuple[int, int]:
    """(asked, not answered yet)."""
    row = await tx.execute(
        select(func.count(), func.count().filter(Question.answered_at.is_(None))).where(
            Question.alert_id == alert_id
        )
    )
    asked, waiting = row.one()
    return asked, waiting


async def waiting(tx: Tx, alert_id: int) -> Sequence[Approval]:
    """What of an alert waits for a second person."""
    return (
        await tx.scalars(
            select(Approval).where(
                Approval.alert_id == alert_id, Approval.verdict == Verdict.WAITING
            )
        )
    ).all()


async def decided(tx: Tx, alert_id: int) -> Sequence[Approval]:
    """What of it was approved, refused, or published by its author alone."""
    verdicts = (Verdict.APPROVED, Verdict.REFUSED, Verdict.ALONE)
    return (
        await tx.scalars(
            select(Approval)
            .where(Approval.alert_id == alert_id, Approval.verdict.in_(verdicts))
            .order_by(Approval.id)
        )
    ).all()


async def of_member(tx: Tx, member_id: int) -> tuple[Sequence[Told], Sequence[Question]]:
    told = await tx.scalars(select(Told).where(Told.member_id == member_id))
    asked = await tx.scalars(select(Question).where(Question.member_id == member_id))
    return told.all(), asked.all()


async def forget_words(tx: Tx, member_id: int) -> None:
    """What a member wrote; that they were told and have answered stays counted."""
    await tx.execute(update(Told).where(Told.member_id == member_id).values(said=""))
    await tx.execute(
        update(Question).where(Question.member_id == member_id).values(words="", answer="")
    )


async def forget(tx: Tx, before: datetime) -> None:
    """Who was told and who answered what, in alerts that ended before then; the alerts stay."""
    old = select(Alert.id).where(Alert.ends_at < before)
    for table in (Told, Question):
        await tx.execute(
            delete(table).where(table.alert_id.in_(old))
            .execution_options(synchronize_session=False)
        )  # fmt: skip
    await tx.execute(
        delete(Posted).where(Posted.at < before).execution_options(synchronize_session=False)
    )
