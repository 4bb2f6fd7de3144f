"""What a coordinator types for the people needed: «2 médecin, 4 IDE ou SF, matin 2 bénévoles».

Read strictly: each piece becomes a need or is named as not understood, and the rest is kept. Posts
that are no health profession come from a known list (`needs_words`); any other has to be put in
quotes («3 "licornes"») or said to be other («3 autre : licornes»), so that a slip of the finger is
never taken for a post.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from handlers.staffing.reading.needs_groups import ONE_EACH
from handlers.staffing.reading.needs_pieces import Piece, pieces
from handlers.staffing.reading.needs_tokens import plain

MOST = 500
"""People in one call."""

LONGEST_TEXT = 2000
LONGEST_LABEL, LONGEST_NOTE = 40, 80


@dataclass(frozen=True, slots=True)
class Need:
    """`posts`: the professions allowed, the preferred first; empty for a post named by `label`.

    `when` is "", "matin", "aprem", "soir" or "nuit". `note` is what was said of the post:
    «1 pharmacien (doses)».
    """

    count: int
    posts: tuple[str, ...]
    label: str = ""
    at_least: bool = False
    when: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Needs:
    items: tuple[Need, ...]

    @property
    def people(self) -> int:
        return sum(need.count for need in self.items)


class Why(StrEnum):
    UNKNOWN = "unknown"
    NO_COUNT = "no-count"
    NO_POST = "no-post"
    ZERO = "zero"
    NEGATIVE = "negative"
    NOT_WHOLE = "not-whole"
    TOO_MANY = "too-many"
    AMBIGUOUS = "ambiguous"
    MIXED = "mixed"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Unclear:
    """`piece` is the first thing not understood, as typed; `more` the others; `kept` the rest.

    `meant`: for AMBIGUOUS («3 psy»), the keys of the professions it may be.
    """

    piece: str
    why: Why
    kept: tuple[Need, ...] = ()
    more: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()


def read_needs(text: str) -> Needs | Unclear:
    seen = plain(text[:LONGEST_TEXT])
    wrong: list[Unclear] = []
    good: list[Need] = []
    for piece in pieces(seen):
        if (why := _wrong(piece)) is not None:
            wrong.append(Unclear(_typed(piece, seen), why, meant=piece.meant))
        else:
            good += _needs(piece)
    kept = _merged(good)
    if wrong:
        return replace(wrong[0], kept=kept, more=tuple(other.piece for other in wrong[1:]))
    if not kept:
        return Unclear(_short(text), Why.EMPTY)
    found = Needs(kept)
    return found if found.people <= MOST else Unclear(_short(text), Why.TOO_MANY, kept)


def looks_like_needs(text: str) -> bool:
    """Is this part of a line about people? Every piece is a count, and one has a known post.

    «2 médecins, 3 licornes» does (and is then not understood); «3 licornes», «4 rue des Lilas»,
    «9h-13h» and «Formation IDE» do not.
    """
    if isinstance(read_needs(text), Needs):
        return True
    read = pieces(plain(text[:LONGEST_TEXT]))
    known = any(piece.post_follows or (piece.named and not piece.unknown) for piece in read)
    return known and all(piece.begins_well for piece in read)


def _wrong(piece: Piece) -> Why | None:
    count = 1 if piece.count is None else piece.count
    checks = (
        (piece.not_whole, Why.NOT_WHOLE),
        (piece.unknown, Why.UNKNOWN),
        (bool(piece.meant), Why.AMBIGUOUS),
        (piece.odd or bool(piece.posts and piece.labels) or len(piece.labels) > 1, Why.MIXED),
        (not piece.named, Why.NO_POST),
        (piece.count is None, Why.NO_COUNT),
        (count < 0, Why.NEGATIVE),
        (count == 0, Why.ZERO),
        (count > MOST, Why.TOO_MANY),
    )
    return next((why for is_so, why in checks if is_so), None)


def _needs(piece: Piece) -> list[Need]:
    """One need for each part of the day; a pair of two professions is one need of each."""
    count = piece.count or 0
    if piece.pair and piece.pair != ONE_EACH:
        count *= 2
    each = [(post,) for post in piece.posts] if piece.pair == ONE_EACH else [piece.posts]
    label = "" if piece.posts else next(iter(piece.labels), piece.anyone) or "en binôme"
    return [
        Need(count, posts, label[:LONGEST_LABEL], piece.at_least, when, piece.note[:LONGEST_NOTE])
        for when in piece.parts or ("",)
        for posts in each
    ]


def _typed(piece: Piece, seen: str) -> str:
    return _short(seen[piece.start : piece.end].strip(" ,.;:+&–—"))


def _short(text: str) -> str:
    return " ".join(text.split())[:LONGEST_NOTE]


def _merged(needs: list[Need]) -> tuple[Need, ...]:
    """The same post asked twice is one need of both."""
    counts: dict[Need, int] = {}
    for need in needs:
        same = replace(need, count=0)
        counts[same] = counts.get(same, 0) + need.count
    return tuple(replace(need, count=count) for need, count in counts.items())
