"""What the bot says whatever one is doing: the menu, help, refusals, the buttons of wizards."""

from pathlib import Path

from bot.engine import Feature, dialogs, menus, replies
from handlers.basics import commands, menu

feature = Feature(
    "basics", (menu, commands, dialogs, replies, menus), Path(__file__).parent / "texts"
)
