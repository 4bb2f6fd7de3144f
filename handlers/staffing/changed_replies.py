"""What people type in answer to «Toujours possible ?»."""

import re
from collections.abc import Sequence

from bot.core import Span
from bot.engine import Ctx, typed
from handlers.staffing import answering, changed, keys
from handlers.staffing.changed import change_card
from handlers.staffing.reading.replies import Kind, Reply, SlotName, read_reply
from handlers.staffing.replying import slot_name
from storage.callouts import Plan
from storage.seats import Seat, State

ECHO = re.compile(r"\b(toujours|still)\b", re.IGNORECASE)


@typed(change_card)
async def said(ctx: Ctx, text: str, call: int, member: int, change: int, slots: str) -> bool:
    """A number is one of the two buttons, not a slot."""
    if ctx.member is None or ctx.member.id != member or text.strip(" .!)").isdecimal():
        return False
    plan, held = await changed.mine(ctx, call, slots)
    shifts = {s.number: s for s in plan.shifts if any(s.id == seat.shift_id for seat in held)}
    reply = _read(text, [slot_name(ctx, s) for s in shifts.values()])
    match reply.kind:
        case Kind.NO:
            await changed.not_still.run(ctx, call, change, slots)
        case Kind.YES | Kind.SOME | Kind.LATER_ETA if {*reply.yes} == {*shifts}:
            await _keep_note(ctx, plan, held, reply)
            await changed.still.run(ctx, call, change, slots)
        case Kind.SOME:
            await changed.which(ctx, plan)
        case Kind.MAYBE if all(seat.state is State.MAYBE for seat in held):
            await changed.still.run(ctx, call, change, slots)
        case _:
            await _unclear(ctx, plan, text)
    return True


def _read(text: str, names: Sequence[SlotName]) -> Reply:
    """«oui, toujours» and «toujours» say the question's own word again."""
    reply = read_reply(text, names)
    if reply.kind is not Kind.UNCLEAR or not ECHO.search(text):
        return reply
    return read_reply(ECHO.sub(" ", text).strip(" ,.!") or "oui", names)


async def _keep_note(ctx: Ctx, plan: Plan, held: list[Seat], reply: Reply) -> None:
    """«oui, à partir de 11 h»: the coordination reads it."""
    if reply.from_time is not None:
        for seat in held:
            seat.note = f"{reply.from_time:%H:%M}"
    if reply.note or reply.from_time:
        (await answering.asked_row(ctx, plan)).said = reply.note[:120]


async def _unclear(ctx: Ctx, plan: Plan, text: str) -> None:
    """Kept for the coordinator, never guessed; the question stays open."""
    (await answering.asked_row(ctx, plan)).said = text[:200]
    ctx.renew(keys.BOARD.format(call=plan.callout.id), children=True)
    ctx.renew(keys.MEMBER.format(call=plan.callout.id, member=ctx.me.id))
    ctx.say("change-not-sure", said=Span(text[:120]))
