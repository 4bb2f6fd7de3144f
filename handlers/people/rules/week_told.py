"""The usual week, said back: «lundi et mardi matin, jeudi soir»."""

from bot.core import Text
from bot.core.availability import DAYS, LENGTH, PARTS
from handlers.people.rules.weeks import EVERYTHING, NOTHING


def told(week: str) -> Text:
    """In words that `read_week` understands again."""
    if len(week) != LENGTH:
        return Text("week-unsaid")
    if week in (NOTHING, EVERYTHING):
        return Text("week-never" if week == NOTHING else "week-always")
    groups = [Text("week-group", {"days": _days(d), "parts": _parts(p)}) for d, p in grouped(week)]
    said = groups[-1]
    for group in reversed(groups[:-1]):
        said = Text("week-and", {"first": group, "rest": said})
    return said


def grouped(week: str) -> list[tuple[list[int], tuple[int, ...]]]:
    """Days that have the same parts, together, in the order of the week."""
    groups: dict[tuple[int, ...], list[int]] = {}
    for day in range(DAYS):
        parts = parts_on(week, day)
        if parts:
            groups.setdefault(parts, []).append(day)
    return [(days, parts) for parts, days in groups.items()]


def parts_on(week: str, day: int) -> tuple[int, ...]:
    return tuple(part for part in range(PARTS) if week[day * PARTS + part] == "o")


def _days(days: list[int]) -> Text:
    if len(days) == DAYS:
        return Text("days-all")
    if len(days) >= 3 and days == list(range(days[0], days[-1] + 1)):
        ends = {"first": Text(f"day-{days[0]}"), "last": Text(f"day-{days[-1]}")}
        return Text("days-through", ends)
    return Text("days-list", {"days": tuple(Text(f"day-{day}") for day in days)})


def _parts(parts: tuple[int, ...]) -> tuple[Text, ...]:
    return tuple(Text(f"part-{part}") for part in parts)
