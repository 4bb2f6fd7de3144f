"""The features, in the order of the help text. Adding one is a folder and a line here."""

from bot.engine import Feature
from handlers import basics, channels, people, staffing

FEATURES: tuple[Feature, ...] = (
    basics.feature, staffing.feature, people.feature, channels.feature,
)  # fmt: skip
