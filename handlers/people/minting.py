"""Making an invitation: the code is shown once and kept only as a digest."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core import Role, codes
from bot.core.plain import fold
from storage.audit import AuditRow
from storage.db import Tx
from storage.invitations import Invitation


@dataclass(frozen=True)
class Prepared:
    """Someone on the coordination's list, before they have joined."""

    name: str
    profession: str
    calling: str = ""
    town: str = ""
    phone: str = ""


def mint(
    tx: Tx,
    now: datetime,
    *,
    role: Role,
    uses: int,
    days: int,
    by: int | None,
    at_once: bool = False,
    person: Prepared | None = None,
) -> tuple[str, Invitation]:
    """The code and its row, which gets its id at the next flush."""
    code = codes.new_code()
    row = Invitation(
        digest=codes.digest(code), rank=int(role), uses=uses, used=0, at_once=at_once, by=by,
        made_at=now, expires_at=now + timedelta(days=days),
    )  # fmt: skip
    if person is not None:
        row.name, row.folded = person.name, fold(f"{person.name} {person.town}")
        row.profession, row.calling = person.profession, person.calling
        row.town, row.phone = person.town, person.phone
    tx.add(row)
    return code, row


async def first_admin_invitation(tx: Tx, now: datetime, days: int) -> str:
    """The code that lets the first administrator in, at once: `tocsin admin invite` prints it."""
    code, row = mint(tx, now, role=Role.ADMINISTRATOR, uses=1, days=days, by=None, at_once=True)
    await tx.flush()
    _audit(tx, row, now)
    return code


def _audit(tx: Tx, row: Invitation, now: datetime) -> None:
    tx.add(
        AuditRow(
            at=now, member_id=None, account="terminal", what="invitation.made",
            on=f"invitation:{row.id}", before=None,
            after={"rank": row.rank, "uses": row.uses},
        )
    )  # fmt: skip
