"""The text as a reader sees it, so that invisible or exotic characters hide no number."""

import re
import unicodedata

# Unicode's format characters, fillers, variation selectors and the keycap's frame.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]"
)
_UNUSUAL = re.compile("[^\x00-\xac\xae-\xff\u0152\u0153\u2010-\u2027\u20ac]")


def plain(text: str) -> str:
    """NFKC, without zero-width characters, every decimal digit as 0-9.

    Lower-casing the result keeps its length: the only letter that would grow is replaced.
    """
    if text.isascii():
        return text
    return _UNUSUAL.sub(_as_seen, unicodedata.normalize("NFKC", text))


def _as_seen(found: re.Match[str]) -> str:
    character = found[0]
    if _UNSEEN.match(character):
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return "I" if character == "İ" else character
