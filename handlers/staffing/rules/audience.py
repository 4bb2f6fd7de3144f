"""Who is asked, in which order, and who is left out and why."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

ROUNDING = 0.25
"""A quarter of a person more is no reason to ask one more: 1 / 0.33 is three."""


class Why(StrEnum):
    """Why somebody is not asked. The order is that in which reasons are looked for."""

    ELSEWHERE = "elsewhere"
    EXCLUDED = "excluded"
    PAUSED = "paused"
    AWAY = "away"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    WEEKLY_LIMIT = "weekly-limit"
    QUIET = "quiet"


@dataclass(frozen=True)
class Person:
    """What is known of one member. `free` holds, for each shift, True, False or None (never
    said); `asked_lately` counts the last seven days."""

    id: int
    profession: str
    town: str
    free: tuple[bool | None, ...]
    away: bool = False
    busy: bool = False
    paused: bool = False
    reachable: bool = True
    asked_lately: int = 0
    limit: int = 3
    last_asked: datetime | None = None
    quiet: bool = False


@dataclass(frozen=True)
class Wanted:
    """A post for asking: how many are missing, of which professions (none: anyone)."""

    codes: tuple[str, ...]
    missing: int

    def suits(self, profession: str) -> bool:
        return not self.codes or profession in self.codes


@dataclass(frozen=True)
class Filters:
    towns: tuple[str, ...] = ()
    excluded: tuple[int, ...] = ()
    excluded_towns: tuple[str, ...] = ()
    urgent: bool = False


@dataclass(frozen=True)
class Audience:
    """`able` in the order of asking; `left_out` of those whose profession fits."""

    able: tuple[Person, ...]
    left_out: tuple[tuple[int, Why], ...]

    def by_profession(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for person in self.able:
            counts[person.profession] = counts.get(person.profession, 0) + 1
        return counts

    @property
    def free(self) -> tuple[Person, ...]:
        return tuple(p for p in self.able if True in p.free)


def audience(people: Sequence[Person], wanted: Sequence[Wanted], filters: Filters) -> Audience:
    """Those who can be asked, free ones and least asked first; the others with the reason."""
    able, left_out = [], []
    for person in people:
        if not any(w.suits(person.profession) for w in wanted):
            continue
        why = _why_not(person, filters)
        if why is None:
            able.append(person)
        else:
            left_out.append((person.id, why))
    return Audience(tuple(sorted(able, key=order)), tuple(left_out))


def order(person: Person) -> tuple[int, int, float, int]:
    """Free by their usual week, then those who never said, then the others; in each, whoever
    was asked least and longest ago."""
    rank = 0 if True in person.free else 1 if None in person.free else 2
    last = person.last_asked.timestamp() if person.last_asked else 0.0
    return rank, person.asked_lately, last, person.id


def _why_not(person: Person, filters: Filters) -> Why | None:
    outside = bool(filters.towns) and person.town not in filters.towns
    checks: Mapping[Why, bool] = {
        Why.ELSEWHERE: outside,
        Why.EXCLUDED: person.id in filters.excluded or person.town in filters.excluded_towns,
        Why.PAUSED: person.paused,
        Why.AWAY: person.away,
        Why.BUSY: person.busy,
        Why.UNREACHABLE: not person.reachable,
        Why.WEEKLY_LIMIT: not filters.urgent and person.asked_lately >= person.limit,
    }
    return next((why for why, applies in checks.items() if applies), None)


def group(
    able: Sequence[Person], wanted: Sequence[Wanted], *, expected_yes: float
) -> tuple[Person, ...]:
    """The next people to ask: for each post as many as the expected share of yes needs.

    The scarcest posts choose first. `able` is in the order of asking; those in their quiet
    hours are not in it now.
    """
    chosen: dict[int, Person] = {}
    awake = [p for p in able if not p.quiet]
    scarce_first = sorted(
        (w for w in wanted if w.missing), key=lambda w: sum(w.suits(p.profession) for p in awake)
    )
    for post in scarce_first:
        enough = math.ceil(post.missing / expected_yes - ROUNDING)
        for person in awake:
            if enough <= 0:
                break
            if person.id not in chosen and post.suits(person.profession):
                chosen[person.id] = person
                enough -= 1
    return tuple(chosen.values())
