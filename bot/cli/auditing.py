"""What is done on the machine stands in the audit, too; by whom, the machine knows."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from storage.db import Tx

TERMINAL = "terminal"


def write_down(tx: "Tx", what: str, on: str, after: dict[str, Any] | None = None) -> None:
    from storage.audit import AuditRow

    tx.add(
        AuditRow(
            at=datetime.now(UTC), member_id=None, account=TERMINAL, what=what, on=on, before=None,
            after=after,
        )
    )  # fmt: skip
