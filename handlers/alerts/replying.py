"""What members type under an alert: «ok», «je peux venir», a question."""

from bot.core import Button, Message, Text
from bot.core.errors import Refusal
from bot.core.facts import LinkOpened
from bot.core.people import Right, may
from bot.core.plain import clean
from bot.engine import Ctx, button, command, on
from bot.engine.declare import typed
from handlers.alerts import cards, keys, notes, questions, words
from handlers.alerts.answering import acknowledge, note, say, standing, told_row
from handlers.alerts.rules.answers import Answer, understood
from storage import alerts
from storage.alerts import Alert

LONGEST_ID = 12
"""Digits: a longer number is no alert of ours, and no number for a database."""

MOST_SAID = 300
"""Characters of what somebody can do."""


@typed(cards.member_card)
async def in_words(ctx: Ctx, said: str, alert: int, member: int) -> bool:
    return await answered(ctx, said, alert)


@typed(cards.again_card)
async def in_words_again(ctx: Ctx, said: str, alert: int, member: int, number: int) -> bool:
    return await answered(ctx, said, alert)


@typed(notes.note_card)
async def in_words_to_note(
    ctx: Ctx, said: str, alert: int, what: str, number: int, side: str
) -> bool:
    """In answer to an update or to the end: meant for the alert itself."""
    return await answered(ctx, said, alert)


@typed(cards.file_card)
async def in_words_to_file(ctx: Ctx, said: str, alert: int) -> bool:
    return await answered(ctx, said, alert)


async def answered(ctx: Ctx, said: str, alert: int) -> bool:
    """Words under an alert; what could mean anything goes to the coordination, if they want."""
    if len(said.strip(" .!")) < 3 and said.strip(" .!").isdecimal():
        return False
    row = await standing(ctx, alert)
    match understood(said):
        case Answer.RECEIVED:
            await acknowledge.run(ctx, row.id)
        case Answer.HELP:
            await _offers(ctx, row, said)
        case Answer.QUESTION:
            ctx.start(questions.question, alert=row.id, words=clean(said)[:MOST_SAID])
        case None:
            await _perhaps_help(ctx, row, said)
    return True


async def _offers(ctx: Ctx, row: Alert, said: str) -> None:
    told = await told_row(ctx, row)
    told.helps_at, told.acked_at = told.helps_at or ctx.now, told.acked_at or ctx.now
    told.said = clean(said)[:MOST_SAID] if any(map(str.isalnum, said)) else told.said
    await note(ctx, told, "help")
    say(ctx, row, told)


async def _perhaps_help(ctx: Ctx, row: Alert, said: str) -> None:
    """After «je peux aider» it says in which way; else it is asked what it is."""
    told = await told_row(ctx, row)
    if told.helps_at is not None:
        return await _offers(ctx, row, said)
    return ctx.start(questions.question, alert=row.id, words=clean(said)[:MOST_SAID])


@on(LinkOpened)
async def opened(ctx: Ctx, fact: LinkOpened) -> None:
    """«Répondre en privé» under an alert in a room."""
    kind, _, number = fact.payload.partition("-")
    if kind != "alert" or not number.isdecimal() or len(number) > LONGEST_ID:
        return
    row = await standing(ctx, int(number))
    await told_row(ctx, row)
    await ctx.show_card(keys.MEMBER.format(alert=row.id, member=ctx.me.id))


@command("alertes", en="alerts")
async def in_force(ctx: Ctx, rest: str) -> None:
    """The alerts that stand, each as its live copy, with what one has answered."""
    found = await alerts.in_force(ctx.tx, ctx.now)
    if not found:
        return ctx.say("alert-none")
    buttons = tuple(
        Button(Text("alert-open", {"title": words.title(row)}), show.call(row.id), wide=True)
        for row in found[:8]
    )
    if len(found) == 1:
        return await show.run(ctx, found[0].id)
    return ctx.show(Message((Text("alert-which", {"count": len(found)}),), buttons))


@button("alerts.show")
async def show(ctx: Ctx, alert: int) -> None:
    row = await standing(ctx, alert)
    told = await alerts.told(ctx.tx, row.id, ctx.me.id)
    if told is None and not may(ctx.member, Right.ALERT):
        raise Refusal("alert-not-for-you")
    if may(ctx.member, Right.ALERT):
        return await ctx.show_card(keys.BOARD.format(alert=row.id))
    return await ctx.show_card(keys.MEMBER.format(alert=row.id, member=ctx.me.id))
