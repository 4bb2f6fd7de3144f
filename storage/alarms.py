"""What the auditor has found wrong and said, so that it is said once, also after a restart."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Base, Tx


class Trouble(Base):
    """Still so; `kind` as in `bot.engine.auditor`."""

    __tablename__ = "troubles"
    kind: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]


async def known(tx: Tx) -> Sequence[Trouble]:
    return (await tx.scalars(select(Trouble))).all()
