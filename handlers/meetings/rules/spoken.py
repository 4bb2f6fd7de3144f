"""A recurrence said again: «le 3e mardi de chaque mois, jusqu'au 30 juin, sauf en août»."""

import re
from collections.abc import Mapping
from datetime import date

from bot.core import Args, Text, text
from bot.core.messages import Arg
from handlers.meetings.rules.pattern import Pattern

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING = list(range(5))
MOST = 4
"""Exceptions named one by one."""


def repeats(pattern: Pattern, today: date) -> Text:
    """What recurs, until when, and when not; exceptions that are past are not told."""
    return text(
        "meet-repeat", what=what(pattern), until=_until(pattern),
        without=_without(pattern, today),
    )  # fmt: skip


def what(pattern: Pattern) -> Text:
    """«le 3e mardi de chaque mois»."""
    return _what(_words(pattern.rule))


def _until(pattern: Pattern) -> Arg:
    return Text("meet-repeat-until", {"day": pattern.last}) if pattern.last else ""


def _words(rule: str) -> dict[str, str]:
    return {name: value for name, _, value in (word.partition("=") for word in rule.split(";"))}


def _what(words: Mapping[str, str]) -> Text:
    every = int(words.get("INTERVAL", "1"))
    match words.get("FREQ"):
        case "DAILY":
            return text("meet-repeat-daily", every=every)
        case "WEEKLY":
            return _weekly([number for _, number in _weekdays(words)], every)
        case "MONTHLY" if "BYDAY" in words:
            return _monthly(words, every)
        case "MONTHLY":
            days = [int(day) for day in words.get("BYMONTHDAY", "1").split(",")]
            named: tuple[Arg, ...] = tuple(_month_day(day) for day in days)
            return text("meet-repeat-dates", every=every, days=named)
        case _:
            return text("meet-repeat-yearly", every=every)


def _month_day(day: int) -> Text:
    return Text("meet-last-day") if day < 0 else text("meet-month-day", day=day)


def _weekly(days: list[int], every: int) -> Text:
    if days == WORKING and every == 1:
        return Text("meet-repeat-working")
    many = every == 1
    named = tuple(Text(f"meet-weekdays-{n}" if many else f"meet-weekday-{n}") for n in days)
    return text("meet-repeat-weekly", every=every, days=named)


def _monthly(words: Mapping[str, str], every: int) -> Text:
    named = tuple(
        text("meet-nth", nth=_nth(rank), day=Text(f"meet-weekday-{number}"))
        for rank, number in _weekdays(words)
    )
    return text("meet-repeat-nth", every=every, days=named)


def _nth(rank: int) -> str:
    return "last" if rank < 0 else ("each", "first", "second", "third", "fourth", "fifth")[rank]


def _weekdays(words: Mapping[str, str]) -> list[tuple[int, int]]:
    """[(3, 1)] for the third Tuesday; rank 0 means every one."""
    found = re.findall(r"(-?\d*)([A-Z]{2})", words.get("BYDAY", ""))
    return [(int(rank or 0), WEEKDAYS.index(day)) for rank, day in found]


def _without(pattern: Pattern, today: date) -> Arg:
    coming = [day for day in pattern.not_on if day >= today]
    named: list[Arg] = [text("meet-in-month", month=month) for month in pattern.not_in]
    named += [text("meet-on-day", day=day) for day in coming]
    if not named:
        return ""
    more = len(named) - MOST
    args: Args = {"what": tuple(named[:MOST]), "more": max(0, more)}
    return Text("meet-repeat-without", args)
