"""The website's feed: where it is, how it was last found, and which of its entries were told."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx


class State(StrEnum):
    """CHECKING: was given just now. READY: was found, nobody said yet that it be announced."""

    CHECKING = "checking"
    READY = "ready"
    ON = "on"
    OFF = "off"


class WebFeed(Base):
    """There is one at most. `failing_since` and `why`: how it cannot be read; `told_at` is when
    whoever added it learnt so."""

    __tablename__ = "news_feeds"
    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    state: Mapped[State] = mapped_column(default=State.CHECKING)
    etag: Mapped[str] = mapped_column(default="")
    modified: Mapped[str] = mapped_column(default="")
    added_by: Mapped[int]
    added_at: Mapped[datetime]
    looked_at: Mapped[datetime | None]
    failing_since: Mapped[datetime | None]
    why: Mapped[str] = mapped_column(default="")
    told_at: Mapped[datetime | None]


class Known(Base):
    """An entry that was announced, or was there when the feed was given; by a hash."""

    __tablename__ = "news_feed_entries"
    key: Mapped[str] = mapped_column(primary_key=True)
    feed_id: Mapped[int] = mapped_column(index=True)
    at: Mapped[datetime]


async def current(tx: Tx) -> WebFeed | None:
    return (await tx.scalars(select(WebFeed).order_by(WebFeed.id.desc()).limit(1))).first()


async def claim(tx: Tx, feed_id: int) -> WebFeed | None:
    return await tx.get(WebFeed, feed_id, with_for_update=True)


async def drop(tx: Tx) -> None:
    for table in (Known, WebFeed):
        await tx.execute(delete(table))


async def known(tx: Tx, keys: Iterable[str]) -> set[str]:
    """Which of these were told."""
    return set(await tx.scalars(select(Known.key).where(Known.key.in_(list(keys)))))


def note(tx: Tx, feed_id: int, keys: Iterable[str], now: datetime) -> None:
    tx.add_all(Known(key=key, feed_id=feed_id, at=now) for key in keys)


async def forget(tx: Tx, feed_id: int, still: Iterable[str], before: datetime) -> None:
    """Entries that the feed has dropped long ago: they cannot come back as new."""
    await tx.execute(
        delete(Known).where(
            Known.feed_id == feed_id, Known.at < before, Known.key.not_in(list(still))
        )
    )
