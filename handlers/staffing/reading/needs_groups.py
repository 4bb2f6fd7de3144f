"""Tokens grouped by what belongs together: clauses, sections by part of the day, counts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from handlers.staffing.reading.needs_tokens import Kind, Token

POSTS = frozenset({Kind.PROFESSION, Kind.PROFESSIONS, Kind.LABEL, Kind.ANYONE, Kind.PAIR})
COUNTS = frozenset({Kind.NUMBER, Kind.NOT_WHOLE})

ONE_EACH = "one each"
"""Of a pair: its two seats are for two different professions."""

Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """About one count. `section`: the parts of the day that stand before it, if any.

    `clause` numbers the stretches between commas, semicolons, bars and line ends.
    """

    tokens: Tokens
    clause: int
    section: Tokens = ()


def groups(read: Iterable[Token]) -> list[Group]:
    said = [token for token in read if token.kind is not Kind.NOISE]
    by_break = groupby(said, key=lambda token: token.kind is Kind.BREAK)
    clauses = [tuple(stretch) for is_break, stretch in by_break if not is_break]
    return [
        Group(tokens, number, section)
        for number, clause in enumerate(clauses)
        for section, rest in _sections(_joined(clause))
        for tokens in _by_count(rest) or [()]
    ]


def _joined(clause: Tokens) -> Tokens:
    """«matin et soir» are two parts of one section; «binôme IDE et AS» is a pair of one each."""
    kept: list[Token] = []
    for at, token in enumerate(clause):
        before, after = clause[max(0, at - 2) : at], clause[at + 1 : at + 3]
        if token.kind is Kind.AND and _between_parts(before, after):
            continue
        if _pairs_two(token, before, after):
            kept[-2] = replace(kept[-2], text=ONE_EACH)
            token = replace(token, kind=Kind.OR)
        kept.append(token)
    return tuple(kept)


def _between_parts(before: Tokens, after: Tokens) -> bool:
    kinds = [token.kind for token in (*before[-1:], *after[:1])]
    return kinds == [Kind.PART, Kind.PART] and not (len(before) > 1 and _counts(after[1:]))


def _counts(tokens: Sequence[Token]) -> bool:
    return any(token.kind in COUNTS for token in tokens)


def _pairs_two(token: Token, before: Tokens, after: Tokens) -> bool:
    kinds = [t.kind for t in before] + [t.kind for t in after[:1]]
    joins = token.kind is Kind.AND or (token.kind is Kind.OR and token.text == "/")
    return joins and kinds == [Kind.PAIR, Kind.PROFESSION, Kind.PROFESSION]


def _sections(clause: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    """«matin 2 IDE aprem 4»: each part of the day, and what stands behind it."""
    if clause[0].kind is not Kind.PART:
        yield (), clause
        return
    stretches = [tuple(s) for _, s in groupby(clause, key=lambda t: t.kind is Kind.PART)]
    for at in range(0, len(stretches), 2):
        yield stretches[at], stretches[at + 1] if at + 1 < len(stretches) else ()


def _by_count(tokens: Tokens) -> list[Tokens]:
    found: list[Tokens] = []
    for is_and, stretch in groupby(tokens, key=lambda token: token.kind is Kind.AND):
        if not is_and:
            found += _split(tuple(stretch))
    return found


def _split(tokens: Tokens) -> Iterator[Tokens]:
    """«2 IDE 1 MG» begins anew at each count, «IDE 2 MG 1» at each post."""
    order = [token.kind for token in tokens if token.kind in POSTS | COUNTS]
    starters = POSTS if order and order[0] in POSTS else COUNTS
    begin, complete = 0, False
    for at, token in enumerate(tokens):
        joined = at > 0 and tokens[at - 1].kind in (Kind.OR, Kind.FOR)
        if token.kind in starters and complete and not joined:
            yield tokens[begin:at]
            begin, complete = at, False
        complete = complete or (token.kind in POSTS | COUNTS and token.kind not in starters)
    if tokens[begin:]:
        yield tokens[begin:]
