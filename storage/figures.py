"""Depths and ages for `/metrics`: what waits, since when. Counts only."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage import inbox, outbox, timers
from storage.audit import AuditRow
from storage.db import Tx, const
from storage.inbox import Heard
from storage.outbox import Delivery
from storage.people import Account, Member, Standing
from storage.places import Place
from storage.places import State as PlaceState
from storage.timers import Timer


@dataclass(frozen=True)
class Waiting:
    """So many, and since when the oldest."""

    count: int
    since: datetime | None


@dataclass(frozen=True)
class Figures:
    events: dict[str, Waiting]
    sends: dict[tuple[str, int], Waiting]
    edits: dict[str, int]
    timers: Waiting
    aside: dict[str, int]
    unreachable: dict[str, int]
    unsealed: int


async def gather(tx: Tx, now: datetime) -> Figures:
    """Each of these looks at what is not finished, by its own index."""
    new = select(Heard.platform, Heard.at).where(Heard.state == const(inbox.State.NEW))
    fresh = new.cte("fresh").prefix_with("MATERIALIZED")  # else SQLite goes through all, in groups
    heard = select(fresh.c.platform, func.count(), func.min(fresh.c.at))
    due = (Delivery.state == const(outbox.State.DUE), Delivery.due_at <= now)
    owed = select(Delivery.platform, Delivery.lane, func.count(), func.min(Delivery.due_at))
    stale = select(Place.platform, func.count()).where(
        Place.version > Place.shown, Place.message.is_not(None),
        Place.state == const(PlaceState.LIVE),
    )  # fmt: skip
    late = select(func.count(), func.min(Timer.due_at)).where(
        Timer.state == const(timers.State.DUE), Timer.due_at <= now
    )
    lost = (
        select(Account.platform, func.count())
        .join(Member, Member.id == Account.member_id)
        .where(Account.unreachable != "", Member.standing != Standing.LEFT)
    )
    return Figures(
        {p: Waiting(c, s) for p, c, s in await tx.execute(heard.group_by(fresh.c.platform))},
        {
            (p, lane): Waiting(c, s)
            for p, lane, c, s in await tx.execute(
                owed.where(*due).group_by(Delivery.platform, Delivery.lane)
            )
        },
        dict((await tx.execute(stale.group_by(Place.platform))).all()),
        Waiting(*(await tx.execute(late)).one()),
        await _aside(tx),
        dict((await tx.execute(lost.group_by(Account.platform))).all()),
        await _count(tx, AuditRow.link.is_(None)),
    )


async def _aside(tx: Tx) -> dict[str, int]:
    """What waits for an administrator."""
    return {
        "events": await _count(tx, Heard.state == const(inbox.State.PARKED)),
        "timers": await _count(tx, Timer.state == timers.State.PARKED),
        "held": await _count(tx, Delivery.state == outbox.State.HELD),
    }


async def _count(tx: Tx, which: object) -> int:
    return (await tx.execute(select(func.count()).where(which))).scalar_one()  # type: ignore[arg-type]
