"""«Si besoin»: those who said it are asked once, in one tap, when nobody else is left to ask or
the start is near. The seat is held for them meanwhile, so that a yes is never too late."""

from collections.abc import Sequence
from datetime import datetime

from bot.engine import Ctx
from bot.engine.awake import awake_at
from handlers.staffing import keys, offers, overlapping
from handlers.staffing.rules import rhythm
from handlers.staffing.rules.rhythm import Stage
from handlers.staffing.rules.seating import Opening
from handlers.staffing.rules.willing import Question, Vacancy, Willing, questions
from storage import people, seats
from storage.callouts import Kind, Plan, Shift
from storage.seats import Seat, State


async def ask(ctx: Ctx, plan: Plan) -> tuple[Question, ...]:
    """Ask for what is missing, as far as it is time."""
    vacant = [s for s in plan.shifts if _is_due(ctx, plan, s)]
    if not vacant or not plan.callout.open or plan.callout.kind is Kind.SURVEY:
        return ()
    rows = await seats.in_call(ctx.tx, plan.callout.id)
    vacancies = [_vacancy(plan, shift) for shift in vacant]
    found = questions(vacancies, await _willing(ctx, plan, vacant, rows))
    asked = {(one.shift, one.member): one.post for one in found}
    for seat in rows:
        if (post := asked.get((seat.shift_id, seat.member_id))) is not None:
            await _hold(ctx, plan, seat, post)
    _renew(ctx, plan, found)
    return found


def _renew(ctx: Ctx, plan: Plan, found: Sequence[Question]) -> None:
    """Where the last seat of a post is held now, everyone still undecided sees it."""
    if any(not plan.post(one.post).missing for one in found):
        ctx.renew(keys.CALL.format(call=plan.callout.id), children=True)
    elif found:
        ctx.renew(keys.BOARD.format(call=plan.callout.id), children=True)
        ctx.renew(keys.ROOM.format(call=plan.callout.id))


def next_look(ctx: Ctx, plan: Plan) -> datetime | None:
    """When a later shift of this call comes near; None after the last."""
    looks = (_last_look(ctx, s) for s in plan.shifts if s.starts_at > ctx.now)
    return min((at for at in looks if at > ctx.now), default=None)


def _is_due(ctx: Ctx, plan: Plan, shift: Shift) -> bool:
    """Somebody is missing, and everyone else was asked or the start is near."""
    if shift.starts_at <= ctx.now or not any(p.missing for p in plan.of(shift.id)):
        return False
    return plan.callout.stage >= Stage.CHANNELS or _last_look(ctx, shift) <= ctx.now


def _last_look(ctx: Ctx, shift: Shift) -> datetime:
    hours = ctx.parts.settings.staffing.maybe_before_hours
    quiet = ctx.parts.settings.community.quiet_hours
    span = (quiet.start, quiet.end)
    return rhythm.last_look(shift.starts_at, ctx.zone, hours=hours, quiet=span)


def _vacancy(plan: Plan, shift: Shift) -> Vacancy:
    """Where «at least 3» have come, those who would if needed are not."""
    openings = (Opening(p.id, tuple(p.codes), p.need, p.taken) for p in plan.of(shift.id))
    return Vacancy(shift.id, shift.starts_at, shift.ends_at, tuple(openings))


async def _willing(
    ctx: Ctx, plan: Plan, vacant: Sequence[Shift], rows: Sequence[Seat]
) -> list[Willing]:
    """Those who can be reached, are not in pause, and wake before the shift begins."""
    starts = {s.id: s.starts_at for s in vacant}
    maybes = [s for s in rows if s.state is State.MAYBE and s.asked_at is None]
    maybes = [s for s in maybes if s.shift_id in starts]
    members = {m.id: m for m in await people.hold(ctx.tx, {s.member_id for s in maybes})}
    reached = await ctx.reach(members)
    elsewhere: dict[int, list[tuple[datetime, datetime]]] = {}
    if not plan.callout.drill:
        around = overlapping.around(plan)
        elsewhere = await seats.engaged(ctx.tx, members, *around, besides=plan.callout.id)
    found = []
    for seat in maybes:
        member = members[seat.member_id]
        wakes = awake_at(ctx, member)
        if member.id not in reached or member.resting(ctx.now) or wakes >= starts[seat.shift_id]:
            continue
        here = [s for s in rows if s.member_id == member.id and s.state in seats.TAKES]
        busy = (*_times(plan, here), *elsewhere.get(member.id, ()))
        found.append(
            Willing(member.id, seat.shift_id, member.profession, seat.turn, len(here), busy,
                    asleep=wakes > ctx.now)
        )  # fmt: skip
    return found


def _times(plan: Plan, held: Sequence[Seat]) -> list[tuple[datetime, datetime]]:
    taken = {s.shift_id for s in held}
    return [(s.starts_at, s.ends_at) for s in plan.shifts if s.id in taken]


async def _hold(ctx: Ctx, plan: Plan, seat: Seat, post: int) -> None:
    plan.post(post).taken += 1
    seat.post_id, seat.asked_at = post, ctx.now
    seats.forget_elsewhere(ctx.tx, plan.callout.id, seat.member_id)
    await offers.offer(ctx, plan, seat)
    ctx.renew(keys.MEMBER.format(call=plan.callout.id, member=seat.member_id))
