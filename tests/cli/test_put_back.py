"""A community begins again from a copy: what that copy still owed waits until it is let go."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.cli.putting_back import chosen, put_back
from bot.core import Role
from bot.settings import load
from storage import epochs
from storage.callouts import Callout
from storage.inbox import Heard
from storage.outbox import Delivery, State
from storage.people import Member, Standing
from tests.cli.conftest import Tocsin, only_copy
from tests.playground import START, Person, Playground

CALL = "/mobiliser {} | 28/11/2026 9h-13h | 2 IDE | Mairie | payé | tout le monde"


@pytest.fixture
async def play(home: Path, tocsin: Tocsin) -> AsyncIterator[Playground]:
    assert (await asyncio.to_thread(tocsin, "migrate")).code == 0
    play = Playground(f"sqlite+aiosqlite:///{home / 'tocsin.db'}")
    await play.boot()
    yield play
    await play.db.close()


async def go_back(play: Playground, home: Path) -> None:
    """Stopped, put back, started."""
    await play.shut()
    settings = load(home / "config.toml", {})
    await put_back(settings, await chosen(settings, only_copy(home)), play.now)
    await play.boot()
    await play.settle()


async def copied(tocsin: Tocsin) -> None:
    assert (await asyncio.to_thread(tocsin, "backup")).code == 0


@pytest.fixture
async def town(play: Playground, home: Path, tocsin: Tocsin) -> list[Person]:
    """A call is on its way to Ana, a word of Bob's is not handled yet, when the copy is made; then
    all of it happens, and the copy is put back two hours later."""
    claire, ana = await play.person("Claire", Role.COORDINATOR), await play.person("Ana")
    bob, root = await play.person("Bob"), await play.person("Rémi", Role.ADMINISTRATOR)
    await claire.says(CALL.format("Centre"))
    await claire.taps("📣", settle=False)
    await play.app.dispatcher.handle_some()
    await play.local.say("bob", "/aide")
    await copied(tocsin)
    await play.settle()
    assert ana.sees("Centre")
    await play.wait(hours=2)
    await go_back(play, home)
    return [claire, ana, bob, root]


async def test_a_restored_copy_sends_nothing_old_until_an_administrator_lets_it_go(
    play: Playground, town: list[Person]
) -> None:
    claire, ana, bob, root = town
    seen = {one.account: len(one.messages) for one in (claire, ana, bob)}
    await play.wait(hours=6)
    assert {one.account: len(one.messages) for one in (claire, ana, bob)} == seen
    assert root.sees("🗄 COPIE REMISE EN PLACE", "1 parole à traiter")
    assert root.buttons() == ["📤 Laisser partir", "🗑 Écarter"]
    await root.taps("📤")
    assert root.has_seen("Ce qui était retenu est parti")
    assert len(ana.messages) == seen["ana"] + 1
    assert ana.sees("Centre")
    assert bob.everything.count("AIDE ·") == 2


async def test_what_is_dropped_is_never_sent(play: Playground, town: list[Person]) -> None:
    """What was planned goes on: the call is open still, and its one reminder is due."""
    _, _, bob, root = town
    await root.taps("🗑 Écarter")
    assert root.has_seen("Ce qui était retenu est écarté")
    await play.wait(hours=1)
    assert bob.everything.count("AIDE ·") == 1
    async with play.db.reading() as tx:
        assert not await epochs.held(tx)
        dropped = select(func.count()).where(Delivery.state == State.CANCELLED)
        assert (await tx.execute(dropped)).scalar_one() > 0


async def test_what_is_new_leaves_at_once_under_keys_and_numbers_that_were_never_used(
    play: Playground, town: list[Person]
) -> None:
    """A link in a group carries a call's number: it must not open another call."""
    claire, ana, *_ = town
    async with play.db.reading() as tx:
        old = {row.key for row in await tx.scalars(select(Delivery))}
    await claire.says(CALL.format("École"))
    await claire.taps("📣")
    assert ana.sees("École")
    async with play.db.reading() as tx:
        calls = (await tx.scalars(select(Callout.id).order_by(Callout.id))).all()
        new = (await tx.scalars(select(Delivery).where(Delivery.key.not_in(old)))).all()
    assert calls[1] - calls[0] > epochs.LEAP // 2
    assert new
    assert min(row.id for row in new) > epochs.LEAP


async def test_what_is_told_again_of_the_time_before_is_held_what_is_new_is_handled(
    play: Playground, town: list[Person]
) -> None:
    """A homeserver tells once more what the copy does not know."""
    _, ana, bob, root = town
    seen = len(ana.messages)
    now, play.now = play.now, START
    await play.local.say("ana", "/planning")
    play.now = now
    await play.settle()
    assert len(ana.messages) == seen
    await bob.says("/aide")
    assert bob.sees("AIDE")
    await play.wait(minutes=2)
    assert root.has_seen("2 paroles à traiter")
    async with play.db.reading() as tx:
        counted = select(func.count()).select_from(Heard).where(Heard.state == "held")
        assert (await tx.execute(counted)).scalar_one() == 2


async def test_who_has_left_since_the_copy_is_erased_again(
    play: Playground, home: Path, tocsin: Tocsin
) -> None:
    ana = await play.person("Ana")
    await copied(tocsin)
    await ana.says("/quitter")
    await ana.taps("Oui")
    await ana.taps("Passer")
    await go_back(play, home)
    async with play.db.reading() as tx:
        member = await tx.get_one(Member, ana.id)
    assert (member.standing, member.name) == (Standing.LEFT, "")
    await ana.says("/profil")
    assert not ana.sees("Ana")


async def test_it_can_be_let_go_in_the_terminal_too(
    play: Playground, town: list[Person], home: Path, tocsin: Tocsin
) -> None:
    asked = await asyncio.to_thread(tocsin, "release")
    assert asked.code == 1
    assert "it is still held" in asked.err
    said = await asyncio.to_thread(tocsin, "release", "--yes")
    assert said.out.startswith("Let go: ")
    await play.settle()
    _, ana, _, _ = town
    assert ana.sees("Centre")
    async with play.db.reading() as tx:
        held = select(func.count()).where(Delivery.state == State.HELD)
        assert (await tx.execute(held)).scalar_one() == 0
    assert (await asyncio.to_thread(tocsin, "release")).out == "Nothing is held.\n"
