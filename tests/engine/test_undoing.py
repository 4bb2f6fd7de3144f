"""What a refusal undoes: everything, alone or in a crowd, and it is said all the same."""

import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core import Right
from bot.core.errors import Refusal
from bot.core.ports import Pace
from bot.engine import Ctx, Feature, command
from handlers import basics
from storage import timers
from storage.people import Member
from tests.engine import kit
from tests.engine.kit.parts import ring
from tests.playground import Playground


@command("baptise", right=Right.BELONG)
async def baptise(ctx: Ctx, rest: str) -> None:
    """Changes who speaks, and then refuses."""
    ctx.me.name, ctx.me.lang, ctx.me.simple = rest, "en", True
    raise Refusal("kit-refused")


@command("oublie", right=Right.ANYONE)
async def forget_and_refuse(ctx: Ctx, rest: str) -> None:
    await ctx.forget("bells")
    raise Refusal("kit-refused")


@command("sonne", right=Right.ANYONE)
async def set_a_bell(ctx: Ctx, rest: str) -> None:
    ctx.at(ctx.now + timedelta(hours=1), ring.call(ctx.who.account), name="bells")


@pytest.fixture
async def play(sqlite_url: str) -> AsyncIterator[Playground]:
    here = Feature("undoing", (sys.modules[__name__],), Path(kit.__file__).parent)
    play = Playground(sqlite_url, (basics.feature, here))
    await play.boot()
    yield play
    await play.shut()


async def test_alone_a_change_of_the_speaker_is_undone_and_the_refusal_said(
    play: Playground,
) -> None:
    ana = await play.person("Ana")
    await ana.says("/baptise Eva")
    assert ana.sees("Refusé, rien n'a changé.")
    async with play.db.reading() as tx:
        assert (await tx.get_one(Member, ana.id)).name == "Ana"


async def test_in_a_crowd_too(play: Playground) -> None:
    people = [await play.person(f"P{n}") for n in range(5)]
    for person in people:
        await play.local.say(person.account, "/baptise Eva")
    await play.settle()
    assert all(p.sees("Refusé, rien n'a changé.") for p in people)
    async with play.db.reading() as tx:
        for person in people:
            assert (await tx.get_one(Member, person.id)).name != "Eva"


async def test_timers_that_a_refused_event_cancelled_still_ring(play: Playground) -> None:
    ana, bob = play.stranger("Ana"), play.stranger("Bob")
    await play.local.say("ana", "/sonne")
    await play.local.say("bob", "/oublie")
    await play.settle()
    await ana.says("/sonne")
    await play.local.say("bob", "/oublie")
    await play.local.say("bob", "/oublie")
    await play.settle()
    assert bob.sees("Refusé, rien n'a changé.")
    async with play.db.reading() as tx:
        assert len(await timers.due(tx, play.now + timedelta(hours=2), 9)) == 2


async def test_a_chat_that_must_wait_costs_no_work_meanwhile(play: Playground) -> None:
    """The postman sleeps until something can be done, and is not woken fifty times a second."""
    play.local.pace = Pace(private=(0.1, 1))
    play.app.postmen[0]._gate.pace = play.local.pace
    ana = play.stranger("Ana")
    await ana.says("/aide", "/aide")
    [postman] = play.app.postmen
    assert ana.everything.count("/aide") < 2, "the second answer is still owed"
    assert not await postman.round()
    assert postman._rest > 1
