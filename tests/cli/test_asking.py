"""`when` and `guard` answer as the samples say, in JSON and in words."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin

DATA = Path(__file__).parents[1] / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS, TEXTS = rows("dates/fr_dates.tsv"), rows("nir/nir_samples.tsv")
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


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_every_date_of_the_samples_is_told_in_json(tocsin: Tocsin, row: dict[str, str]) -> None:
    anchor = () if row["anchor"] == "-" else ("--anchor", row["anchor"])
    said = tocsin("when", row["phrase"], *NOW, *anchor, "--json")
    assert (said.code, said.err, said.out.count("\n")) == (0, "", 1)
    found = json.loads(said.out)
    assert list(found) == ["class", "start", "end", "reason"]
    assert {**found, **{key: row[key] for key in ("class", "start", "end")}} == found


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row["text"])
def test_every_text_of_the_samples_is_judged_in_json(tocsin: Tocsin, row: dict[str, str]) -> None:
    said = tocsin("guard", row["text"], "--json")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)["outcome"] == row["expected"]


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
