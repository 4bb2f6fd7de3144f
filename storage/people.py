"""Members, and the accounts they speak from."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import func, or_, select, tuple_
from sqlalchemy.orm import Mapped, mapped_column

from bot.core import ChatRef, Identity, Lang, Role
from storage.db import Base, Tx, kept


class Standing(StrEnum):
    """PENDING: has joined, a coordinator has not confirmed who it is."""

    PENDING = "pending"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    LEFT = "left"


class Proof(StrEnum):
    """How far we know that a person is who they say (RPPS numbers are public)."""

    NONE = "none"
    DECLARED = "declared"
    MATCHES = "matches"
    VOUCHED = "vouched"


class Member(Base):
    """A person. `week` is their usual availability: 28 letters, «o» or «-», by day
    (Monday first) and part (matin, après-midi, soirée, nuit); "" if they never said.
    `quiet_from`/`quiet_to` are minutes of the local day; None means the community's.
    `calling` is the profession in their own words where the list has none for it. `wanted` is
    the rank their invitation promised, theirs once approved. `decision` is what came of their
    joining («approved», «refused», "" while it is open), `decided_by` the member who said so.
    `prefers` is the platform where they want to be written to; "" means the newest of theirs.
    `zone` is the IANA name of the time zone they live in, "" for the community's.
    """

    __tablename__ = "members"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    folded: Mapped[str] = mapped_column(default="", index=True)
    profession: Mapped[str] = mapped_column(default="", index=True)
    calling: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    rank: Mapped[int] = mapped_column(default=int(Role.MEMBER))
    granted: Mapped[list[Any]] = mapped_column(default=list)
    standing: Mapped[Standing] = mapped_column(default=Standing.PENDING)
    rpps: Mapped[str] = mapped_column(default="")
    proof: Mapped[Proof] = mapped_column(default=Proof.NONE)
    phone: Mapped[str] = mapped_column(default="")
    skills: Mapped[str] = mapped_column(default="")
    needs: Mapped[str] = mapped_column(default="")
    lang: Mapped[str] = mapped_column(default=Lang.FR.value)
    simple: Mapped[bool] = mapped_column(default=False)
    at_night: Mapped[bool] = mapped_column(default=False)
    prefers: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="")
    asks_per_week: Mapped[int | None]
    quiet_from: Mapped[int | None]
    quiet_to: Mapped[int | None]
    paused_until: Mapped[datetime | None]
    week: Mapped[str] = mapped_column(default="")
    shares_name: Mapped[bool] = mapped_column(default=False)
    employed: Mapped[bool] = mapped_column(default=False)
    consented_at: Mapped[datetime | None]
    joined_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
    invitation_id: Mapped[int | None]
    wanted: Mapped[int] = mapped_column(default=int(Role.MEMBER))
    decision: Mapped[str] = mapped_column(default="")
    decided_by: Mapped[int | None]
    decided_at: Mapped[datetime | None]

    @property
    def role(self) -> Role:
        return Role(self.rank)

    @property
    def active(self) -> bool:
        return self.standing in (Standing.ACTIVE, Standing.PENDING)

    def resting(self, now: datetime) -> bool:
        """Takes a break: nothing is asked of them that can wait."""
        return self.paused_until is not None and self.paused_until > now

    @property
    def grants(self) -> Collection[tuple[str, str]]:
        return [(right, scope) for right, scope in self.granted]


class Account(Base):
    """How a member is reached on one platform. `unreachable` says why they cannot be now."""

    __tablename__ = "accounts"
    platform: Mapped[str] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(index=True)
    chat: Mapped[str]
    since: Mapped[datetime]
    unreachable: Mapped[str] = mapped_column(default="")
    unreachable_at: Mapped[datetime | None]
    flood_told_at: Mapped[datetime | None]

    @property
    def where(self) -> ChatRef:
        return ChatRef(self.platform, self.chat)

    @property
    def who(self) -> Identity:
        return Identity(self.platform, self.account)


def come(tx: Tx, account: Account) -> None:
    """A new account, which later events of the same crowd must find."""
    tx.add(account)
    tx.info.setdefault("came", set()).add(account.who)


def may_have_come(tx: Tx, who: Identity) -> bool:
    """Since this transaction began? (An undo may have taken it back.)"""
    return who in tx.info.get("came", ())


async def load(tx: Tx, who: Iterable[Identity]) -> dict[Identity, tuple[Member, Account]]:
    """The people behind these accounts, in one statement."""
    keys = [(w.platform, w.account) for w in who]
    found = await tx.execute(
        select(Account, Member)
        .join(Member, Member.id == Account.member_id)
        .where(tuple_(Account.platform, Account.account).in_(keys))
    )
    return {account.who: (member, account) for account, member in found}


async def of_account(tx: Tx, who: Identity) -> tuple[Member, Account] | None:
    return (await load(tx, [who])).get(who)


async def ranked(tx: Tx, least: Role) -> Sequence[Member]:
    """Everyone of at least this rank who is active."""
    return (
        await tx.scalars(
            select(Member)
            .where(Member.rank >= int(least), Member.standing == Standing.ACTIVE)
            .order_by(Member.id)
        )
    ).all()


async def count(tx: Tx, standing: Standing) -> int:
    return (
        await tx.execute(
            select(func.count()).select_from(Member).where(Member.standing == standing)
        )
    ).scalar_one()


async def search(
    tx: Tx,
    words: str,
    *,
    professions: Collection[str] = (),
    standing: Standing | None = None,
    limit: int,
    offset: int = 0,
) -> Sequence[Member]:
    """Members by a piece of their name or town (folded: lower case, no accents)."""
    query = select(Member).where(Member.standing != Standing.LEFT)
    if standing is not None:
        query = query.where(Member.standing == standing)
    if words or professions:
        query = query.where(
            or_(Member.folded.contains(words, autoescape=True), Member.profession.in_(professions))
            if words
            else Member.profession.in_(professions)
        )
    ordered = query.order_by(Member.folded, Member.id).limit(limit).offset(offset)
    return (await tx.scalars(ordered)).all()


async def hold(tx: Tx, ids: Iterable[int]) -> Sequence[Member]:
    """Fetch these at once, and keep them at hand for the rest of the transaction."""
    rows = (await tx.scalars(select(Member).where(Member.id.in_(list(ids))))).all()
    kept(tx, "members").update({row.id: row for row in rows})
    return rows
