"""From the answers to a survey to a planning: who comes is ticked, then everyone is told once."""

from collections.abc import Mapping, Sequence

from bot.core import Args, Lane, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.messages import Button
from bot.engine import Ask, Ctx, button, dialog
from bot.engine.awake import awake_at
from handlers.staffing import answering, byhand, grid, keys, overlapping, taking, thanking, words
from handlers.staffing.rules import seating
from storage import callouts, people, seats
from storage.callouts import Kind, Plan, Shift
from storage.people import Member
from storage.seats import Seat, State

Chosen = dict[int, tuple[str, ...]]
"""By shift, the ids of those who were ticked."""


@button("staffing.choose", right=Right.CALL)
async def choose(ctx: Ctx, callout_id: int) -> None:
    """The grid of a survey, and the wizard that takes people from it."""
    ctx.start(choose_people, call=callout_id)


@dialog("staffing.choose-people", right=Right.CALL)
async def choose_people(ctx: Ctx, ask: Ask, call: int) -> None:
    """Slot by slot: those who can, ticked; never more than there are seats."""
    plan = await taking.manageable(ctx, call)
    if plan.callout.kind is not Kind.SURVEY:
        raise Refusal("already-over")
    rows = await seats.in_call(ctx.tx, plan.callout.id, State.FREE)
    if not rows:
        raise Refusal("nobody-free")
    lines = await grid.survey_lines(ctx, plan)
    ask.aside(Message(tuple(lines), (), grid.survey_picture.made(ctx.me.id, call)))
    members = {m.id: m for m in await people.hold(ctx.tx, {s.member_id for s in rows})}
    chosen: Chosen = {}
    for shift in plan.shifts:
        able = [members[s.member_id] for s in rows if s.shift_id == shift.id]
        if able and shift.ends_at > ctx.now:
            chosen[shift.id] = await _tick(ctx, ask, plan, shift, able)
    count = sum(len(v) for v in chosen.values())
    picked = {int(one) for ticked in chosen.values() for one in ticked}
    others = len(await thanking.whom(ctx, plan, picked)) if count else 0
    if not await ask.yes("choose-sure", count=count, others=others):
        return ctx.say("dialog-left")
    return await _confirm(ctx, plan, chosen, members)


async def _tick(
    ctx: Ctx, ask: Ask, plan: Plan, shift: Shift, able: Sequence[Member]
) -> tuple[str, ...]:
    options = [byhand.person_option(m) for m in able]
    when = words.when(shift, ctx.zone, ctx.lang)
    picked = await ask.several("choose-for", options, at=shift.id, when=when)
    again = 0
    while (most := _seated(plan, shift, able, picked)) < len(picked):
        again += 1
        picked = await ask.several(
            "choose-fewer", options, at=f"{shift.id}.{again}", ticked=picked, when=when,
            count=len(picked), places=most,
        )  # fmt: skip
    return picked


def _seated(plan: Plan, shift: Shift, able: Sequence[Member], picked: Sequence[str]) -> int:
    """How many of those ticked would have a seat."""
    wanted = [m.profession for m in able if f"{m.id}" in picked]
    found = seating.seat_all(taking.openings(plan.of(shift.id)), wanted)
    return sum(post is not None for post in found)


async def _confirm(ctx: Ctx, plan: Plan, chosen: Chosen, members: Mapping[int, Member]) -> None:
    plan = await callouts.plan(ctx.tx, plan.callout.id, hold=True) or plan
    told: dict[int, list[Shift]] = {}
    left: set[int] = set()
    for shift_id, ids in chosen.items():
        shift = plan.shift(shift_id)
        assert shift is not None
        people_ids = [int(i) for i in ids]
        wanted = [members[i].profession for i in people_ids]
        posts = seating.seat_all(taking.openings(plan.of(shift_id)), wanted)
        for member_id, post in zip(people_ids, posts, strict=True):
            if await _take(ctx, plan, shift, member_id, post):
                told.setdefault(member_id, []).append(shift)
            else:
                left.add(member_id)
    for member_id, shifts in told.items():
        await _tell_once(ctx, plan, member_id, shifts)
    thanked = await thanking.thank(ctx, plan) if told else 0
    ctx.audit(
        "survey.confirmed", keys.CALL.format(call=plan.callout.id), None, {"people": len(told)}
    )
    ctx.renew(keys.CALL.format(call=plan.callout.id), children=True)
    lines = [Text("survey-confirmed", {"count": len(told), "thanked": thanked})]
    lines += [Text("survey-left", {"name": Span(members[i].name)}) for i in sorted(left)]
    ctx.show(Message(tuple(lines)))


async def _take(ctx: Ctx, plan: Plan, shift: Shift, member_id: int, post: int | None) -> bool:
    """False if this person withdrew meanwhile, or is expected somewhere at that time."""
    seat: Seat | None = (await seats.of(ctx.tx, plan.callout.id, member_id)).get(shift.id)
    if seat is None or post is None or seat.state is not State.FREE:
        return False
    if await overlapping.engaged(ctx, plan, shift, member_id):
        return False
    seat.state, seat.since, seat.post_id = State.COMING, ctx.now, post
    plan.post(post).taken += 1
    seats.forget_elsewhere(ctx.tx, plan.callout.id, member_id)
    return True


async def _tell_once(ctx: Ctx, plan: Plan, member_id: int, shifts: list[Shift]) -> None:
    for member, account in (await ctx.reach([member_id])).values():
        times = tuple(Span(words.when(s, ctx.zone, member.lang)) for s in shifts)
        refuse = Button(Text("cannot"), answering.cannot.call(plan.callout.id, 0))
        args: Args = {
            "title": words.title(plan.callout),
            "times": times,
            "where": words.where(plan.callout.place),
        }
        message = Message(words.told(plan.callout, Text("chosen-you", args)), (refuse,))
        wakes = awake_at(ctx, member)
        ctx.post(
            account.where, message, lane=Lane.CALLS, lang=words.lang(member),
            simple=member.simple, at=wakes if wakes < shifts[0].starts_at else None,
        )  # fmt: skip
