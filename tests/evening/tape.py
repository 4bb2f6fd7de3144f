"""What happened on a platform, in the order in which it happened, whatever platform it is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

SPACES = str.maketrans("\u00a0\u202f", "  ")
NAMED = 3
MANY = 6
"""Chats that are named where the same words went to several; more than MANY are counted."""


@dataclass(frozen=True)
class Line:
    """`who` is the chat in which the bot wrote or, with `by` a person, who did something. `how` is
    «sent», «edited», «says» or «taps»."""

    who: str
    how: str
    text: str
    keys: tuple[str, ...] = ()
    message: str = ""
    reply_to: str = ""

    @property
    def by_bot(self) -> bool:
        return self.how in ("sent", "edited")


def plain(words: str) -> str:
    return words.translate(SPACES)


def transcript(lines: Sequence[Line], names: dict[str, str] | None = None) -> str:
    """«Claire › …» is what she did, «→ Claire: …» what the bot wrote to her, «↻ Claire: …» what it
    edited; the same words to many, in one go, are told once."""
    return "\n".join(_told(lines, names or {}))


def _told(lines: Iterable[Line], names: dict[str, str]) -> Iterator[str]:
    for (how, text, keys), group in groupby(lines, lambda line: (line.how, line.text, line.keys)):
        who = list(dict.fromkeys(names.get(line.who, line.who) for line in group))
        if how == "says":
            yield f"{', '.join(who)} › {text}"
        elif how == "taps":
            yield f"{_some(who)} › [{text}]"
        else:
            below = [*text.splitlines(), *([" ".join(f"[{key}]" for key in keys)] if keys else [])]
            words = "\n        ".join(below)
            yield f"    {'→' if how == 'sent' else '↻'} {_some(who)}: {words}"


def _some(who: Sequence[str]) -> str:
    if len(who) <= MANY:
        return ", ".join(who)
    return f"{', '.join(who[:NAMED])} … {len(who)} en tout"
