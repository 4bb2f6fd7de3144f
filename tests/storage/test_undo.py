"""A refused event leaves nothing behind, though it shares its transaction with a crowd."""

import pytest
from sqlalchemy import delete, update

from bot.core import Role
from storage import everyone, people
from storage.db import Database, Tx
from storage.people import Member, Standing
from storage.undo import Flushed, journal
from tests.storage import START


def member(name: str) -> Member:
    return Member(name=name, standing=Standing.ACTIVE, joined_at=START)


async def kept(db: Database, *names: str) -> None:
    async with db.transaction() as tx:
        tx.add_all(member(name) for name in names)


async def towns(db: Database) -> dict[str, str]:
    async with db.reading() as tx:
        return {m.name: m.town for m in await everyone.active(tx)}


async def named(tx: Tx, name: str) -> Member:
    return next(m for m in await people.ranked(tx, Role.MEMBER) if m.name == name)


async def test_what_was_added_is_not_there(db: Database) -> None:
    async with db.transaction() as tx:
        tx.add(member("Ana"))
        with journal(tx) as book:
            tx.add(member("Bob"))
            book.undo()
    assert list(await towns(db)) == ["Ana"]


async def test_what_was_changed_is_as_before(db: Database) -> None:
    await kept(db, "Ana")
    async with db.transaction() as tx:
        ana = await named(tx, "Ana")
        ana.town = "Garance"
        with journal(tx) as book:
            ana.town, ana.name = "Villeneuve", "Eva"
            ana.town = "Saint-Aubin"
            book.undo()
    assert await towns(db) == {"Ana": "Garance"}


async def test_what_was_removed_is_there_again(db: Database) -> None:
    await kept(db, "Ana", "Bob")
    async with db.transaction() as tx:
        ana, bob = await named(tx, "Ana"), await named(tx, "Bob")
        await tx.delete(ana)
        with journal(tx) as book:
            await tx.delete(bob)
            book.undo()
    assert list(await towns(db)) == ["Bob"]


async def test_a_default_that_was_overwritten_before_the_first_flush_comes_back(
    db: Database,
) -> None:
    async with db.transaction() as tx:
        ana = member("Ana")
        tx.add(ana)
        with journal(tx) as book:
            ana.town, ana.rank = "Garance", int(Role.ADMINISTRATOR)
            book.undo()
    async with db.reading() as tx:
        [found] = await everyone.active(tx)
        assert (found.town, found.role) == ("", Role.MEMBER)


async def test_what_was_sent_to_the_database_cannot_be_undone_in_memory(db: Database) -> None:
    async with db.transaction() as tx:
        with journal(tx) as book:
            tx.add(member("Ana"))
            await tx.flush()
            with pytest.raises(Flushed):
                book.undo()


async def test_what_others_wrote_before_may_be_sent_meanwhile(db: Database) -> None:
    """Else the question that one event asks would split the crowd that it came with."""
    await kept(db, "Ana")
    async with db.transaction() as tx:
        ana = await named(tx, "Ana")
        ana.town = "Garance"
        tx.add(member("Bob"))
        with journal(tx) as book:
            await tx.flush()
            tx.add(member("Eva"))
            ana.town = "Villeneuve"
            book.undo()
    assert await towns(db) == {"Ana": "Garance", "Bob": ""}


@pytest.mark.parametrize("what", ["added", "changed", "removed"])
async def test_what_was_written_here_and_sent_with_it_cannot_be_undone(
    db: Database, what: str
) -> None:
    await kept(db, "Ana")
    async with db.transaction() as tx:
        ana = await named(tx, "Ana")
        tx.add(member("Bob"))
        with journal(tx) as book:
            if what == "added":
                tx.add(member("Eva"))
            elif what == "changed":
                ana.town = "Villeneuve"
            else:
                await tx.delete(ana)
            await tx.flush()
            with pytest.raises(Flushed):
                book.undo()


@pytest.mark.parametrize("what", ["update", "delete"])
async def test_a_statement_that_writes_cannot_be_undone_in_memory(db: Database, what: str) -> None:
    await kept(db, "Ana")
    statement = update(Member).values(town="Garance") if what == "update" else delete(Member)
    async with db.transaction() as tx:
        with journal(tx) as book:
            await tx.execute(statement)
            with pytest.raises(Flushed):
                book.undo()


async def test_looking_does_not_stand_in_the_way(db: Database) -> None:
    await kept(db, "Ana")
    async with db.transaction() as tx:
        with journal(tx) as book:
            (await named(tx, "Ana")).town = "Garance"
            book.undo()
    assert await towns(db) == {"Ana": ""}
