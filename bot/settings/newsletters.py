"""When members are asked whether they want the newsletter, when contributors are reminded."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from bot.settings.kinds import wrong
from bot.settings.section import Section

MOST = 4


def _days(value: object) -> object:
    if not isinstance(value, list):
        return value
    if not all(type(one) is int and 1 <= one <= 60 for one in value) or len(value) > MOST:
        raise wrong(f"is a list of at most {MOST} numbers of days, each from 1 to 60")
    return tuple(sorted(set(value), reverse=True))


Days = Annotated[tuple[int, ...], BeforeValidator(_days)]


class Newsletters(Section):
    """The newsletter. Nobody gets it who has not said yes to it."""

    ask_after_days: int = Field(
        default=3,
        ge=0,
        le=365,
        description="How many days after their approval members are asked, once, whether they want"
        " it. 0 asks nobody: they can still say so in /reglages.",
        examples=[3],
    )
    remind_days: Days = Field(
        default=(7, 2),
        description="How many days before the deadline those who were asked for a text are"
        " reminded, if they have neither sent it nor said no.",
        examples=[[7, 2]],
    )
    feed_minutes: int = Field(
        default=60,
        ge=15,
        le=1440,
        description="How often the website's feed is looked at, where an administrator has given"
        " one (/newsletter).",
        examples=[60],
    )
    objections_days: int = Field(
        default=1095,
        ge=30,
        le=3650,
        description="For how long the no of somebody who has left is kept, as a hash of their"
        " account, so that it still counts if they come back.",
        examples=[1095],
    )
