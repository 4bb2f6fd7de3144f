"""The made-up community of the demo: the same people each time, for the same seed."""

import csv
import io
import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from bot.adapters.local.temper import Temper, draw
from bot.core import Lang, Role
from bot.core.plain import fold

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
PARTS = ("matin", "après-midi", "soir", "nuit")
FREE = (0.45, 0.40, 0.35, 0.04)
"""How likely one is free in the morning, the afternoon, the evening, at night."""


@dataclass(frozen=True)
class Persona:
    """`word` names the profession as a roster does, `title` as a reader sees it. `week` holds
    (day, part), Monday and morning first."""

    account: str
    name: str
    word: str
    title: Mapping[Lang, str]
    town: str
    phone: str
    role: Role
    woman: bool
    week: frozenset[tuple[int, int]]
    temper: Temper

    @property
    def usual_week(self) -> str:
        """As one types it: «lundi mardi matin, jeudi soir»."""
        found = []
        for number, part in enumerate(PARTS):
            days = [DAYS[day] for day, at in sorted(self.week) if at == number]
            if days:
                found.append(f"{' '.join(days)} {part}")
        return ", ".join(found)


@dataclass(frozen=True)
class Partner:
    """An organisation with a channel of its own; `contact` is who writes for it. `words` say its
    kind and level as a coordinator types them."""

    chat: str
    name: str
    kind: str
    label: Mapping[Lang, str]
    contact: str
    words: str
    phone: str

    @property
    def helps(self) -> bool:
        """Calls for staff may reach it: town halls and associations have volunteers."""
        return self.kind in ("town-hall", "association")

    @property
    def warned(self) -> bool:
        """Those who look after people when something is wrong get alerts."""
        return self.kind in ("town-hall", "emergency", "social")

    @property
    def line(self) -> str:
        """As it is written down in the list of partners."""
        return (
            f"/canaux partenaire {self.name} | {self.words} | {self.phone}"
            " | Convention, jusqu'au 31/12/2027"
        )


@dataclass(frozen=True)
class Community:
    name: str
    short_name: str
    contact: str
    towns: tuple[str, ...]
    people: tuple[Persona, ...]
    partners: tuple[Partner, ...]

    @cached_property
    def by_account(self) -> dict[str, Persona]:
        return {p.account: p for p in self.people}

    @property
    def staff(self) -> tuple[Persona, ...]:
        return tuple(p for p in self.people if p.role > Role.MEMBER)

    @property
    def members(self) -> tuple[Persona, ...]:
        return tuple(p for p in self.people if p.role is Role.MEMBER)

    @property
    def coordinator(self) -> Persona:
        return next(p for p in self.people if p.role is Role.COORDINATOR)

    def roster(self) -> str:
        """The members as a spreadsheet saves them: name, profession, town, telephone."""
        out = io.StringIO()
        rows = csv.writer(out, delimiter=";", lineterminator="\n")
        rows.writerow(("nom", "profession", "commune", "téléphone"))
        rows.writerows((p.name, p.word, p.town, p.phone) for p in self.members)
        return out.getvalue()


def build(seed: int = 3, *, most: int | None = None) -> Community:
    """`most` keeps that many members, professions in proportion (small worlds start sooner)."""
    data = tomllib.loads((files(__package__) / "data" / "community.toml").read_text("utf-8"))
    rng = random.Random(seed)
    names = _names(rng, data["names"])
    members = [_member(rng, p, data["towns"], names) for p in data["professions"]
               for _ in range(p["count"])]  # fmt: skip
    rng.shuffle(members)
    staff = [_staff(rng, p) for p in data["staff"]]
    return Community(
        data["name"], data["short_name"], data["contact"], tuple(data["towns"]),
        (*staff, *members[:most]), tuple(_partners(data["partners"], data["towns"])),
    )  # fmt: skip


def _names(rng: random.Random, words: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, bool]]:
    """Full names, none twice, and whether it is a woman's: two in three, as in these jobs."""
    used: set[str] = set()
    while True:
        woman = rng.random() < 0.66
        name = f"{rng.choice(words['women' if woman else 'men'])} {rng.choice(words['family'])}"
        if name not in used:
            used.add(name)
            yield name, woman


def _member(
    rng: random.Random,
    profession: Mapping[str, Any],
    towns: Sequence[str],
    names: Iterator[tuple[str, bool]],
) -> Persona:
    name, woman = next(names)
    titles = {Lang.FR: profession["title"]["fr"][0 if woman else 1],
              Lang.EN: profession["title"]["en"]}  # fmt: skip
    # The first towns of the list are the larger ones.
    town = rng.choices(towns, [2.0 / (n + 2) for n in range(len(towns))])[0]
    return Persona(
        account_of(name), name, profession["word"], titles, town, _phone(rng), Role.MEMBER,
        woman, _week(rng), draw(rng, profession["yes"]),
    )  # fmt: skip


def _staff(rng: random.Random, row: Mapping[str, Any]) -> Persona:
    titles = {Lang(lang): words for lang, words in row["title"].items()}
    return Persona(
        account_of(row["name"]), row["name"], "autre", titles, row["town"], _phone(rng),
        Role[row["role"].upper()], titles[Lang.FR].endswith("trice"), frozenset(), draw(rng, 0.0),
    )  # fmt: skip


def _week(rng: random.Random) -> frozenset[tuple[int, int]]:
    """At least one half-day; weekends count half."""
    free = {
        (day, part)
        for day in range(7)
        for part in range(4)
        if rng.random() < FREE[part] * (0.5 if day > 4 else 1.0)
    }
    return frozenset(free or {(rng.randrange(5), rng.randrange(2))})


def _partners(rows: Sequence[Mapping[str, Any]], towns: Sequence[str]) -> Iterator[Partner]:
    number = 0
    for row in rows:
        each = row.get("each", "")
        names = [each.format(town=_of(town)) for town in towns] if each else row["names"]
        label = {Lang(lang): words for lang, words in row["label"].items()}
        for name in names:
            name = name.replace("de Le ", "du ").replace("de Les ", "des ")
            account, words = account_of(name), f"{row['category']} | {row['level']}"
            number += 1
            yield Partner(
                f"#{account}", name, row["kind"], label, f"veille.{account}", words,
                f"standard : 01 99 00 20 {number:02}",
            )  # fmt: skip


def _of(town: str) -> str:
    return town.replace("La ", "la ", 1) if town.startswith("La ") else town


def _phone(rng: random.Random) -> str:
    return f"06 39 98 {rng.randrange(100):02} {rng.randrange(100):02}"


def account_of(name: str) -> str:
    """«Hélène Marchand-Roy» is `helene.marchand-roy`."""
    return fold(name).replace("'", "").replace(" ", ".")
