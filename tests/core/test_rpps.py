import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from bot.core.rpps import Rpps, check

DATA = Path(__file__).parents[1] / "data" / "rpps"
RIGHT = "10990000118"


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        f"8{RIGHT}",
        "10 99 00 00 118",
        "109 9000 0118",
        "10\u00a0990\u00a0000\u00a0118",
        "10\u202f990\u202f000\u202f118",
        "8 10990000118",
        "1.0990.000.118",
        "10-990-000-118",
        "  10990000118.\n",
        "\u200b10990000118",
        "１０９９００００１１８",
        "RPPS 10990000118",
        "RPPS : 10990000118",
        "n° RPPS : 10990000118",
        "N°10990000118",
        "numéro RPPS 810990000118",
        "mon numéro RPPS est 10990000118",
        "Mon RPPS c'est 10990000118",
        "my RPPS number is 10990000118",
    ],
)
def test_a_number_is_read_however_it_is_written(text: str) -> None:
    assert check(text) == Rpps(RIGHT, key_ok=True)


@pytest.mark.parametrize("text", ["10990000119", "10101010101", "810000000000"])
def test_a_wrong_key_is_told_and_not_refused(text: str) -> None:
    found = check(text)
    assert found is not None
    assert not found.key_ok


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "je ne sais pas",
            "Passer",
            "1099000011",
            "109900001180",
            "910990000118",
            "+33612345678",
        ),
        *(
            "06 12 34 56 78",
            "10990000118 ou 10990001488",
            "00000000000",
            "a10990000118",
            "692612345",
        ),
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert check(text) is None


def test_the_directorys_own_numbers_have_their_key_with_and_without_the_prefix() -> None:
    [sample] = DATA.glob("synthetic_ps_libreacces_*.txt")
    with sample.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE):
            plain, national = row["Identifiant PP"], row["Identification nationale PP"]
            assert check(plain) == check(national) == Rpps(plain, luhn.is_valid(plain))


@given(st.integers(1_000_000_000, 9_999_999_999), st.integers(0, 9))
def test_exactly_one_last_digit_is_right(body: int, last: int) -> None:
    found = check(f"{body}{last}")
    assert found == Rpps(f"{body}{last}", str(last) == luhn.calc_check_digit(str(body)))


@given(st.text(max_size=60))
def test_any_answer_is_read_without_a_fault(text: str) -> None:
    found = check(text)
    assert found is None or (len(found.number) == 11 and found.number.isdigit())
