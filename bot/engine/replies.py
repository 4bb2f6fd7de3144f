"""What is typed without a command: which question does it answer?

It belongs to the message replied to, else to the wizard under way, else to the only open
question, else the bot asks which. A command's word alone, without a sign, is the command.
All that someone can say who is no member yet is a code: it goes where /start goes.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core import Asks, Message, Right, Said, Span, Text
from bot.core.errors import Refusal
from bot.core.facts import FileBrought
from bot.core.messages import Button
from bot.core.people import may
from bot.core.plain import YES, clean_lines, fold
from bot.core.signs import same
from bot.engine import dialogs
from bot.engine.context import Ctx
from bot.engine.declare import button
from bot.engine.options import match_option
from bot.engine.presses import act
from storage import dialogs as dialog_rows
from storage import places
from storage.keyboards import Keyboard
from storage.places import Place

MOST = 6
KEPT = 5_000
"""Letters of an answer that are kept while it is asked what they answer: more than any may have."""
POLITE = frozenset(
    {*map(fold, YES), "merci", "merci beaucoup", "ok merci", "bien recu", "bien recu merci", "recu",
     "c'est note", "note", "thanks", "thank you", "ok thanks", "got it", "received", "noted", "🙏",
     "👌", "✅"}
)  # fmt: skip
"""What people say at the end, when no answer is waited for any more."""

TAKES_BACK = re.compile(
    r"\b(plus (venir|la|dispo|disponible|libre)|finalement non|desist\w*|annule\w*|"
    r"(can't|cannot|can not) (come|make it) (any ?more|after all)|no longer|withdraw\w*)\b"
)
"""How people go back on an answer: these words belong to a question that was answered."""


async def reply(ctx: Ctx, event: Said) -> None:
    """Marks that turn the direction of writing are left out: they would turn our words too."""
    event = replace(event, text=clean_lines(event.text))
    if event.reply_to:
        place = await places.by_message(ctx.tx, event.chat, event.reply_to)
        if place is not None and not place.card.startswith("dialog:"):
            return await answer_to(ctx, place, event.text)
    wizard = None
    if event.sender is not None:
        wizard = await dialog_rows.under_way(ctx.tx, event.chat, event.sender)
    if wizard is not None:
        return await dialogs.typed(ctx, wizard, event.text, event.files)
    if await _is_of_use(ctx, event):
        return None
    if not event.text:
        raise Refusal("file-unasked")
    command = ctx.parts.registry.commands.get(fold(event.text))
    if command is not None and may(ctx.member, command.right):
        return await command.run(ctx, "")
    start = ctx.parts.registry.commands.get("start")
    if ctx.member is None and start is not None:
        return await start.run(ctx, event.text)
    await _open_question(ctx, event.text)


async def _is_of_use(ctx: Ctx, event: Said) -> bool:
    """A file that nothing asked for, and that a feature knows what to do with."""
    if not event.files or ctx.member is None:
        return False
    fact = FileBrought(event.files[0], [])
    await ctx.happened(fact)
    return bool(fact.taken)


async def _open_question(ctx: Ctx, said: str) -> None:
    waiting = _meant(await places.asking(ctx.tx, ctx.event.chat), said)
    if not waiting:
        polite = same(fold(said).strip(" .!,")) in POLITE
        raise Refusal("nothing-waits" if polite else "not-understood")
    if len(waiting) == 1:
        return await answer_to(ctx, waiting[0], said)
    ctx.show(_which(ctx, waiting[:MOST], said))


def _meant(waiting: Sequence[Place], said: str) -> Sequence[Place]:
    """Those that still wait for an answer; words that take one back mean those that have one."""
    if waiting and waiting[0].asks == Asks.BACK:
        return waiting[:1]
    if TAKES_BACK.search(fold(said)):
        wanted = [p for p in waiting if p.asks == Asks.ANSWERED]
    else:
        wanted = [p for p in waiting if p.asks > Asks.ANSWERED]
    return wanted or waiting


def _which(ctx: Ctx, waiting: Sequence[Place], said: str) -> Message:
    """«À quel appel répondez-vous ?», each by the title it shows."""
    buttons = tuple(
        Button(
            Text("to-this-one", {"title": Span(p.title)}), choose.call(p.id, said[:KEPT]), wide=True
        )
        for p in waiting
    )
    return Message((Text("which-question", {"said": Span(said[:80])}),), buttons)


@button("engine.choose-question", right=Right.ANYONE)
async def choose(ctx: Ctx, place_id: str, said: str) -> None:
    place = await ctx.tx.get(Place, place_id)
    if place is None or place.where != ctx.event.chat:
        raise Refusal("button-too-old")
    await answer_to(ctx, place, said)


async def answer_to(ctx: Ctx, place: Place, said: str) -> None:
    """As the card understands words; else by a button's number or label."""
    found = ctx.parts.registry.card(place.card)
    ctx.card = place.card
    if found is not None:
        card, args = found
        understands = ctx.parts.registry.answers_to(card)
        if understands is not None and await understands.run(ctx, said, **args):
            return
    keyboard = await ctx.tx.get(Keyboard, place.keyboard) if place.keyboard else None
    if keyboard is None:
        raise Refusal("not-understood")
    offered = [
        [str(n), label, words]
        for n, (label, action, _, words, _) in enumerate(keyboard.keys)
        if action
    ]
    index = match_option(said, offered)
    if index is None:
        raise Refusal("not-an-answer")
    await act(ctx, keyboard, int(index))
