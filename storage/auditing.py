"""What the auditor asks of the tables: is anything late, open that should be closed, miscounted?

It reads beside the work. Each question looks at what is not finished, never at all there is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, false, func, or_, select

from storage import inbox, timers
from storage.alerts import Alert
from storage.alerts import State as AlertState
from storage.callouts import Callout, Post
from storage.callouts import State as CallState
from storage.db import Tx, const
from storage.inbox import Heard
from storage.outbox import OPEN, Delivery
from storage.seats import TAKES, Seat
from storage.seats import State as SeatState
from storage.timers import Timer


@dataclass(frozen=True)
class Late:
    """So many, and since when the oldest should have been done."""

    count: int
    since: datetime


async def late_sends(tx: Tx, now: datetime, patience: Mapping[int, timedelta]) -> dict[str, Late]:
    """By platform: what has no final state though its lane's time for it is over."""
    overdue = or_(
        false(),
        *(and_(Delivery.lane == lane, Delivery.due_at < now - t) for lane, t in patience.items()),
    )
    found = await tx.execute(
        select(Delivery.platform, func.count(), func.min(Delivery.due_at))
        .where(Delivery.state.in_(OPEN), overdue)
        .group_by(Delivery.platform)
    )
    return {platform: Late(count, since) for platform, count, since in found}


async def late_timers(tx: Tx, before: datetime) -> Late | None:
    found = await tx.execute(
        select(func.count(), func.min(Timer.due_at)).where(
            Timer.state == const(timers.State.DUE), Timer.due_at < before
        )
    )
    count, since = found.one()
    return Late(count, since) if count else None


async def late_events(tx: Tx, before: datetime) -> Late | None:
    """What people did that nobody has handled."""
    found = await tx.execute(
        select(func.count(), func.min(Heard.at)).where(
            Heard.state == const(inbox.State.NEW), Heard.at < before
        )
    )
    count, since = found.one()
    return Late(count, since) if count else None


async def parked(tx: Tx) -> tuple[int, int]:
    """Events and planned things that failed each time they were tried."""
    events = select(func.count()).where(Heard.state == const(inbox.State.PARKED))
    jobs = select(func.count()).where(Timer.state == timers.State.PARKED)
    return (await tx.execute(events)).scalar_one(), (await tx.execute(jobs)).scalar_one()


async def never_closed(tx: Tx, before: datetime) -> int:
    """Calls and alerts that ended before then and are neither open nor closed in truth."""
    calls = select(func.count()).where(
        Callout.state.in_((CallState.OPEN, CallState.SEALED)), Callout.ends_at < before
    )
    alerts = select(func.count()).where(Alert.state == AlertState.OPEN, Alert.ends_at < before)
    return (await tx.execute(calls)).scalar_one() + (await tx.execute(alerts)).scalar_one()


async def miscounted(tx: Tx, now: datetime) -> list[int]:
    """The calls under way whose counters do not say what the answers say."""
    under_way = select(Callout.id).where(
        Callout.state.in_((CallState.OPEN, CallState.SEALED)), Callout.ends_at > now
    )
    seats = (
        select(
            Seat.post_id,
            func.count().filter(Seat.state.in_(TAKES)).label("taken"),
            func.count().filter(Seat.state == SeatState.WAITING).label("waiting"),
        )
        .where(Seat.callout_id.in_(under_way))
        .group_by(Seat.post_id)
        .subquery()
    )
    found = await tx.scalars(
        select(Post.callout_id)
        .outerjoin(seats, seats.c.post_id == Post.id)
        .where(
            Post.callout_id.in_(under_way),
            or_(
                Post.taken != func.coalesce(seats.c.taken, 0),
                Post.waiting != func.coalesce(seats.c.waiting, 0),
            ),
        )
        .distinct()
    )
    return sorted(found)
