"""What a feature is written with. The loops (dispatch, outbox, timers) are not for features."""

from bot.engine.ask import Ask
from bot.engine.context import Ctx
from bot.engine.declare import (
    button,
    card,
    command,
    dialog,
    erases,
    exports,
    job,
    maker,
    on,
    route,
    typed,
    visit,
)
from bot.engine.feature import Feature, Late
from bot.engine.options import Option
from bot.engine.unclear import Unclear
from bot.engine.view import View

__all__ = [
    "Ask", "Ctx", "Feature", "Late", "Option", "Unclear", "View", "button", "card", "command",
    "dialog", "erases", "exports", "job", "maker", "on", "route", "typed", "visit",
]  # fmt: skip
