"""A crisis in one line, and a note as people type it: read exactly, or asked again."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import Text
from bot.core.crises import Origin, Phase, origin, phase
from handlers.crises.rules.line import TITLE, pack, unpack
from handlers.crises.rules.line import read as read_line
from handlers.crises.rules.note import LONGEST, SLACK, Note, read

ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)  # 15:00 in Paris
PARTS = ("type 2", "préfecture", "réf. 2026-114", "réaction")


@pytest.mark.parametrize("order", list(permutations(PARTS)))
def test_the_parts_of_a_line_stand_in_any_order(order: tuple[str, ...]) -> None:
    found = read_line(" | ".join((order[0], "Canicule", *order[1:])))
    assert (found.title, found.kind, found.origin, found.reference, found.phase, found.wrong) == (
        "Canicule", 2, Origin.AUTHORITY, "2026-114", Phase.REACTION, "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("ARS", Origin.AUTHORITY),
        ("à la demande de la préfecture", Origin.AUTHORITY),
        ("décision de la CPTS", Origin.OWN),
        ("nous", Origin.OWN),
        ("exercice", Origin.DRILL),
        ("drill", Origin.DRILL),
        ("les pompiers", None),
    ],
)
def test_who_asks_as_people_say_it(words: str, meant: Origin | None) -> None:
    assert origin(words) is meant


def test_phases_as_people_say_them() -> None:
    said = ("Prévention", "phase d'anticipation", "reaction", "phase de résolution")
    assert [phase(words) for words in said] == list(Phase)


def test_a_drill_stays_one_whatever_the_line_says() -> None:
    assert read_line("Feu | préfecture", drill=True).origin is Origin.DRILL


@given(st.text(max_size=300), st.booleans())
def test_whatever_is_typed_is_a_draft_that_a_row_can_hold(words: str, drill: bool) -> None:
    found = read_line(words, drill=drill)
    assert len(found.title) <= TITLE
    assert unpack(pack(found)) == found


@pytest.mark.parametrize(
    ("said", "at", "words"),
    [
        ("14 h 10 : la mairie ouvre", "21 14:10", "la mairie ouvre"),
        ("14h10 la mairie ouvre", "21 14:10", "la mairie ouvre"),
        ("14:10 - ouvert", "21 14:10", "ouvert"),
        ("à 9 h : ouvert", "21 09:00", "ouvert"),
        ("hier 22h : fermé", "20 22:00", "fermé"),
        ("avant-hier 8h15 : x", "19 08:15", "x"),
        ("20/11 à 18 h : x", "20 18:00", "x"),
        ("2:10 pm: open", "21 14:10", "open"),
        ("8 h de retard", "21 15:00", "8 h de retard"),
        ("14 hommes arrivés", "21 15:00", "14 hommes arrivés"),
        ("2.5 doses par flacon", "21 15:00", "2.5 doses par flacon"),
        ("la mairie ouvre", "21 15:00", "la mairie ouvre"),
    ],
)
def test_a_note_says_when_or_means_now(said: str, at: str, words: str) -> None:
    found = read(said, NOW, ZONE)
    assert isinstance(found, Note), found
    assert (f"{found.at.astimezone(ZONE):%d %H:%M}", found.words) == (at, words)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("", "note-empty"),
        ("14 h 10", "note-empty"),
        ("23 h 50 : la nuit", "note-ahead"),
        ("25h10 : x", "note-when"),
        ("14h75 : x", "note-when"),
        ("31/02 10h00 : x", "note-when"),
        ("x" * (LONGEST + 1), "unclear-long"),
    ],
)
def test_what_cannot_be_is_asked_again(said: str, why: str) -> None:
    found = read(said, NOW, ZONE)
    assert isinstance(found, Text)
    assert found.key == why


@given(st.text(max_size=600))
def test_no_note_is_of_the_future_or_too_long(said: str) -> None:
    found = read(said, NOW, ZONE)
    if isinstance(found, Note):
        assert found.at <= NOW + SLACK
        assert 0 < len(found.words) <= LONGEST


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 23), st.integers(0, 59))
def test_a_date_without_a_year_is_the_last_one(day: date, hour: int, minute: int) -> None:
    found = read(f"{day.day}/{day.month} {hour}h{minute:02} : x", NOW, ZONE)
    if isinstance(found, Note):
        assert NOW - timedelta(days=366) <= found.at <= NOW + SLACK
