"""Meetings, trainings, exercises: announced, answered, reminded of, attended."""

from pathlib import Path

from bot.engine import Feature
from handlers.meetings import (
    answering,
    attending,
    board,
    brought,
    calendars,
    cancelling,
    cards,
    changed,
    changing,
    commands,
    exporting,
    hours,
    jobs,
    leaving,
    lost,
    nudging,
    opening,
    poll_board,
    poll_cards,
    poll_opening,
    poll_writing,
    reminding,
    replying,
    writing,
)

feature = Feature(
    "meetings",
    (
        commands, brought, calendars, writing, opening, cards, answering, replying, board, nudging,
        reminding, changing, changed, cancelling, attending, exporting, hours, jobs, leaving,
        poll_writing, poll_opening, poll_cards, poll_board, lost,
    ),
    Path(__file__).parent / "texts",
)  # fmt: skip
