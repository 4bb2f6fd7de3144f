"""Asking people, group after group, and what a call does by itself until it is over."""

from collections.abc import Sequence
from datetime import datetime, time

from bot.core import Lane, Lang, professions
from bot.engine import Ctx, job
from bot.engine.feature import Late
from handlers.staffing import keys, maybes, selecting
from handlers.staffing.asking import ask, remind
from handlers.staffing.rules import rhythm
from handlers.staffing.rules.audience import Audience, Person, Wanted, group
from handlers.staffing.rules.rhythm import Stage
from storage import callouts, chats
from storage.callouts import Kind, Plan


async def first(ctx: Ctx, plan: Plan, *, everyone: bool) -> int:
    """Ask the first group; how many were asked."""
    found = await selecting.for_plan(ctx, plan)
    whole = everyone or plan.callout.kind is Kind.SURVEY
    if whole:
        plan.callout.stage = int(Stage.EVERYONE)
    share = ctx.parts.settings.staffing.expected_yes
    chosen = pick(found, selecting.wanted(plan, ctx.now), whole, share)
    await ask(ctx, plan, chosen)
    _next(ctx, plan)
    return len(chosen)


def pick(
    found: Audience, wanted: Sequence[Wanted], everyone: bool, expected_yes: float
) -> tuple[Person, ...]:
    """All who are awake, or the next group of the size that the expected yes needs."""
    if everyone:
        short = [w for w in wanted if w.missing]
        return tuple(
            p for p in found.able if not p.quiet and any(w.suits(p.profession) for w in short)
        )
    return group(found.able, wanted, expected_yes=expected_yes)


def _next(ctx: Ctx, plan: Plan, idle: int = 0) -> None:
    """When to look again: after the group's time, not in the community's quiet hours. `idle`: so
    many looks found nobody; who could be asked by then has joined or come back since."""
    rules, call = ctx.parts.settings.staffing, plan.callout
    minutes = rules.fast_wave_minutes if call.fast or call.urgent else rules.wave_minutes
    rest = rhythm.rests(minutes, idle, call.starts_at - ctx.now)
    at = rhythm.next_wave(ctx.now, ctx.zone, minutes=rest, quiet=_quiet(ctx, plan))
    if at < call.starts_at:
        ctx.at(at, widen.call(call.id, idle), until=call.starts_at, name=keys.wave(call.id))
    silent = rhythm.reminder_at(ctx.now, minutes=minutes, share=rules.reminder_share)
    if silent < call.starts_at:
        ctx.at(
            silent, nudge.call(call.id, call.wave), until=call.starts_at, name=keys.wave(call.id)
        )


def _quiet(ctx: Ctx, plan: Plan) -> tuple[time, time] | None:
    hours = ctx.parts.settings.community.quiet_hours
    return None if plan.callout.urgent else (hours.start, hours.end)


@job("staffing.widen", late=Late.UNTIL)
async def widen(ctx: Ctx, callout_id: int, idle: int = 0) -> None:
    """Not full after the group's time: the next group, then everyone, then further. While seats
    are only held for those who have yet to answer, it is looked at again later."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    if plan is None or not plan.callout.open:
        return
    if plan.missing:
        await further(ctx, plan, idle=idle)
    elif plan.callout.filled_at is None and plan.callout.kind is Kind.CALL:
        resume(ctx, plan)


async def further(ctx: Ctx, plan: Plan, *, by_hand: bool = False, idle: int = 0) -> tuple[int, int]:
    """Ask more people; how many members and, when there are none left, how many channels. After
    the last group it is the turn of those who said «if needed», before any channel.

    By hand it goes straight to everyone of the profession. `idle`: so many looks before this one
    found nobody.
    """
    found = await selecting.for_plan(ctx, plan)
    whole = by_hand or plan.callout.stage >= Stage.EVERYONE
    expected, rooms = ctx.parts.settings.staffing.expected_yes, 0
    chosen = pick(found, selecting.wanted(plan, ctx.now), whole, expected)
    if by_hand:
        plan.callout.stage = max(plan.callout.stage, int(Stage.EVERYONE))
    if not found.able and _neighbours_too(plan):
        found = await selecting.for_plan(ctx, plan)
        chosen = pick(found, selecting.wanted(plan, ctx.now), whole, expected)
    if chosen:
        await ask(ctx, plan, chosen)
    elif not found.able:
        plan.callout.stage = int(Stage.CHANNELS)
    if_needed = await maybes.ask(ctx, plan)
    if not chosen and not found.able and plan.missing:
        rooms = await to_rooms(ctx, plan)
    nobody = not (found.able or if_needed or rooms)
    _next(ctx, plan, idle + 1 if nobody else 0)
    ctx.renew(keys.BOARD.format(call=plan.callout.id), children=True)
    return len(chosen) + len(if_needed), rooms


def _neighbours_too(plan: Plan) -> bool:
    """Open what is missing to neighbouring professions, once, if the call allows it."""
    call = plan.callout
    if not call.audience.get("neighbours") or call.stage >= Stage.NEIGHBOURS:
        return False
    call.stage = int(Stage.NEIGHBOURS)
    for post in plan.posts:
        if post.missing and post.codes:
            near = [p.key for code in post.codes for p in professions.neighbours(code)]
            post.codes = list(dict.fromkeys([*post.codes, *near]))
    return True


async def to_rooms(ctx: Ctx, plan: Plan) -> int:
    """The last circle: channels and groups that want calls; their copy has no names."""
    reached = 0
    for chat in await chats.wanting_calls(ctx.tx):
        already = await chats.has_card(ctx.tx, chat.where, keys.ROOM.format(call=plan.callout.id))
        if not already:
            reached += 1
            ctx.deal(
                chat.where, keys.ROOM.format(call=plan.callout.id), lane=Lane.CALLS,
                lang=Lang(chat.lang),
            )  # fmt: skip
    return reached


def resume(ctx: Ctx, plan: Plan) -> None:
    """A full call lost somebody: the next group after a short while, should nobody step in."""
    at = in_a_while(ctx, plan)
    if at < plan.callout.starts_at:
        call = plan.callout
        ctx.at(at, widen.call(call.id), until=call.starts_at, name=keys.wave(call.id))


def in_a_while(ctx: Ctx, plan: Plan) -> datetime:
    """Soon, and not in the community's quiet hours."""
    minutes = ctx.parts.settings.staffing.fast_wave_minutes
    return rhythm.next_wave(ctx.now, ctx.zone, minutes=minutes, quiet=_quiet(ctx, plan))


@job("staffing.nudge", late=Late.UNTIL)
async def nudge(ctx: Ctx, callout_id: int, wave: int) -> None:
    """One reminder to the silent of a group, never two."""
    plan = await callouts.plan(ctx.tx, callout_id, hold=True)
    if plan is None or not plan.callout.open or plan.missing == 0:
        return
    await remind(ctx, plan, wave)
