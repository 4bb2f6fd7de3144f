"""A folder with a configuration, the command in this process, and the command as a process."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest
from sqlalchemy import create_engine, text
from typer.testing import CliRunner

from bot.cli import app
from tests.servers.postgres import programs
from tests.servers.telegram import TOKEN

COMMUNITY = '[community]\nname = "CPTS du Pays de Garance"\ntowns = ["Saint-Aubin", "Garance"]\n'


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


Tocsin: TypeAlias = Callable[..., Said]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one works in, with a configuration that has no mistake."""
    monkeypatch.chdir(tmp_path)
    for variable in [name for name in os.environ if name.startswith("TOCSIN_")]:
        monkeypatch.delenv(variable)
    configure(tmp_path, COMMUNITY)
    return tmp_path


def configure(home: Path, text: str) -> None:
    (home / "config.toml").write_text(text, encoding="utf-8")
    (home / "config.toml").chmod(0o600)


def only_copy(home: Path) -> Path:
    [copy] = (home / "backups").iterdir()
    return copy


def on_telegram(url: str, port: int) -> str:
    """A configuration that talks to a test server and can be asked for its health."""
    web = f'[web]\nlisten = "127.0.0.1:{port}"\n'
    return f'{COMMUNITY}{web}[telegram]\ntoken = "{TOKEN}"\napi_url = "{url}"\n'


@pytest.fixture
def tocsin(home: Path) -> Tocsin:
    """The command, in this process: the same code, without the start of a Python."""

    def run(*words: str, typed: str | None = None) -> Said:
        told = CliRunner().invoke(app, list(words), input=typed, prog_name="tocsin")
        if told.exception is not None and not isinstance(told.exception, SystemExit):
            raise told.exception
        return Said(told.exit_code, told.stdout, told.stderr)

    return run


@asynccontextmanager
async def process(home: Path, *words: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The command as it is installed; killed at the end, however the test ends."""
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words,
        cwd=home, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.communicate()


@pytest.fixture
def postgres_home(home: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    configure(home, f'{COMMUNITY}[database]\nurl = "{postgres_url}"\n')
    monkeypatch.setenv("PATH", f"{programs()}:{os.environ['PATH']}")
    engine = create_engine(postgres_url)
    with engine.begin() as connection:  # the template is made of the models, not by migrations
        connection.execute(text("CREATE TABLE alembic_version (version_num TEXT)"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('0001')"))
    engine.dispose()
    return home
