"""A coordinator's first hour: a spreadsheet, a report, and an invitation for each person."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin

ROSTER = """nom;profession;commune;téléphone
Claire Martin;infirmière;Saint-Aubin;06 99 00 12 34
Paul Petit;médecin;Garance;
;pharmacien;Garance;
Claire Martin;infirmière;Saint-Aubin;
"""


@pytest.fixture
def roster(home: Path) -> str:
    (home / "membres.csv").write_text(ROSTER, encoding="utf-8")
    return "membres.csv"


def test_nothing_is_written_until_the_report_is_accepted(
    tocsin: Tocsin, home: Path, roster: str
) -> None:
    said = tocsin("import", "members", roster)
    assert said.code == 1
    assert "✓ line 2: Claire Martin: infirmier, Saint-Aubin, +33699001234" in said.out
    assert "✗ line 4: (no name): the name is missing or is no name" in said.out
    assert "✗ line 5: Claire Martin: the same person stands on an earlier line" in said.out
    assert "2 of 4 lines can be taken" in said.out
    assert "add --yes" in said.err
    assert list(home.glob("invitations-*")) == []
    assert "2 of 4 lines" in tocsin("import", "members", roster).out, "nobody was invited"


def test_accepted_it_writes_a_list_and_a_sheet_of_cards(
    tocsin: Tocsin, home: Path, roster: str
) -> None:
    (home / "cartes").mkdir()
    said = tocsin("import", "members", roster, "--yes", "--out", "cartes")
    assert said.code == 0, said.err
    [listed], [cards] = (home / "cartes").glob("*.csv"), (home / "cartes").glob("*.pdf")
    rows = list(csv.DictReader(listed.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert [row["nom"] for row in rows] == ["Claire Martin", "Paul Petit"]
    assert len({row["code"] for row in rows}) == 2
    assert cards.read_bytes().startswith(b"%PDF")
    for secret in (listed, cards):
        assert secret.stat().st_mode & 0o077 == 0


@pytest.mark.process
def test_ctrl_c_at_the_question_ends_it_at_once_and_nothing_is_written(
    home: Path, roster: str
) -> None:
    """The first one was swallowed by the event loop, the second showed a traceback."""
    ours, terminal = os.openpty()
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "import", "members", roster],
        cwd=home, env=env, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as asking:  # fmt: skip
        assert asking.stdout
        assert asking.stderr
        said = b""
        while b"Make 2 invitations?" not in said:
            heard = os.read(asking.stdout.fileno(), 4096)
            assert heard, asking.stderr.read().decode()
            said += heard
        time.sleep(0.5)  # it waits for a key now: Python hears nothing just before it begins to
        asking.send_signal(signal.SIGINT)
        _, complaint = asking.communicate(timeout=20)
    os.close(ours)
    os.close(terminal)
    assert (asking.returncode, complaint.decode().strip()) == (130, "Nothing was written.")
    assert list(home.glob("invitations-*")) == []


def test_the_same_file_twice_invites_nobody_twice(tocsin: Tocsin, roster: str) -> None:
    assert tocsin("import", "members", roster, "--yes").code == 0
    again = tocsin("import", "members", roster, "--yes")
    assert again.code == 1
    assert "has an open invitation already" in again.out
    assert "Nothing to import" in again.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "empty"),
        ("a;b\n1;2\n", "nom, profession, commune, téléphone"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_change(
    tocsin: Tocsin, home: Path, content: str | None, words: str
) -> None:
    if content is not None:
        (home / "x.csv").write_text(content)
    said = tocsin("import", "members", "x.csv", "--yes")
    assert said.code == 1
    assert words in said.err


def test_a_folder_that_is_not_there_is_said_before_anything_is_written(
    tocsin: Tocsin, roster: str
) -> None:
    said = tocsin("import", "members", roster, "--yes", "--out", "nowhere")
    assert (said.code, "mkdir -p nowhere" in said.err) == (1, True)


def test_the_first_administrator_gets_a_code_and_what_to_type(tocsin: Tocsin) -> None:
    said = tocsin("admin", "invite")
    assert said.code == 0
    code = said.out.splitlines()[0].removeprefix("Code: ")
    assert f"/start {code}" in said.out
    found = json.loads(tocsin("admin", "invite", "--json").out)
    assert found["links"] == {}
    assert found["code"] != code
