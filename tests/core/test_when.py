"""Dates as people write them: the sample that the product is judged by, and our own phrases."""

import csv
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.when import Kind, Reading, Reason, as_json, find, read, slots

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime.fromisoformat("2026-11-21T10:00+01:00")
DATA = Path(__file__).parent.parent / "data" / "dates"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = rows("fr_dates.tsv") + rows("more_dates.tsv")


def told(phrase: str) -> Reading:
    return read(phrase, NOW, PARIS)


def starts(reading: Reading) -> list[str]:
    return [s.start.isoformat(timespec="minutes") for s in reading.spans]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']} {row['phrase']}")
def test_phrases_are_read_as_the_conventions_say(row: dict[str, str]) -> None:
    anchor = datetime.fromisoformat(row["anchor"]) if row["anchor"] != "-" else None
    reading = read(row["phrase"], NOW, PARIS, anchor)
    said = as_json(reading)
    assert (said["class"], said["start"], said["end"]) == (row["class"], row["start"], row["end"])
    conventions = [str(s.convention) or "-" for s in reading.spans] or ["-"]
    shown = conventions[0] if len(set(conventions)) == 1 else " | ".join(conventions)
    assert shown == row["convention"]
    if row["id"].startswith("m"):
        assert row["note"] == (reading.rule or reading.reason)


def test_each_phrase_is_listed_once() -> None:
    phrases = [(row["phrase"], row["anchor"]) for row in ROWS]
    assert len(phrases) == len(set(phrases))
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_what_is_asked_or_refused_always_has_a_reason() -> None:
    for row in ROWS:
        reading = told(row["phrase"])
        if reading.kind in (Kind.AMBIGUOUS, Kind.INVALID):
            assert reading.reason is not Reason.NONE
            assert reading.spans == ()


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("samedi 14h", ["2026-11-21T14:00+01:00", "2026-11-28T14:00+01:00"]),
        ("dimanche prochain", ["2026-11-22T00:00+01:00", "2026-11-29T00:00+01:00"]),
        ("31/10/2027 2h30", ["2027-10-31T02:30+02:00", "2027-10-31T02:30+01:00"]),
        ("dim. 12/12 9h", ["2026-12-12T09:00+01:00", "2026-12-13T09:00+01:00"]),
        ("lundi 9h ou mardi 14h", ["2026-11-23T09:00+01:00", "2026-11-24T14:00+01:00"]),
        ("8h", ["2026-11-22T08:00+01:00"]),
        ("vers 14h", ["2026-11-21T14:00+01:00"]),
        ("20/11", ["2027-11-20T00:00+01:00"]),
    ],
)
def test_the_candidates_to_offer_are_the_meanings(phrase: str, expected: list[str]) -> None:
    reading = told(phrase)
    assert reading.kind is Kind.AMBIGUOUS
    assert [starts(candidate)[0] for candidate in reading.readings] == expected


def test_each_day_and_one_stretch_are_both_offered() -> None:
    each, whole = told("du 12 au 13/12 9h-18h").readings
    assert (each.kind, len(each.spans)) == (Kind.MULTI, 2)
    assert whole.kind is Kind.RANGE
    assert as_json(whole)["end"] == "2026-12-13T18:00+01:00"


def test_a_candidate_is_never_in_the_past() -> None:
    for row in ROWS:
        for candidate in told(row["phrase"]).readings:
            assert all((span.end or span.start) > NOW for span in candidate.spans)


@pytest.mark.parametrize(
    ("phrase", "rest"),
    [
        ("Centre sam 12/12 9h-13h", "Centre"),
        ("besoin de 3 IDE sam 12/12 9h-18h", "besoin de 3 IDE"),
        ("Centre de vaccination, sam. 12/12 de 9h à 13h, Gymnase Pagnol", "Centre de vaccination"),
        ("demain à 14h", ""),
        ("Bonjour", "Bonjour"),
        ("RDV lundi 14h au 06 12 34 56 78", "RDV au 06 12 34 56 78"),
    ],
)
def test_what_is_no_date_is_handed_back(phrase: str, rest: str) -> None:
    assert find(phrase, NOW, PARIS)[1].startswith(rest)
    assert bool(find(phrase, NOW, PARIS)[1]) == bool(rest)


@pytest.mark.parametrize(
    ("phrase", "kind", "count"),
    [
        ("sam 12/12 9h-13h, 13h-18h", Kind.MULTI, 2),
        ("demain 9-13", Kind.RANGE, 1),
        ("dim matin et aprem", Kind.MULTI, 2),
        ("demain de 9 à 13h", Kind.RANGE, 1),
        ("demain 9:00–13:00", Kind.RANGE, 1),
        ("lun mar mer 18h-22h", Kind.MULTI, 3),
        ("du 3 au 5 janvier 9h-12h chaque jour", Kind.MULTI, 3),
        ("sam 12/12 9h-13h; dim 13/12 14h-18h", Kind.MULTI, 2),
        ("tous les jours du 3 au 8 à 18h-22h", Kind.MULTI, 6),
    ],
)
def test_a_call_line_gives_its_slots(phrase: str, kind: Kind, count: int) -> None:
    reading = slots(phrase, NOW, PARIS)
    assert (reading.kind, len(reading.spans)) == (kind, count)


@pytest.mark.parametrize("phrase", ["tous les mardis à 20h", "avant vendredi", "dès lundi 8h"])
def test_what_has_no_two_ends_is_no_slot(phrase: str) -> None:
    reading = slots(phrase, NOW, PARIS)
    assert (reading.kind, reading.reason) == (Kind.AMBIGUOUS, Reason.NOT_A_SLOT)


def test_the_sample_takes_less_than_two_milliseconds_a_phrase() -> None:
    phrases = [row["phrase"] for row in ROWS]
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for phrase in phrases:
            told(phrase)
        best = min(best, time.process_time() - start)
    assert best / len(phrases) < 0.002


def test_now_may_be_in_any_zone() -> None:
    utc = datetime.fromisoformat("2026-11-21T23:30+00:00")
    assert as_json(read("demain", utc, PARIS))["start"] == "2026-11-23T00:00+01:00"


def test_a_zone_without_summer_time_has_no_gap() -> None:
    reunion = ZoneInfo("Indian/Reunion")
    assert read("28/03/2027 2h30", NOW, reunion).kind is Kind.POINT


def test_before_eight_tonight_is_the_night_that_is_passing() -> None:
    early = datetime.fromisoformat("2026-11-21T02:00+01:00")
    reading = read("cette nuit", early, PARIS)
    assert starts(reading) == ["2026-11-20T20:00+01:00"]


def test_a_weekday_in_mid_week_with_next_is_asked() -> None:
    wednesday = datetime.fromisoformat("2026-11-25T10:00+01:00")
    assert read("vendredi prochain", wednesday, PARIS).kind is Kind.AMBIGUOUS
    assert as_json(read("vendredi", wednesday, PARIS))["start"] == "2026-11-27T00:00+01:00"
    assert as_json(read("lundi prochain", wednesday, PARIS))["start"] == "2026-11-30T00:00+01:00"
