"""What members type in answer to a call: «oui», «les deux», «ok après 14h», «non désolé»."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from bot.core import Span, Text
from bot.core.errors import Refusal
from bot.core.messages import Message
from bot.core.plain import fold
from bot.engine import Ctx, typed
from handlers.staffing import answering, offers, taking, words
from handlers.staffing.cards import member_card
from handlers.staffing.reading.replies import Kind, Reply, SlotName, read_reply
from handlers.staffing.rules.line import part_of_day
from storage import callouts, seats
from storage.callouts import Plan, Shift
from storage.seats import Seat, State

STAY = ("non", "no", "non merci", "no thanks", "rester", "stay", "ne rien changer")
MANY = 8
EVE = timedelta(hours=36)
"""So near to the start a typed yes also answers «Vous venez toujours demain ?»."""


@typed(member_card)
async def said(ctx: Ctx, text: str, call: int, member: int) -> bool:
    """True if it was an answer. What is unclear is kept for the coordinator, and said so."""
    if ctx.member is None or ctx.member.id != member:
        return False
    plan = await answering.standing(ctx, call)
    held = await seats.of(ctx.tx, call, member)
    row = await callouts.asked_of(ctx.tx, call, member)
    picking = row.picking if row is not None else ""
    if picking == "leave" and await _left(ctx, plan, text, held):
        return True
    mine = {s.number: s for s in plan.shifts if _concerns(ctx, plan, s, held)}
    names = [slot_name(ctx, s) for s in mine.values()]
    reply = read_reply(f"si besoin {text}", names) if picking == "maybe" else None
    if reply is None or reply.kind is not Kind.MAYBE or not reply.maybe:
        reply = read_reply(text, names)
    await _heard(ctx, plan, text, reply, mine)
    return True


def _concerns(ctx: Ctx, plan: Plan, shift: Shift, held: Mapping[int, Seat]) -> bool:
    """Slots that are still to come and that this person may mean."""
    if shift.ends_at <= ctx.now:
        return False
    seat = held.get(shift.id)
    holds = seat is not None and seat.state is not State.OUT
    return holds or taking.opening_for(plan, shift, ctx.me.profession) is not None


async def _heard(ctx: Ctx, plan: Plan, text: str, reply: Reply, mine: Mapping[int, Shift]) -> None:
    if mine and reply.kind is not Kind.NO and await _comes_late(ctx, plan):
        return await _late(ctx, plan, text, reply, mine)
    match reply.kind:
        case Kind.NO:
            if not reply.certain:
                (await answering.asked_row(ctx, plan)).said = text[:200]
            await answering.no.run(ctx, plan.callout.id)
            if not (await answering.asked_row(ctx, plan)).picking and not ctx.simple:
                await answering.confirm_in_words(ctx, plan)
        case _ if not mine:
            raise Refusal("call-not-for-you")
        case Kind.YES | Kind.SOME | Kind.LATER_ETA | Kind.MAYBE:
            await _take(ctx, plan, reply, mine)
        case Kind.NEED_SLOT:
            soon = () if reply.maybe or reply.refused else await _coming_soon(ctx, plan, mine)
            if soon:
                return await _take(ctx, plan, Reply(Kind.SOME, yes=soon), mine)
            _ask_which(ctx, "say-which", mine)
        case _:
            await _unclear(ctx, plan, text)
    return None


async def _coming_soon(ctx: Ctx, plan: Plan, mine: Mapping[int, Shift]) -> tuple[int, ...]:
    """What a bare «oui» means on the eve: the slots that they hold already."""
    held = await seats.of(ctx.tx, plan.callout.id, ctx.me.id)
    return tuple(
        number
        for number, shift in mine.items()
        if shift.starts_at - ctx.now < EVE
        and (seat := held.get(shift.id)) is not None
        and seat.state is State.COMING
    )


async def _comes_late(ctx: Ctx, plan: Plan) -> bool:
    """The search is ended, and this person is not one of the confirmed."""
    held = await seats.of(ctx.tx, plan.callout.id, ctx.me.id)
    sealed = plan.callout.state is callouts.State.SEALED
    return sealed and not any(s.state is State.COMING for s in held.values())


async def _late(ctx: Ctx, plan: Plan, text: str, reply: Reply, mine: Mapping[int, Shift]) -> None:
    """Their words are kept for the coordination; a clear yes waits, should the search go on."""
    slots = ", ".join(words.button(mine[n], ctx.zone, ctx.lang) for n in _known(reply.yes, mine))
    kept = text if any(letter.isalpha() for letter in text) else slots or text
    (await answering.asked_row(ctx, plan)).said = kept[:200]
    if reply.kind in (Kind.YES, Kind.SOME, Kind.LATER_ETA, Kind.MAYBE) and (
        reply.yes or reply.maybe
    ):
        return await _take(ctx, plan, reply, mine)
    await answering.note(ctx, plan)
    return ctx.say("sealed-kept")


def _ask_which(ctx: Ctx, key: str, mine: Mapping[int, Shift]) -> None:
    known = [str(n) for n in mine]
    if len(known) > MANY:
        known = [*known[:2], "…", known[-1]]
    numbers = Span(", ".join(known))
    ctx.show(Message((Text(key, {"numbers": numbers}),)))


async def _left(ctx: Ctx, plan: Plan, text: str, held: Mapping[int, Seat]) -> bool:
    """«Vous retirer de samedi 9 h ?»: «oui» and numbers withdraw, «non» stays."""
    mine = {s.number: s for s in plan.shifts if s.id in held and held[s.id].state is not State.OUT}
    reply = read_reply(text, [slot_name(ctx, s) for s in mine.values()])
    row = await answering.asked_row(ctx, plan)
    if fold(text).strip(" .!") in STAY:
        row.picking = ""
        ctx.renew(f"callout:{plan.callout.id}:member:{ctx.me.id}")
        await answering.confirm_in_words(ctx, plan)
        return True
    refused = reply.kind is Kind.NO and len(mine) == 1
    numbers = tuple(mine) if refused else _known(reply.yes, mine)
    if not numbers and reply.kind in (Kind.NO, Kind.NEED_SLOT):
        _ask_which(ctx, "say-which-leave", mine)
        return True
    for number in numbers:
        await taking.withdraw(ctx, plan, held[mine[number].id])
    if numbers:
        await answering.note(ctx, plan)
        await answering.confirm_in_words(ctx, plan)
    return bool(numbers)


async def _take(ctx: Ctx, plan: Plan, reply: Reply, shifts: Mapping[int, Shift]) -> None:
    refusals = await _accept(ctx, plan, reply, shifts)
    held = await seats.of(ctx.tx, plan.callout.id, ctx.me.id)
    for number in _known(reply.refused, shifts):
        mine = held.get(shifts[number].id)
        if mine is not None and mine.state is not State.OUT:
            await taking.withdraw(ctx, plan, mine)
    for number in _known(reply.maybe, shifts):
        await taking.would(ctx, plan, shifts[number].id)
    if reply.kind is Kind.MAYBE and not reply.maybe:
        return await answering.maybe.run(ctx, plan.callout.id, 0)
    if reply.note or reply.from_time:
        (await answering.asked_row(ctx, plan)).said = reply.note[:120]
    await answering.note(ctx, plan)
    await answering.confirm_in_words(ctx, plan, *(no.text for no in refusals))
    return None


async def _accept(ctx: Ctx, plan: Plan, reply: Reply, shifts: Mapping[int, Shift]) -> list[Refusal]:
    """Every slot that can be taken is; why the others cannot. None at all is a refusal."""
    refusals, taken = [], 0
    for number in _known(reply.yes, shifts):
        if taken and plan.callout.single:
            refusals.append(Refusal("one-slot-only"))
            break
        shift = shifts[number]
        try:
            seat = await taking.accept(ctx, plan, shift.id)
        except Refusal as no:
            refusals.append(no)
            continue
        taken += 1
        if reply.from_time is not None:
            seat.note = f"{reply.from_time:%H:%M}"
        if seat.state is State.COMING and shift.starts_at - ctx.now < EVE:
            seat.confirmed_at = ctx.now
    if refusals and not taken and not reply.maybe and not reply.refused:
        raise refusals[0]
    return refusals


def _known(numbers: Iterable[int], shifts: Mapping[int, Shift]) -> list[int]:
    return [n for n in numbers if n in shifts]


async def _unclear(ctx: Ctx, plan: Plan, text: str) -> None:
    """Kept and flagged (never guessed): the coordinator sees it, the person may say it again."""
    row = await answering.asked_row(ctx, plan)
    row.said = text[:200]
    ctx.renew(f"callout:{plan.callout.id}:board", children=True)
    ctx.renew(f"callout:{plan.callout.id}:member:{ctx.me.id}")
    ctx.say("not-sure", said=Span(text[:120]))


@typed(offers.offer_card)
async def said_to_offer(ctx: Ctx, text: str, call: int, shift: int, member: int, turn: int) -> bool:
    """«oui» and «non» to «Vous la prenez ?»."""
    plan = await answering.standing(ctx, call)
    offered = plan.shift(shift)
    if ctx.member is None or ctx.member.id != member or offered is None:
        return False
    match read_reply(text, [slot_name(ctx, offered)]).kind:
        case Kind.YES | Kind.SOME | Kind.LATER_ETA:
            await offers.accept_offer.run(ctx, call, shift)
            await answering.confirm_in_words(ctx, plan)
        case Kind.NO:
            await offers.decline_offer.run(ctx, call, shift)
        case _:
            raise Refusal("say-yes-or-no")
    return True


def slot_name(ctx: Ctx, shift: Shift) -> SlotName:
    start, end = shift.starts_at.astimezone(ctx.zone), shift.ends_at.astimezone(ctx.zone)
    return SlotName(
        shift.number, start.weekday(), start.date(), start.time(), end.time(), part_of_day(start)
    )
