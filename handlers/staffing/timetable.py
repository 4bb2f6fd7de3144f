"""Sets the timers of a call: when it is sent, and anew when its times change."""

from datetime import datetime
from typing import assert_never

from bot.core import Call
from bot.engine import Ctx
from handlers.staffing import jobs, keys, offers
from handlers.staffing.rules.timetable import Bell, Hours, Ring, timetable
from storage import seats
from storage.callouts import Plan
from storage.seats import State


def set_up(ctx: Ctx, plan: Plan, since: datetime | None = None) -> None:
    call, quiet = plan.callout, ctx.parts.settings.community.quiet_hours
    rules = ctx.parts.settings.staffing
    hours = Hours(ctx.zone, rules.maybe_before_hours, (quiet.start, quiet.end))
    slots = [(s.starts_at, s.ends_at) for s in plan.shifts]
    for bell in timetable(slots, call.reply_by, ctx.now, hours, since):
        ctx.at(bell.at, _job(call.id, bell), until=bell.until, name=keys.timers(call.id))


async def set_anew(ctx: Ctx, plan: Plan) -> None:
    """The times have changed. Seats that are held for somebody keep their own time."""
    call = plan.callout
    await ctx.forget(keys.timers(call.id))
    await ctx.forget(keys.look(call.id))
    set_up(ctx, plan, call.made_at)
    for seat in await seats.in_call(ctx.tx, call.id, State.OFFERED):
        if seat.held_until is not None:
            lapse = offers.lapse.call(call.id, seat.shift_id, seat.member_id)
            ctx.at(seat.held_until, lapse, name=keys.timers(call.id))


def _job(call: int, bell: Bell) -> Call:
    match bell.ring:
        case Ring.DEADLINE:
            return jobs.deadline.call(call)
        case Ring.LAST_LOOK:
            return jobs.ask_maybes.call(call)
        case Ring.EVE:
            return jobs.confirm_eve.call(call, f"{bell.day}")
        case Ring.EVE_LIST:
            return jobs.eve_list.call(call, f"{bell.day}")
        case Ring.OVER:
            return jobs.over.call(call)
        case _:
            assert_never(bell.ring)
