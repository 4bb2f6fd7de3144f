"""Codes. An invitation's is 128 random bits that fit a deep link and can be copied from paper; one
that joins two accounts is short, since it is typed on another screen and lives for minutes.

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
SHORT = 10
"""Letters of a code for minutes: 50 bits are more than can be tried meanwhile, even by somebody who
holds its digest."""
TRIES = 5
MINUTE = timedelta(minutes=1)

_BETWEEN = re.compile(r"[\s.\-_–—]+")
_PIECES = re.compile(r"[0-9A-Za-z]{5}[\s.\-_–—]?[0-9A-Za-z]{5}")
_LOOK_ALIKE = str.maketrans("OIL", "011")


def new_code() -> str:
    number = secrets.randbits(BITS)
    return "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def new_short() -> str:
    """Letters and figures, so that it is never taken for a word or for a telephone number."""
    while True:
        code = "".join(secrets.choice(LETTERS) for _ in range(SHORT))
        if not code.isalpha() and not code.isdecimal():
            return code


def read_code(said: str, length: int = LENGTH) -> str | None:
    """The code in what was typed or carried by a link; None for what cannot be one."""
    bare = _BETWEEN.sub("", said).upper().translate(_LOOK_ALIKE)
    return bare if len(bare) == length and set(bare) <= set(LETTERS) else None


def looks_short(said: str) -> bool:
    """Words without a command that are meant as a short code: as it was shown, or in one piece."""
    bare = _PIECES.fullmatch(said.strip())
    return bare is not None and not said.isalpha() and any(map(str.isalpha, said))


def looks_typed(said: str) -> bool:
    """Words without /start that are meant as a code: long, in one piece, with figures."""
    bare = _BETWEEN.sub("", said)
    return len(bare) >= 16 and bare.isalnum() and bare.isascii() and any(map(str.isdigit, bare))


def digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def spaced(code: str, by: int = 4) -> str:
    """As one reads it aloud: «7K9M-XTR2-…»."""
    return "-".join(code[at : at + by] for at in range(0, len(code), by))


def locked_until(wrong: Sequence[datetime], now: datetime) -> datetime | None:
    """When this account may try again; None if it may now. `wrong`: its latest wrong tries."""
    lately = sorted(at for at in wrong if at > now - MINUTE)
    return lately[-TRIES] + MINUTE if len(lately) >= TRIES else None
