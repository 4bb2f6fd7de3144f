"""What the documents say exists: tables from the code, commands, settings, links, pictures."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli import app
from bot.core.people import RANK
from bot.engine.registry import Registry
from bot.settings.keys import FIELDS
from handlers import FEATURES
from tests import documents
from tests.process.crashing import POINTS

ROOT = Path(__file__).parent.parent
DOCS = sorted(
    p
    for p in (ROOT / "README.md", ROOT / "LISEZMOI.md", *(ROOT / "docs").rglob("*.md"))
    if "decisions" not in p.parts and p.name != "plan.md"
)
FRENCH = [p for p in DOCS if p.name == "LISEZMOI.md" or p.parent.name in ("utiliser", "privacy")]
UNIT = ROOT / "deploy" / "tocsin.service"
ELSEWHERE = {"newbot", "setuserpic", "setprivacy", "mybots", "healthz", "readyz", "token"}
"""What is written like a command of ours and is BotFather's, or a page of the web server."""

LARGEST_PICTURE = 300 * 1024


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def fenced(path: Path) -> Iterator[str]:
    """Lines that people may type: between fences, or indented by four spaces."""
    inside = False
    for line in text(path).splitlines():
        if line.startswith("```"):
            inside = not inside
        elif inside or line.startswith("    "):
            yield line.strip()


def typed(path: Path) -> Iterator[str]:
    """What is shown as code, in a line or in a block."""
    yield from re.findall(r"`([^`\n]+)`", text(path))
    yield from fenced(path)


@pytest.mark.parametrize("path", documents.MADE, ids=name)
def test_a_table_made_from_the_code_is_what_the_code_says(path: Path) -> None:
    assert text(path) == documents.MADE[path](), "python -m tests.documents"


def test_the_table_of_rights_has_every_right() -> None:
    assert set(documents.FOR) == set(RANK)


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_every_chat_command_that_is_shown_exists(path: Path) -> None:
    known = set(Registry(FEATURES).commands) | ELSEWHERE
    shown = [found[1] for code in typed(path) if (found := re.match(r"/(\w+)(?![\w/.-])", code))]
    assert [command for command in shown if command not in known] == []


@pytest.mark.parametrize("path", [*DOCS, UNIT], ids=name)
def test_every_terminal_command_that_is_shown_exists(path: Path) -> None:
    unit = (line.removeprefix("ExecStart=") for line in text(path).splitlines())
    lines = unit if path == UNIT else typed(path)
    found = (re.match(r"(?:sudo -u tocsin )?(?:\S*/)?tocsin(?: (.*))?$", line) for line in lines)
    for words in (shlex.split(one[1]) for one in found if one and one[1]):
        assert unknown(words) == [], f"{name(path)}: tocsin {' '.join(words)}"


def unknown(words: list[str]) -> list[str]:
    """Which of these neither name a command nor an option of it."""
    command = get_command(app)
    while isinstance(command, TyperGroup) and words and not words[0].startswith("-"):
        if words[0] not in command.commands:
            return words[:1]
        command, words = command.commands[words[0]], words[1:]
    options = {o for p in command.params for o in (*p.opts, *p.secondary_opts)} | {"-h", "--help"}
    return [w for w in words if w.startswith("-") and w.split("=")[0] not in options]


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_every_make_target_that_is_shown_exists(path: Path) -> None:
    targets = set(re.findall(r"^([\w.-]+):", text(ROOT / "Makefile"), re.MULTILINE))
    shown = [found[1] for code in typed(path) if (found := re.match(r"make (\w+)", code))]
    assert [target for target in shown if target not in targets] == []


@pytest.mark.parametrize("path", [*DOCS, UNIT], ids=name)
def test_every_setting_that_is_named_exists(path: Path) -> None:
    known = {f"{key.section}__{key.name}".upper() for key in FIELDS}
    named = re.findall(r"TOCSIN_([A-Z_]+__[A-Z_]+?)(?:_FILE)?\b", text(path))
    assert [one for one in named if one not in known] == []


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_every_link_inside_the_project_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)|(?:src|srcset)=\"([^\"]+)\"", text(path))
    inside = [one for pair in links for one in pair if one and "://" not in one]
    assert [link for link in inside if not (path.parent / link).exists()] == []


def test_every_crash_point_lies_in_the_picture_of_the_engine_and_is_explained() -> None:
    page, picture = text(ROOT / "docs" / "engine.md"), text(ROOT / "docs" / "images" / "engine.svg")
    assert [point for point in POINTS if f"`{point}`" not in page] == []
    assert [point for point in POINTS if f">{point}<" not in picture] == []


def test_every_picture_is_small_and_shown_somewhere() -> None:
    pictures = [p for p in (ROOT / "docs" / "images").iterdir() if p.suffix == ".png"]
    assert pictures
    assert {p.name: p.stat().st_size for p in pictures if p.stat().st_size > LARGEST_PICTURE} == {}
    everything = "\n".join(map(text, DOCS))
    assert [p.name for p in pictures if p.name not in everything] == []


@pytest.mark.parametrize("path", FRENCH, ids=name)
def test_french_is_written_without_middle_dots(path: Path) -> None:
    assert re.findall(r"\w[·•‧]\w", text(path)) == []
