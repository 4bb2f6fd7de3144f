"""A draft becomes a call: its rows, its board, its first group, its timers."""

from datetime import datetime

from bot.engine import Ctx
from handlers.staffing import diary, keys, selecting, timetable, waves
from handlers.staffing.rules import rhythm
from handlers.staffing.rules.audience import Audience
from handlers.staffing.rules.draft import Draft
from storage import callouts, tallies
from storage.callouts import Callout, Kind, Plan, Post, Shift


async def send(ctx: Ctx, draft: Draft, preview: str) -> Plan:
    """Make the call and ask its first group. The same preview sent twice makes one call."""
    known = await callouts.by_preview(ctx.tx, preview)
    if known is not None:
        plan = await callouts.plan(ctx.tx, known.id)
        assert plan is not None
        return plan
    plan = await _rows(ctx, draft, preview)
    call = plan.callout
    ctx.audit("callout.sent", keys.CALL.format(call=call.id), None,
              {"seats": draft.seats, "drill": call.drill, "urgent": call.urgent})  # fmt: skip
    timetable.set_up(ctx, plan)
    asked = await waves.first(ctx, plan, everyone=draft.everyone)
    await diary.log(ctx, call, "sent", seats=draft.seats, asked=asked)
    return plan


async def _rows(ctx: Ctx, draft: Draft, preview: str) -> Plan:
    excluded, towns = await selecting.excluded(ctx, draft.excluded)
    call = Callout(
        kind=Kind.SURVEY if draft.survey else Kind.CALL, title=draft.title, place=draft.place,
        contact=draft.contact, pay=draft.pay, drill=draft.drill, urgent=draft.urgent,
        fast=draft.fast, single=draft.single, state=callouts.State.OPEN, stage=0, wave=0, turn=0,
        audience={"towns": list(draft.towns), "excluded": list(excluded),
                  "excluded_towns": list(towns), "neighbours": draft.neighbours},
        made_by=ctx.me.id, made_at=ctx.now, starts_at=draft.starts_at, ends_at=draft.ends_at,
        reply_by=reply_by(ctx, draft),
        preview=preview,
    )  # fmt: skip
    ctx.tx.add(call)
    await ctx.tx.flush()
    shifts = [
        Shift(callout_id=call.id, number=n, starts_at=s.start, ends_at=s.end)
        for n, s in enumerate(draft.slots, start=1)
    ]
    ctx.tx.add_all(shifts)
    await ctx.tx.flush()
    ctx.tx.add_all(
        Post(
            callout_id=call.id, shift_id=shift.id, number=n, codes=list(p.codes), label=p.label,
            need=p.count, at_least=p.at_least, taken=0, waiting=0,
        )
        for shift, slot in zip(shifts, draft.slots, strict=True)
        for n, p in enumerate(slot.places, start=1)
    )  # fmt: skip
    await ctx.tx.flush()
    plan = await callouts.plan(ctx.tx, call.id, hold=True)
    assert plan is not None
    return plan


def reply_by(ctx: Ctx, draft: Draft) -> datetime:
    """Until when an answer helps: as was said, but never after the start."""
    usual = rhythm.reply_by(draft.starts_at, ctx.now, ctx.zone)
    return min(draft.reply_by or usual, draft.starts_at)


async def asked(ctx: Ctx, plan: Plan) -> int:
    return await tallies.asked(ctx.tx, plan.callout.id)


async def show_board(ctx: Ctx, plan: Plan) -> None:
    """The board below the preview: one message that follows along."""
    await ctx.show_card(keys.BOARD.format(call=plan.callout.id))


def first_group(draft: Draft, found: Audience, *, expected_yes: float) -> int:
    """How many the first group will be, for the preview."""
    return len(waves.pick(found, draft.wanted(), draft.everyone, expected_yes))
