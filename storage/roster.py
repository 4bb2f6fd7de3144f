"""Members as the coordination looks after them: counted, found again, erased."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, tuple_
from sqlalchemy.orm import aliased

from bot.core import ChatRef, Role
from storage.absences import Absence
from storage.db import Tx
from storage.people import Account, Member, Standing


async def claim(tx: Tx, member_id: int) -> Member:
    """The row, locked, as it is now: of two who decide about a person, one is first."""
    return await tx.get_one(Member, member_id, with_for_update=True)


async def erase(tx: Tx, member: Member, now: datetime) -> None:
    """Nothing personal stays: a number, a profession and a town, for the counts."""
    member.name = member.folded = member.calling = member.rpps = member.phone = ""
    member.skills = member.needs = member.week = member.prefers = member.zone = ""
    member.quiet_from = member.quiet_to = member.asks_per_week = member.paused_until = None
    member.granted, member.rank = [], int(Role.MEMBER)
    member.at_night = member.simple = member.shares_name = member.employed = False
    member.standing, member.left_at = Standing.LEFT, now
    await tx.execute(delete(Absence).where(Absence.member_id == member.id))
    await tx.execute(delete(Account).where(Account.member_id == member.id))


async def left(tx: Tx) -> list[int]:
    """Those of whom only a number is left."""
    return list(await tx.scalars(select(Member.id).where(Member.standing == Standing.LEFT)))


async def accounts_in(tx: Tx, chat: ChatRef) -> Sequence[Account]:
    """Who is reached in this private chat."""
    return (
        await tx.scalars(
            select(Account).where(Account.platform == chat.platform, Account.chat == chat.chat)
        )
    ).all()


async def reachable(tx: Tx, platforms: Collection[str]) -> set[int]:
    """Who can be written to on one of these platforms."""
    found = await tx.scalars(
        select(Account.member_id).where(
            Account.unreachable == "", Account.platform.in_(list(platforms))
        )
    )
    return set(found)


async def unreachable(tx: Tx, limit: int, offset: int = 0) -> Sequence[tuple[Member, Account]]:
    """Members with no account that can be written to, and why, the latest first. Who has lost
    several stands there once, with the last."""
    reached = select(Account.member_id).where(Account.unreachable == "")
    other = aliased(Account)
    later = select(other.member_id).where(
        other.member_id == Account.member_id,
        tuple_(other.unreachable_at, other.platform, other.account)
        > tuple_(Account.unreachable_at, Account.platform, Account.account),
    )
    rows = await tx.execute(
        select(Member, Account)
        .join(Account, Account.member_id == Member.id)
        .where(
            Account.unreachable != "", Member.standing != Standing.LEFT,
            Member.id.not_in(reached), ~later.exists(),
        )
        .order_by(Account.unreachable_at.desc(), Member.id)
        .limit(limit)
        .offset(offset)
    )  # fmt: skip
    return [(member, account) for member, account in rows]


async def count_unreachable(tx: Tx) -> int:
    reached = select(Account.member_id).where(Account.unreachable == "")
    return (
        await tx.execute(
            select(func.count(Account.member_id.distinct()))
            .join(Member, Member.id == Account.member_id)
            .where(
                Account.unreachable != "", Member.standing != Standing.LEFT,
                Member.id.not_in(reached),
            )
        )
    ).scalar_one()  # fmt: skip


async def count_paused(tx: Tx, now: datetime) -> int:
    return (
        await tx.execute(
            select(func.count())
            .select_from(Member)
            .where(Member.standing == Standing.ACTIVE, Member.paused_until > now)
        )
    ).scalar_one()


async def namesakes(tx: Tx, folded: Collection[str]) -> set[str]:
    """Which of these (a folded name and town) are members already."""
    found = await tx.scalars(
        select(Member.folded).where(Member.folded.in_(folded), Member.standing != Standing.LEFT)
    )
    return set(found)
