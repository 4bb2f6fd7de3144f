"""What a database does that nobody else is to blame for."""

import sqlite3

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from storage.db import Database
from storage.faults import Superseded, away, clashed

pytestmark = pytest.mark.postgres


@pytest.mark.parametrize(
    ("state", "is_away", "is_clash"),
    [
        ("57P01", True, False),
        ("57P03", True, False),
        ("08006", True, False),
        ("25P03", True, False),
        ("40001", False, True),
        ("40P01", False, True),
        ("23505", False, False),
        ("42P01", False, False),
    ],
)
def test_by_the_state_that_the_server_gives(state: str, is_away: bool, is_clash: bool) -> None:
    error = psycopg.errors.lookup(state)()
    found = DBAPIError.instance("SELECT 1", None, error, psycopg.Error)
    assert (away(found), clashed(found)) == (is_away, is_clash)
    assert away(error) is is_away, "also where SQLAlchemy has not wrapped it"


def test_a_connection_that_breaks_gives_no_state() -> None:
    assert away(psycopg.OperationalError("server closed the connection unexpectedly"))
    assert away(Superseded("epoch 1 is over"))


def test_what_sqlite_or_a_handler_raises_is_theirs() -> None:
    locked = OperationalError("SELECT 1", None, sqlite3.OperationalError("no such table"))
    assert not away(locked)
    assert not away(FileNotFoundError("no such picture"))
    assert not away(ZeroDivisionError())


async def test_a_server_that_ends_our_session_is_away(postgres_url: str) -> None:
    db = Database(postgres_url)
    with pytest.raises(DBAPIError) as ended:
        async with db.transaction() as tx:
            await tx.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert away(ended.value)
    async with db.reading() as tx:
        assert (await tx.execute(text("SELECT 1"))).scalar_one() == 1
    await db.close()
