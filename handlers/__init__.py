"""The features, in the order of the help text. Adding one is a folder and a line here."""

from bot.engine import Feature
from handlers import basics, channels, staffing

FEATURES: tuple[Feature, ...] = (basics.feature, staffing.feature, channels.feature)
