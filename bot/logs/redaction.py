"""What may stand in a log line is a list: whatever is not on it becomes its type and length."""

import hashlib
import re
import secrets
from collections.abc import Sized
from datetime import date, time, timedelta
from enum import Enum

from structlog.typing import EventDict, WrappedLogger

from bot.logs.scrub import scrub, scrub_known

_WORDS = """
action adapter attempt attempts bytes callout card community count database delivery due error
event feature format host inbox job key kind lane language late left level limit logger loop
method ms oldest permanent pid place platform port problems reason retry revision right role rows
schema seal seconds shift signal size slot state status table text_key timer timestamp total
tries uptime version wait waiting
"""
ALLOWED = frozenset(_WORDS.split())
"""`key` is an event's, `card` and `place` are ours, `reason` a platform's words for a failure."""

WORDED = frozenset({"event", "reason"})
"""The only ones that are sentences; a space anywhere else betrays somebody's words."""

IDENTITIES = frozenset({"chat", "person", "sender", "user"})
"""Shown as a pseudonym that is the same throughout one run of the bot and means nothing after."""

OPAQUE = frozenset({"card", "delivery", "key", "place", "seal", "timestamp"})
"""Random or numbered by us, so that a code in them is no invitation."""

LONGEST = 300
_SALT = secrets.token_bytes(16)


def pseudonym(value: object) -> str:
    """Eight characters for a chat or a person: enough to follow one through a log."""
    return hashlib.blake2b(str(value).encode(), key=_SALT, digest_size=4).hexdigest()


def shape(value: object) -> str:
    """What is said of a value that must not be shown."""
    length = f" {len(value)}" if isinstance(value, Sized) else ""
    return f"‹{type(value).__name__}{length}›"


def redact(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """The structlog processor. Keys of structlog itself (`_record`) pass; they are never shown."""
    return {
        key: value if key.startswith("_") else _shown(key, value) for key, value in event.items()
    }


def _shown(key: str, value: object) -> object:
    if key in IDENTITIES:
        return value if value is None else pseudonym(value)
    if key == "exception":  # made by `with_exception` alone
        return value
    if key not in ALLOWED:
        return shape(value)
    return _plain(key, value)


def _plain(key: str, value: object) -> object:
    match value:
        case None | bool() | float():
            return value
        case int() if not isinstance(value, Enum):
            return value
        case Enum():
            return str(value.value)
        case date() | time() | timedelta():
            return str(value)
        case str() if key in WORDED or not re.search(r"\s", value):
            text = scrub_known(value) if key in OPAQUE else scrub(value)
            return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        case _:
            return shape(value)
