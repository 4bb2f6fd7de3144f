"""Members and accounts by the thousand, as plain rows: what no transaction follows is read in a
quarter of the time."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from bot.core import ChatRef, Role
from storage.db import Tx
from storage.people import Account, Member, Standing


class MemberRow(NamedTuple):
    """A `Member` as it was when it was read; the names mean what they mean there."""

    id: int
    name: str
    folded: str
    profession: str
    calling: str
    town: str
    rank: int
    standing: Standing
    phone: str
    lang: str
    simple: bool
    at_night: bool
    prefers: str
    zone: str
    asks_per_week: int | None
    quiet_from: int | None
    quiet_to: int | None
    paused_until: datetime | None
    week: str
    asked_at: datetime | None

    @property
    def role(self) -> Role:
        return Role(self.rank)

    def resting(self, now: datetime) -> bool:
        return self.paused_until is not None and self.paused_until > now


class AccountRow(NamedTuple):
    """An `Account` as it was when it was read."""

    member_id: int
    platform: str
    chat: str
    since: datetime
    unreachable: str

    @property
    def where(self) -> ChatRef:
        return ChatRef(self.platform, self.chat)


AnyMember = Member | MemberRow
AnyAccount = Account | AccountRow

_members = (
    select(*(getattr(Member, name) for name in MemberRow._fields))
    .where(Member.standing.in_((Standing.ACTIVE, Standing.PENDING)))
    .order_by(Member.id)
)
_accounts = select(*(getattr(Account, name) for name in AccountRow._fields))


async def active(tx: Tx) -> Sequence[MemberRow]:
    """All who may be called, pending ones included (their seat is kept until approval)."""
    return [MemberRow(*row) for row in await tx.execute(_members)]


async def accounts_of(tx: Tx, members: Collection[int]) -> dict[int, list[AccountRow]]:
    """By member, without those who have none."""
    theirs: dict[int, list[AccountRow]] = {}
    if not members:
        return theirs
    for row in await tx.execute(_accounts.where(Account.member_id.in_(members))):
        one = AccountRow(*row)
        theirs.setdefault(one.member_id, []).append(one)
    return theirs
