"""Buttons where there are none: emoji that the bot puts under its message to be tapped.

An emoji keeps its meaning for the life of its message: what was tapped once stays under it, and
must never come to say something else.
"""

import re
from collections.abc import Mapping, Sequence

from bot.core.plain import fold

DIGITS = (*(f"{n}\ufe0f\u20e3" for n in range(1, 10)), "\U0001f51f")
LETTERS = tuple(chr(0x1F1E6 + n) for n in range(26))
MORE = "➡️"
BACK, NEXT = "◀️", "⏩"
USUAL = {
    "oui": "✅", "yes": "✅", "non": "❌", "no": "❌", "passer": "⏭️", "skip": "⏭️",
}  # fmt: skip
"""What labels without an emoji, said in many places, are tapped with in all of them."""

MOST = 8
"""More under one message is a wall: the last of them then shows the others."""

_MARKS = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]")
_FIRST = re.compile(
    "(?![\u2610-\u2612])(?:[\U0001f1e6-\U0001f1ff]{2}|[\u2190-\u2bff\u3030\U0001f000-\U0001faff]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]?(?:\u200d[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?)*)"
)


def leading(label: str) -> str:
    """The emoji that a label begins with; "" for «‹ Retour», boxes to tick and plain words."""
    found = _FIRST.match(label)
    return found.group() if found else ""


def bare(label: str) -> str:
    """The words of a label, to stand after the emoji that one taps for it."""
    return label.removeprefix(leading(label)).removeprefix("‹").strip() or label


def _usual(label: str) -> str:
    if label.startswith("‹"):
        return BACK
    found = leading(label)
    return NEXT if same(found) == same(MORE) else found or USUAL.get(fold(label), "")


def number_of(sign: str) -> int:
    """Which number this emoji shows; 0 if none."""
    return next((n for n, digit in enumerate(DIGITS, 1) if same(digit) == same(sign)), 0)


def assign(keys: Sequence[tuple[str, str, int]], before: Mapping[str, str]) -> list[str]:
    """A sign for each key, told as (label, meaning, number), where `before` says what signs have
    meant under this message.

    What was shown keeps its sign; a new key gets the emoji of its label, or the usual one for
    these words, else the digit of the number that one may type instead, else a letter. "" when
    all of them are spent.
    """
    known: dict[str, str] = {}
    for sign, meaning in before.items():
        known.setdefault(meaning, sign)
    spent = set(before) | {MORE}
    found = []
    for label, meaning, number in keys:
        sign = known.get(meaning, "")
        if not sign:
            digit = DIGITS[number - 1] if 0 < number <= len(DIGITS) else ""
            gone = {same(s) for s in spent}
            wanted = (_usual(label), digit, *LETTERS)
            sign = next((s for s in wanted if s and same(s) not in gone), "")
        if sign:
            spent.add(sign)
            known[meaning] = sign
        found.append(sign)
    return found


def same(sign: str) -> str:
    """Clients add or drop the mark that asks for a coloured emoji, and phones add the colour of
    a skin: all of them are the same tap."""
    return _MARKS.sub("", sign)


def window(count: int, first: int, most: int = MOST) -> tuple[range, bool]:
    """Which of so many keys are under the message now, and whether «➡️» is too."""
    if count <= most:
        return range(count), False
    first = first if 0 <= first < count else 0
    return range(first, min(count, first + most - 1)), True


def turn(count: int, first: int, most: int = MOST) -> int:
    """Where the next window begins; after the last the first again."""
    following = first + most - 1
    return following if following < count else 0
