"""Alerts: how long they stand, and what happens when somebody does not acknowledge one."""

from typing import Literal

from pydantic import Field

from bot.settings.section import Section


class Alerts(Section):
    """Alerts: how long they stand, when the silent are told again, who approves."""

    valid_hours: int = Field(
        default=12,
        ge=1,
        le=336,
        description="For how many hours an alert stands when its author says nothing else. It then"
        " ends by itself, and every copy says so.",
        examples=[12],
    )
    again_minutes: int = Field(
        default=10,
        ge=1,
        le=1440,
        description="Minutes without an acknowledgement before an alert is sent again, on another"
        " app of the person if they have one; then coordinators get the list to phone.",
        examples=[10],
    )
    repeats: int = Field(
        default=1,
        ge=0,
        le=10,
        description="How often it is sent again by itself to those who are silent; 0 for never.",
        examples=[1],
    )
    enough_percent: int = Field(
        default=100,
        ge=1,
        le=100,
        description="The share of acknowledgements that is enough: once it is reached nobody is"
        " told again. An alert may also name a number («accusés : 5»).",
        examples=[100],
    )
    chase_from: Literal["important", "urgent", "danger"] = Field(
        default="urgent",
        description="The least severity of which the silent are told again: important, urgent or"
        " danger.",
        examples=["urgent"],
    )
    duty_list: str = Field(
        default="",
        max_length=80,
        description="The list of members who approve what goes to media, one after another; those"
        " on it who are no coordinators are passed over. When absent it is every coordinator.",
        examples=["astreinte"],
    )
    approve_minutes: int = Field(
        default=5,
        ge=1,
        le=120,
        description="Minutes after which the next of them is asked too.",
        examples=[5],
    )
