"""Telegram behind our own port. Nothing of its library is seen outside this package."""

from bot.adapters.telegram.adapter import Telegram
from bot.adapters.telegram.doctor import examine
from bot.adapters.telegram.line import Health

__all__ = ["Health", "Telegram", "examine"]
