"""A change is made: the rows, the timers, the search, one message to each of those concerned."""

from collections.abc import Sequence
from datetime import datetime

from bot.core import Lane, Span, Text
from bot.engine import Ctx
from bot.engine.awake import awake_at
from handlers.staffing import (
    changed,
    concerned,
    diary,
    filling,
    keys,
    maybes,
    passing,
    timetable,
    waves,
    words,
)
from handlers.staffing.concerned import Concerned
from handlers.staffing.confirming import EARLY
from handlers.staffing.rules import change as rules
from handlers.staffing.rules import rhythm, telling
from handlers.staffing.rules.change import Wish
from handlers.staffing.rules.timetable import moved_deadline
from storage import callouts
from storage.callouts import Kind, Plan, Post, Shift
from storage.changes import Change
from storage.people import Member
from storage.seats import State


async def apply(ctx: Ctx, plan: Plan, wish: Wish, before: Wish) -> list[Text]:
    """What the coordinator is told of it."""
    call, found = plan.callout, await concerned.find(ctx, plan, wish)
    started_at, was_full = call.starts_at, plan.missing == 0
    made = Change(
        callout_id=call.id, made_by=ctx.me.id, made_at=ctx.now, before=rules.pack(before),
        after=rules.pack(wish),
    )  # fmt: skip
    ctx.tx.add(made)
    plan = await _written(ctx, plan, wish)
    _asked_anew(ctx, plan, found, made)
    _audited(ctx, plan, before, wish, made)
    await diary.log(ctx, call, "changed")
    if wish.times or wish.added:
        await _timed(ctx, plan, started_at)
    await _searched(ctx, plan, wish, was_full=was_full, started_at=started_at)
    later = await _told(ctx, plan, before, wish, made, found)
    ctx.renew(keys.CALL.format(call=call.id), children=True)
    return _sent(ctx, plan, wish, found, later)


async def _written(ctx: Ctx, plan: Plan, wish: Wish) -> Plan:
    call = plan.callout
    call.place = call.place if wish.place is None else wish.place
    call.contact = call.contact if wish.contact is None else wish.contact
    for shift in plan.shifts:
        shift.starts_at, shift.ends_at = wish.times.get(shift.id, (shift.starts_at, shift.ends_at))
    for post in plan.posts:
        post.need = wish.needs.get(post.id, post.need)
    await _add(ctx, plan, wish)
    await ctx.tx.flush()
    await callouts.plans(ctx.tx, [call.id], hold=True)
    plan = await callouts.plan(ctx.tx, call.id, hold=True) or plan
    call.starts_at = min(s.starts_at for s in plan.shifts)
    call.ends_at = max(s.ends_at for s in plan.shifts)
    return plan


async def _add(ctx: Ctx, plan: Plan, wish: Wish) -> None:
    """A slot that is added needs whom the first one needs."""
    last = max(s.number for s in plan.shifts)
    for number, (start, end) in enumerate(wish.added, start=last + 1):
        shift = Shift(callout_id=plan.callout.id, number=number, starts_at=start, ends_at=end)
        ctx.tx.add(shift)
        await ctx.tx.flush()
        ctx.tx.add_all(
            Post(
                callout_id=plan.callout.id, shift_id=shift.id, number=p.number,
                codes=list(p.codes), label=p.label, need=p.need, at_least=p.at_least, taken=0,
                waiting=0,
            )
            for p in plan.of(plan.shifts[0].id)
        )  # fmt: skip


def _asked_anew(ctx: Ctx, plan: Plan, found: Concerned, made: Change) -> None:
    """What was confirmed was another time or place; no answer keeps the seat."""
    for seat in found.seats:
        shift = plan.shift(seat.shift_id)
        assert shift is not None
        seat.change_id, seat.confirmed_at = made.id, None
        if seat.state is State.MAYBE:
            seat.asked_at = None
        if shift.starts_at - EARLY > ctx.now:
            seat.arrived_at = None


def _audited(ctx: Ctx, plan: Plan, before: Wish, wish: Wish, made: Change) -> None:
    """Times and numbers; of what was typed only that it changed (the change's row has it)."""
    was, will_be = rules.pack(before), rules.pack(wish)
    for row in (was, will_be):
        row |= {what: row[what] is not None for what in ("place", "contact")}
        row["change"] = made.id
    ctx.audit("callout.changed", keys.CALL.format(call=plan.callout.id), was, will_be)


async def _timed(ctx: Ctx, plan: Plan, started_at: datetime) -> None:
    """The deadline and the rhythm follow the start; everything that rings is set anew."""
    call, hours = plan.callout, ctx.parts.settings.staffing.fast_before_hours
    call.reply_by = moved_deadline(
        call.reply_by, started_at, call.starts_at, made_at=call.made_at, now=ctx.now, zone=ctx.zone
    )
    near = rhythm.is_near(call.starts_at, ctx.now, hours=hours)
    if near != rhythm.is_near(started_at, ctx.now, hours=hours):
        call.fast = near
    await timetable.set_anew(ctx, plan)


async def _searched(
    ctx: Ctx, plan: Plan, wish: Wish, *, was_full: bool, started_at: datetime
) -> None:
    """Seats that are new go to who waits; then it is looked for more, or no more."""
    call = plan.callout
    for post in plan.posts:
        while post.missing and await passing.pass_on(ctx, plan, post):
            continue
    if wish.needs or wish.added:
        await maybes.ask(ctx, plan)
    if plan.missing == 0:
        return await filling.call_full(ctx, plan)
    call.filled_at = None
    if call.open and call.kind is Kind.CALL and (was_full or call.starts_at != started_at):
        await ctx.forget(keys.wave(call.id))
        waves.resume(ctx, plan)


async def _told(
    ctx: Ctx, plan: Plan, before: Wish, wish: Wish, made: Change, found: Concerned
) -> int:
    """One message each; how many of these people get it when their quiet hours end."""
    call, later = plan.callout, set()
    lane = Lane.URGENT if call.urgent and not call.drill else Lane.CALLS
    for notice in found.notices:
        if notice.member not in found.reached:
            continue
        member, account = found.reached[notice.member]
        at = _when(ctx, plan, before, member, notice.slots)
        if at > ctx.now:
            later.add(member.id)
        ctx.deal(
            account.where, changed.key(call.id, member.id, made.id, notice.slots), lane=lane,
            lang=words.lang(member), simple=member.simple, at=at,
            about=keys.CALL.format(call=call.id),
        )  # fmt: skip
    return len(later)


def _when(
    ctx: Ctx, plan: Plan, before: Wish, member: Member, slots: Sequence[int]
) -> datetime:  # fmt: skip
    starts = [s.starts_at for s in plan.shifts if s.id in slots]
    starts += [before.times[slot][0] for slot in slots if slot in before.times]
    awake = awake_at(ctx, member)
    return telling.told_at(ctx.now, awake, min(starts), urgent=plan.callout.urgent)


def _sent(ctx: Ctx, plan: Plan, wish: Wish, found: Concerned, later: int) -> list[Text]:
    title = words.title(plan.callout)
    head = Text("change-sent", {"title": title, "count": found.told, "later": later})
    lines = [*words.told(plan.callout, head)]
    if (wish.needs or wish.added) and plan.missing:
        key = "change-searched" if plan.callout.open else "change-sealed"
        lines.append(Text(key, {"missing": plan.missing}))
    if found.beyond:
        lines.append(Text("change-phone"))
        lines += [
            Text("phone-line", {"name": Span(m.name), "phone": words.number(m.phone)})
            for m in found.beyond
        ]
    return lines
