"""Which copies of live messages no longer show the truth, and what they show once edited."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, bindparam, case, func, or_, select, update

from storage.db import Tx, const
from storage.many import for_each
from storage.places import Place, State

LONGEST_REST = timedelta(minutes=1)
"""No copy rests longer between two edits: further ahead means that the clock was put back."""


_behind = (
    Place.platform == bindparam("platform"),
    Place.version > Place.shown,
    Place.message.is_not(None),
    Place.state == const(State.LIVE),
)
_now = bindparam("now", type_=Place.edit_after.type)
_far = bindparam("far", type_=Place.edit_after.type)
_stale = (
    select(Place)
    .where(
        *_behind,
        or_(Place.edit_after <= _now, Place.edit_after > _far),
        Place.id.not_in(bindparam("busy", expanding=True)),
    )
    .order_by(Place.lane, Place.edit_after)
    .limit(bindparam("most", type_=Integer))
    .execution_options(populate_existing=True)
)
_held = _stale.with_for_update()
_rest = (
    select(func.min(Place.edit_after)).where(*_behind, Place.edit_after > _now).group_by(Place.lane)
)
"""Put together once: they are asked in every round."""


async def stale(
    tx: Tx, platform: str, now: datetime, limit: int, busy: Sequence[str], *, hold: bool = False
) -> Sequence[Place]:
    """Copies to be edited now, what matters most first; not those being edited. `hold`: nobody
    else may write them until the transaction ends."""
    given = {"platform": platform, "now": now, "far": now + LONGEST_REST, "most": limit}
    given["busy"] = list(busy)
    return (await tx.scalars(_held if hold else _stale, given)).all()


async def next_edit(tx: Tx, platform: str, now: datetime) -> datetime | None:
    """By lane, as the index of stale copies has them: another would lead through all copies."""
    found = await tx.scalars(_rest, {"platform": platform, "now": now})
    return min(found, default=None)


_settled = (
    update(Place.__table__)  # type: ignore[arg-type]
    .where(Place.__table__.c.id == bindparam("place"))
    .values(
        message=bindparam("new_message"),
        digest=bindparam("new_digest"),
        edit_after=bindparam("rests_until"),
        shown=case(
            (Place.__table__.c.shown > bindparam("new_shown"), Place.__table__.c.shown),
            else_=bindparam("new_shown"),
        ),
        attempts=0,
    )
)


async def settle(tx: Tx, outcomes: Sequence[dict[str, Any]]) -> None:
    """Write what copies show now, all in one statement. Keys: see `_settled`."""
    await for_each(tx, _settled, outcomes)


async def again(tx: Tx, ids: Iterable[str]) -> dict[str, Place]:
    """These as they are in the database now, whatever was read before."""
    wanted = list(ids)
    if not wanted:
        return {}
    found = await tx.scalars(
        select(Place).where(Place.id.in_(wanted)).execution_options(populate_existing=True)
    )
    return {place.id: place for place in found}
