"""What coordinators and members type about calls."""

from bot.core import Message, Right, Text, may
from bot.core.errors import Refusal
from bot.core.facts import LinkOpened
from bot.core.messages import Button
from bot.core.plain import fold
from bot.engine import Ctx, button, command, on
from handlers.staffing import answering, calling, keys, taking, words
from storage import callouts, seats
from storage.callouts import Callout
from storage.callouts import State as CallState
from storage.seats import State

LONGEST_ID = 12
"""Digits: a longer number is no call of ours, and no number for a database."""


@command("mobiliser", "renfort", en="callout", right=Right.CALL, drills=True)
async def mobilise(ctx: Ctx, rest: str) -> None:
    ctx.start(calling.new_call, line=rest, drill=ctx.drill)


@command("exercice", "exercice_blanc", en="drill", right=Right.CALL)
async def drill(ctx: Ctx, rest: str) -> None:
    """«/exercice mobiliser …», «/exercice alerte …»: the same, marked as a drill everywhere."""
    word, _, line = rest.partition(" ")
    word, newline, more = word.partition("\n")
    meant = ctx.parts.registry.commands.get(fold(word.lstrip("/!")))
    if meant is None or not meant.drills:
        raise Refusal("drill-what")
    ctx.require(meant.right)
    ctx.drill = True
    await meant.run(ctx, f"{more}{newline}{line}".strip())


@command("appels", "appel", en="calls")
async def calls(ctx: Ctx, rest: str) -> None:
    """Open calls that suit me, each as its live card, with my answers on it."""
    open_calls = await callouts.open_now(ctx.tx, ctx.now)
    mine = [c for c in open_calls if await suits(ctx, c)]
    if not mine:
        return ctx.say("no-calls")
    for callout in mine[:5]:
        await show(ctx, callout)
    if len(mine) > 5:
        ctx.say("more-calls", count=len(mine) - 5)
    return None


async def suits(ctx: Ctx, callout: Callout) -> bool:
    if callout.state is CallState.SEALED:
        mine = await seats.of(ctx.tx, callout.id, ctx.me.id)
        return any(seat.state is not State.OUT for seat in mine.values())
    if await callouts.asked_of(ctx.tx, callout.id, ctx.me.id) is not None:
        return True
    towns = callout.audience.get("towns") or ()
    plan = await callouts.plan(ctx.tx, callout.id)
    fits = plan is not None and any(
        taking.opening_for(plan, s, ctx.me.profession) for s in plan.shifts if s.ends_at > ctx.now
    )
    return fits and callout.open and (not towns or ctx.me.town in towns)


async def show(ctx: Ctx, callout: Callout) -> None:
    """The card, here. Whoever has it before them is not asked again with their group."""
    plan = await callouts.plan(ctx.tx, callout.id)
    if plan is not None:
        await answering.asked_row(ctx, plan)
        await answering.show_again(ctx, plan)


@on(LinkOpened)
async def opened(ctx: Ctx, fact: LinkOpened) -> None:
    """«Répondre en privé» under a call in a room."""
    kind, _, number = fact.payload.partition("-")
    if kind != "call":
        return
    known = number.isdecimal() and len(number) <= LONGEST_ID
    await show_or_refuse(ctx, await ctx.tx.get(Callout, int(number)) if known else None)


async def show_or_refuse(ctx: Ctx, callout: Callout | None) -> None:
    """Raises Refusal: it is over, or was never for them."""
    if callout is None or not await suits(ctx, callout):
        ended = callout is not None and callout.state is CallState.SEALED
        raise Refusal("callout-sealed" if ended else "call-not-for-you")
    await show(ctx, callout)


@command("tableau", "effectifs", en="board", right=Right.READ_FIGURES)
async def board(ctx: Ctx, rest: str) -> None:
    """Who comes and who is missing, for each call under way; in numbers for those who only read."""
    open_calls = await callouts.open_now(ctx.tx, ctx.now)
    if not open_calls:
        return ctx.say("no-board" if may(ctx.member, Right.CALL) else "no-figures")
    if len(open_calls) == 1:
        return await _show_board(ctx, open_calls[0].id)
    buttons = tuple(
        Button(Text("board-of", {"title": words.title(c)}), open_board.call(c.id), wide=True)
        for c in open_calls[:8]
    )
    return ctx.show(Message((Text("which-board"),), buttons))


@button("staffing.board", right=Right.READ_FIGURES)
async def open_board(ctx: Ctx, callout_id: int) -> None:
    if await callouts.plan(ctx.tx, callout_id) is None:
        raise Refusal("callout-closed")
    await _show_board(ctx, callout_id)


async def _show_board(ctx: Ctx, callout_id: int) -> None:
    key = keys.BOARD if may(ctx.member, Right.CALL) else keys.FIGURES
    await ctx.show_card(key.format(call=callout_id))
