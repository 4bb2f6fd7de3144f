"""What a database may do to a transaction that is no fault of the transaction's."""

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

CLASHES = frozenset({"40001", "40P01"})
"""serialization_failure and deadlock_detected: https://www.postgresql.org/docs/18/errcodes-appendix.html"""

ENDED = ("08", "57P", "25P03")
"""Connections that break, a server that goes down or comes up, a transaction that was idle for too
long."""


class Superseded(Exception):
    """Another process does the work now: nothing of ours may be written any more."""


def clashed(error: BaseException) -> bool:
    """Two transactions stood in each other's way, and this one was undone: nobody's fault, and
    it may go through when it is done again."""
    return isinstance(error, DBAPIError) and _state(error.orig) in CLASHES


def away(error: BaseException) -> bool:
    """The database is not there, or no longer ours: whatever was being done is not to blame, and
    is there to be done when it is back."""
    if isinstance(error, Superseded | NoConnection):
        return True
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or _ended(error.orig)
    return _ended(error)


def _ended(error: BaseException | None) -> bool:
    """psycopg: an operational error without a state is of the connection itself."""
    ours = type(error).__module__.startswith("psycopg")
    unsaid = type(error).__name__ in ("OperationalError", "InterfaceError") and not _state(error)
    return ours and (unsaid or _state(error).startswith(ENDED))


def _state(error: BaseException | None) -> str:
    return getattr(error, "sqlstate", None) or ""
