"""A file that cannot be read as it is: the lines at fault are told, all of them, and no secret."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings.document import parse
from tests.settings.conftest import TOKEN, Write, mistakes, one

NAME = '[community]\nname = "CPTS"\n'
PIECES = [
    "a",
    " = ",
    '"',
    "'",
    "\n",
    "\n\n",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    "1",
    '"""',
    "\\",
    "\r",
    "é",
]


@pytest.mark.parametrize(
    ("line", "wrong", "instead"),
    [
        ("language = fr", "has a value that cannot be read", 'text stands between quotes: "…"'),
        ("language = “fr”", "has a value that cannot be read", 'text stands between quotes: "…"'),
        ('language = "fr', "has a quote that is not closed", 'close it on the same line: "…"'),
        ('language = "fr" et', "goes on after its value", 'text stands between quotes: "…"'),
        ("quiet_hours = 21:00-07:30", "goes on after its value", 'text stands between quotes: "…"'),
        (
            'contact = "C:\\x"',
            "has a backslash between quotes",
            "write it twice, or use single quotes: '…'",
        ),
        ("name = 'Other'", "is written twice", "keep one of the two lines"),
        ("[community]", "is written twice", "keep one [section] and put its keys together"),
        ("language", "is no «key = value»", 'name = "…"'),
    ],
)
def test_a_line_that_is_no_toml_is_told_with_the_others(
    line: str, wrong: str, instead: str, write: Write
) -> None:
    found = mistakes(write(f'{NAME}{line}\n[log]\nlevel = "loud"\n'))
    assert [(m.where, m.wrong) for m in found] == [
        ("config.toml, line 3", wrong),
        ("config.toml, line 5", "is one of: debug, info, warning, error"),
    ]
    assert found[0].instead == instead
    assert found[0].key.strip("[]") in line


@pytest.mark.parametrize("after", ['timezone = "X"\n', "", "[log]\n"])
def test_a_bracket_that_is_not_closed_is_told_where_it_opens(after: str, write: Write) -> None:
    found = mistakes(write(f'{NAME}towns = ["A",\n"B",\n"C"\n{after}'))
    assert found[0].where == "config.toml, line 3"
    assert (found[0].key, found[0].wrong) == ("towns", "begins something that is not closed")
    assert [m.where for m in found[1:]] == ["config.toml, line 6"] * ("time" in after)


def test_a_secret_on_a_line_that_is_no_toml_is_not_repeated(write: Write) -> None:
    found = mistakes(write(f"{NAME}[telegram]\ntoken = {TOKEN}\n"))
    assert found[0].where == "config.toml, line 4"
    assert found[0].key == "token"


def test_a_file_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    mistake = one(tmp_path / "config.toml")
    assert mistake.wrong == "there is no such file"
    assert mistake.instead == f"cp config.example.toml {tmp_path / 'config.toml'}"


def test_a_folder_or_a_binary_in_its_place_is_told(write: Write, tmp_path: Path) -> None:
    assert one(tmp_path).wrong == "cannot be read: Is a directory"
    path = write("")
    path.write_bytes(b'name = "\xe9"')
    assert one(path).wrong == "is not written in UTF-8"


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_whatever_is_written_every_line_at_fault_is_told_once(text: str) -> None:
    places = [slip.where for slip in parse("config.toml", text).mistakes]
    assert len(places) == len(set(places))


def test_a_key_is_found_on_the_line_where_it_begins() -> None:
    text = (
        'top.dotted = 1\n[a]\nb = [\n  # no\n  "[x]",\n]\nc = """\nd = 1\n"""\n[a.e]\nf = {g = 1}\n'
    )
    assert parse("c", text).lines == {
        ("top",): 1,
        ("top", "dotted"): 1,
        ("a",): 2,
        ("a", "b"): 3,
        ("a", "c"): 7,
        ("a", "e"): 10,
        ("a", "e", "f"): 11,
        ("a", "e", "f", "g"): 11,
    }
