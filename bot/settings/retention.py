"""For how long things are kept."""

from pydantic import Field

from bot.settings.section import Section


class Retention(Section):
    """For how many days things are kept. Erasing runs by itself, every hour."""

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
    proofs_days: int = Field(
        default=3653,
        ge=365,
        le=7305,
        description="Who came to which shift and which meeting: the proof of hours that were paid."
        " Ten years are what accounts are kept for; answers without a presence go with the others.",
        examples=[3653],
    )
    invitations_days: int = Field(
        default=30,
        ge=1,
        le=365,
        description="Invitations that expired or were used up.",
        examples=[30],
    )
    audit_days: int = Field(
        default=1825,
        ge=180,
        le=3650,
        description="The audit: who did what, when. Five years is how long somebody can be held to"
        " account for it.",
        examples=[1825],
    )
