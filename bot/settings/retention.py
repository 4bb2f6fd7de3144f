"""For how long things are kept."""

from pydantic import Field

from bot.settings.section import Section


class Retention(Section):
    """For how many days things are kept. Erasing runs by itself."""

    inbox_days: int = Field(
        default=7,
        ge=2,
        le=30,
        description="What people wrote, as it came in. Not less than 2: Telegram may tell the same"
        " thing again for 24 hours, and it would then be taken for new.",
        examples=[7],
    )
    answers_days: int = Field(
        default=365,
        ge=30,
        le=1825,
        description="Answers to calls and alerts. A year covers the report to the funder; counts"
        " stay, people do not.",
        examples=[365],
    )
    invitations_days: int = Field(
        default=30,
        ge=1,
        le=365,
        description="Invitations that expired or were used up.",
        examples=[30],
    )
