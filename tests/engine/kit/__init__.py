"""A small feature that uses everything the engine offers, for the engine's own tests."""

from pathlib import Path

from bot.engine import Feature
from tests.engine.kit import held, parts, visits

feature = Feature("kit", (parts, held, visits), Path(__file__).parent)
