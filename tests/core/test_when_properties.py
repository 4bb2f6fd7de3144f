"""Properties of reading: every style says the same, nothing raises, nothing is half-read."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.core.when import Kind, Reading, as_json, find, read, slots, spoken
from bot.core.when.words import VOCABULARY, mistyped

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime.fromisoformat("2026-11-21T10:00+01:00")
FRENCH_DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
ENGLISH_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
FRENCH_MONTHS = ["janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept."]
FRENCH_MONTHS += ["oct.", "nov.", "déc."]
ENGLISH_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August"]
ENGLISH_MONTHS += ["September", "October", "November", "December"]

moments_of_2026 = st.integers(0, 365 * 1440 - 1).map(
    lambda minutes: datetime.fromtimestamp(1767222000 + 60 * minutes, PARIS)
)
days = st.dates(date(2026, 11, 22), date(2028, 11, 20))
hours = st.times(time(4), time(23, 59)).map(lambda t: t.replace(second=0, microsecond=0))


def ways_to_write_a_day(day: date) -> list[str]:
    french, english = FRENCH_MONTHS[day.month - 1], ENGLISH_MONTHS[day.month - 1]
    weekday, short = FRENCH_DAYS[day.weekday()], ENGLISH_DAYS[day.weekday()]
    return [
        f"{day:%d/%m/%Y}", f"{day:%d/%m/%y}", f"{day:%d-%m-%Y}", f"{day:%d.%m.%Y}", f"{day}",
        f"{day.day}/{day.month}/{day.year}", f"{day.day} {french} {day.year}",
        f"{weekday} {day.day} {french} {day.year}", f"{weekday[:3].upper()}. {day:%d/%m/%Y}",
        f"le {weekday} {day:%d/%m/%Y}", f"{english} {day.day}, {day.year}",
        f"{short} {day.day} {english} {day.year}", f"{weekday.upper()} {day:%d / %m / %Y}",
    ]  # fmt: skip


def ways_to_write_an_hour(hour: time) -> list[str]:
    twelve, half = (hour.hour - 1) % 12 + 1, "am" if hour.hour < 12 else "pm"
    return [
        f"{hour.hour}h{hour.minute:02}", f"{hour:%H:%M}", f"{hour.hour} h {hour.minute:02}",
        f"à {hour.hour}H{hour.minute:02}", f"{hour.hour} heures {hour.minute:02}",
        f"{twelve}:{hour.minute:02} {half}", f"at {twelve}:{hour.minute:02}{half}",
        f"{hour.hour}h{hour.minute:02}min",
    ]  # fmt: skip


@given(st.data(), days, hours)
def test_every_style_of_a_moment_is_read_the_same(
    data: st.DataObject, day: date, hour: time
) -> None:
    written_day = data.draw(st.sampled_from(ways_to_write_a_day(day)))
    written_hour = data.draw(st.sampled_from(ways_to_write_an_hour(hour)))
    reading = read(f"{written_day} {written_hour}", NOW, PARIS)
    assert reading.kind is Kind.POINT
    assert reading.spans[0].start == datetime.combine(day, hour, tzinfo=PARIS)


@given(st.data(), days, hours, hours)
def test_every_style_of_a_stretch_is_read_the_same(
    data: st.DataObject, day: date, first: time, last: time
) -> None:
    assume(first < last)
    between = data.draw(st.sampled_from(["-", " - ", "–", " à ", "/", " -> ", " → ", " to "]))
    style = data.draw(st.integers(0, 1))
    opens, closes = (ways_to_write_an_hour(t)[style] for t in (first, last))
    written_day = data.draw(st.sampled_from(ways_to_write_a_day(day)))
    phrases = (f"{written_day} {opens}{between}{closes}", f"de {opens} à {closes} {written_day}")
    reading = read(data.draw(st.sampled_from(phrases)), NOW, PARIS)
    assert reading.kind is Kind.RANGE
    (span,) = reading.spans
    assert span.start == datetime.combine(day, first, tzinfo=PARIS)
    assert span.end == datetime.combine(day, last, tzinfo=PARIS)


@given(days, st.integers(1, 20))
def test_an_exclusive_end_follows_the_last_day(day: date, length: int) -> None:
    last = day + timedelta(days=length)
    assume(last < date(2028, 11, 20))
    reading = read(f"du {day:%d/%m/%Y} au {last:%d/%m/%Y}", NOW, PARIS)
    assert reading.spans[0].start.date() == day
    end = reading.spans[0].end
    assert end is not None
    assert end.date() == last + timedelta(days=1)


@given(st.integers(0, 6), st.integers(0, 23), moments_of_2026)
def test_a_recurrence_begins_with_the_next_such_day(weekday: int, hour: int, now: datetime) -> None:
    reading = read(f"tous les {FRENCH_DAYS[weekday]}s à {hour}h", now, PARIS)
    (span,) = reading.spans
    assert (reading.kind, span.start.weekday(), span.start.hour) == (Kind.RECUR, weekday, hour)
    assert now.timestamp() < span.start.timestamp()
    assert span.start.date() - now.astimezone(PARIS).date() <= timedelta(days=14)


PIECES = (
    "9h 9h-13h 12/12 31/02 14-18h 18 3 24 à de du au le et ou , - / le 12 28/03/2027 2h30 J-1 IDE "
    "réunion 06.12.34.56.78 2027 lun. 1er 24h minuit 12h30 9-13 3/4"
)
words = st.sampled_from(sorted(VOCABULARY)) | st.sampled_from(PIECES.split())
phrases = st.lists(words, max_size=8).map(" ".join) | st.text(max_size=40)
anchors = st.none() | st.just(datetime.fromisoformat("2026-12-01T20:00+01:00"))


def check(reading: Reading) -> None:
    """What holds of every reading, of those that are offered too."""
    concrete = reading.kind not in (Kind.AMBIGUOUS, Kind.INVALID)
    assert concrete == bool(reading.spans)
    assert concrete != bool(reading.reason)
    assert (reading.kind is Kind.RECUR) == bool(reading.rule)
    for span in reading.spans:
        assert (span.end or span.start) >= NOW
        assert span.end is None or span.end > span.start
        assert span.start.second == 0
        for lang in ("fr", "en"):
            assert spoken(span, lang, PARIS, NOW)
    for candidate in reading.readings:
        assert reading.kind is Kind.AMBIGUOUS
        assert candidate.kind not in (Kind.AMBIGUOUS, Kind.INVALID)
        check(candidate)


@settings(max_examples=400)
@given(phrases, anchors)
def test_no_phrase_raises_and_none_is_read_into_the_past(
    phrase: str, anchor: datetime | None
) -> None:
    reading, rest = find(phrase, NOW, PARIS, anchor)
    check(reading)
    assert isinstance(rest, str)
    assert as_json(reading)["class"] == reading.kind
    assert slots(phrase, NOW, PARIS).kind in (
        Kind.POINT, Kind.DAY, Kind.RANGE, Kind.MULTI, Kind.AMBIGUOUS, Kind.INVALID
    )  # fmt: skip


@given(days, hours, st.sampled_from([" \u00a0", "\u202f", "  ", "\t"]))
def test_typography_changes_nothing(day: date, hour: time, space: str) -> None:
    plain = f"le {day:%d/%m/%Y} à {hour.hour}h{hour.minute:02} - 23h59"
    assume(hour < time(23, 59))
    dressed = re.sub(" ", space, plain).replace("-", "—").upper()
    wide = "".join(chr(ord(c) + 0xFEE0) if c in "0123456789/" else c for c in plain)
    assert read(dressed, NOW, PARIS) == read(plain, NOW, PARIS) == read(wide, NOW, PARIS)


@given(days, st.integers(1, 99), st.sampled_from(["IDE", "médecins", "bénévoles", "doses"]))
def test_a_head_count_is_no_date(day: date, count: int, who: str) -> None:
    with_count = f"besoin de {count} {who} {day:%d/%m/%Y} 9h-18h"
    assert read(with_count, NOW, PARIS) == read(f"{day:%d/%m/%Y} 9h-18h", NOW, PARIS)


@given(days, st.integers(1, 999))
def test_a_number_that_nothing_explains_is_asked_about(day: date, number: int) -> None:
    reading = read(f"{number} {day:%d/%m/%Y}", NOW, PARIS)
    assert reading.kind is Kind.AMBIGUOUS


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("samdi", "samedi"),
        ("mecredi", "mercredi"),
        ("vendrdi", "vendredi"),
        ("dimnache", "dimanche"),
        ("decembbre", "decembre"),
        ("janvir", "janvier"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven(slip: str, meant: str) -> None:
    assert mistyped(slip) == meant


@pytest.mark.parametrize("word", ["mari", "hardi", "madrid", "demande", "marin", "matin", "jeu"])
def test_another_word_is_no_slip(word: str) -> None:
    assert mistyped(word) is None
