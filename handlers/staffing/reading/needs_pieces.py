"""Pieces of a line of needs, once each has what its neighbours lend it.

«2 IDE et 1 MG le matin» lends the morning backwards, «matin 2 IDE, aprem 4» the post forwards,
«4 IDE, SF ou pharmaciens» are alternatives of one count.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from handlers.staffing.reading.needs_groups import COUNTS, POSTS, Group, Tokens, groups
from handlers.staffing.reading.needs_tokens import Kind, tokens


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between `start` and `end` of the text, about one count."""

    start: int
    end: int
    clause: int
    count: int | None
    posts: tuple[str, ...]
    labels: tuple[str, ...]
    anyone: str
    parts: tuple[str, ...]
    section: bool
    """The part of the day stands before, and holds until the next one."""
    at_least: bool
    pair: str
    either: bool
    """An «ou» stands in it."""
    plural: bool
    odd: bool
    """Two counts, or two posts side by side."""
    not_whole: bool
    begins_well: bool
    """With a count, not with a word of some other matter."""
    post_follows: bool
    """The count and a post stand side by side: «2 IDE motivées», not «3 rue du Médecin»."""
    unknown: bool
    meant: tuple[str, ...]
    note: str

    @property
    def named(self) -> bool:
        return bool(self.posts or self.labels or self.anyone or self.pair or self.meant)


def pieces(text: str) -> list[Piece]:
    read = [_piece(text, group) for group in groups(tokens(text)) if group.tokens or group.section]
    held = _with_parts(read)
    stood = [piece for piece in held if piece.named or piece.count is not None or piece.unknown]
    return _with_bare_ones(_with_lent_posts(_with_alternatives(stood)))


def _piece(text: str, group: Group) -> Piece:
    main, note = _without_note(text, group.tokens)
    spelled = (*group.section, *group.tokens)
    numbers = [t.number for t in main if t.kind is Kind.NUMBER]
    own = tuple(dict.fromkeys(t.text for t in main if t.kind is Kind.PART))
    about_something = any(t.kind in POSTS or t.kind is Kind.UNKNOWN for t in group.tokens)
    placed = group.tokens if about_something else spelled
    return Piece(
        placed[0].start,
        spelled[-1].end,
        group.clause,
        numbers[0] if numbers else None,
        _texts(main, Kind.PROFESSION),
        _texts(main, Kind.LABEL),
        next(iter(_texts(main, Kind.ANYONE)), ""),
        own or tuple(dict.fromkeys(t.text for t in group.section)),
        section=bool(group.section) and not own,
        at_least=any(t.kind is Kind.AT_LEAST for t in main),
        pair=next((t.text or "pair" for t in main if t.kind is Kind.PAIR), ""),
        either=any(t.kind is Kind.OR for t in main),
        plural=any(t.kind in POSTS and _is_plural(text[t.start : t.end]) for t in main),
        odd=len(numbers) > 1 or _side_by_side(main),
        not_whole=any(t.kind is Kind.NOT_WHOLE for t in main),
        begins_well=_order(main)[:1] == ["count"],
        post_follows=_order(main)[:2] == ["count", "post"],
        unknown=any(t.kind is Kind.UNKNOWN for t in main),
        meant=tuple(key for t in main if t.kind is Kind.PROFESSIONS for key in t.text.split()),
        note=note,
    )


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.lower().endswith("s")


def _texts(main: Tokens, kind: Kind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(token.text for token in main if token.kind is kind))


def _without_note(text: str, said: Tokens) -> tuple[Tokens, str]:
    """«1 pharmacien pour les doses» keeps «les doses»; «4 pour l'accueil» are the post itself."""
    remarks = [token.text for token in said if token.kind is Kind.NOTE]
    main = tuple(token for token in said if token.kind is not Kind.NOTE)
    at = next((i for i, token in enumerate(main) if token.kind is Kind.FOR), None)
    if at is None:
        return main, ", ".join(remarks)
    before, after = main[:at], main[at + 1 :]
    if not any(t.kind in POSTS - {Kind.ANYONE} for t in before):
        return (*before, *after), ", ".join(remarks)
    kept = [t for t in after if t.kind in (Kind.PART, Kind.AT_LEAST)]
    words = [t for t in after if t not in kept]
    if words:
        remarks.append(text[words[0].start : words[-1].end])
    return (*before, *kept), ", ".join(remarks)


def _side_by_side(main: Tokens) -> bool:
    joined = POSTS - {Kind.ANYONE, Kind.PAIR}
    return any(a.kind in joined and b.kind in joined for a, b in pairwise(main))


def _order(main: Tokens) -> list[str]:
    skipped = (Kind.AT_LEAST, Kind.PART)
    kinds = [token.kind for token in main if token.kind not in skipped]
    return ["count" if k in COUNTS else "post" if k in POSTS else "else" for k in kinds]


def _with_parts(read: list[Piece]) -> list[Piece]:
    """The section goes on until the next; a part behind covers its clause so far."""
    done: list[Piece] = []
    section: tuple[str, ...] = ()
    for piece in read:
        if piece.section:
            section = piece.parts
        elif piece.parts:
            section = ()
            for at, earlier in enumerate(done):
                if earlier.clause == piece.clause and not earlier.parts:
                    done[at] = replace(earlier, parts=piece.parts)
        else:
            piece = replace(piece, parts=section)
        done.append(piece)
    return done


def _with_alternatives(read: list[Piece]) -> list[Piece]:
    """«4 IDE, SF ou pharmaciens» and «IDE, SF ou pharmaciens : 4» are one piece."""
    done: list[Piece] = []
    for piece in read:
        while piece.either and done and _continues(done[-1], piece):
            piece = _both(done.pop(), piece)
        done.append(piece)
    return done


def _continues(earlier: Piece, piece: Piece) -> bool:
    if not earlier.posts or not piece.posts or earlier.unknown or earlier.meant:
        return False
    if earlier.clause == piece.clause or earlier.pair or piece.pair:
        return False
    return earlier.count is None or piece.count is None


def _both(earlier: Piece, piece: Piece) -> Piece:
    posts = tuple(dict.fromkeys((*earlier.posts, *piece.posts)))
    return replace(
        piece,
        start=earlier.start,
        count=piece.count if earlier.count is None else earlier.count,
        posts=posts,
        parts=piece.parts or earlier.parts,
        at_least=piece.at_least or earlier.at_least,
        begins_well=earlier.begins_well,
    )


def _with_lent_posts(read: list[Piece]) -> list[Piece]:
    """A count with a part of the day alone is for the one post said beside it."""
    done: list[Piece] = []
    for at, piece in enumerate(read):
        lends = _lender(done, read[at + 1 :]) if _is_count_alone(piece) else None
        if lends is not None:
            piece = replace(piece, posts=lends.posts, labels=lends.labels, anyone=lends.anyone)
        done.append(piece)
    return done


def _is_count_alone(piece: Piece) -> bool:
    return piece.count is not None and bool(piece.parts) and not piece.named and not piece.unknown


def _lender(before: list[Piece], after: list[Piece]) -> Piece | None:
    if before:
        same = [piece for piece in before if piece.parts == before[-1].parts]
        return same[-1] if len(same) == 1 and same[-1].named else None
    return next((piece for piece in after if piece.named), None)


def _with_bare_ones(read: list[Piece]) -> list[Piece]:
    """«médecin, 2 IDE»: a post in the singular beside counted ones is one person."""
    counted = any(piece.count is not None for piece in read)
    return [
        replace(p, count=1)
        if p.count is None and not p.plural and (p.pair or (counted and p.named))
        else p
        for p in read
    ]
