"""Which yes, no or perhaps is about which slots: «oui pour le 1, non pour le 2», «1 oui 2 non»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from handlers.staffing.reading.replies_items import Item, Named, Said
from handlers.staffing.reading.replies_words import Mark


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


_PLAIN = (Stance.YES, Stance.NO)


_TELLING = {*_STANCE, Mark.FROM, Mark.AT, Mark.NOT_BEFORE, Mark.ANY_ONE}


@dataclass(frozen=True, slots=True)
class _Word:
    stance: Stance
    cannot: bool = False
    excepting: bool = False
    said_no: bool = False
    """«non pas samedi»: about Saturday if a day follows, else a no."""


def clauses(items: Sequence[Item]) -> list[Clause]:
    """Raises Muddled."""
    found: list[Clause] = []
    stretches = _stretches(items)
    if not any(isinstance(i, Named) or (i.mark in _TELLING) for i in _meant(stretches[-1])):
        raise Muddled  # «oui mais»
    for number, stretch in enumerate(stretches):
        only = any(isinstance(i, Said) and i.mark is Mark.ONLY for i in stretch)
        words = list(_collapsed(_words(stretch)))
        _check(words, timed=_is_timed(stretch), first=number == 0)
        for stance, about in _assigned(words):
            cannot = stance.cannot
            found.append(Clause(stance.stance, about, number > 0, only, cannot))
    return found


def _is_timed(stretch: list[Item]) -> bool:
    return any(isinstance(i, Said) and i.mark in (Mark.FROM, Mark.AT) for i in stretch)


def _check(words: Sequence[_Word | Named], *, timed: bool, first: bool) -> None:
    """What could be turned round: «pas après 14h», «sauf le matin» alone, «dimanche non pas …»."""
    said = [word for word in words if isinstance(word, _Word)]
    refusing = any(word.stance in (Stance.NO, Stance.NOT_THESE) for word in said)
    begins_with_slots = bool(words) and isinstance(words[0], Named)
    excepting = first and bool(words) and isinstance(words[0], _Word) and words[0].excepting
    turned = begins_with_slots and any(word.said_no for word in said)
    if (timed and refusing) or excepting or turned:
        raise Muddled


def _stretches(items: Sequence[Item]) -> list[list[Item]]:
    """Between one «mais» and the next."""
    found: list[list[Item]] = [[]]
    for item in items:
        if isinstance(item, Said) and item.mark is Mark.CONTRAST:
            found.append([])
        else:
            found[-1].append(item)
    return found


def _meant(stretch: list[Item]) -> list[Said | Named]:
    return [item for item in stretch if isinstance(item, Said | Named)]


def _words(stretch: list[Item]) -> Iterator[_Word | Named]:
    for item in stretch:
        if isinstance(item, Named):
            yield item
        elif isinstance(item, Said) and item.mark in _STANCE:
            cannot, excepting = item.mark is Mark.CANNOT, item.mark is Mark.EXCEPT
            yield _Word(_STANCE[item.mark], cannot, excepting)


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
    if first.excepting or (second.excepting and first.stance is not Stance.YES):
        raise Muddled  # «pas dispo sauf samedi» may well be a yes
    if pair == {Stance.NO, Stance.NOT_THESE}:
        return _Word(Stance.NOT_THESE, said_no=True)
    if Stance.NOT_THESE in pair and len(pair) > 1:
        return None
    if len(pair) == 1:
        cannot, said_no = first.cannot and second.cannot, first.said_no or second.said_no
        return _Word(first.stance, cannot, said_no=said_no)
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
    used: _Word | None = None
    for word in _with_last_apart(words):
        if isinstance(word, tuple):
            yield word
        elif isinstance(word, Named):
            used, held = held or _Word(Stance.BARE), None
            yield used, word
        else:
            if held is not None:
                yield from _alone(held)
            held = word
    if held is not None and (used is None or not _repeats(used, held)):
        yield from _alone(held)


def _repeats(used: _Word, last: _Word) -> bool:
    """«je viens samedi, avec plaisir». What turns it round at the end may be about either."""
    refusing = {Stance.NO, Stance.NOT_THESE}
    if used.stance is last.stance or {used.stance, last.stance} <= refusing:
        return True
    if used.stance is Stance.YES and last.stance is Stance.MAYBE:
        return False
    raise Muddled


def _with_last_apart(
    words: list[_Word | Named],
) -> Iterator[_Word | Named | tuple[_Word, Named]]:
    """«ok samedi, dimanche non»: after a comma the last one belongs to the no behind it."""
    if len(words) > 2 and isinstance(last := words[-1], _Word) and last.stance in _PLAIN:
        about = words[-2]
        if isinstance(about, Named) and about.comma and len(about.groups) > 1:
            yield from words[:-2]
            yield Named(about.groups[:-1], about.either)
            yield last, Named(about.groups[-1:])
            return
    yield from words


def _alone(word: _Word) -> Iterator[tuple[_Word, None]]:
    if word.stance is Stance.NOT_THESE:
        if not word.said_no:
            raise Muddled
        word = _Word(Stance.NO)
    yield word, None
