"""What a wizard asks, what can be answered, and what was typed as one of the answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core import Attachment, Text
from bot.core.plain import fold


@dataclass(frozen=True)
class Option:
    """One thing that can be answered. `words` are what people type for it besides the label.
    `ends`: it is this wizard's own way to leave; «✖️ Abandonner» is not offered beside it."""

    value: str
    label: Text
    words: tuple[str, ...] = ()
    wide: bool = False
    ends: bool = False


@dataclass(frozen=True)
class Question:
    """What the person is asked now."""

    path: str
    lines: tuple[Text, ...]
    options: tuple[Option, ...] = ()
    chosen: frozenset[str] = frozenset()
    several: bool = False
    attachment: Attachment | None = None


def match_option(said: str, offered: Sequence[Sequence[Any]]) -> str | None:
    """What was typed, as one of the options: by its number, its label or its other words.

    `offered` is [value, label, words] as they were shown. «‹ Retour» and «✖️ Abandonner» have no
    number: a number is an answer, and must never throw a wizard away.
    """
    words = _letters(said).strip(" .!") or fold(said).strip(" .!")
    named = [o for o in offered if words and words in (_letters(o[1]), *map(fold, o[2]))]
    answers = [o for o in offered if o[0] not in ("!back", "!leave")]
    if not named and words.isdecimal() and 1 <= int(words) <= len(answers):
        named = [answers[int(words) - 1]]
    if not named and len(words) >= 3:
        named = [o for o in answers if _letters(o[1]).startswith(words)]
    return str(named[0][0]) if len(named) == 1 else None


def _letters(label: str) -> str:
    """A label without the emoji that begins it."""
    return fold(label).lstrip("".join(c for c in label if not c.isalnum())).strip()
