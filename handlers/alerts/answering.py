"""«Bien reçu», «Je peux aider», «Question»: what members answer with one tap."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core import Message, Said, Text
from bot.core.errors import Refusal
from bot.engine import Ctx, button
from handlers.alerts import keys, questions, words
from storage import alerts, copies
from storage.alerts import Alert, Told


async def prefetch(ctx: Ctx, calls: Sequence[Mapping[str, Any]]) -> None:
    """What a crowd's answers need, in three statements."""
    await alerts.load(ctx.tx, {c["alert"] for c in calls}, {c["me"] for c in calls})


@button("alerts.acknowledge", prefetch=prefetch)
async def acknowledge(ctx: Ctx, alert: int) -> None:
    row = await standing(ctx, alert)
    told = await told_row(ctx, row)
    if told.acked_at is None:
        told.acked_at = ctx.now
        await note(ctx, told, "acknowledged")
    say(ctx, row, told)


@button("alerts.help", prefetch=prefetch)
async def can_help(ctx: Ctx, alert: int) -> None:
    row = await standing(ctx, alert)
    told = await told_row(ctx, row)
    if told.helps_at is None:
        told.helps_at, told.acked_at = ctx.now, told.acked_at or ctx.now
        await note(ctx, told, "help")
    say(ctx, row, told, *(() if row.drill else (Text("alert-help-how"),)))


@button("alerts.no-help", prefetch=prefetch)
async def cannot_help(ctx: Ctx, alert: int) -> None:
    row = await standing(ctx, alert)
    told = await told_row(ctx, row)
    told.helps_at, told.said = None, ""
    await note(ctx, told, "no-help")
    unseen = isinstance(ctx.event, Said) or ctx.simple
    say(ctx, row, told, *((Text("alert-mine-no-help"),) if unseen else ()))


@button("alerts.acknowledge.undo", prefetch=prefetch)
async def take_back(ctx: Ctx, alert: int) -> None:
    """The tap that stood for it was lifted; whoever can help has read it all the same."""
    told = await told_row(ctx, await standing(ctx, alert))
    if told.helps_at is None:
        told.acked_at = None
        await note(ctx, told, "taken-back")


@button("alerts.help.undo", prefetch=prefetch)
async def take_help_back(ctx: Ctx, alert: int) -> None:
    await cannot_help.run(ctx, alert)


@button("alerts.ask")
async def ask(ctx: Ctx, alert: int) -> None:
    ctx.start(questions.question, alert=(await standing(ctx, alert)).id)


async def standing(ctx: Ctx, alert: int) -> Alert:
    """The alert, if it still takes answers."""
    row = await alerts.find(ctx.tx, alert)
    if row is None or row.state is alerts.State.CANCELLED:
        raise Refusal("alert-withdrawn")
    if not row.open:
        raise Refusal("alert-ended")
    return row


async def told_row(ctx: Ctx, row: Alert) -> Told:
    """The row of who was told; whoever came by a link from a room gets one."""
    told = await alerts.told(ctx.tx, row.id, ctx.me.id)
    if told is None:
        told = Told(alert_id=row.id, member_id=ctx.me.id, platform=ctx.event.chat.platform,
                    told_at=ctx.now, said="", again=0)  # fmt: skip
        ctx.tx.add(told)
    return told


async def note(ctx: Ctx, told: Told, what: str) -> None:
    """Every answer ends here: written down, and shown to the person and on the board."""
    if told.again and not told.silent:
        card = keys.MEMBER.format(alert=told.alert_id, member=told.member_id)
        await copies.withhold(ctx.tx, card)
    ctx.audit(f"alert.{what}", keys.alert(told.alert_id))
    ctx.renew(keys.MEMBER.format(alert=told.alert_id, member=told.member_id), children=True)
    ctx.renew(keys.BOARD.format(alert=told.alert_id))


def say(ctx: Ctx, row: Alert, told: Told, *more: Text) -> None:
    """In words of its own where the edited copy may go unnoticed, or there is more to say."""
    copy = keys.MEMBER.format(alert=told.alert_id, member=told.member_id)
    typed = isinstance(ctx.event, Said)
    if more or typed or ctx.simple or not ctx.card.startswith(copy):
        lines = (*words.mine(told, ctx.zone), *more) or (Text("alert-nothing-noted"),)
        ctx.show(Message(words.about(row, *lines)))
