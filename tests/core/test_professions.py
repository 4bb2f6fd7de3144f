"""The professions: those of the national directory, and how each is shown."""

import csv
from pathlib import Path

import pytest

from bot.core.people import Lang
from bot.core.professions import ALL, MAIN, find, from_directory, get, neighbours

DATA = Path(__file__).parents[1] / "data" / "rpps"


def directory() -> list[tuple[str, str]]:
    with (DATA / "professions.tsv").open(encoding="utf-8", newline="") as lines:
        return [(r["code"], r["libelle"]) for r in csv.DictReader(lines, delimiter="\t")]


@pytest.mark.parametrize(("code", "label"), directory())
def test_the_directorys_code_and_its_label_mean_the_same_profession(code: str, label: str) -> None:
    profession = from_directory(code)
    assert profession is not None
    assert find(label) is profession


def test_a_code_the_directory_does_not_have_is_nobody() -> None:
    assert from_directory("") is None
    assert from_directory("999") is None


def test_every_line_of_the_open_extract_has_a_profession() -> None:
    [sample] = DATA.glob("synthetic_ps_libreacces_*.txt")
    with sample.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE):
            known = from_directory(row["Code profession"])
            assert known is not None
            assert known is find(row["Libellé profession"])


def test_keys_codes_and_columns_are_distinct() -> None:
    codes = [code for p in ALL for code in p.codes]
    for values in ([p.key for p in ALL], codes, [p.short for p in ALL], [p.emoji for p in ALL]):
        assert len(set(values)) == len(values)
    assert max(len(p.short) for p in ALL) <= 7


def test_no_median_point_is_shown() -> None:
    for profession in ALL:
        shown = f"{profession.fr}{profession.fr_many}{profession.label}"
        assert not set("·•()") & set(shown)


def test_names_follow_the_count_of_their_language() -> None:
    nurse, midwife = get("infirmier"), get("sage-femme")
    assert [nurse.named(Lang.FR, n) for n in (0, 1, 2)] == ["infirmier", "infirmier", "infirmiers"]
    assert [nurse.named(Lang.EN, n) for n in (0, 1, 2)] == ["nurses", "nurse", "nurses"]
    assert (midwife.named(Lang.FR, 3), midwife.named(Lang.EN, 3)) == ("sages-femmes", "midwives")
    assert get("preparateur").fr_many == "préparateurs en pharmacie"
    assert get("mediateur-familial").fr_many == "médiateurs familiaux"
    assert get("kine").fr_many == "masseurs-kinésithérapeutes"


def test_the_first_offered_are_as_on_the_screen() -> None:
    assert [p.labelled(Lang.FR) for p in MAIN[:3]] == [
        "🩺 Médecin",
        "💉 Infirmière, infirmier",
        "💊 Pharmacien",
    ]


def test_vaccination_has_neighbours_both_ways() -> None:
    assert [p.key for p in neighbours("infirmier")] == ["sage-femme", "pharmacien"]
    for profession in ALL:
        for other in neighbours(profession.key):
            assert profession in neighbours(other.key)
    assert neighbours("psychologue") == ()
