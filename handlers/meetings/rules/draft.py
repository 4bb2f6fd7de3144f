"""A meeting before it is sent: what was understood, as data that a dialog can keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core import audience
from bot.core.audience import EVERYONE, Audience
from bot.core.meetings import Kind
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules.pattern import Pattern

MOST = {"title": 80, "place": 120, "link": 300, "agenda": 500}
"""Characters: what is longer is asked again, never cut."""

LARGEST = 5000
"""Places on site."""


@dataclass(frozen=True)
class Draft:
    """`other` is the other way to read «tous les mois». `remote`: one can take part from afar, the
    link may come later. `capacity`: places on site, None for any number. `reminders` None: those
    that are usual here. `audience` None: everyone, and the channels that get all meetings."""

    title: str = ""
    kind: Kind = Kind.MEETING
    pattern: Pattern | None = None
    other: Pattern | None = None
    place: str = ""
    link: str = ""
    remote: bool = False
    agenda: str = ""
    capacity: int | None = None
    audience: Audience | None = None
    reminders: tuple[str, ...] | None = None

    @property
    def whom(self) -> Audience:
        return self.audience or EVERYONE


def pack(draft: Draft) -> dict[str, Any]:
    """JSON, for a row."""
    return {
        "title": draft.title, "kind": draft.kind.value, "place": draft.place, "link": draft.link,
        "remote": draft.remote, "agenda": draft.agenda, "capacity": draft.capacity,
        "pattern": patterns.pack(draft.pattern) if draft.pattern else None,
        "other": patterns.pack(draft.other) if draft.other else None,
        "audience": draft.audience.pack() if draft.audience else None,
        "reminders": list(draft.reminders) if draft.reminders is not None else None,
    }  # fmt: skip


def unpack(row: Mapping[str, Any]) -> Draft:
    return Draft(
        row["title"], Kind(row["kind"]),
        patterns.unpack(row["pattern"]) if row["pattern"] else None,
        patterns.unpack(row["other"]) if row["other"] else None,
        row["place"], row["link"], row["remote"], row["agenda"], row["capacity"],
        audience.unpack(row["audience"]) if row["audience"] else None,
        tuple(row["reminders"]) if row["reminders"] is not None else None,
    )  # fmt: skip
