"""The number of a professional in the national directory (RPPS).

Eleven digits, of which the last makes the whole pass Luhn's test; printed also with the prefix 8
(type of identifier) as «identification nationale». The number is public and official examples break
the key: a wrong key is worth a warning, never a refusal, and a right one proves nothing.
"""

import re
import unicodedata
from dataclasses import dataclass

from stdnum import luhn

from bot.core.plain import fold

_SAID_BEFORE = re.compile(
    r"^(?:(?:mon|le|my|the)\s+)?(?:(?:num(?:ero|\.)?|n[°ºo]?\.?|id(?:entifiant)?)\s*)?"
    r"(?:(?:de\s+)?rpps\s*(?:number|n[°ºo]\.?|num(?:ero)?)?)?\s*(?:est|is|c'est)?\s*[:=#-]?\s*"
)
_BETWEEN = re.compile(r"[\s./_\-‐-―]+")
_NUMBER = re.compile(r"8?([0-9]{11})")


@dataclass(frozen=True, slots=True)
class Rpps:
    """`number`: 11 digits, without the prefix."""

    number: str
    key_ok: bool


def check(text: str) -> Rpps | None:
    """The number in an answer to «Votre numéro RPPS ?», or None if there is none in it."""
    said = fold(unicodedata.normalize("NFKC", text)).strip(" .")
    found = _NUMBER.fullmatch(_BETWEEN.sub("", _SAID_BEFORE.sub("", said, count=1)))
    if found is None or not found[1].strip("0"):
        return None
    return Rpps(found[1], bool(luhn.is_valid(found[1])))
