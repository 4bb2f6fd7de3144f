"""Newsletters: issues as they are written and kept, what each is made of, who waits for a copy."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx


class Kind(StrEnum):
    """ISSUE is written by an editor; NOTICE tells by itself what the website has new."""

    ISSUE = "issue"
    NOTICE = "notice"


class State(StrEnum):
    """LOCKED: ready, nobody edits it. WAITING: the half minute in which it can be held back."""

    DRAFT = "draft"
    LOCKED = "locked"
    SCHEDULED = "scheduled"
    WAITING = "waiting"
    LEAVING = "leaving"
    SENT = "sent"
    DROPPED = "dropped"


class Issue(Base):
    """`audience` is whom it is for, as `bot.core.audience` packs it. `body` is what went out and
    `folded` how it is searched; both are empty until then. `missed_at` is when it should have
    left while the bot was off. `people`, `channels` count copies, `passed` who got none after
    all. `file` is the picture or PDF sent along, as `bot.core.files` packs it.
    """

    __tablename__ = "newsletters"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind] = mapped_column(default=Kind.ISSUE)
    number: Mapped[int | None]
    title: Mapped[str]
    intro: Mapped[str] = mapped_column(default="")
    audience: Mapped[dict[str, Any]]
    state: Mapped[State] = mapped_column(default=State.DRAFT)
    deadline: Mapped[datetime | None]
    send_at: Mapped[datetime | None]
    missed_at: Mapped[datetime | None]
    made_by: Mapped[int | None]
    made_at: Mapped[datetime]
    locked_by: Mapped[int | None]
    sent_by: Mapped[int | None]
    left_at: Mapped[datetime | None] = mapped_column(index=True)
    done_at: Mapped[datetime | None]
    body: Mapped[str] = mapped_column(default="")
    folded: Mapped[str] = mapped_column(default="")
    file: Mapped[dict[str, Any] | None]
    people: Mapped[int] = mapped_column(default=0)
    channels: Mapped[int] = mapped_column(default=0)
    passed: Mapped[int] = mapped_column(default=0)

    @property
    def gone(self) -> bool:
        """It left, at least for some."""
        return self.state in (State.LEAVING, State.SENT)


class Asked(StrEnum):
    """Of a contribution. OWN: the editor's, nobody was asked for it."""

    OWN = "own"
    WAITING = "waiting"
    GIVEN = "given"
    DECLINED = "declined"


class Article(Base):
    """A piece of an issue, in the order of `position`. `used`: it goes out. `author_id` is who
    wrote it or was asked to; None when they have left. `file` is a picture that came with it."""

    __tablename__ = "newsletter_articles"
    id: Mapped[int] = mapped_column(primary_key=True)
    issue_id: Mapped[int] = mapped_column(index=True)
    author_id: Mapped[int | None] = mapped_column(index=True)
    asked: Mapped[Asked] = mapped_column(default=Asked.OWN)
    heading: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    position: Mapped[int]
    used: Mapped[bool] = mapped_column(default=True)
    reminded: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime | None]
    given_at: Mapped[datetime | None]
    file: Mapped[dict[str, Any] | None]


class Addressee(Base):
    """A member or a chat that still waits for its copy; the row goes when it is owed."""

    __tablename__ = "newsletter_addressees"
    id: Mapped[int] = mapped_column(primary_key=True)
    issue_id: Mapped[int]
    member_id: Mapped[int | None] = mapped_column(index=True)
    chat_id: Mapped[int | None]
    due_at: Mapped[datetime]
    __table_args__ = (
        Index("newsletter_addressees_due", "issue_id", "due_at"),
        {"sqlite_autoincrement": True},
    )


async def claim(tx: Tx, issue_id: int) -> Issue | None:
    """The row, locked, as it is now: of two editors one is first."""
    return await tx.get(Issue, issue_id, with_for_update=True)


async def next_number(tx: Tx) -> int:
    found = await tx.execute(
        select(func.max(Issue.number)).where(Issue.state != State.DROPPED)
    )  # fmt: skip
    return (found.scalar_one() or 0) + 1


async def in_hand(tx: Tx) -> Sequence[Issue]:
    """What is being written or sent, the newest first."""
    done = (State.SENT, State.DROPPED)
    return (
        await tx.scalars(
            select(Issue)
            .where(Issue.kind == Kind.ISSUE, Issue.state.not_in(done))
            .order_by(Issue.id.desc())
        )
    ).all()


async def archive(tx: Tx, words: Iterable[str] = ()) -> Sequence[Issue]:
    """What went out and holds all of these folded words, the newest first."""
    query = select(Issue).where(Issue.kind == Kind.ISSUE, Issue.state == State.SENT)
    for word in words:
        query = query.where(Issue.folded.contains(word, autoescape=True))
    return (await tx.scalars(query.order_by(Issue.left_at.desc(), Issue.id.desc()))).all()


async def articles(tx: Tx, issue_id: int) -> Sequence[Article]:
    return (
        await tx.scalars(
            select(Article)
            .where(Article.issue_id == issue_id)
            .order_by(Article.position, Article.id)
        )
    ).all()


async def contribution(tx: Tx, issue_id: int, member_id: int) -> Article | None:
    """What this member was asked to write for it."""
    return (
        await tx.scalars(
            select(Article).where(
                Article.issue_id == issue_id,
                Article.author_id == member_id,
                Article.asked != Asked.OWN,
            )
        )
    ).one_or_none()


async def written_by(tx: Tx, member_id: int) -> Sequence[tuple[Article, Issue]]:
    found = await tx.execute(
        select(Article, Issue)
        .join(Issue, Issue.id == Article.issue_id)
        .where(Article.author_id == member_id)
        .order_by(Article.id)
    )
    return [(article, issue) for article, issue in found]


async def expecting(tx: Tx, issue_id: int, now: datetime, limit: int) -> Sequence[Addressee]:
    """Who can have their copy now, the longest waiting first."""
    return (
        await tx.scalars(
            select(Addressee)
            .where(Addressee.issue_id == issue_id, Addressee.due_at <= now)
            .order_by(Addressee.due_at, Addressee.id)
            .limit(limit)
        )
    ).all()


async def still_waiting(tx: Tx, issue_id: int) -> tuple[int, datetime | None]:
    """How many wait for their copy, and when the first of them may have it."""
    found = await tx.execute(
        select(func.count(), func.min(Addressee.due_at)).where(Addressee.issue_id == issue_id)
    )
    count, first = found.one()
    return count, first


async def let_go(tx: Tx, issue_id: int) -> int:
    """Nobody waits for it any more; how many did."""
    gone = await tx.execute(delete(Addressee).where(Addressee.issue_id == issue_id))
    return int(gone.rowcount)  # type: ignore[attr-defined]


async def forget_reader(tx: Tx, member_id: int) -> None:
    """This member gets none of what is under way."""
    await tx.execute(delete(Addressee).where(Addressee.member_id == member_id))


async def drop(tx: Tx, issue_id: int) -> None:
    """Its pieces go; the row stays, so that a button of an old message means nothing new."""
    for table in (Article, Addressee):
        await tx.execute(delete(table).where(table.issue_id == issue_id))


async def forget_notices(tx: Tx, before: datetime) -> None:
    """What the website told is kept by the website."""
    await tx.execute(
        delete(Issue).where(Issue.kind == Kind.NOTICE, Issue.done_at < before)
    )  # fmt: skip


async def forget_pieces(tx: Tx, before: datetime) -> None:
    """Who wrote what in issues that left before then; the issue itself is kept."""
    old = select(Issue.id).where(Issue.state == State.SENT, Issue.left_at < before)
    await tx.execute(delete(Article).where(Article.issue_id.in_(old)))


async def contributions_of(tx: Tx, member_id: int) -> Sequence[tuple[Article, Issue]]:
    """What this member was asked to write, in issues that have not left."""
    written = await written_by(tx, member_id)
    return [(a, i) for a, i in written if a.asked is not Asked.OWN and not i.gone]


async def disown(tx: Tx, member_id: int) -> None:
    """Someone goes, and with them what they were asked to write; what went out is in the issue.
    An editor's own texts stay, without them."""
    theirs = Article.author_id == member_id
    await tx.execute(delete(Article).where(theirs, Article.asked != Asked.OWN))
    await tx.execute(update(Article).where(theirs).values(author_id=None))
