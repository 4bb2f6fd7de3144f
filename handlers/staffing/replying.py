"""What members type in answer to a call: «oui», «les deux», «ok après 14h», «non désolé»."""

from collections.abc import Iterable

from bot.core import Span, Text
from bot.core.messages import Message
from bot.engine import Ctx, typed
from handlers.staffing import answering, taking, words
from handlers.staffing.cards import member_card
from handlers.staffing.reading.replies import Kind, Reply, SlotName, read_reply
from handlers.staffing.rules.line import part_of_day
from storage import seats
from storage.callouts import Plan, Shift


@typed(member_card)
async def said(ctx: Ctx, text: str, call: int, member: int) -> bool:
    """True if it was an answer. What is unclear is kept for the coordinator, and said so."""
    if ctx.member is None or ctx.member.id != member:
        return False
    plan = await answering.standing(ctx, call)
    mine = [s for s in plan.shifts if taking.opening_for(plan, s, ctx.me.profession)]
    reply = read_reply(text, [_name(ctx, s) for s in mine])
    by_number = {s.number: s for s in mine}
    match reply.kind:
        case Kind.NO:
            if not reply.certain:
                (await answering.asked_row(ctx, plan)).said = text[:200]
            await answering.no.run(ctx, call)
        case Kind.YES | Kind.SOME | Kind.LATER_ETA | Kind.MAYBE:
            await _take(ctx, plan, reply, by_number)
        case Kind.NEED_SLOT:
            numbers = tuple(str(n) for n in by_number)
            ctx.show(Message((Text("say-which", {"numbers": numbers}),), asks=False))
        case _:
            await _unclear(ctx, plan, text)
    return True


async def _take(ctx: Ctx, plan: Plan, reply: Reply, shifts: dict[int, Shift]) -> None:
    for number in _known(reply.yes, shifts):
        seat = await taking.accept(ctx, plan, shifts[number].id)
        if reply.from_time is not None:
            seat.note = f"{reply.from_time:%H:%M}"
    held = await seats.of(ctx.tx, plan.callout.id, ctx.me.id)
    for number in _known(reply.refused, shifts):
        mine = held.get(shifts[number].id)
        if mine is not None and mine.state is not seats.State.OUT:
            await taking.withdraw(ctx, plan, mine)
    for number in _known(reply.maybe, shifts):
        await taking.would(ctx, plan, shifts[number].id)
    if reply.kind is Kind.MAYBE and not reply.maybe and len(shifts) == 1:
        [shift] = shifts.values()
        await taking.would(ctx, plan, shift.id)
    elif reply.kind is Kind.MAYBE and not reply.maybe:
        (await answering.asked_row(ctx, plan)).picking = "maybe"
        return ctx.renew(f"callout:{plan.callout.id}:member:{ctx.me.id}")
    if reply.note or reply.from_time:
        (await answering.asked_row(ctx, plan)).said = reply.note[:120]
    await answering.answered(ctx, plan)
    times = tuple(
        Span(words.when(shifts[n], ctx.zone, ctx.lang)) for n in _known(reply.yes, shifts)
    )
    if times:
        ctx.say("typed-yes", times=times)
    return None


def _known(numbers: Iterable[int], shifts: dict[int, Shift]) -> list[int]:
    return [n for n in numbers if n in shifts]


async def _unclear(ctx: Ctx, plan: Plan, text: str) -> None:
    """Kept and flagged (never guessed): the coordinator sees it, the person may say it again."""
    row = await answering.asked_row(ctx, plan)
    row.said = text[:200]
    ctx.renew(f"callout:{plan.callout.id}:board", children=True)
    ctx.say("not-sure", said=Span(text[:120]))


def _name(ctx: Ctx, shift: Shift) -> SlotName:
    start, end = shift.starts_at.astimezone(ctx.zone), shift.ends_at.astimezone(ctx.zone)
    return SlotName(
        shift.number, start.weekday(), start.date(), start.time(), end.time(), part_of_day(start)
    )
