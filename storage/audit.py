"""Who did what, when, on whom. Rows are added, never changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx


class AuditRow(Base):
    """`seal` is the hash over this row and the seal before it; empty until the auditor came."""

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


async def about(tx: Tx, on: str) -> Sequence[AuditRow]:
    return (await tx.scalars(select(AuditRow).where(AuditRow.on == on).order_by(AuditRow.id))).all()
