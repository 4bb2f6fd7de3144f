"""Being woken by another process on the same PostgreSQL database."""

from collections.abc import AsyncIterator

from storage.db import Database
from storage.leases import CHANNEL


async def woken(db: Database) -> AsyncIterator[None]:
    """Each time that somebody `tell`s, and once at the beginning: what was told before it listened
    was missed. Ends or raises when the connection does."""
    from psycopg import AsyncConnection  # whoever is on SQLite does not wait for it

    address = db.url.set(drivername="postgresql").render_as_string(hide_password=False)
    async with await AsyncConnection.connect(address, autocommit=True, **db.line()) as line:
        await line.execute(f"LISTEN {CHANNEL}".encode())
        yield
        async for _ in line.notifies():
            yield
