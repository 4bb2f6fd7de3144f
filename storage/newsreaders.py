"""Who wants the newsletter: what each member chose, and the proof of it."""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.core import Identity
from storage.db import Base, Tx


class Means(StrEnum):
    """How it was said. RETURNED: somebody came back who had said no before they left. UNITED: one
    of two profiles that became one had said no."""

    QUESTION = "question"
    SETTINGS = "settings"
    COMMAND = "command"
    LETTER = "letter"
    RETURNED = "returned"
    UNITED = "united"


class Choice(Base):
    """What counts now. `wants` None: not said. `asked_at` is when the one question was asked."""

    __tablename__ = "news_choices"
    member_id: Mapped[int] = mapped_column(primary_key=True)
    wants: Mapped[bool | None]
    at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]


class Consent(Base):
    """The proof: who said what, when, in which app, by which means, to which words."""

    __tablename__ = "news_consents"
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(index=True)
    wants: Mapped[bool]
    at: Mapped[datetime]
    platform: Mapped[str]
    means: Mapped[Means]
    wording: Mapped[str]


class Objection(Base):
    """The no of somebody who has left, under a hash of their account: it counts if they return."""

    __tablename__ = "news_objections"
    digest: Mapped[str] = mapped_column(primary_key=True)
    salt: Mapped[str]
    at: Mapped[datetime]


async def choice(tx: Tx, member_id: int) -> Choice | None:
    return await tx.get(Choice, member_id)


async def opened(tx: Tx, member_id: int) -> Choice:
    """The row of this member, made if they have none."""
    row = await tx.get(Choice, member_id, with_for_update=True)
    if row is None:
        row = Choice(member_id=member_id, wants=None, at=None, asked_at=None)
        tx.add(row)
    return row


async def wanting(tx: Tx) -> set[int]:
    """Everyone who said yes and has not said no since."""
    return set(await tx.scalars(select(Choice.member_id).where(Choice.wants.is_(True))))


async def tally(tx: Tx) -> dict[bool | None, int]:
    """How many said yes, no, or nothing though they were asked."""
    rows = await tx.execute(select(Choice.wants, func.count()).group_by(Choice.wants))
    return {row[0]: row[1] for row in rows}


async def proofs(tx: Tx, member_id: int) -> Sequence[Consent]:
    return (
        await tx.scalars(select(Consent).where(Consent.member_id == member_id).order_by(Consent.id))
    ).all()


async def hand_over(tx: Tx, old: int, new: int) -> None:
    """The proofs of a profile that goes into another."""
    await tx.execute(update(Consent).where(Consent.member_id == old).values(member_id=new))
    await tx.execute(delete(Choice).where(Choice.member_id == old))


async def forget(tx: Tx, member_id: int) -> None:
    for table in (Choice, Consent):
        await tx.execute(delete(table).where(table.member_id == member_id))


async def object_for(tx: Tx, accounts: Iterable[Identity], now: datetime) -> None:
    """Keep a no under these accounts' hashes."""
    salt = await _salt(tx) or secrets.token_hex(16)
    for who in accounts:
        digest = _digest(who, salt)
        if await tx.get(Objection, digest) is None:
            tx.add(Objection(digest=digest, salt=salt, at=now))


async def take_objection(tx: Tx, accounts: Iterable[Identity]) -> bool:
    """Had somebody said no from one of these accounts? It is forgotten here: whoever asks
    writes it down again as a member's own."""
    salt = await _salt(tx)
    if salt is None:
        return False
    digests = [_digest(who, salt) for who in accounts]
    found = await tx.execute(delete(Objection).where(Objection.digest.in_(digests)))
    return int(found.rowcount) > 0  # type: ignore[attr-defined]


async def forget_objections(tx: Tx, before: datetime) -> None:
    await tx.execute(delete(Objection).where(Objection.at < before))


async def _salt(tx: Tx) -> str | None:
    """One for the whole community: else every row would have to be hashed for every newcomer."""
    return (await tx.scalars(select(Objection.salt).limit(1))).first()


def _digest(who: Identity, salt: str) -> str:
    """Slow on purpose: numbers of accounts can be tried one after the other."""
    words = f"{who.platform}:{who.account}".encode()
    return hashlib.scrypt(words, salt=salt.encode(), n=2**12, r=8, p=1, dklen=24).hex()
