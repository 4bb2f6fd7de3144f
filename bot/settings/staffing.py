"""The rhythm of calls for staff: defaults until the community has figures of its own."""

from pydantic import Field, ValidationInfo, field_validator

from bot.settings.kinds import wrong
from bot.settings.section import Section


class Staffing(Section):
    """How people are asked. Over-asking is what kills answers: raise these with care."""

    asks_per_week: int = Field(
        default=3,
        ge=1,
        le=50,
        description="How often a week one person is asked at most, urgent calls excepted. People"
        " asked more often stop answering at all; each may set a lower number.",
        examples=[3],
    )
    expected_yes: float = Field(
        default=0.33,
        ge=0.05,
        le=1,
        description="The share of yes that is expected: one in three asked. A group is as large as"
        " this share needs, so that seats fill without asking everyone.",
        examples=[0.33],
    )
    wave_minutes: int = Field(
        default=45,
        ge=5,
        le=1440,
        description="Minutes before the next group is asked. People take 36 minutes on average to"
        " answer, so that less would ask more people than needed.",
        examples=[45],
    )
    fast_wave_minutes: int = Field(
        default=15,
        ge=1,
        le=1440,
        description="The same in the fast rhythm, when there is no time to wait for everyone.",
        examples=[15],
    )
    fast_before_hours: int = Field(
        default=48,
        ge=0,
        le=336,
        description="The fast rhythm is proposed when the start is nearer than this many hours.",
        examples=[48],
    )
    reminder_share: float = Field(
        default=0.5,
        gt=0,
        lt=1,
        description="When in a group's time the silent get their one reminder: 0.5 is half-way.",
        examples=[0.5],
    )
    seat_held_minutes: int = Field(
        default=30,
        ge=5,
        le=720,
        description="How long a seat is held for whoever must confirm it: the next on the waiting"
        " list, or who said «si besoin». Quiet hours do not count.",
        examples=[30],
    )
    confirm_within_hours: int = Field(
        default=24,
        ge=0,
        le=336,
        description="A seat that becomes free nearer to the start than this is offered, not given:"
        " plans made yesterday may no longer hold.",
        examples=[24],
    )
    maybe_before_hours: int = Field(
        default=4,
        ge=0,
        le=336,
        description="Those who said «si besoin» are asked to confirm at the latest this many hours"
        " before the start, sooner once nobody else is left to ask.",
        examples=[4],
    )

    @field_validator("fast_wave_minutes")
    @classmethod
    def _faster(cls, minutes: int, info: ValidationInfo) -> int:
        usual = info.data.get("wave_minutes", minutes)
        if minutes > usual:
            raise wrong(f"is more than wave_minutes ({usual}): the fast rhythm would be slower")
        return minutes
