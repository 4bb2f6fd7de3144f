"""/aide and /annuler: what one can do here, and how to get out of what one began."""

from collections.abc import Sequence

from bot.core import Button, Message, Right, Role, Span, Text
from bot.core.facts import CancelAsked, HelpAsked
from bot.core.people import RANK, may
from bot.engine import Ctx, button, command, dialogs, menus
from bot.engine.feature import Command
from bot.engine.menus import command_button
from storage import dialogs as wizards

CANCELLED_THERE = (
    ("planning", "cancel-shifts"),
    ("pause", "cancel-pause"),
    ("quitter", "cancel-all"),
)
"""Where things can be undone that are no wizard. The first is for want of anything more exact."""

SCREEN = 10


@command("aide", en="help", right=Right.ANYONE)
async def help(ctx: Ctx, rest: str) -> None:
    if ctx.member is not None:
        return _help(ctx, 0)
    if not await ctx.answered(HelpAsked()):
        ctx.say("not-a-member")
    return None


@button("basics.help", right=Right.ANYONE)
async def help_page(ctx: Ctx, page: int) -> None:
    _help(ctx, page)


def _help(ctx: Ctx, page: int) -> None:
    """«Je veux…»: the everyday commands, then those of one's function, a screen at a time."""
    mine = [
        c for c in menus.declared(ctx.parts) if may(ctx.member, c.listed) and c.run is not help.run
    ]
    everyday = [c for c in mine if RANK[c.listed] <= Role.MEMBER]
    everyday.sort(key=lambda c: c.right is Right.ANYONE)  # what one is here for goes first
    function = [c for c in mine if RANK[c.listed] > Role.MEMBER]
    pages = [("help-head", part) for part in _screens(everyday)]
    first, reads = len(pages), not may(ctx.member, Right.CALL)
    pages += [("help-head-function", part) for part in _screens(function)]
    page = min(max(page, 0), len(pages) - 1)
    head, shown = pages[page]
    buttons = []
    if page:
        buttons.append(Button(Text("help-less"), help_page.call(page - 1)))
    if page + 1 < len(pages) and page + 1 != first:
        buttons.append(Button(Text("help-more"), help_page.call(page + 1)))
    if function and page < first:
        named = Text("help-function", {"reads": "yes" if reads else "no"})
        buttons.append(Button(named, help_page.call(first)))
    lines = [_line(ctx, one) for one in shown]
    title = Text(head, {"reads": "yes" if reads else "no"})
    ctx.flip(Message((title, *lines, Text("help-emergency")), tuple(buttons)))


def _screens(commands: Sequence[Command]) -> list[Sequence[Command]]:
    return [commands[at : at + SCREEN] for at in range(0, len(commands), SCREEN)]


def _line(ctx: Ctx, one: Command) -> Text:
    name = Span(f"/{one.name_in(ctx.lang)}")
    return Text("help-line", {"what": Text(one.help_key), "name": name})


@command("annuler", en="cancel", right=Right.ANYONE)
async def annuler(ctx: Ctx, rest: str) -> None:
    """Leaves the wizard; outside one it asks what is meant, and never guesses."""
    row = await wizards.under_way(ctx.tx, ctx.event.chat, ctx.who)
    if row is not None:
        return await dialogs.leave(ctx, row, tapped=False)
    if ctx.member is None:
        return ctx.say("nothing-to-cancel")
    asked = CancelAsked(ctx.member.id, [])
    await ctx.happened(asked)
    known = ctx.parts.registry.commands
    named = CANCELLED_THERE[1:] if asked.offers else CANCELLED_THERE
    asked.offers.extend(command_button(n, label) for n, label in named if n in known)
    asked.offers.append(Button(Text("cancel-nothing"), keep.call()))
    return ctx.flip(Message((Text("cancel-what"),), tuple(asked.offers)))


@button("basics.keep", right=Right.ANYONE)
async def keep(ctx: Ctx) -> None:
    ctx.flip(Message((Text("cancelled-nothing"),)))
