"""A signal as coordinators see it: one of them makes an alert or a call of it, or notes it."""

from bot.core import Button, Call, Lang, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.outward import Outward, outline
from bot.engine import Ctx, View, button, card, readers
from bot.engine.menus import command_button
from handlers.alerts import words
from storage.partners import Partner
from storage.people import Member
from storage.signals import Signal, State


@card("signal:{signal}")
async def signal_card(view: View, signal: int) -> Message | None:
    row = await view.tx.get(Signal, signal)
    if row is None:
        return None
    if not await readers.may_see(view, Right.ALERT):
        return Message((Text("alert-not-yours"),))
    lines = [
        Text("signal-head", {"kind": row.kind.value, "town": Span(row.town, bold=True)}),
        Text("signal-what", {"words": Span(row.words), "number": row.number,
                             "kind": row.kind.value}),
        Text("signal-from", {"name": await _sender(view, row),
                             "at": words.clock(row.at, view.zone)}),
    ]  # fmt: skip
    if row.state is State.OPEN:
        return Message(tuple(lines), _buttons(row.id))
    by = await view.tx.get(Member, row.decided_by) if row.decided_by else None
    named = Span(by.name if by is not None and by.name else "–")
    return Message((*lines, Text("signal-decided", {"state": row.state.value, "by": named})))


def _buttons(signal: int) -> tuple[Button, ...]:
    return (
        Button(Text("signal-alert"), Call("alerts.signal-alert", {"signal": signal})),
        Button(Text("signal-call"), make_call.call(signal)),
        Button(Text("signal-note"), note.call(signal)),
    )


async def _sender(view: View, row: Signal) -> Span:
    if row.partner_id is not None:
        partner = await view.tx.get(Partner, row.partner_id)
        return Span(partner.name if partner is not None else "–", bold=True)
    member = await view.tx.get(Member, row.member_id) if row.member_id else None
    return Span(member.name if member is not None and member.name else "–", bold=True)


@button("alerts.signal-call", right=Right.CALL)
async def make_call(ctx: Ctx, signal: int) -> None:
    """Another feature's command, by its name, asks when, how many and of which profession."""
    row = await still_open(ctx, signal)
    await decide(ctx, row, State.CALL)
    ctx.say("signal-call-next", command_button("mobiliser", "signal-call-begin"))


@button("alerts.signal-note", right=Right.ALERT)
async def note(ctx: Ctx, signal: int) -> None:
    await decide(ctx, await still_open(ctx, signal), State.NOTED)


async def still_open(ctx: Ctx, signal: int) -> Signal:
    row = await ctx.tx.get(Signal, signal, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refusal("button-too-old")
    if row.state is not State.OPEN:
        raise Refusal("signal-already")
    return row


async def decide(ctx: Ctx, row: Signal, state: State) -> None:
    """Its sender is told what became of it."""
    row.state, row.decided_by, row.decided_at = state, ctx.me.id, ctx.now
    ctx.audit("signal.decided", signal_card.key(row.id), {"state": State.OPEN}, {"state": state})
    ctx.renew(signal_card.key(row.id))
    said = Outward((outline("signal-answer", state=state, kind=row.kind),)).message
    if row.member_id is not None:
        for member, account in (await ctx.reach([row.member_id])).values():
            ctx.post(account.where, said, lang=Lang(member.lang), simple=member.simple)
    elif row.account:
        ctx.post(row.where, said, lang=Lang(row.lang), simple=False)


async def of_alert(ctx: Ctx, signal: int) -> None:
    """The alert that was made of it has left."""
    row = await ctx.tx.get(Signal, signal) if signal else None
    if row is not None and row.state is State.OPEN:
        await decide(ctx, row, State.ALERT)
