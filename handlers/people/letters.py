"""A word from the coordination to one person, in the bot's name, and the answer back."""

from bot.core import Button, Lane, Lang, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.engine import Ask, Ctx, button, dialog
from handlers.people.words import role
from storage.keyboards import new_key
from storage.people import Member, Standing

LONGEST = 1000


@button("people.write", right=Right.KNOW_PEOPLE)
async def write(ctx: Ctx, member_id: int) -> None:
    await _addressee(ctx, member_id)
    ctx.start(letter, to=member_id)


@button("people.reply")
async def reply(ctx: Ctx, to: int) -> None:
    await _addressee(ctx, to)
    ctx.start(answer, to=to)


@dialog("people.letter", right=Right.KNOW_PEOPLE)
async def letter(ctx: Ctx, ask: Ask, to: int) -> None:
    member = await _addressee(ctx, to)
    words = await ask.text("ask-letter", max=LONGEST, name=Span(member.name, bold=True))
    lines = (
        Text("letter-head", {"role": role(ctx.me.rank)}),
        Text("letter-words", {"words": Span(words)}),
    )
    await _send(ctx, member, lines, Button(Text("letter-reply"), reply.call(ctx.me.id)))
    ctx.audit("letter.sent", f"member:{to}")
    ctx.say("letter-sent", name=Span(member.name))


@dialog("people.answer")
async def answer(ctx: Ctx, ask: Ask, to: int) -> None:
    coordinator = await _addressee(ctx, to)
    words = await ask.text("ask-answer", max=LONGEST)
    lines = (
        Text("answer-head"),
        Text("answer-from", {"name": Span(ctx.me.name, bold=True)}),
        Text("letter-words", {"words": Span(words)}),
    )
    await _send(ctx, coordinator, lines, Button(Text("letter-reply"), write.call(ctx.me.id)))
    ctx.audit("letter.answered", f"member:{to}")
    ctx.say("answer-sent")


async def _addressee(ctx: Ctx, member_id: int) -> Member:
    member = await ctx.tx.get(Member, member_id)
    if member is None or member.standing is Standing.LEFT or not await ctx.reach([member_id]):
        raise Refusal("letter-nobody")
    return member


async def _send(ctx: Ctx, to: Member, lines: tuple[Text, ...], back: Button) -> None:
    [(member, account)] = (await ctx.reach([to.id])).values()
    ctx.post(
        account.where, Message(lines, (back,)), lane=Lane.ANSWERS, lang=Lang(member.lang),
        simple=member.simple, slot=f"letter:{new_key()}",
    )  # fmt: skip
