"""What deploy/ says about the bot is true of the bot."""

import json
import re
from pathlib import Path

import pytest

from bot.engine.exposing import exposition
from tests.playground import Playground

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["grafana.json", "alerts.yml"])
async def test_every_figure_that_is_drawn_or_watched_is_there(play: Playground, name: str) -> None:
    shown = (await exposition(play.db, play.app.parts, {"local": 0.0})).decode()
    known = set(re.findall(r"^# TYPE (\w+)", shown, re.MULTILINE))
    named = set(re.findall(r"\b(?:tocsin|process)_\w+", text(name)))
    parts = {part for one in named for part in (one, re.sub(r"_(bucket|count|sum)$", "", one))}
    assert named
    assert {n for n in named if re.sub(r"_(bucket|count|sum)$", "", n) not in known} == set(), parts


def test_every_alert_says_how_to_mend_it() -> None:
    rules = text("alerts.yml")
    assert rules.count("- alert: ") == rules.count("mend: ") == rules.count("summary: ")


def test_the_dashboard_asks_which_prometheus() -> None:
    board = json.loads(text("grafana.json"))
    assert {panel["datasource"]["uid"] for panel in board["panels"]} == {"${source}"}
    assert [panel["id"] for panel in board["panels"]] == list(range(1, len(board["panels"]) + 1))


def test_the_container_is_not_root_and_brings_no_compiler() -> None:
    lines = text("Dockerfile").splitlines()
    assert "USER 10001" in lines
    assert "--require-hashes --only-binary :all:" in text("Dockerfile")
    assert not re.search(r"\b(gcc|build-essential|cargo)\b", text("Dockerfile"))
    version = re.search(r"postgresql-client-(\d+)", text("Dockerfile"))
    assert version is not None
    assert f"image: postgres:{version[1]}" in text("compose.yaml")


def test_the_container_is_made_of_what_the_wheel_is_made_of() -> None:
    """A folder that the image lacks is noticed here and not at its first start."""
    copied = set(re.findall(r"^COPY (\w+) \1$", text("Dockerfile"), re.MULTILINE))
    packages = re.search(r"packages = \[(.+)\]", (ROOT / "pyproject.toml").read_text("utf-8"))
    assert packages is not None
    assert copied == set(re.findall(r'"(\w+)"', packages[1]))
    allowed = {line[1:] for line in text("Dockerfile.dockerignore").splitlines() if line[:1] == "!"}
    assert copied < allowed


def test_nothing_is_let_out_of_the_machine_by_compose() -> None:
    ports = re.findall(r"^ +- (\S+:\d+:\d+)$", text("compose.yaml"), re.MULTILINE)
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)
