"""Several communities in one process: each its own, and one that cannot begin stops no other."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin, process
from tests.cli.test_running import healthy
from tests.ports import free_port
from tests.servers.telegram import TelegramServer

SECOND = "220201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"


def config(home: Path, name: str, *, token: str, url: str = "http://127.0.0.1:1", port: int = 8080,
           database: str = "") -> str:  # fmt: skip
    """The path of a configuration."""
    database = f'[database]\nurl = "sqlite:///{database or name}.db"\n'
    web = f'[web]\nlisten = "127.0.0.1:{port}"\n'
    telegram = f'[telegram]\ntoken = "{token}"\napi_url = "{url}"\n'
    file = home / f"{name}.toml"
    file.write_text(f'[community]\nname = "CPTS {name}"\n{database}{web}{telegram}')
    file.chmod(0o600)
    return str(file)


def both(home: Path, **second: object) -> list[str]:
    first = config(home, "garance", token=SECOND)
    given = {"token": SECOND.replace("22", "33"), "port": 8081, **second}
    other = config(home, "brume", **given)  # type: ignore[arg-type]
    return ["--config", first, "--config", other]


@pytest.mark.process
async def test_two_communities_answer_each_with_its_own_bot(home: Path) -> None:
    ports = free_port(), free_port()
    async with TelegramServer() as one, TelegramServer(token=SECOND) as other:
        first = config(home, "garance", token=one.token, url=one.url, port=ports[0])
        second = config(home, "brume", token=SECOND, url=other.url, port=ports[1])
        broken = home / "cassé.toml"
        broken.write_text("[community]\n")
        words = [w for file in (first, str(broken), second) for w in ("--config", file)]
        async with process(home, "run", *words) as bot:
            for port in ports:
                await healthy(port, bot)
            for server, community in ((one, "garance"), (other, "brume")):
                ana = server.user("Ana")
                await ana.says("/start")
                assert f"CPTS {community}" in (await ana.sees("invitation")).text
            bot.send_signal(signal.SIGTERM)
            _, log = await bot.communicate()
    assert bot.returncode == 0, log.decode()
    assert f"{broken}: " in log.decode()
    assert {name for name in os.listdir(home) if name.endswith(".db")} == {"garance.db", "brume.db"}


@pytest.mark.process
async def test_one_whose_port_is_taken_says_so_and_the_other_goes_on(home: Path) -> None:
    ports = free_port(), free_port()
    taken = await asyncio.start_server(lambda _, __: None, "127.0.0.1", ports[1])
    words = both(home, port=ports[1])
    config(home, "garance", token=SECOND, port=ports[0])
    async with taken, process(home, "run", *words) as bot:
        await healthy(ports[0], bot, "healthz")
        assert bot.stderr is not None
        said = ""
        while "brume.toml: " not in said:
            said = (await bot.stderr.readline()).decode()
        assert f"cannot listen on 127.0.0.1:{ports[1]}" in said
        bot.send_signal(signal.SIGTERM)
        await bot.communicate()
    assert bot.returncode == 0


@pytest.mark.parametrize(
    ("key", "same"),
    [
        ("[telegram] token", {"token": SECOND}),
        ("[database] url", {"database": "garance"}),
        ("[web] listen", {"port": 8080}),
    ],
)
def test_what_two_communities_would_share_is_said(
    home: Path, tocsin: Tocsin, monkeypatch: pytest.MonkeyPatch, key: str, same: dict[str, object]
) -> None:
    monkeypatch.setattr("bot.cli.several._all", _nobody)
    said = tocsin("run", *both(home, **same))
    assert f"brume.toml: {key} is the same as in {home / 'garance.toml'}" in said.err
    assert "write another one" in said.err


async def _nobody(found: list[object], _: object) -> bool:
    return len(found) == 1


def test_what_the_environment_would_give_to_all_is_refused(
    home: Path, tocsin: Tocsin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOCSIN_TELEGRAM__TOKEN", SECOND)
    said = tocsin("run", *both(home))
    assert said.code == 3
    assert "TOCSIN_TELEGRAM__TOKEN is set, and would be the same for every community" in said.err
    assert SECOND not in said.err


def test_where_none_can_run_it_ends_and_says_so(home: Path, tocsin: Tocsin) -> None:
    for name in ("a", "b"):
        (home / f"{name}.toml").write_text("[community]\n")
    said = tocsin("run", "--config", str(home / "a.toml"), "--config", str(home / "b.toml"))
    assert said.code == 3
    assert "None of these communities can run" in said.err
