"""The command line as people meet it: help, mistakes, exit codes, and that it comes at once."""

import io
import re
import resource
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.cli.screen import coloured
from tests.cli.conftest import Tocsin

ROOT = Path(__file__).parents[2]
HEAVY = ["sqlalchemy", "alembic", "telegram", "nio", "aiohttp", "PIL", "structlog"]
COMMANDS = (
    ("run",), ("demo",), ("check",), ("doctor",), ("migrate",), ("admin", "invite"),
    ("import", "members"), ("when",), ("guard",), ("backup",), ("restore",), ("release",),
    ("replay",),
)  # fmt: skip


def test_every_command_is_in_the_help_with_a_whole_sentence(tocsin: Tocsin) -> None:
    said = tocsin("--help")
    assert said.code == 0
    listed = {line.split()[0]: line for line in said.out.splitlines() if line.startswith("  ")
              and line.split()}  # fmt: skip
    for command in COMMANDS:
        assert listed[command[0]].rstrip().endswith("."), command
        assert "..." not in listed[command[0]], command


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_option_says_what_it_is_for(tocsin: Tocsin, command: tuple[str, ...]) -> None:
    said = tocsin(*command, "--help")
    assert said.code == 0
    options = re.findall(r"^  (?:-\w, )?(--\S+)(?:[^ ]| (?! ))*  +(\S.*)$", said.out, re.MULTILINE)
    assert options
    assert [name for name, what in options if len(what.split()) < 2] == []


def test_a_wrong_word_is_answered_with_what_to_type(tocsin: Tocsin) -> None:
    for words, instead in (
        (("chek",), "check"),
        (("check", "--confg", "x"), "--config"),
        (("when",), "tocsin when -h"),
        (("when", "demain", "--now", "hier"), "2026-11-21T10:00+01:00"),
        (("when", "demain", "--tz", "Paris"), "Europe/Paris"),
    ):
        said = tocsin(*words)
        assert said.code == 2, words
        assert instead in said.err, words


def test_the_version_is_the_package_s(tocsin: Tocsin) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert tocsin("--version").out == f"tocsin {project['project']['version']}\n"


def test_the_shell_can_complete_it(tocsin: Tocsin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_TOCSIN_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "tocsin do")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert tocsin().out.split() == ["doctor"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals_whose_owner_did_not_say_no(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """https://no-color.org: the variable, whatever it says, unless it is empty."""
    for given, wanted in ((None, True), ("", True), ("1", False), ("0", False)):
        monkeypatch.delenv("NO_COLOR", raising=False)
        if given is not None:
            monkeypatch.setenv("NO_COLOR", given)
        assert coloured(Terminal()) is wanted, given
        assert not coloured(io.StringIO())


@pytest.mark.process
@pytest.mark.parametrize("words", [["--help"], ["when", "demain 9h"], ["guard", "bonjour"]])
def test_what_needs_no_database_loads_none_and_comes_at_once(words: list[str]) -> None:
    script = (
        f"import sys; sys.argv = ['tocsin', *{words}]\n"
        "from bot.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code\n"
        f"print([m for m in {HEAVY} if m in sys.modules])\n"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run = [sys.executable, "-c", script]
    said = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "[]"
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 1
