"""Groups, channels and rooms that the bot is in: whose they are, what they get; the partners."""

from pathlib import Path

from bot.engine import Feature
from handlers.channels import (
    agreements,
    arriving,
    cards,
    clocks,
    commands,
    getting,
    going,
    health,
    helping,
    offer_cards,
    offering,
    owning,
    partner_form,
    partner_pages,
    proving,
)

feature = Feature(
    "channels",
    (
        arriving, cards, getting, clocks, going, health, owning, partner_form, partner_pages,
        agreements, proving, helping, offering, offer_cards, commands,
    ),
    Path(__file__).parent / "texts",
)  # fmt: skip
