"""Calls for staff: a coordinator asks who can come, members answer with one tap."""

from pathlib import Path

from bot.engine import Feature
from handlers.staffing import (
    answering,
    board,
    byhand,
    calling,
    cards,
    choosing,
    commands,
    confirming,
    exporting,
    grid,
    jobs,
    leaving,
    offers,
    pausing,
    phoning,
    planning,
    replying,
    roster,
    waves,
)

feature = Feature(
    "staffing",
    (
        calling, cards, answering, offers, board, byhand, choosing, commands, planning, replying,
        waves, jobs, confirming, pausing, phoning, exporting, leaving, roster, grid,
    ),
    Path(__file__).parent / "texts",
)  # fmt: skip
