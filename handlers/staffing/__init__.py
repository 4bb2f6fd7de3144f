"""Calls for staff: a coordinator asks who can come, members answer with one tap."""

from pathlib import Path

from bot.engine import Feature
from handlers.staffing import (
    answering,
    board,
    byhand,
    calling,
    cards,
    changed,
    changed_replies,
    changing,
    choosing,
    commands,
    confirming,
    exporting,
    figures,
    grid,
    jobs,
    leaving,
    lost,
    offers,
    pausing,
    phoning,
    planning,
    replying,
    rooms,
    roster,
    sealing,
    takingback,
    waves,
)

feature = Feature(
    "staffing",
    (
        calling, cards, answering, offers, board, figures, byhand, choosing, commands, planning,
        replying, waves, sealing, jobs, changing, changed, changed_replies, confirming, pausing,
        phoning, exporting, leaving, rooms, roster, grid, takingback,
        lost,
    ),
    Path(__file__).parent / "texts",
)  # fmt: skip
