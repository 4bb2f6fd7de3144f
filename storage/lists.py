"""Members whom coordinators put together under a name: «équipe mobile», «référents canicule»."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx


class MemberList(Base):
    """`folded` is the name as it is looked up: each stands once."""

    __tablename__ = "lists"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded: Mapped[str] = mapped_column(unique=True)
    made_by: Mapped[int]
    made_at: Mapped[datetime]


class Listed(Base):
    """A member on a list."""

    __tablename__ = "listed"
    list_id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(primary_key=True, index=True)


async def all_of(tx: Tx) -> Sequence[MemberList]:
    return (await tx.scalars(select(MemberList).order_by(MemberList.folded))).all()


async def named(tx: Tx, folded: str) -> MemberList | None:
    return (await tx.scalars(select(MemberList).where(MemberList.folded == folded))).one_or_none()


async def counts(tx: Tx) -> dict[int, int]:
    """How many are on each list."""
    counted = select(Listed.list_id, func.count()).group_by(Listed.list_id)
    return {row[0]: row[1] for row in await tx.execute(counted)}


async def names_of(tx: Tx, member_id: int) -> Sequence[str]:
    """The lists that this member is on."""
    return (
        await tx.scalars(
            select(MemberList.name)
            .join(Listed, Listed.list_id == MemberList.id)
            .where(Listed.member_id == member_id)
            .order_by(MemberList.folded)
        )
    ).all()


async def hand_over(tx: Tx, goes: int, stays: int) -> None:
    """Two profiles are one person's: the one that stays is on every list of both."""
    mine = set(await tx.scalars(select(Listed.list_id).where(Listed.member_id == stays)))
    theirs = set(await tx.scalars(select(Listed.list_id).where(Listed.member_id == goes)))
    await leave_all(tx, goes)
    tx.add_all(Listed(list_id=one, member_id=stays) for one in theirs - mine)


async def of_members(tx: Tx) -> Mapping[int, Sequence[int]]:
    """Which lists each member is on."""
    found: dict[int, list[int]] = {}
    for member_id, list_id in await tx.execute(select(Listed.member_id, Listed.list_id)):
        found.setdefault(member_id, []).append(list_id)
    return found


async def members_of(tx: Tx, list_id: int) -> Sequence[int]:
    found = await tx.scalars(select(Listed.member_id).where(Listed.list_id == list_id))
    return found.all()


async def put(tx: Tx, list_id: int, members: Iterable[int]) -> None:
    """These and no others are on it from now on."""
    await tx.execute(delete(Listed).where(Listed.list_id == list_id))
    tx.add_all(Listed(list_id=list_id, member_id=one) for one in members)


async def leave_all(tx: Tx, member_id: int) -> None:
    await tx.execute(delete(Listed).where(Listed.member_id == member_id))
