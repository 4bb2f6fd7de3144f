"""Crises: a plan is activated, its log writes itself, its end says what came of it."""

from pathlib import Path

from bot.engine import Feature
from handlers.crises import (
    closing,
    commands,
    exporting,
    log,
    logbook,
    mine,
    noting,
    phases,
    wizard,
)

feature = Feature(
    "crises",
    (commands, wizard, phases, noting, log, logbook, closing, exporting, mine),
    Path(__file__).parent / "texts",
)
