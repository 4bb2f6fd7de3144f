"""What `check` and `doctor` see in the database and beside it: the audit, copies, people."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.core.findings import Finding

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.db import Database

OLD = timedelta(days=2)
"""A copy that is older than this has missed a night."""

NIGHTLY = "Make one each night: deploy/tocsin-backup.timer does it (docs/operate.md, Backup)."


async def audit_chain(db: "Database") -> Finding:
    """Every seal, from the first to the last."""
    from storage import audit

    async with db.reading() as tx:
        chain = await audit.verify(tx)
    tail = f"{chain.tail} not sealed yet"
    if chain.broken is None:
        seal = f", the last {chain.seal[:16]}" if chain.sealed else ""
        return Finding("Audit", True, f"{chain.sealed} rows sealed{seal}; {tail}")
    mend = (
        "A row there was changed, removed or put in by other means than the bot. Compare with a "
        "backup, and the seals in the log («audit sealed»): who could write to the database?"
    )
    return Finding("Audit", False, f"the chain breaks at link {chain.broken}; {tail}", mend)


def copies(settings: "Settings") -> Finding:
    """How old the newest copy is."""
    from storage import backups

    newest = backups.newest(settings.backup.path)
    made = backups.made_at(newest) if newest is not None else None
    if made is None:
        return Finding("Backups", False, f"none in {settings.backup.path}", NIGHTLY)
    age = datetime.now(UTC) - made
    hours = int(age.total_seconds() // 3600)
    told = f"{hours // 24} days" if hours >= 48 else f"{hours} h"
    found = f"the newest is {told} old, in {settings.backup.path}"
    return Finding("Backups", age <= OLD, found, NIGHTLY)


async def people_on(db: "Database") -> Mapping[str, int]:
    """By platform: members who are best reached there now, or only there."""
    from storage import accounts

    found: dict[str, int] = {}
    async with db.reading() as tx:
        for apps, count in (await accounts.by_apps(tx)).items():
            for app in apps:
                found[app] = found.get(app, 0) + count
    return found


def spoken_for(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"
