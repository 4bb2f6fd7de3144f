"""The scenes of the demo as data: what happens, in which order, and who says or touches what.

A scene does nothing that a visitor could not: it types commands and touches buttons.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from importlib.resources import files
from typing import Any, TypeAlias

from bot.core import Lang

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SHORT = {
    Lang.FR: ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    Lang.EN: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
Words: TypeAlias = Mapping[Lang, str]


@dataclass(frozen=True)
class Tells:
    """A line of the story, shown beside the phones."""

    line: Words


@dataclass(frozen=True)
class Says:
    """The coordinator types. `needs`: skipped where the bot has no such command."""

    line: Words
    needs: str = ""


@dataclass(frozen=True)
class Taps:
    """The coordinator touches the newest button that begins so. `needs` as above."""

    label: str
    needs: str = ""


@dataclass(frozen=True)
class Waits:
    """The demo's clock goes on so far, at this speed, while people answer."""

    minutes: int
    speed: float


Step: TypeAlias = Tells | Says | Taps | Waits


@dataclass(frozen=True)
class Scene:
    """`day` (Monday 0) and `at` are when it begins, in the community's local time."""

    id: str
    title: Words
    line: Words
    day: int
    at: time
    steps: tuple[Step, ...]

    def begins(self, now: datetime, zone: tzinfo) -> datetime:
        """The next such moment; today's if it was less than two hours ago."""
        local = now.astimezone(zone)
        on = local.date() + timedelta(days=(self.day - local.weekday()) % 7)
        start = datetime.combine(on, self.at, zone)
        if start < local - timedelta(hours=2):
            start = datetime.combine(on + timedelta(days=7), self.at, zone)
        return start


def load() -> tuple[Scene, ...]:
    """All scenes, in the order in which the page offers them."""
    folder = files(__package__) / "data" / "scenes"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(read(tomllib.loads(file.read_text("utf-8"))) for file in found)


def read(row: Mapping[str, Any]) -> Scene:
    day, at = row["begins"].split()
    return Scene(
        row["id"], words(row["title"]), words(row["line"]), DAYS.index(day),
        time.fromisoformat(at), tuple(step(s) for s in row["steps"]),
    )  # fmt: skip


def step(row: Mapping[str, Any]) -> Step:
    if "tells" in row:
        return Tells(words(row["tells"]))
    if "says" in row:
        return Says(words(row["says"]), row.get("needs", ""))
    if "taps" in row:
        return Taps(row["taps"], row.get("needs", ""))
    return Waits(row["waits"], float(row["speed"]))


def words(row: Mapping[str, str]) -> Words:
    return {Lang(lang): said for lang, said in row.items()}


def dated(line: str, today: date, lang: Lang) -> str:
    """Put dates in: `{sat}` is the first Saturday after today, `{mon+7}` a week after Monday."""

    def put(found: re.Match[str]) -> str:
        ahead = (DAYS.index(found[1]) - today.weekday() - 1) % 7 + 1
        on = today + timedelta(days=ahead + int(found[2] or 0))
        return f"{SHORT[lang][on.weekday()]} {on:%d/%m}"

    return re.sub(rf"\{{({'|'.join(DAYS)})(?:\+(\d+))?\}}", put, line)
