"""The day before: still coming? On the day: here I am."""

from datetime import date, timedelta

from bot.core import Args, Button, Lane, Message, Span, Text
from bot.core.errors import Refusal
from bot.engine import Ctx, button
from bot.engine.awake import awake_at
from handlers.staffing import answering, words
from storage import callouts, seats
from storage.callouts import Plan, Shift
from storage.people import Member
from storage.seats import Seat, State

EARLY = timedelta(minutes=30)


async def ask_eve(ctx: Ctx, plan: Plan, day: date) -> None:
    """«Vous venez toujours demain ?» to each of the confirmed."""
    for seat, shift in await _coming(ctx, plan, day):
        found = (await ctx.reach([seat.member_id])).get(seat.member_id)
        if found is None:
            continue
        member, account = found
        args: Args = {
            "title": words.title(plan.callout),
            "when": words.when(shift, ctx.zone, member.lang),
            "where": words.where(plan.callout.place),
        }
        buttons = (
            Button(Text("still-coming"), confirm.call(plan.callout.id, shift.id, seat.change_id)),
            Button(Text("cannot"), answering.cannot.call(plan.callout.id, shift.id)),
        )
        ctx.post(
            account.where, Message((Text("eve-question", args),), buttons), lane=Lane.REMINDERS,
            lang=words.lang(member), simple=member.simple, at=awake_at(ctx, member),
        )  # fmt: skip


async def tell_silent(ctx: Ctx, plan: Plan, day: date) -> None:
    """The coordinator gets those who did not confirm: names and numbers to phone."""
    silent = [seat for seat, _ in await _coming(ctx, plan, day) if seat.confirmed_at is None]
    if not silent:
        return
    names = []
    for seat in silent:
        member = await ctx.tx.get_one(Member, seat.member_id)
        names.append(
            Text("phone-line", {"name": Span(member.name), "phone": words.number(member.phone)})
        )
    head = Text("eve-silent", {"title": words.title(plan.callout), "count": len(silent)})
    await ctx.tell([plan.callout.made_by], Message((head, *names)), lane=Lane.REMINDERS)


async def _coming(ctx: Ctx, plan: Plan, day: date) -> list[tuple[Seat, Shift]]:
    shifts = {s.id: s for s in plan.shifts if s.starts_at.astimezone(ctx.zone).date() == day}
    rows = await seats.in_call(ctx.tx, plan.callout.id, State.COMING)
    return [(r, shifts[r.shift_id]) for r in rows if r.shift_id in shifts]


async def _mine(ctx: Ctx, callout_id: int, shift_id: int) -> tuple[Seat, Shift]:
    """The seat that is held in a call that still stands."""
    plan = await callouts.plan(ctx.tx, callout_id)
    if plan is not None and plan.callout.state is callouts.State.CANCELLED:
        raise Refusal("callout-cancelled")
    seat = (await seats.of(ctx.tx, callout_id, ctx.me.id)).get(shift_id)
    shift = plan.shift(shift_id) if plan else None
    if seat is None or shift is None or seat.state is not State.COMING:
        raise Refusal("seat-gone")
    return seat, shift


@button("staffing.confirm")
async def confirm(ctx: Ctx, callout_id: int, shift_id: int, change: int = 0) -> None:
    """`change`: the one that was not answered when this was asked; a later one has its own."""
    seat, shift = await _mine(ctx, callout_id, shift_id)
    if seat.change_id not in (0, change):
        raise Refusal("change-newer", when=words.when(shift, ctx.zone, ctx.lang))
    seat.confirmed_at, seat.change_id = ctx.now, 0
    ctx.audit("seat.confirmed", f"callout:{callout_id}", None, {"shift": shift_id})
    ctx.renew(f"callout:{callout_id}:board", children=True)
    ctx.renew(f"callout:{callout_id}:member:{ctx.me.id}", children=True)
    ctx.say("confirmed", when=words.when(shift, ctx.zone, ctx.lang))


@button("staffing.arrive")
async def arrive(ctx: Ctx, callout_id: int, shift_id: int) -> None:
    """«📍 J'y suis», from 30 minutes before; nothing says where the person is."""
    seat, shift = await _mine(ctx, callout_id, shift_id)
    if ctx.now < shift.starts_at - EARLY:
        raise Refusal("too-early", at=(shift.starts_at - EARLY))
    if ctx.now > shift.ends_at + timedelta(hours=12):
        raise Refusal("shift-over")
    seat.arrived_at = seat.arrived_at or ctx.now
    ctx.audit("seat.arrived", f"callout:{callout_id}", None, {"shift": shift_id})
    ctx.renew(f"callout:{callout_id}:board", children=True)
    ctx.say(
        "arrived", at=seat.arrived_at.astimezone(ctx.zone).time().replace(second=0, microsecond=0)
    )
