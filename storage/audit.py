"""Who did what, when, on whom. Rows are added, never changed; the auditor seals them.

A seal is a hash over the row and the seal before it, in the order of `link`: whoever changes,
removes or slips in a row breaks the chain there. Rows are sealed after their commit, so that no
transaction waits for another's.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Index, delete, func, select, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx

PAGE = 1000
"""Rows that are read at once."""

SEALED = 200
"""Rows that are sealed in one transaction: a crowd that answers waits for no more than these."""


class AuditRow(Base):
    """`link` is its place in the chain, and `seal` the hash; None and "" until it is sealed."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    member_id: Mapped[int | None]
    account: Mapped[str]
    what: Mapped[str]
    on: Mapped[str] = mapped_column("on_what", index=True)
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    seal: Mapped[str] = mapped_column(default="")
    link: Mapped[int | None] = mapped_column(unique=True)
    __table_args__ = (
        Index(
            "audit_unsealed", "id",
            sqlite_where=text("link IS NULL"), postgresql_where=text("link IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )  # fmt: skip


class Anchor(Base):
    """Where the chain begins once its oldest rows were forgotten: the last of those."""

    __tablename__ = "audit_anchor"
    id: Mapped[int] = mapped_column(primary_key=True)
    link: Mapped[int]
    seal: Mapped[str]


@dataclass(frozen=True)
class Chain:
    """`sealed` rows, the `last` link and its `seal`, rows that wait in the `tail`; `broken` is the
    first link that is not what its seal says (None: all are)."""

    sealed: int
    last: int
    seal: str
    tail: int
    broken: int | None = None


async def about(tx: Tx, on: str) -> Sequence[AuditRow]:
    return (await tx.scalars(select(AuditRow).where(AuditRow.on == on).order_by(AuditRow.id))).all()


async def seal(tx: Tx) -> tuple[int, str]:
    """Seal the oldest rows that are not sealed yet, at most `SEALED`; how many there were, and the
    newest seal. Fewer than `SEALED`: no other is left."""
    link, last = await _head(tx)
    query = select(AuditRow).where(AuditRow.link.is_(None)).order_by(AuditRow.id).limit(SEALED)
    rows = (await tx.scalars(query)).all()
    for row in rows:
        link += 1
        row.link, row.seal = link, _hash(last, link, row)
        last = row.seal
    await tx.flush()
    return len(rows), last


async def verify(tx: Tx) -> Chain:
    """Follow the chain from its beginning; it only reads."""
    anchor = await _anchor(tx)
    link, last = (anchor.link, anchor.seal) if anchor else (0, "")
    first = link
    unsealed = select(func.count()).where(AuditRow.link.is_(None))
    tail = (await tx.execute(unsealed)).scalar_one()
    while True:
        query = select(AuditRow).where(AuditRow.link > link).order_by(AuditRow.link).limit(PAGE)
        rows = (await tx.scalars(query)).all()
        for row in rows:
            if row.link != link + 1 or row.seal != _hash(last, link + 1, row):
                return Chain(link - first, link, last, tail, link + 1)
            link, last = row.link, row.seal
        tx.expunge_all()
        if len(rows) < PAGE:
            return Chain(link - first, link, last, tail)


async def forget(tx: Tx, before: datetime) -> None:
    """Retention: the oldest links go, and the chain begins after them."""
    old = select(AuditRow).where(AuditRow.at < before, AuditRow.link.is_not(None))
    newest = (await tx.scalars(old.order_by(AuditRow.link.desc()).limit(1))).one_or_none()
    if newest is None or newest.link is None:
        return
    await tx.merge(Anchor(id=1, link=newest.link, seal=newest.seal))
    await tx.execute(
        delete(AuditRow)
        .where(AuditRow.link <= newest.link)
        .execution_options(synchronize_session=False)
    )


async def _head(tx: Tx) -> tuple[int, str]:
    query = select(AuditRow.link, AuditRow.seal).where(AuditRow.link.is_not(None))
    found = (await tx.execute(query.order_by(AuditRow.link.desc()).limit(1))).first()
    if found is not None and found.link is not None:
        return found.link, found.seal
    anchor = await _anchor(tx)
    return (anchor.link, anchor.seal) if anchor else (0, "")


async def _anchor(tx: Tx) -> Anchor | None:
    return await tx.get(Anchor, 1)


def _hash(before: str, link: int, row: AuditRow) -> str:
    """Over what the row says, as both databases give it back."""
    at = row.at.astimezone(UTC).isoformat()
    said = [link, row.id, at, row.member_id, row.account, row.what, row.on, row.before, row.after]
    words = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{words}".encode()).hexdigest()
