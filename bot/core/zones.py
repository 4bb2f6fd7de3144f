"""Time zones as people name them, and a moment as it is where somebody else lives.

The community's wall time is what everybody reads first and what typed dates mean; whoever lives in
another zone reads their own time beside it, and only where it really differs then.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from bot.core.plain import fold
from bot.core.when import Span, short, spoken
from bot.core.when.spoken import is_midnight

USUAL = (
    "Europe/Paris", "America/Guadeloupe", "America/Cayenne", "Indian/Reunion", "Indian/Mayotte",
    "Pacific/Noumea", "Pacific/Tahiti", "America/Miquelon",
)  # fmt: skip
"""Those of French territories: they are offered."""

PLACES: Mapping[str, Mapping[str, str]] = {
    "America/Guadeloupe": {
        "fr": "Guadeloupe et Martinique", "en": "Guadeloupe and Martinique",
    },
    "America/Cayenne": {"fr": "Guyane", "en": "French Guiana"},
    "Pacific/Noumea": {"fr": "Nouvelle-Calédonie", "en": "New Caledonia"},
    "Pacific/Tahiti": {"fr": "Polynésie", "en": "French Polynesia"},
    "America/Miquelon": {"fr": "Saint-Pierre-et-Miquelon", "en": "Saint Pierre and Miquelon"},
}  # fmt: skip
"""Where people name the territory. Babel has its chief town, or «heure : Guyane française»."""

WHOSE = {
    ("America/Guadeloupe", "fr"): "des Antilles",
    ("Pacific/Tahiti", "fr"): "de Tahiti", ("Pacific/Tahiti", "en"): "Tahiti",
}  # fmt: skip
"""Whose hour it is, where that is not said by the place."""

LANGUAGES = ("fr", "en")
NO_PLACE = ("Factory", "localtime")
"""Names of the list that are no zone anybody lives in. `Etc/GMT+3` is three hours behind: the sign
is the contrary of what everybody means by it, and it has no summer time."""


@dataclass(frozen=True)
class There:
    """«mardi 15 décembre, de 23 h à 0 h 30», «mar. 15/12 23 h», «heure de La Réunion»."""

    when: str
    brief: str
    clock: str


def there(
    start: datetime, end: datetime, home: ZoneInfo, name: str, lang: str,
    since: datetime | None = None,
) -> There | None:  # fmt: skip
    """The same moment in the zone of this name; None where its clock shows the same, and for whole
    days: a day is that day wherever one lives. "" is the community's own."""
    if not name:
        return None
    zone = zone_of(name, home)
    if all(is_midnight(at.astimezone(home)) for at in (start, end)):
        return None
    if all(at.astimezone(zone).utcoffset() == at.astimezone(home).utcoffset()
           for at in (start, end)):  # fmt: skip
        return None
    begins = Span(start.astimezone(zone))
    both = Span(start.astimezone(zone), end.astimezone(zone))
    brief = short(begins, lang, zone, dated=True)
    return There(
        spoken(both, lang, zone, since), brief[0].lower() + brief[1:] if lang == "fr" else brief,
        clock(name, lang),
    )  # fmt: skip


def zone_of(name: str, home: ZoneInfo) -> ZoneInfo:
    """The community's for "", and for a name that this machine's list no longer has."""
    if not name:
        return home
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return home


@lru_cache(512)
def place(name: str, lang: str) -> str:
    """«La Réunion», «Lisbonne»: its best known town."""
    return PLACES[name][lang] if name in PLACES else _town(name, lang)


@lru_cache(512)
def clock(name: str, lang: str) -> str:
    """«heure de La Réunion», «heure d'Athènes», «Lisbon time»."""
    whose = WHOSE.get((name, lang))
    if lang != "fr":
        return f"{whose or place(name, lang)} time"
    return f"heure {whose or _of(place(name, lang))}"


def _of(town: str) -> str:
    """«de Lisbonne», «d'Athènes», «du Caire»."""
    if town.startswith("Le "):
        return f"du {town[3:]}"
    return f"d'{town}" if fold(town)[:1] in "aeiou" else f"de {town}"


def _town(name: str, lang: str) -> str:
    if name not in _listed():
        return name
    found = get_timezone_location(ZoneInfo(name), locale=lang, return_city=True)
    return str(found).rpartition("/")[2].strip() or name


@lru_cache(1)
def _listed() -> frozenset[str]:
    return frozenset(available_timezones())


@lru_cache(1)
def known() -> frozenset[str]:
    """The names that can be chosen."""
    return frozenset(
        name for name in _listed()
        if name not in NO_PLACE and not name.startswith("Etc/")
    )  # fmt: skip


def read(said: str) -> str | None:
    """The zone's name, from itself («europe/lisbon»), a town («Lisbonne», "Lisbon") or a country
    that has one zone only; None for what is none or could be several."""
    return _names().get(_key(said))


def _key(said: str) -> str:
    return re.sub(r"[\s_'-]+", " ", fold(said[:80])).strip(" .!")


@lru_cache(1)
def _names() -> Mapping[str, str]:
    exact = {_key(name): name for name in sorted(known(), reverse=True)}
    meant: dict[str, set[str]] = defaultdict(set)
    for name in known():
        for words in _called(name):
            meant[_key(words)].add(_canonical(name))
    for words, name in _countries():
        meant[_key(words)].add(name)
    return {words: min(names) for words, names in meant.items() if len(names) == 1} | exact


def _called(name: str) -> Iterable[str]:
    """Other words for it."""
    yield name.rpartition("/")[2]
    for lang in LANGUAGES:
        yield _town(name, lang)
        yield place(name, lang)


def _canonical(name: str) -> str:
    found = get_global("zone_aliases").get(name, name)
    return found if found in known() else name


def _countries() -> Iterable[tuple[str, str]]:
    for territory, zones in get_global("territory_zones").items():
        only = [zone for zone in zones if zone in known()]
        for lang in LANGUAGES if len(only) == 1 else ():
            words = Locale.parse(lang).territories.get(territory)
            if words:
                yield words, only[0]
