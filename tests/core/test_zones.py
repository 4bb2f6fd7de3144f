"""Time zones, by the names that people give them and as a moment is told there."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.zones import USUAL, clock, known, place, read, there, zone_of

PARIS = ZoneInfo("Europe/Paris")
CHANGES = [
    datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2027, 3, 28, 1, tzinfo=UTC),  # Europe
    datetime(2026, 11, 1, 6, tzinfo=UTC), datetime(2027, 3, 14, 7, tzinfo=UTC),  # America
]  # fmt: skip

zones = st.sampled_from(sorted(available_timezones()))
near_a_change = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from(CHANGES), st.integers(-1500, 1500),
)  # fmt: skip
any_time = near_a_change | st.builds(
    lambda hours: CHANGES[0] + timedelta(hours=hours), st.integers(-9000, 40000)
)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Lisbonne", "Europe/Lisbon"), ("europe/lisbon", "Europe/Lisbon"),
        ("Lisbon", "Europe/Lisbon"), ("Portugal", "Portugal"), ("la réunion", "Indian/Reunion"),
        ("Réunion", "Indian/Reunion"), ("Martinique", "America/Martinique"),
        ("Guadeloupe", "America/Guadeloupe"), ("Guyane", "America/Cayenne"),
        ("Cayenne", "America/Cayenne"), ("tahiti", "Pacific/Tahiti"),
        ("Nouvelle Calédonie", "Pacific/Noumea"), ("nouméa", "Pacific/Noumea"),
        ("Saint Pierre et Miquelon", "America/Miquelon"), ("Londres", "Europe/London"),
        ("new york", "America/New_York"), ("Le Caire", "Africa/Cairo"),
        ("Suède", "Europe/Stockholm"),
    ],
)  # fmt: skip
def test_a_zone_is_its_name_a_town_or_a_country_that_has_one(said: str, name: str) -> None:
    assert read(said) == name


@pytest.mark.parametrize(
    "said", ["", "licorne", "UTC+4", "États-Unis", "Etc/GMT+3", "localtime", "?", "x" * 5000]
)
def test_what_is_no_zone_or_several_is_not_guessed(said: str) -> None:
    assert read(said) is None


def test_every_zone_is_read_by_its_own_name_and_has_words() -> None:
    assert {name: read(name) for name in known()} == {name: name for name in known()}
    said = {place(name, lang) for name in known() for lang in ("fr", "en")}
    assert not [words for words in said if not words.strip() or "/" in words]


def test_the_hour_is_named_as_one_says_it() -> None:
    said = [clock(name, "fr") for name in (*USUAL, "Europe/Athens", "Africa/Cairo")]
    assert said == [
        "heure de Paris", "heure des Antilles", "heure de Guyane", "heure de La Réunion",
        "heure de Mayotte", "heure de Nouvelle-Calédonie", "heure de Tahiti",
        "heure de Saint-Pierre-et-Miquelon", "heure d'Athènes", "heure du Caire",
    ]  # fmt: skip
    assert clock("Europe/Lisbon", "en") == "Lisbon time"


def evening(month: int) -> tuple[datetime, datetime]:
    start = datetime(2026, month, 15, 20, tzinfo=PARIS)
    return start, start + timedelta(minutes=90)


def test_a_moment_is_told_as_the_clock_shows_it_there() -> None:
    found = there(*evening(12), PARIS, "Indian/Reunion", "fr")
    assert found is not None
    assert found.when == "du mardi 15 décembre 23 h au mercredi 16 décembre 0 h 30"
    assert (found.brief, found.clock) == ("mar. 15/12 23 h", "heure de La Réunion")
    english = there(*evening(12), PARIS, "Pacific/Noumea", "en")
    assert english is not None
    assert english.when == "Wednesday 16 December, 6 am to 7:30 am"


def test_nothing_is_said_where_both_clocks_show_the_same_then() -> None:
    assert there(*evening(12), PARIS, "Europe/Madrid", "fr") is None
    assert there(*evening(12), PARIS, "Africa/Algiers", "fr") is None
    summer = there(*evening(7), PARIS, "Africa/Algiers", "fr")
    assert summer is not None
    assert summer.when == "mercredi 15 juillet, de 19 h à 20 h 30"


def test_a_whole_day_is_that_day_wherever_one_lives() -> None:
    day = datetime(2026, 12, 12, tzinfo=PARIS)
    assert there(day, day + timedelta(days=1), PARIS, "Indian/Reunion", "fr") is None


@pytest.mark.parametrize("name", ["", "Mars/Base", "../etc/passwd", "/etc/localtime"])
def test_a_name_that_is_no_zone_is_the_communitys(name: str) -> None:
    assert zone_of(name, PARIS) is PARIS
    assert there(*evening(12), PARIS, name, "fr") is None


@given(any_time, st.integers(0, 3000), zones, zones, st.sampled_from(["fr", "en"]))
def test_it_is_said_exactly_where_a_clock_differs(
    start: datetime, minutes: int, home: str, name: str, lang: str
) -> None:
    """REM-3: whatever the zones, on both sides of every change of summer time."""
    end = start + timedelta(minutes=minutes)
    found = there(start, end, ZoneInfo(home), name, lang)
    walls = [
        [at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for at in (start, end)]
        for zone in (home, name)
    ]
    whole = all((wall.hour, wall.minute) == (0, 0) for wall in walls[0])
    assert (found is not None) is (walls[0] != walls[1] and not whole)
    if found is not None and lang == "fr":
        hour = walls[1][0].hour
        assert f"{hour} h" in found.brief
        assert f" {walls[1][0].day:02}/{walls[1][0].month:02} " in found.brief
