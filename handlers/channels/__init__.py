"""Groups, channels and rooms that the bot is in: whose they are, and whether they get calls."""

from pathlib import Path

from bot.engine import Feature
from handlers.channels import arriving, commands

feature = Feature("channels", (arriving, commands), Path(__file__).parent / "texts")
