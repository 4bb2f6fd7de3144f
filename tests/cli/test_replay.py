"""`replay`: what could not be handled is listed without a word of it, and handled again."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from storage import inbox, timers
from storage.inbox import Heard
from storage.timers import Timer
from tests.cli.conftest import Tocsin
from tests.playground import Person, Playground


@pytest.fixture
async def play(home: Path, tocsin: Tocsin) -> AsyncIterator[Playground]:
    assert (await asyncio.to_thread(tocsin, "migrate")).code == 0
    play = Playground(f"sqlite+aiosqlite:///{home / 'tocsin.db'}")
    await play.boot()
    yield play
    await play.shut()


@pytest.fixture
async def ana(play: Playground) -> Person:
    """She said something that could not be handled."""
    ana = await play.person("Ana")
    await play.local.say("ana", "/aide secrets")
    async with play.db.transaction() as tx:
        parked = {"state": inbox.State.PARKED, "tries": 3, "error": "KeyError"}
        await tx.execute(update(Heard).values(parked))
    return ana


async def run(tocsin: Tocsin, *words: str) -> str:
    said = await asyncio.to_thread(tocsin, "replay", *words)
    assert said.code == 0, said.err
    return said.out


async def test_it_lists_when_what_and_why_without_the_words(tocsin: Tocsin, ana: Person) -> None:
    out = await run(tocsin)
    assert "     1  2026-11-21 10:00  local  said  KeyError" in out
    assert "tocsin replay NUMBER" in out
    assert "secrets" not in out


async def test_one_is_handled_again_like_any_event_beside_the_running_bot(
    play: Playground, tocsin: Tocsin, ana: Person
) -> None:
    assert (await run(tocsin, "1")).startswith("1 to be handled again")
    await play.settle()
    assert ana.sees("AIDE")
    assert await run(tocsin) == "Nothing waits to be handled again.\n"


async def test_what_was_planned_is_tried_again_too_and_what_is_given_up_never_comes_back(
    play: Playground, tocsin: Tocsin, ana: Person
) -> None:
    async with play.db.transaction() as tx:
        for _ in range(2):
            tx.add(Timer(job="engine.platform-back", args={"platform": "local"}, due_at=play.now,
                         state=timers.State.PARKED, attempts=5, error="ValueError"))  # fmt: skip
    assert "    t1  2026-11-21 10:00  planned  engine.platform-back  ValueError" in (
        await run(tocsin)
    )
    assert (await run(tocsin, "--drop", "t1")).startswith("1 given up.")
    assert (await run(tocsin, "--all")).startswith("2 to be handled again")
    await play.settle()
    async with play.db.reading() as tx:
        assert (await tx.scalars(select(Timer))).all() == []


@pytest.mark.parametrize(
    ("words", "code", "instead"),
    [
        (("12",), 1, "Not waiting to be handled again: 12; tocsin replay shows"),
        (("twelve",), 2, "tocsin replay 12 t3"),
        (("--drop",), 2, "tocsin replay --drop 12"),
    ],
)
async def test_a_wrong_number_is_answered_with_what_to_type(
    tocsin: Tocsin, ana: Person, words: tuple[str, ...], code: int, instead: str
) -> None:
    said = await asyncio.to_thread(tocsin, "replay", *words)
    assert said.code == code
    assert instead in said.err
