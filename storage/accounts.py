"""The accounts of members: which of them are theirs, and which is the best to write to."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import TypeVar

from sqlalchemy import select

from storage import everyone
from storage.db import Tx
from storage.everyone import AccountRow, AnyMember
from storage.people import Account, Member, Standing


async def of(tx: Tx, member_id: int) -> list[Account]:
    """Theirs: the reachable first, then the one that they prefer, then the newest."""
    return next((found for _, found in await with_members(tx, [member_id])), [])


async def with_members(tx: Tx, members: Iterable[int]) -> list[tuple[Member, list[Account]]]:
    """The same of several members with themselves, in one statement; without those who have
    none."""
    rows = await tx.execute(
        select(Member, Account)
        .join(Account, Account.member_id == Member.id)
        .where(Member.id.in_(list(members)))
        .order_by(Member.id)
    )
    found: dict[int, tuple[Member, list[Account]]] = {}
    for member, account in rows:
        found.setdefault(member.id, (member, []))[1].append(account)
    return [(member, _best_first(member, theirs)) for member, theirs in found.values()]


async def beside(
    tx: Tx, members: Collection[AnyMember]
) -> list[tuple[AnyMember, list[AccountRow]]]:
    """`with_members` for members who are at hand: they are not read again."""
    theirs = await everyone.accounts_of(tx, [one.id for one in members])
    return [(one, _best_first(one, theirs[one.id])) for one in members if one.id in theirs]


A = TypeVar("A", Account, AccountRow)


def _best_first(member: AnyMember, accounts: list[A]) -> list[A]:
    if len(accounts) > 1:
        accounts.sort(key=lambda one: one.since, reverse=True)
        accounts.sort(key=lambda one: (one.unreachable != "", one.platform != member.prefers))
    return accounts


async def owners(tx: Tx, platform: str, chats: Iterable[str]) -> dict[str, int]:
    """Whose private chats these are, by chat."""
    found = await tx.execute(
        select(Account.chat, Account.member_id).where(
            Account.platform == platform, Account.chat.in_(list(chats))
        )
    )
    return {row[0]: row[1] for row in found}


async def by_apps(tx: Tx) -> dict[tuple[str, ...], int]:
    """How many people are on which platforms: {("local",): 96, ("local", "other"): 14}."""
    rows = await tx.execute(
        select(Account.member_id, Account.platform)
        .join(Member, Member.id == Account.member_id)
        .where(Member.standing != Standing.LEFT)
    )
    theirs: dict[int, set[str]] = {}
    for member_id, platform in rows:
        theirs.setdefault(member_id, set()).add(platform)
    return dict(Counter(tuple(sorted(apps)) for apps in theirs.values()))
