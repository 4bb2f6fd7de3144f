"""The menu behind /start: what most people come for, by role, on one screen."""

from bot.core import Button, Message, Right, Text
from bot.core.people import may
from bot.engine import Ctx, command
from bot.engine.menus import command_button

EVERYDAY = ("appels", "planning", "reunions", "dispos", "profil", "reglages", "aide")
FUNCTION = ("mobiliser", "tableau", "alerte", "membres", "inviter")


@command("menu", right=Right.ANYONE, in_menu=False)
async def menu(ctx: Ctx, rest: str) -> None:
    if ctx.member is None:
        return ctx.say("not-a-member")
    names = (*FUNCTION, *EVERYDAY)
    known = ctx.parts.registry.commands
    buttons = [
        command_button(name, f"menu-{name}")
        for name in names
        if name in known and may(ctx.member, known[name].right)
    ]
    lines = (Text("menu-head"), Text("menu-how"), Text("help-emergency"))
    return ctx.show(Message(lines, (*buttons, *_simple(ctx))))


def _simple(ctx: Ctx) -> tuple[Button, ...]:
    """The first menu says that there is a display for screen readers."""
    return () if ctx.simple else (command_button("affichage", "menu-simple"),)
