"""Jobs that look at the web: the page is fetched beside everything else, then the job runs once."""

import asyncio

import pytest
from aiohttp import web

from storage import timers
from tests.engine.test_outside import Names, ours, says, serving
from tests.playground import Person, Playground


def reach_this_machine(play: Playground) -> None:
    outside = play.app.parts.outside
    outside.allows, outside.judge = (lambda _: True), (lambda _: None)
    outside.resolver = Names()


async def ana(play: Playground) -> Person:
    reach_this_machine(play)
    return await play.person("Ana")


async def test_what_was_read_is_there_when_the_job_runs(play: Playground) -> None:
    person = await ana(play)
    async with serving(await says("Bonjour à tous")) as url:
        await person.says(f"/regarde {url}")
    assert person.sees("Vu : Bonjour")
    async with play.db.reading() as tx:
        assert await timers.next_at(tx) is None


@pytest.mark.parametrize(("page", "why"), [("secret", "secret"), (" ", "unreadable")])
async def test_a_page_that_cannot_be_read_is_told_apart_from_a_bug_and_ends_nothing(
    play: Playground, page: str, why: str
) -> None:
    person = await ana(play)
    async with serving(await says(page)) as url:
        await person.says(f"/regarde {url}")
        assert person.sees(f"Vu : {why}")
    async with serving(await says("Encore")) as url:
        await person.says(f"/regarde {url}")
    assert person.sees("Vu : Encore")


async def test_a_private_address_is_not_looked_at(play: Playground) -> None:
    person = await play.person("Ana")
    async with serving(await says("Bonjour")) as url:
        await person.says(f"/regarde {url}")
    assert person.sees("Vu : private")


async def test_nothing_waits_for_a_page_that_is_slow(play: Playground) -> None:
    person = await ana(play)
    answered = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        await answered.wait()
        return web.Response(text="Enfin")

    async with serving(answer) as url:
        await play.local.say("ana", f"/regarde {url}", chat="ana")
        await play.app.dispatcher.handle_some()
        assert await play.app.alarm.ring()
        assert not await play.app.alarm.ring()  # the visit is under way: nothing else is due
        async with play.db.transaction():
            pass  # nor is the database held
        answered.set()
        await play.settle()
    assert person.sees("Vu : Enfin")


async def test_told_to_stop_it_leaves_the_visit_and_makes_it_after_the_start(
    play: Playground,
) -> None:
    person = await ana(play)

    async def never(request: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    async with serving(never) as url:
        await play.local.say("ana", f"/regarde {url}", chat="ana")
        await play.app.dispatcher.handle_some()
        await play.app.alarm.ring()
        await play.app.alarm.visits.stop()
    async with play.db.reading() as tx:
        assert await timers.next_at(tx) is not None
    await play.restart()
    play.app.parts.outside.judge = ours().judge
    play.app.parts.outside.allows = ours().allows
    await play.settle()
    assert person.sees("Vu : away")
