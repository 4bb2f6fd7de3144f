"""`when` and `guard` answer as the samples say, in JSON and in words."""

import json

import pytest

from tests.cli.conftest import Tocsin

NOW = ("--now", "2026-11-21T10:00+01:00", "--tz", "Europe/Paris")


def test_a_date_is_read_in_the_words_of_the_samples(tocsin: Tocsin) -> None:
    said = tocsin("when", "sam. 12/12 9h-18h", *NOW, "--json")
    assert (said.code, json.loads(said.out)) == (
        0,
        {
            "class": "RANGE",
            "start": "2026-12-12T09:00+01:00",
            "end": "2026-12-12T18:00+01:00",
            "reason": "-",
        },
    )


def test_a_reminder_is_counted_from_its_anchor(tocsin: Tocsin) -> None:
    anchor = ("--anchor", "2026-12-12T09:00+01:00")
    found = json.loads(tocsin("when", "la veille à 18h", *NOW, *anchor, "--json").out)
    assert (found["class"], found["start"]) == ("REMINDER", "2026-12-11T18:00+01:00")


def test_in_words_the_weekday_stands_in_full(tocsin: Tocsin) -> None:
    assert "samedi 12 décembre, de 9 h à 18 h" in tocsin("when", "sam. 12/12 9h-18h", *NOW).out


def test_two_meanings_are_both_shown(tocsin: Tocsin) -> None:
    out = tocsin("when", "samedi 15h", *NOW).out
    assert out.startswith("AMBIGUOUS: today-or-next-week")
    assert out.count("? samedi") == 2


@pytest.mark.parametrize(
    ("text", "outcome", "reason"),
    [
        ("Qui est libre samedi ?", "PASS", ""),
        ("NIR 2 55 08 14 168 025 38", "BLOCK", "nir"),
    ],
)
def test_the_guard_says_what_it_would_keep(
    tocsin: Tocsin, text: str, outcome: str, reason: str
) -> None:
    said = tocsin("guard", text, "--json")
    assert (said.code, json.loads(said.out)) == (0, {"outcome": outcome, "reason": reason})
    assert tocsin("guard", text).out.startswith(f"{outcome}: ")
