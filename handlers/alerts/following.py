"""The progress card follows the copies as they leave; nobody taps anything for that."""

from datetime import timedelta

from bot.engine import Ctx, job
from handlers.alerts import keys
from handlers.alerts.rules import timing
from storage import alerts, copies
from storage.alerts import Alert
from storage.outbox import State

FIRST = timedelta(seconds=5)
LONGEST = timedelta(minutes=5)


def begin(ctx: Ctx, row: Alert) -> None:
    for after in (FIRST, timing.HOLD + timedelta(seconds=1), timing.LONG_HOLD):
        ctx.at(ctx.now + after, follow.call(row.id, 0), name=keys.alert(row.id))


@job("alerts.follow")
async def follow(ctx: Ctx, alert: int, seconds: int) -> None:
    """Look again while copies are on their way, more and more rarely."""
    row = await alerts.find(ctx.tx, alert)
    if row is None or not row.open:
        return
    ctx.renew(keys.BOARD.format(alert=alert))
    waited = timedelta(seconds=seconds) or FIRST
    if ctx.now - row.made_at < timing.LONG_HOLD or waited > LONGEST:
        return
    found = await copies.counts(ctx.tx, [keys.alert(alert), keys.chats(alert)])
    if any(State.DUE in states or State.SENDING in states for states in found.values()):
        longer = waited * 2
        later = follow.call(alert, int(longer.total_seconds()))
        ctx.at(ctx.now + longer, later, name=keys.alert(alert))
