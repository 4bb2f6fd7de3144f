"""What was read is said again in words that people, and the bot itself, read the same way."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.when import Convention, Kind, Span, as_json, read, short, spoken

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime.fromisoformat("2026-11-21T10:00+01:00")


def span(phrase: str) -> Span:
    (found,) = read(phrase, NOW, PARIS).spans
    return found


@pytest.mark.parametrize(
    ("phrase", "french", "english"),
    [
        (
            "sam 12/12 9h-13h",
            "samedi 12 décembre, de 9 h à 13 h",
            "Saturday 12 December, 9 am to 1 pm",
        ),
        ("1er mars 9h30", "lundi 1er mars, à 9 h 30", "Monday 1 March, at 9:30 am"),
        ("demain midi", "dimanche 22 novembre, à 12 h", "Sunday 22 November, at noon"),
        (
            "12/12 20h-minuit",
            "samedi 12 décembre, de 20 h à minuit",
            "Saturday 12 December, 8 pm to midnight",
        ),
        (
            "12/12 20h - 13/12 8h",
            "du samedi 12 décembre 20 h au dimanche 13 décembre 8 h",
            "from Saturday 12 December, 8 pm to Sunday 13 December, 8 am",
        ),
        ("12/12", "samedi 12 décembre", "Saturday 12 December"),
        (
            "du 12 au 14/12",
            "du samedi 12 décembre au lundi 14 décembre",
            "from Saturday 12 December to Monday 14 December",
        ),
        (
            "12/12/2027 9h",
            "dimanche 12 décembre 2027, à 9 h",
            "Sunday 12 December 2027, at 9 am",
        ),
    ],
)
def test_a_span_is_echoed_in_words(phrase: str, french: str, english: str) -> None:
    assert spoken(span(phrase), "fr", PARIS, NOW) == french
    assert spoken(span(phrase), "en", PARIS, NOW) == english


def test_without_now_the_year_is_left_out() -> None:
    assert spoken(span("12/12/2027 9h"), "fr", PARIS) == "dimanche 12 décembre, à 9 h"


@pytest.mark.parametrize(
    ("phrase", "button", "dated", "english"),
    [
        ("12/12 9h-13h", "Sam. 9 h – 13 h", "Sam. 12/12 9 h – 13 h", "Sat 9 am – 1 pm"),
        ("12/12 9h", "Sam. 9 h", "Sam. 12/12 9 h", "Sat 9 am"),
        (
            "12/12 20h-8h",
            "Sam. 20 h – 8 h",
            "Sam. 12/12 20 h – dim. 13/12 8 h",
            "Sat 8 pm – 8 am",
        ),
        ("12/12", "Sam. journée", "Sam. 12/12", "Sat all day"),
        ("du 12 au 14/12", "Sam. – lun.", "Sam. 12/12 – lun. 14/12", "Sat – Mon"),
        ("12/12 18h-24h", "Sam. 18 h – minuit", "Sam. 12/12 18 h – minuit", "Sat 6 pm – midnight"),
    ],
)
def test_a_span_fits_a_button(phrase: str, button: str, dated: str, english: str) -> None:
    assert short(span(phrase), "fr", PARIS) == button
    assert short(span(phrase), "fr", PARIS, dated=True) == dated
    assert short(span(phrase), "en", PARIS) == english


def test_the_hour_that_comes_twice_says_which_it_is() -> None:
    early, late = read("31/10/2027 2h30", NOW, PARIS).readings
    assert spoken(early.spans[0], "fr", PARIS, NOW).endswith("à 2 h 30 (heure d'été)")
    assert spoken(late.spans[0], "en", PARIS, NOW).endswith("at 2:30 am (winter time)")


minutes_since_1970 = st.integers(
    int(datetime.fromisoformat("2026-11-22T00:00+01:00").timestamp()) // 60,
    int(datetime.fromisoformat("2028-11-17T00:00+01:00").timestamp()) // 60,
)
moments = minutes_since_1970.map(lambda minutes: datetime.fromtimestamp(60 * minutes, PARIS))


@given(moments, st.sampled_from(["fr", "en"]))
def test_a_moment_said_is_read_back(moment: datetime, lang: str) -> None:
    said = Span(moment)
    assert read(spoken(said, lang, PARIS, NOW), NOW, PARIS).spans == (said,)


@given(moments, st.integers(1, 3 * 1440), st.sampled_from(["fr", "en"]))
def test_a_stretch_said_is_read_back(moment: datetime, minutes: int, lang: str) -> None:
    said = Span(moment, datetime.fromtimestamp(moment.timestamp() + 60 * minutes, PARIS))
    again = read(spoken(said, lang, PARIS, NOW), NOW, PARIS)
    assert [(s.start, s.end) for s in again.spans] == [(said.start, said.end)]


@given(moments, st.sampled_from(["fr", "en"]))
def test_a_day_said_is_read_back(moment: datetime, lang: str) -> None:
    day = read(f"{moment:%d/%m/%Y}", NOW, PARIS)
    assert day.kind is Kind.DAY
    assert day.spans[0].convention is Convention.DAY
    assert read(spoken(day.spans[0], lang, PARIS, NOW), NOW, PARIS) == day


def test_several_spans_are_joined_for_the_terminal() -> None:
    assert as_json(read("demain 9h et 14h", NOW, PARIS)) == {
        "class": "MULTI",
        "start": "2026-11-22T09:00+01:00 | 2026-11-22T14:00+01:00",
        "end": "- | -",
        "reason": "-",
    }
