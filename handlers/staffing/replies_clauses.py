"""Which yes, no or perhaps belongs to which slots: «oui pour le 1, non pour le 2», «1 oui 2 non»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from handlers.staffing.replies_items import Item, Named, Said
from handlers.staffing.replies_words import Mark


class Stance(Enum):
    YES = auto()
    NO = auto()
    MAYBE = auto()
    NOT_THESE = auto()
    """«pas le matin», «sauf samedi»: a no to what follows it, and to nothing else."""
    BARE = auto()
    """Slots without a word: «samedi matin»."""


@dataclass(frozen=True, slots=True)
class Clause:
    """`about` is None for an answer to everything. `cannot`: a verb, not a plain «non»."""

    stance: Stance
    about: Named | None
    contrast: bool = False
    only: bool = False
    cannot: bool = False


class Muddled(Exception):
    """It contradicts itself, or cannot be told apart."""


_STANCE = {
    Mark.YES: Stance.YES,
    Mark.WEAK_YES: Stance.YES,
    Mark.NO: Stance.NO,
    Mark.SORRY: Stance.NO,
    Mark.CANNOT: Stance.NO,
    Mark.MAYBE: Stance.MAYBE,
    Mark.NOT: Stance.NOT_THESE,
    Mark.EXCEPT: Stance.NOT_THESE,
}


@dataclass(frozen=True, slots=True)
class _Word:
    stance: Stance
    cannot: bool = False


def clauses(items: Sequence[Item]) -> list[Clause]:
    """Raises Muddled."""
    found: list[Clause] = []
    for number, stretch in enumerate(_stretches(items)):
        only = any(isinstance(i, Said) and i.mark is Mark.ONLY for i in stretch)
        words = list(_collapsed(_words(stretch)))
        for stance, about in _assigned(words):
            cannot = stance.cannot
            found.append(Clause(stance.stance, about, number > 0, only, cannot))
    return found


def _stretches(items: Sequence[Item]) -> list[list[Item]]:
    """Between one «mais» and the next."""
    found: list[list[Item]] = [[]]
    for item in items:
        if isinstance(item, Said) and item.mark is Mark.CONTRAST:
            found.append([])
        else:
            found[-1].append(item)
    return found


def _words(stretch: list[Item]) -> Iterator[_Word | Named]:
    for item in stretch:
        if isinstance(item, Named):
            yield item
        elif isinstance(item, Said) and item.mark in _STANCE:
            yield _Word(_STANCE[item.mark], item.mark is Mark.CANNOT)


def _collapsed(words: Iterator[_Word | Named]) -> Iterator[_Word | Named]:
    """«oui je viens» is one yes, «oui si besoin» a perhaps, «non désolé» one no."""
    held: _Word | None = None
    for word in words:
        if isinstance(word, Named):
            if held:
                yield held
            held = None
            yield word
        elif held is None:
            held = word
        else:
            merged = _merge(held, word)
            if merged is None:
                yield held
            held = merged or word
    if held:
        yield held


def _merge(first: _Word, second: _Word) -> _Word | None:
    """None where both stand: «oui, pas le matin»."""
    pair = {first.stance, second.stance}
    if Stance.NOT_THESE in pair:
        return None
    if len(pair) == 1:
        return _Word(first.stance, first.cannot and second.cannot)
    if pair == {Stance.YES, Stance.MAYBE}:
        return _Word(Stance.MAYBE)
    raise Muddled


def _assigned(words: list[_Word | Named]) -> Iterator[tuple[_Word, Named | None]]:
    if len(words) > 1 and isinstance(words[0], Named) and _takes_before(words[1]):
        yield from _said_after(words)
    else:
        yield from _said_before(words)


def _takes_before(word: _Word | Named) -> bool:
    return isinstance(word, _Word) and word.stance is not Stance.NOT_THESE


def _said_after(words: list[_Word | Named]) -> Iterator[tuple[_Word, Named | None]]:
    """«1 oui 2 non»."""
    rest = list(words)
    while len(rest) > 1:
        about, word = rest[0], rest[1]
        if not isinstance(about, Named) or not isinstance(word, _Word):
            raise Muddled
        if word.stance is Stance.NOT_THESE:
            raise Muddled
        yield word, about
        rest = rest[2:]
        if rest and isinstance(rest[0], _Word):
            yield from _said_before(rest)
            return
    if rest:
        raise Muddled


def _said_before(words: list[_Word | Named]) -> Iterator[tuple[_Word, Named | None]]:
    """«oui pour le 1 non pour le 2», «le 1 pas le 2», «samedi matin»."""
    held: _Word | None = None
    for word in words:
        if isinstance(word, Named):
            yield held or _Word(Stance.BARE), word
            held = None
        else:
            if held is not None:
                yield from _alone(held)
            held = word
    if held is not None:
        yield from _alone(held)


def _alone(word: _Word) -> Iterator[tuple[_Word, None]]:
    if word.stance is Stance.NOT_THESE:
        raise Muddled
    yield word, None
