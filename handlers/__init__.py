"""The features, in the order of the help text. Adding one is a folder and a line here."""

from bot.engine import Feature
from handlers import alerts, basics, channels, crises, meetings, newsletters, people, staffing

FEATURES: tuple[Feature, ...] = (
    basics.feature, staffing.feature, alerts.feature, crises.feature, meetings.feature,
    newsletters.feature, people.feature, channels.feature,
)  # fmt: skip
