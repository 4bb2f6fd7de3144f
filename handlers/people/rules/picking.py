"""Several people at once by their names: «Martin, Léa Dupont et Durand»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.audience import Audience, Known, read
from bot.core.plain import clean, fold

_BETWEEN = re.compile(r"\s*[,;\n]\s*|\s+(?:et|and)\s+", re.IGNORECASE)
LONGEST = 40


@dataclass(frozen=True)
class Someone:
    """`folded` is their name and town, as they are looked up."""

    id: int
    name: str
    folded: str


@dataclass(frozen=True)
class Picked:
    """`several`: pieces that more than one person may be meant by; `unknown`: that nobody is."""

    ids: tuple[int, ...] = ()
    several: tuple[tuple[str, tuple[int, ...]], ...] = ()
    unknown: tuple[str, ...] = ()


def pick(words: str, people: Sequence[Someone]) -> Picked:
    """Each piece is a whole name, or words that all stand in one."""
    ids, several, unknown = list[int](), list[tuple[str, tuple[int, ...]]](), list[str]()
    for piece in _BETWEEN.split(words):
        meant = _meant(fold(piece), people) if fold(piece) else None
        if meant is None:
            continue
        if len(meant) == 1:
            ids.append(meant[0])
        elif meant:
            several.append((clean(piece), tuple(meant)))
        else:
            unknown.append(clean(piece))
    return Picked(tuple(dict.fromkeys(ids)), tuple(several), tuple(unknown))


def _meant(piece: str, people: Sequence[Someone]) -> list[int]:
    same = [one.id for one in people if fold(one.name) == piece]
    return same or [
        one.id for one in people if all(word in one.folded.split() for word in piece.split())
    ] or [one.id for one in people if len(piece) >= 3 and piece in one.folded]  # fmt: skip


def is_a_name(words: str, towns: Sequence[str]) -> bool:
    """Would a list of this name be understood where an audience is typed, and nothing else?"""
    if read(words, Known(towns)).audience != Audience():
        return False
    mine = Audience(members=True, lists=(1,))
    known = Known(towns, {words: 1})
    return all(read(said, known).audience == mine for said in (words, f"membres : {words}"))
