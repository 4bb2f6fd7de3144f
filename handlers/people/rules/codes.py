"""Invitation codes: 128 random bits that fit a deep link and can be copied from paper.

The alphabet is Crockford's base 32 (no I, L, O, U): capitals or not, a zero read as an O, spaces
and hyphens do not matter. Only a code's digest is ever stored.
"""

import hashlib
import re
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

BITS = 128
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 26
TRIES = 5
MINUTE = timedelta(minutes=1)

_BETWEEN = re.compile(r"[\s.\-_–—]+")
_LOOK_ALIKE = str.maketrans("OIL", "011")


def new_code() -> str:
    number = secrets.randbits(BITS)
    return "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def read_code(said: str) -> str | None:
    """The code in what was typed or carried by a link; None for what cannot be one."""
    bare = _BETWEEN.sub("", said).upper().translate(_LOOK_ALIKE)
    return bare if len(bare) == LENGTH and set(bare) <= set(LETTERS) else None


def looks_typed(said: str) -> bool:
    """Words without /start that are meant as a code: long, in one piece, with figures."""
    bare = _BETWEEN.sub("", said)
    return len(bare) >= 16 and bare.isalnum() and bare.isascii() and any(map(str.isdigit, bare))


def digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def spaced(code: str) -> str:
    """As one reads it aloud: «7K9M-XTR2-…»."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def locked_until(wrong: Sequence[datetime], now: datetime) -> datetime | None:
    """When this account may try again; None if it may now. `wrong`: its latest wrong tries."""
    lately = sorted(at for at in wrong if at > now - MINUTE)
    return lately[-TRIES] + MINUTE if len(lately) >= TRIES else None
