"""What a feature is written with. The loops (dispatch, outbox, timers) are not for features."""

from bot.engine.ask import Ask, Option, Unclear
from bot.engine.context import Ctx
from bot.engine.declare import button, card, command, dialog, erases, exports, job, maker, on, typed
from bot.engine.feature import Feature, Late
from bot.engine.view import View

__all__ = [
    "Ask", "Ctx", "Feature", "Late", "Option", "Unclear", "View", "button", "card", "command",
    "dialog", "erases", "exports", "job", "maker", "on", "typed",
]  # fmt: skip
