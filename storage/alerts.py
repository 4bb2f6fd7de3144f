"""Alerts: what was said, to whom, who has acknowledged it, and what was added later."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, case, func, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.core.severity import Severity
from storage.db import Base, Tx, kept
from storage.many import put


class State(StrEnum):
    """CANCELLED: held back or stopped by its author. ENDED: by hand or by its time."""

    OPEN = "open"
    ENDED = "ended"
    CANCELLED = "cancelled"


class Alert(Base):
    """`release`: a «communiqué» for media. `partners` is the text that partners get, "" for the
    same. `audience` and `file` are what `handlers.alerts.rules` packs. `enough`: so many
    acknowledgements end the reminders, 0 for everyone's. `steps` counts the reminders that were
    sent by themselves. `through`: platforms whose people get it in their room. `preview` is the
    wizard it came from: the same one sent twice makes one alert. `farewell` was said at its end;
    `counted` are the counts of that moment, which stay when nobody knows who answered any more.
    """

    __tablename__ = "alerts"
    id: Mapped[int] = mapped_column(primary_key=True)
    release: Mapped[bool] = mapped_column(default=False)
    severity: Mapped[Severity]
    title: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    partners: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    audience: Mapped[dict[str, Any]]
    through: Mapped[list[Any]] = mapped_column(default=list)
    file: Mapped[dict[str, Any] | None]
    drill: Mapped[bool] = mapped_column(default=False)
    enough: Mapped[int] = mapped_column(default=0)
    steps: Mapped[int] = mapped_column(default=0)
    reminded_at: Mapped[datetime | None]
    state: Mapped[State] = mapped_column(default=State.OPEN)
    made_by: Mapped[int]
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None]
    farewell: Mapped[str] = mapped_column(default="")
    counted: Mapped[dict[str, Any] | None]
    signal_id: Mapped[int | None]
    preview: Mapped[str] = mapped_column(unique=True)

    @property
    def open(self) -> bool:
        return self.state is State.OPEN


class Told(Base):
    """A member who was told. `helps_at`: said «je peux aider», and `said` in which way.
    `again` counts reminders; `elsewhere` is the other app where they were told too."""

    __tablename__ = "alert_told"
    alert_id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(primary_key=True, index=True)
    platform: Mapped[str]
    told_at: Mapped[datetime]
    acked_at: Mapped[datetime | None]
    helps_at: Mapped[datetime | None]
    said: Mapped[str] = mapped_column(default="")
    again: Mapped[int] = mapped_column(default=0)
    elsewhere: Mapped[str] = mapped_column(default="")

    @property
    def silent(self) -> bool:
        return self.acked_at is None and self.helps_at is None


class ToldChat(Base):
    """A channel or room that was told. An acknowledgement counts for its organisation. `outside`:
    it is a partner's; `public`: everyone reads it."""

    __tablename__ = "alert_told_chats"
    alert_id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int | None]
    outside: Mapped[bool] = mapped_column(default=False)
    public: Mapped[bool] = mapped_column(default=False)
    told_at: Mapped[datetime]
    acked_at: Mapped[datetime | None]

    @property
    def organisation(self) -> int:
        """The partner; a channel that nobody has said whose it is counts for itself."""
        return self.partner_id or -self.chat_id


class Update(Base):
    """What was added to an alert. `partners` is for outsiders, "" for nothing; `approved` says
    whether what everyone reads may show it."""

    __tablename__ = "alert_updates"
    id: Mapped[int] = mapped_column(primary_key=True)
    alert_id: Mapped[int]
    words: Mapped[str]
    partners: Mapped[str] = mapped_column(default="")
    approved: Mapped[bool] = mapped_column(default=True)
    by: Mapped[int]
    at: Mapped[datetime]
    __table_args__ = (Index("alert_updates_of", "alert_id"), {"sqlite_autoincrement": True})


@dataclass(frozen=True)
class Counts:
    """Members and organisations, counted in the database."""

    told: int = 0
    acked: int = 0
    help: int = 0
    silent: int = 0
    chats: int = 0
    partners: int = 0
    partners_acked: int = 0


async def find(tx: Tx, alert_id: int, *, hold: bool = False) -> Alert | None:
    """Kept for the transaction. `hold` locks it against another that changes its state."""
    if hold:
        return await tx.get(Alert, alert_id, with_for_update=True, populate_existing=True)
    return await tx.get(Alert, alert_id)


async def by_preview(tx: Tx, preview: str) -> Alert | None:
    return (await tx.scalars(select(Alert).where(Alert.preview == preview))).one_or_none()


async def in_force(tx: Tx, now: datetime) -> Sequence[Alert]:
    """Alerts that stand now, the gravest and newest first."""
    query = select(Alert).where(Alert.state == State.OPEN, Alert.ends_at > now)
    rows = (await tx.scalars(query)).all()
    return sorted(rows, key=lambda a: (-a.severity.rank, -a.made_at.timestamp()))


async def load(tx: Tx, ids: Collection[int], members: Collection[int] = ()) -> None:
    """For many copies or taps at once: these alerts, what was added to them, and what these
    members have said, in three statements; while they are held each costs nothing."""
    rows = (await tx.scalars(select(Alert).where(Alert.id.in_(ids)))).all()
    kept(tx, "alerts").update({row.id: row for row in rows})
    added = await tx.scalars(select(Update).where(Update.alert_id.in_(ids)).order_by(Update.id))
    found = kept(tx, "alert-updates")
    found.update({one: [] for one in ids})
    for row in added:
        found[row.alert_id].append(row)
    if members:
        told = select(Told).where(Told.alert_id.in_(ids), Told.member_id.in_(members))
        kept(tx, "alert-told").update(
            {(row.alert_id, row.member_id): row for row in (await tx.scalars(told)).all()}
        )


async def updates(tx: Tx, alert_id: int) -> Sequence[Update]:
    """The oldest first."""
    known = kept(tx, "alert-updates")
    if alert_id not in known:
        await load(tx, [alert_id])
    found: Sequence[Update] = known[alert_id]
    return found


def forget_held(tx: Tx, alert_id: int) -> None:
    """Something was added: what was read before is not all."""
    kept(tx, "alert-updates").pop(alert_id, None)


async def told(tx: Tx, alert_id: int, member_id: int) -> Told | None:
    return await tx.get(Told, (alert_id, member_id))


async def told_all(tx: Tx, alert_id: int) -> Sequence[Told]:
    return (await tx.scalars(select(Told).where(Told.alert_id == alert_id))).all()


async def tell(tx: Tx, alert_id: int, where: Iterable[tuple[int, str]], now: datetime) -> None:
    """Write down whom it goes to: (member, platform), all in one statement."""
    rows = [
        {"alert_id": alert_id, "member_id": member, "platform": platform, "told_at": now,
         "said": "", "again": 0, "elsewhere": ""}
        for member, platform in where
    ]  # fmt: skip
    await put(tx, Told, rows)


async def chats_of(tx: Tx, alert_id: int) -> Sequence[ToldChat]:
    return (await tx.scalars(select(ToldChat).where(ToldChat.alert_id == alert_id))).all()


async def counts(tx: Tx, alert_id: int) -> Counts:
    """Two statements, however many people."""
    silent = Told.acked_at.is_(None) & Told.helps_at.is_(None)
    row = (
        await tx.execute(
            select(
                func.count(), func.count(func.coalesce(Told.acked_at, Told.helps_at)),
                func.count(Told.helps_at), func.count(case((silent, 1))),
            ).where(Told.alert_id == alert_id)
        )
    ).one()  # fmt: skip
    rooms = await chats_of(tx, alert_id)
    theirs = {r.organisation for r in rooms if r.outside and not r.public}
    acked = {r.organisation for r in rooms if r.outside and r.acked_at is not None}
    return Counts(row[0], row[1], row[2], row[3], len(rooms), len(theirs), len(acked))


async def of_partner(tx: Tx, partner_id: int, now: datetime) -> list[tuple[Alert, ToldChat]]:
    """Alerts that stand and that this partner was told of, once each, the newest first."""
    found = await tx.execute(
        select(Alert, ToldChat)
        .join(ToldChat, ToldChat.alert_id == Alert.id)
        .where(
            ToldChat.partner_id == partner_id, Alert.state == State.OPEN, Alert.ends_at > now
        )
        .order_by(Alert.id.desc())
    )  # fmt: skip
    newest: dict[int, tuple[Alert, ToldChat]] = {}
    for alert, told in found:
        newest.setdefault(alert.id, (alert, told))
    return list(newest.values())


async def last_told(tx: Tx, chat_id: int, now: datetime) -> int | None:
    """The newest alert that stands in this chat."""
    query = (
        select(Alert.id)
        .join(ToldChat, ToldChat.alert_id == Alert.id)
        .where(ToldChat.chat_id == chat_id, Alert.state == State.OPEN, Alert.ends_at > now)
        .order_by(Alert.id.desc())
        .limit(1)
    )
    return (await tx.scalars(query)).first()
