"""A member left, or was refused or suspended: what they held is free again."""

from datetime import timedelta

from bot.core.facts import MemberLeft, TimeToForget
from bot.engine import Ctx, erases, exports, on
from handlers.staffing import keys, taking
from storage import callouts, said, seats
from storage.seats import State


@on(MemberLeft)
async def member_left(ctx: Ctx, fact: MemberLeft) -> None:
    """What was said to a survey goes too: nobody is chosen who is not here any more."""
    for seat in await seats.all_of(ctx.tx, fact.member_id):
        if seat.state is State.OUT:
            continue
        plan = await callouts.plan(ctx.tx, seat.callout_id, hold=True)
        shift = plan.shift(seat.shift_id) if plan else None
        if plan is None or shift is None or shift.ends_at <= ctx.now:
            continue
        await taking.withdraw(ctx, plan, seat)
        ctx.renew(keys.MEMBER.format(call=seat.callout_id, member=fact.member_id))
        ctx.renew(keys.BOARD.format(call=seat.callout_id), children=True)
        ctx.renew(keys.ROOM.format(call=seat.callout_id))


@exports("calls")
async def export(ctx: Ctx, member_id: int) -> list[dict[str, str]]:
    """What this person answered, as plain values."""
    return [
        {"call": str(s.callout_id), "shift": str(s.shift_id), "state": s.state.value,
         "since": s.since.isoformat()}
        for s in await seats.all_of(ctx.tx, member_id)
    ]  # fmt: skip


@erases("calls")
async def erase(ctx: Ctx, member_id: int) -> None:
    """Words go; counts stay."""
    await said.forget_words(ctx.tx, member_id)
    for seat in await seats.all_of(ctx.tx, member_id):
        seat.note = ""


@on(TimeToForget)
async def time_to_forget(ctx: Ctx, fact: TimeToForget) -> None:
    kept = ctx.parts.settings.retention
    answers, hours = timedelta(days=kept.answers_days), timedelta(days=kept.proofs_days)
    await said.forget(ctx.tx, fact.now - answers, fact.now - max(answers, hours))
