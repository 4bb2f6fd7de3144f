"""A copy is stale while its version is ahead of what it shows; touching is cheap and exact."""

from datetime import timedelta
from typing import Any

from bot.core import Asks, ChatRef, Lane
from storage import edits, places
from storage.db import Database
from storage.places import Place, State
from tests.storage import START

ROOM = ChatRef("local", "room")


def place(card: str, chat: str = "room", **more: Any) -> Place:
    row = {
        "card": card, "platform": "local", "chat": chat, "thread": "", "lang": "fr",
        "lane": int(Lane.CALLS), "made_at": START, "edit_after": START, "message": "m1",
        "shown": 1,
    }  # fmt: skip
    return Place(**{**row, **more})


async def write(db: Database, *rows: Place) -> None:
    async with db.transaction() as tx:
        tx.add_all(rows)


async def stale(db: Database, *, after: float = 0, busy: tuple[str, ...] = ()) -> list[str]:
    async with db.reading() as tx:
        now = START + timedelta(seconds=after)
        return [p.card for p in await edits.stale(tx, "local", now, 50, busy)]


async def touch(db: Database, *cards: str, children: bool = False) -> None:
    async with db.transaction() as tx:
        await places.touch(tx, cards, children=children)


async def test_a_card_is_touched_alone_or_with_those_below_it(db: Database) -> None:
    await write(db, place("call:4"), place("call:4:member:7"), place("call:42"), place("call:5"))
    await touch(db, "call:4")
    assert await stale(db) == ["call:4"]
    await touch(db, "call:4", children=True)
    assert sorted(await stale(db)) == ["call:4", "call:4:member:7"]


async def test_names_with_signs_of_patterns_touch_nobody_else(db: Database) -> None:
    await write(db, place("a_b:1"), place("axb:1"), place("a%:1"))
    await touch(db, "a_b", "a%", children=True)
    assert sorted(await stale(db)) == ["a%:1", "a_b:1"]


async def test_fifty_touches_are_one_stale_copy(db: Database) -> None:
    await write(db, place("call:4"))
    for _ in range(50):
        await touch(db, "call:4")
    assert await stale(db) == ["call:4"]
    async with db.transaction() as tx:
        found = await places.find(tx, "call:4", ROOM)
        assert found is not None
        found.shown = found.version
    assert await stale(db) == []


async def test_a_copy_is_edited_once_it_was_sent_and_when_its_time_has_come(db: Database) -> None:
    later = START + timedelta(seconds=5)
    await write(
        db,
        place("unsent", message=None, version=2),
        place("later", edit_after=later, version=2),
        place("gone", state=State.GONE, version=2),
    )
    assert await stale(db) == []
    async with db.reading() as tx:
        assert await edits.next_edit(tx, "local", START) == later
    assert await stale(db, after=5) == ["later"]


async def test_what_matters_most_is_edited_first_and_never_twice_at_once(db: Database) -> None:
    await write(
        db,
        place("news", version=2, lane=int(Lane.NEWS)),
        place("call", version=2, id="flying"),
        place("alert", version=2, lane=int(Lane.URGENT)),
    )
    assert await stale(db) == ["alert", "call", "news"]
    assert await stale(db, busy=("flying",)) == ["alert", "news"]


async def test_the_newest_live_copy_is_the_one_that_is_found(db: Database) -> None:
    await write(
        db,
        place("call:4", message="old"),
        place("call:4", serial=1, message="new"),
        place("call:4", serial=2, message="gone", state=State.GONE),
        place("call:4", "elsewhere", serial=9),
    )
    async with db.reading() as tx:
        found = await places.find(tx, "call:4", ROOM)
        assert found is not None
        assert found.message == "new"
        by_message = await places.by_message(tx, ROOM, "old")
        assert by_message is not None
        assert by_message.serial == 0


async def test_the_question_asked_last_is_the_one_that_is_answered(db: Database) -> None:
    later = START + timedelta(minutes=1)
    await write(
        db,
        place("new", asks=Asks.YES, made_at=later),
        place("old", asks=Asks.YES),
        place("shut", asks=Asks.NO),
    )
    async with db.reading() as tx:
        assert [p.card for p in await places.asking(tx, ROOM)] == ["new", "old"]


async def test_copies_follow_a_chat_to_its_new_id(db: Database) -> None:
    await write(db, place("call:4"), place("call:4", "elsewhere"))
    async with db.transaction() as tx:
        await places.move(tx, ROOM, ChatRef("local", "bigger"))
    async with db.reading() as tx:
        assert await places.find(tx, "call:4", ROOM) is None
        assert await places.find(tx, "call:4", ChatRef("local", "bigger")) is not None
