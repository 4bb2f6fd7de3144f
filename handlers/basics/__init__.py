"""What the bot says whatever one is doing: refusals, buttons of wizards, help."""

from pathlib import Path

from bot.engine import Feature, dialogs, replies
from handlers.basics import commands

feature = Feature("basics", (commands, dialogs, replies), Path(__file__).parent / "texts")
