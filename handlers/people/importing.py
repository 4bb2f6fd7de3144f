"""From a spreadsheet to invitations: one for each person, bound to them, opened with a yes."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from bot.core import Role, codes
from handlers.people.minting import Prepared, mint
from handlers.people.rules.roster import Outcome, Row, Unreadable, Why, compared, read_roster
from storage import invitations, roster
from storage.audit import AuditRow
from storage.db import Tx

__all__ = [
    "Invited", "Outcome", "Row", "Unreadable", "Why", "as_csv", "compare", "import_members",
    "read_roster",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Invited:
    """The only moment at which the code is known."""

    name: str
    code: str


async def compare(tx: Tx, rows: Sequence[Row], now: datetime) -> tuple[Row, ...]:
    """The report, with those marked who are members or invited already. Writes nothing."""
    keys = [row.key for row in rows if row.outcome is Outcome.OK]
    members = await roster.namesakes(tx, keys)
    invited = {one.folded for one in await invitations.current(tx, now, personal=True)}
    return compared(rows, members, invited)


async def import_members(tx: Tx, rows: Sequence[Row], now: datetime, days: int) -> list[Invited]:
    """An invitation for each line that can be taken; compared once more, so that a second run of
    the same file makes none."""
    made = []
    for row in await compare(tx, rows, now):
        if row.outcome is not Outcome.OK:
            continue
        person = Prepared(row.name, row.profession, row.calling, row.town, row.phone)
        code, _ = mint(
            tx, now, role=Role.MEMBER, uses=1, days=days, by=None, at_once=True, person=person
        )
        made.append(Invited(row.name, code))
    after = {"invited": len(made)}
    tx.add(
        AuditRow(
            at=now, member_id=None, account="terminal", what="members.imported", on="members",
            before=None, after=after,
        )
    )  # fmt: skip
    await tx.flush()
    return made


def as_csv(invited: Sequence[Invited], link: Callable[[str], str]) -> bytes:
    """Name, code, link; UTF-8 with the mark that spreadsheets look for, and no live formula."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["nom", "code", "lien"])
    for one in invited:
        writer.writerow([_inert(one.name), codes.spaced(one.code), link(one.code)])
    return out.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
