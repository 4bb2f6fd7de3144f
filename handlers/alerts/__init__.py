"""Alerts: to members and channels, with acknowledgement; and what is signalled from the field."""

from pathlib import Path

from bot.engine import Feature
from handlers.alerts import (
    answering,
    approving,
    board,
    cards,
    commands,
    drafting,
    ending,
    escalating,
    files,
    following,
    leaving,
    lost,
    notes,
    partnering,
    phoning,
    questions,
    replying,
    signalling,
    signals,
    sources,
    updating,
    wizard,
)

feature = Feature(
    "alerts",
    (
        commands, replying, signalling, wizard, cards, answering, questions, partnering, board,
        following, ending, updating, notes, approving, escalating, phoning, files, signals,
        sources, drafting, leaving, lost,
    ),
    Path(__file__).parent / "texts",
)  # fmt: skip
