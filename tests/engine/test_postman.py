"""Lanes, order, retries, and what a restart repeats."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.core import ChatRef, Wording
from bot.core.errors import SendFailed
from bot.core.ports import Pace
from storage.db import Tx
from tests.playground import START, Playground


def texts(play: Playground, chat: str) -> list[str]:
    return [m.wording.plain for m in play.local.chat(chat).messages.values() if not m.by]


async def test_urgent_leaves_first_also_in_the_same_chat(play: Playground) -> None:
    ana = play.stranger("Ana")
    play.local.pace = Pace(in_flight=1)
    await play.local.say("ana", "/voies news:n1 calls:c1 reminders:r1 urgent:u1 answers:a1")
    await play.settle()
    assert texts(play, "ana")[0] == "u1"
    assert set(texts(play, "ana")) == {"n1", "c1", "r1", "u1", "a1"}
    assert ana.messages


async def test_order_is_kept_within_a_chat_and_lane(play: Playground) -> None:
    play.stranger("Ana")
    words = " ".join(f"calls:{n}" for n in range(20))
    await play.local.say("ana", f"/voies {words}")
    await play.settle()
    assert texts(play, "ana") == [str(n) for n in range(20)]


async def test_an_edit_that_landed_in_the_middle_of_a_round_is_not_sent_again(
    play: Playground,
) -> None:
    """It was neither in flight any more nor settled yet, so its copy still looked stale."""
    ana = play.stranger("Ana")
    await ana.says("/compte")
    [postman] = play.app.postmen
    landing, edits = asyncio.Event(), []
    edit, transaction = play.local.edit, play.db.transaction

    async def slow_edit(chat: ChatRef, message: str, wording: Wording) -> None:
        edits.append(wording.plain)
        await landing.wait()
        await edit(chat, message, wording)

    @asynccontextmanager
    async def in_whose_middle_it_lands() -> AsyncIterator[Tx]:
        async with transaction() as tx:
            landing.set()
            await postman.idle()
            yield tx

    play.local.edit = slow_edit  # type: ignore[method-assign]
    await ana.taps("Un de plus", settle=False)
    await play.app.dispatcher.handle_some()
    await postman.round()
    await asyncio.sleep(0)
    play.db.transaction = in_whose_middle_it_lands  # type: ignore[method-assign]
    await postman.round()
    await play.settle()
    assert edits == ["🔢 COMPTE · 1"]
    assert ana.sees("COMPTE · 1")


async def test_a_newsletter_waits_while_something_urgent_is_on_its_way(play: Playground) -> None:
    play.stranger("Ana")
    play.stranger("Bo")
    play.local.chat("bo").blocked = ""
    real, down = play.local.send, {"on": True}

    async def send(chat: ChatRef, wording: Wording, *, key: str) -> str:
        if chat.chat == "bo" and down["on"]:
            raise SendFailed("down", wait=timedelta(seconds=5))
        return await real(chat, wording, key=key)

    play.local.send = send  # type: ignore[method-assign]
    await play.local.say("ana", "/voies bo@urgent:u1 news:n1")
    await play.settle()
    assert texts(play, "ana") == []
    down["on"] = False
    await play.wait(seconds=10)
    assert texts(play, "bo") == ["u1"]
    assert texts(play, "ana") == ["n1"]


async def test_a_chat_that_says_too_many_is_left_alone_until_then(play: Playground) -> None:
    play.stranger("Ana")
    play.stranger("Bo")
    calls: list[tuple[str, int]] = []
    real = play.local.send

    async def send(chat: ChatRef, wording: Wording, *, key: str) -> str:
        calls.append((chat.chat, int((play.now - START).total_seconds())))
        if chat.chat == "ana" and play.now < START + timedelta(seconds=30):
            raise SendFailed("429", wait=timedelta(seconds=30))
        return await real(chat, wording, key=key)

    play.local.send = send  # type: ignore[method-assign]
    await play.local.say("ana", "/voies ana@calls:a ana@urgent:b bo@calls:c")
    await play.settle()
    assert texts(play, "bo") == ["c"]
    await play.restart()
    await play.wait(seconds=29)
    assert [c for c in calls if c[0] == "ana" and 0 < c[1] < 30] == []
    await play.wait(seconds=5)
    assert set(texts(play, "ana")) == {"a", "b"}


async def test_a_crash_after_sending_sends_again_under_the_same_key(play: Playground) -> None:
    play.stranger("Ana")
    keys: list[str] = []
    real = play.local.send

    async def send(chat: ChatRef, wording: Wording, *, key: str) -> str:
        keys.append(key)
        return await real(chat, wording, key=key)

    play.local.send = send  # type: ignore[method-assign]
    await play.local.say("ana", "/voies calls:c")
    await play.app.dispatcher.handle_some()
    await play.app.postmen[0].round()
    await play.app.postmen[0].idle()
    await play.restart()
    await play.settle()
    assert keys == [keys[0]] * 2
    assert texts(play, "ana") == ["c"]


async def test_what_is_permanent_is_not_tried_again_and_the_chat_is_known_as_lost(
    play: Playground,
) -> None:
    ana = await play.person("Ana")
    play.local.chat("ana").blocked = "bot was blocked by the user"
    await ana.says("/voies calls:a calls:b")
    from storage import ledger
    from storage.outbox import Delivery, State

    async with play.db.reading() as tx:
        row = await tx.get_one(Delivery, 1)
        assert (row.state, row.attempts) == (State.FAILED, 1)
        assert await ledger.progress(tx, "") == {State.FAILED: 2}


async def test_a_tap_is_confirmed_while_many_calls_are_going_out(play: Playground) -> None:
    """Edits waited until the queue of sends was empty."""
    ana = play.stranger("Ana")
    await ana.says("/compte")
    play.local.pace = Pace(everyone=(1.0, 1.0))
    await play.restart()
    words = " ".join(f"c{n}@calls:x" for n in range(60))
    await play.local.say("bo", f"/voies {words}")
    await play.app.dispatcher.handle_some()
    await play.wait(seconds=5)
    await ana.taps("Un de plus", settle=False)
    await play.wait(seconds=5)
    assert ana.sees("COMPTE · 1")
    assert sum(1 for c in play.local.chats.values() if c.id.startswith("c") and c.messages) < 20


async def test_what_was_planned_when_a_chat_asked_to_wait_goes_back_and_counts_as_no_failure(
    play: Playground,
) -> None:
    ana = play.stranger("Ana")
    postman = play.app.postmen[0]
    await ana.says("/compte")
    postman._gate.hold("ana", play.now + timedelta(seconds=30), play.now)
    await play.local.say("ana", "/compte")
    await play.app.dispatcher.handle_some()
    postman._gate.paused, paused = {}, dict(postman._gate.paused)
    before = len(ana.messages)
    assert await postman.round()
    postman._gate.paused = paused
    await postman.flights.idle()
    await play.settle()
    assert len(ana.messages) == before
    await play.wait(seconds=31)
    assert len(ana.messages) == before + 1
