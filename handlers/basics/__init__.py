"""What the bot says whatever one is doing: the menu, help, refusals, the buttons of wizards."""

from pathlib import Path

from bot.engine import Feature, dialogs, ears, holding, menus, outage, reactions, replies
from handlers.basics import commands, menu, parked, restored

feature = Feature(
    "basics",
    (menu, commands, parked, restored, dialogs, replies, reactions, menus, holding, outage, ears),
    Path(__file__).parent / "texts",
)
