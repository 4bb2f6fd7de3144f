"""One HTTP server: health, what other programs call, the features' pages, the demo."""

from bot.web.server import Checks, Web

__all__ = ["Checks", "Web"]
