"""Whom a message is for, as people write it: «membres : infirmiers ; canaux : mairies».

Within one kind any will do, between kinds all must: nurses or doctors, of Saint-Aubin.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from bot.core import professions
from bot.core.partners import Category, category
from bot.core.plain import fold, fold_town


@dataclass(frozen=True)
class Audience:
    """`members`: any at all? Then those of these professions (codes), towns, lists (ids) and roles
    (names), or everyone. `channels` are ids of chats."""

    members: bool = False
    professions: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    lists: tuple[int, ...] = ()
    channels: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()

    def takes(self, profession: str, town: str, lists: Sequence[int] = (), role: str = "") -> bool:
        return (
            self.members
            and (not self.roles or role in self.roles)
            and (not self.professions or profession in self.professions)
            and (not self.towns or town in self.towns)
            and (not self.lists or bool({*self.lists} & {*lists}))
        )

    def pack(self) -> dict[str, Any]:
        """JSON, for a row."""
        return {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(self).items()}


def unpack(row: Mapping[str, Any]) -> Audience:
    kinds: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Audience(**kinds)


EVERYONE = Audience(members=True)


@dataclass(frozen=True)
class Channel:
    """A chat as the reader needs it: `use` is «partner», «team» or «cell»."""

    id: int
    title: str
    use: str
    category: Category | None = None


@dataclass(frozen=True)
class Known:
    """What can be named here: towns, lists (name to id), channels."""

    towns: Sequence[str] = ()
    lists: Mapping[str, int] = field(default_factory=dict)
    channels: Sequence[Channel] = ()


@dataclass(frozen=True)
class Understood:
    """`unclear` are the pieces that name nothing here; the rest is kept."""

    audience: Audience
    unclear: tuple[str, ...] = ()


_HEAD = re.compile(
    r"\b(membres?|members?|professionnels?|canaux|canal|salons?|channels?|rooms?|groupes?)\s*:",
    re.IGNORECASE,
)
_OUTSIDE = ("can", "sal", "cha", "roo", "gro")
_PIECES = re.compile(r"\s*[,;+&\n]\s*|\s+(?:et|and)\s+", re.IGNORECASE)
_ALL = frozenset(
    {"tous", "toutes", "tout", "tout le monde", "tous les membres", "les membres", "membres",
     "all", "everyone", "everybody", "members", "all members"}
)  # fmt: skip
_NONE = frozenset({"aucun", "aucune", "personne", "none", "nobody", "-"})
_USES = {
    "partenaires": "partner", "partenaire": "partner", "partners": "partner", "partner": "partner",
    "equipe": "team", "equipes": "team", "team": "team", "teams": "team",
    "cellule": "cell", "cellule de crise": "cell", "cell": "cell", "crisis cell": "cell",
}  # fmt: skip
_COORDINATION = ("coordinator", "administrator")
_ROLES = {
    **dict.fromkeys(
        ("coordination", "coordinateurs", "coordinatrices", "coordinators"), _COORDINATION
    ),
    **dict.fromkeys(("administrateurs", "administrators"), ("administrator",)),
    **dict.fromkeys(("elus", "elues", "officers", "elected officers"), ("officer",)),
}  # fmt: skip


def is_audience(words: str) -> bool:
    """Does this part of a line begin by saying whom it is for?"""
    if _HEAD.match(words.strip()) or fold(words) in _ALL:
        return True
    return bool(_HEAD.search(words)) and fold(_PIECES.split(words.strip())[0]) in _ALL


def read(words: str, known: Known) -> Understood:
    """What was typed; without «membres :» or «canaux :» a piece may be either."""
    found, unclear = Audience(), []
    for head, piece in _pieces(words):
        more = _piece(head, piece, known)
        if more is None:
            unclear.append(piece)
        else:
            found = both(found, more)
    return Understood(found, tuple(unclear))


def both(one: Audience, other: Audience) -> Audience:
    """What either names, kind by kind."""
    return Audience(
        one.members or other.members,
        *(
            tuple(dict.fromkeys((*getattr(one, kind), *getattr(other, kind))))
            for kind in ("professions", "towns", "lists", "channels", "roles")
        ),
    )


def _pieces(words: str) -> list[tuple[str, str]]:
    """(what the head says, piece): the head is "" before the first one."""
    found, head = [], ""
    parts = _HEAD.split(words)
    for position, part in enumerate(parts):
        if position % 2:
            head = "channels" if fold(part)[:3] in _OUTSIDE else "members"
            continue
        found += [(head, piece.strip()) for piece in _PIECES.split(part) if piece.strip()]
    return found


def _piece(head: str, piece: str, known: Known) -> Audience | None:
    bare = fold(piece)
    if bare in _NONE:
        return Audience()
    if head != "channels" and (member := _members(piece, bare, known)) is not None:
        return member
    if head != "members" and (ids := _channels(piece, bare, head, known)):
        return Audience(channels=ids)
    return None


def _members(piece: str, bare: str, known: Known) -> Audience | None:
    if bare in _ALL:
        return EVERYONE
    if (roles := _ROLES.get(bare)) is not None:
        return Audience(members=True, roles=roles)
    towns = {fold_town(town): town for town in known.towns}
    if (town := towns.get(fold_town(piece))) is not None:
        return Audience(members=True, towns=(town,))
    lists = {fold(name): found for name, found in known.lists.items()}
    name = bare.removeprefix("liste ").removeprefix("list ")
    if name in lists:
        return Audience(members=True, lists=(lists[name],))
    if (meant := professions.find(piece)) is not None:
        return Audience(members=True, professions=(meant.key,))
    return _two(piece, known)


def _two(piece: str, known: Known) -> Audience | None:
    """«infirmiers de Saint-Aubin»: a profession, then a town."""
    for town in known.towns:
        after = rf"(.+?)\s+(?:de |d'|a |of |in )?{re.escape(fold_town(town))}"
        found = re.fullmatch(after, fold_town(piece))
        if found and (meant := professions.find(found[1])) is not None:
            return Audience(members=True, professions=(meant.key,), towns=(town,))
    return None


def _channels(piece: str, bare: str, head: str, known: Known) -> tuple[int, ...]:
    """By kind of partner, by use, or by the title: whole, else the only one that holds it."""
    if head and bare in _ALL:
        return tuple(c.id for c in known.channels)
    if (use := _USES.get(bare)) is not None:
        return tuple(c.id for c in known.channels if c.use == use)
    if (kind := category(piece)) is not None:
        return tuple(c.id for c in known.channels if c.category is kind)
    same = [c.id for c in known.channels if fold(c.title) == bare]
    holding = [c.id for c in known.channels if len(bare) >= 3 and bare in fold(c.title)]
    return tuple(same or (holding if len(holding) == 1 else ()))
