"""The demo's page: phones in a browser, each a real chat with the bot."""

from bot.web.demo.page import Page, demo_routes
from bot.web.demo.stage import Stage, Theatre

__all__ = ["Page", "Stage", "Theatre", "demo_routes"]
