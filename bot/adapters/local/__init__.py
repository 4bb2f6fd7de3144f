"""A chat platform in memory: the demo's phones speak to it, and so do the tests."""

from bot.adapters.local.platform import Local

__all__ = ["Local"]
