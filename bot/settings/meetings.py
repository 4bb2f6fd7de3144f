"""How people are reminded of meetings, and how long these last where nobody says it."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from bot.settings.kinds import wrong
from bot.settings.section import Section

MOST = 6
_BEFORE = re.compile(r"[1-9]\d{0,2}(d|h|min)")


def _reminders(value: object) -> object:
    if not isinstance(value, list):
        return value
    if not all(isinstance(one, str) and _BEFORE.fullmatch(one.strip()) for one in value):
        raise wrong("is a list of times before: 7d for days, 1h for hours, 30min for minutes")
    if len(value) > MOST:
        raise wrong(f"has more than {MOST} reminders: people would stop reading them")
    return tuple(one.strip() for one in value)


Reminders = Annotated[tuple[str, ...], BeforeValidator(_reminders)]


class Meetings(Section):
    """Reminders of meetings. Each meeting may have its own."""

    reminders: Reminders = Field(
        default=("7d", "1d", "1h"),
        description="When those who did not decline are reminded: days (d), hours (h) or minutes"
        " (min) before. Days keep the hour of the meeting when the clocks change. Whoever has not"
        " answered is asked once more by the first of them, never again.",
        examples=[["7d", "1d", "1h"]],
    )
    usual_minutes: int = Field(
        default=90,
        ge=5,
        le=1440,
        description="How many minutes a meeting lasts for which nobody gave an end.",
        examples=[90],
    )
    ask_days: int = Field(
        default=7,
        ge=1,
        le=60,
        description="How many days before each time of a recurring meeting people are asked whether"
        " they come. The first time they are asked at once.",
        examples=[7],
    )
