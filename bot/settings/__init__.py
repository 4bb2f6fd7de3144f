"""config.toml, the environment and secret files become one frozen `Settings`.

All mistakes are told at once, each with its place and the line to write instead; no secret is
ever shown in one.
"""

from bot.settings.kinds import Listen, QuietHours
from bot.settings.loading import load
from bot.settings.matrix import Matrix
from bot.settings.meetings import Meetings
from bot.settings.mistakes import BadSettings, Mistake
from bot.settings.model import (
    Community,
    Database,
    Log,
    Settings,
    Telegram,
    Web,
)
from bot.settings.newsletters import Newsletters
from bot.settings.retention import Retention
from bot.settings.staffing import Staffing

__all__ = [
    "BadSettings",
    "Community",
    "Database",
    "Listen",
    "Log",
    "Matrix",
    "Meetings",
    "Mistake",
    "Newsletters",
    "QuietHours",
    "Retention",
    "Settings",
    "Staffing",
    "Telegram",
    "Web",
    "load",
]
