"""Newsletters: written together, sent last of all, to those who want them, and kept."""

from pathlib import Path

from bot.engine import Feature
from handlers.newsletters import (
    archive,
    articles,
    choosing,
    commands,
    contributing,
    contributors,
    desk,
    dropping,
    feeding,
    issues,
    letter,
    preview,
    remembering,
    sending,
    writing,
)

feature = Feature(
    "newsletters",
    (
        commands, archive, choosing, remembering, writing, articles, contributing, contributors,
        desk, issues, dropping, preview, sending, letter, feeding,
    ),
    Path(__file__).parent / "texts",
)  # fmt: skip
