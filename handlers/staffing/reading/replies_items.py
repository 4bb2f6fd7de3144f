"""A reply as a string of marks and of groups of slots, in the order in which they were said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from bot.core.plain import fold
from handlers.staffing.reading import replies_slots as naming
from handlers.staffing.reading.replies_slots import Ref, SlotName
from handlers.staffing.reading.replies_words import (
    EMOJI,
    GREETING,
    NE,
    PHRASES,
    PLEASANTRY,
    SIGNATURE,
    Mark,
)


@dataclass(frozen=True, slots=True)
class Group:
    """Slots named in one breath: «samedi matin». `many`: in the plural, so that all are meant.

    `fits`: there are as many as were said; `too_few`: there are less than the two of «les deux».
    """

    numbers: frozenset[int]
    many: bool = False
    everything: bool = False
    fits: bool = True
    too_few: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """All that is named one after the other: «samedi matin et dimanche»."""

    groups: tuple[Group, ...]
    either: bool = False
    comma: bool = False
    """Before the last of them, which may then belong to what follows."""

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(number for group in self.groups for number in group.numbers)


@dataclass(frozen=True, slots=True)
class Said:
    mark: Mark
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    word: str


Item = Said | Named | Unknown
_Part = Said | Ref | Unknown

_PICTURES = re.compile("[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\u200d♀♂]")
_OURS = re.compile(r"[@§]|\b[nN] ?[°º]")
"""Our own signs, and «n°», which would read as the half of a negation."""

_REPEATED = re.compile(r"([a-z!?])\1{2,}")
_INSIDE = re.compile(r"(?<=[a-z])['\-‐‑](?=[a-z])")
_TOKEN = re.compile(
    r"§(?P<mark>[^\d\s])(?P<time>\d*)|@t(?P<bare>\d+)|@(?P<ref>\d+)|(?P<word>[^\W_]+)|(?P<sign>\S)"
)


_TIME_OF = {1: r"\1"}
"""A pattern about a time hands on which."""


def folded(text: str) -> str:
    """Ready for the patterns: «J'arrive à 14h» is `j arrive a 14h`."""
    unsigned = SIGNATURE.sub("", text.strip())
    bare = _REPEATED.sub(r"\1", fold(_PICTURES.sub("", _OURS.sub(" ", unsigned))))
    words = _INSIDE.sub(" ", bare.replace("\n", ", "))
    return PLEASANTRY.sub(f" §{Mark.PLEASANT} ", GREETING.sub(",", words))


def items(words: str, slots: Sequence[SlotName]) -> list[Item]:
    """`words` comes from `folded`."""
    marked, refs, times = _named(words, slots)
    marked = NE.sub("", marked)
    for pattern, mark in PHRASES:
        marked = pattern.sub(rf" §{mark}{_TIME_OF.get(pattern.groups, '')} ", marked)
    return _grouped(list(_parts(marked, refs, times, slots)))


def _named(words: str, slots: Sequence[SlotName]) -> tuple[str, list[Ref], list[time | None]]:
    """Slots and times taken out: `@0`, `@t0` stand in their place."""
    refs: list[Ref] = []
    times: list[time | None] = []
    after = -2

    def taken(found: re.Match[str]) -> str:
        nonlocal after
        if found.lastgroup == "time":
            times.append(naming.clock(found[0]))
            return f" @t{len(times) - 1} "
        refs.append(naming.ref(found, slots, after_day=0 <= found.start() - after <= 1))
        after = found.end() if found.lastgroup == "weekday" else -2
        return f" @{len(refs) - 1} "

    return " ".join(naming.PATTERN.sub(taken, words).split()), refs, times


def _parts(
    marked: str, refs: list[Ref], times: list[time | None], slots: Sequence[SlotName]
) -> Iterator[_Part]:
    for token in _TOKEN.finditer(marked):
        if token["mark"]:
            mark = Mark(token["mark"])
            if mark is not Mark.NOTHING:
                yield Said(mark, times[int(token["time"])] if token["time"] else None)
        elif token["bare"]:
            at = times[int(token["bare"])]
            yield naming.at_start(at, slots) if at else Unknown("time")
        elif token["ref"]:
            yield refs[int(token["ref"])]
        elif token["word"]:
            yield Unknown(token["word"])
        else:
            yield from _sign(token["sign"])


def _sign(sign: str) -> Iterator[_Part]:
    if sign in EMOJI:
        yield Said(EMOJI[sign])
    elif sign == "?":
        yield Said(Mark.QUESTION)
    elif sign in ",;.":
        yield Said(Mark.COMMA)
    elif sign in "&+":
        yield Said(Mark.AND)
    elif sign == "/":
        yield Said(Mark.SLASH)


_JOINING = (Mark.AND, Mark.OR, Mark.COMMA, Mark.SLASH)
_PAUSES = (Mark.AND, Mark.COMMA, Mark.SLASH)


def _grouped(parts: list[_Part]) -> list[Item]:
    done: list[Item] = []
    run: list[Ref | Said] = []
    for part in parts:
        joins = isinstance(part, Said) and part.mark in _JOINING and run
        if isinstance(part, Ref) or joins:
            assert not isinstance(part, Unknown)
            run.append(part)
            continue
        done += _close(run)
        run = []
        if not (isinstance(part, Said) and part.mark in _PAUSES):
            done.append(part)
    return done + _close(run)


def _close(run: list[Ref | Said]) -> list[Item]:
    """A comma or «et» at the end joins nothing; an «ou» there is a question."""
    while run and isinstance(last := run[-1], Said) and last.mark in _PAUSES:
        run = run[:-1]
    if not run:
        return []
    groups: list[list[Ref]] = [[]]
    for part in run:
        if isinstance(part, Said):
            groups.append([])
        elif groups[-1] and not _narrows(groups[-1][-1], part):
            groups.append([part])
        else:
            groups[-1].append(part)
    either = any(isinstance(p, Said) and p.mark in (Mark.OR, Mark.SLASH) for p in run)
    comma = next((p.mark is Mark.COMMA for p in reversed(run) if isinstance(p, Said)), False)
    named = _shared([group for group in groups if group])
    return [Named(tuple(_group(group) for group in named), either, comma)]


def _narrows(before: Ref, after: Ref) -> bool:
    """«samedi matin» narrows; «1 2» and «samedi dimanche» name two."""
    return before.kind != after.kind


def _shared(groups: list[list[Ref]]) -> list[list[Ref]]:
    """«samedi matin et après-midi»: the day holds for both; so does a part said last."""
    done: list[list[Ref]] = []
    for group in groups:
        days = [r for r in done[-1] if r.kind == "day"] if done else []
        part_only = all(r.kind in ("part", "time") for r in group)
        done.append([*days, *group] if part_only and days else group)
    for at in range(len(done) - 2, -1, -1):
        later = [r for r in done[at + 1] if r.kind == "part"]
        if later and {r.kind for r in done[at]} == {"day"} and done[at + 1][0].kind == "day":
            done[at] = [*done[at], *later]
    return done


def _group(refs: list[Ref]) -> Group:
    numbers = frozenset.intersection(*(r.numbers for r in refs))
    exactly = next((r.exactly for r in refs if r.exactly), 0)
    return Group(
        numbers,
        many=any(r.many for r in refs),
        everything=any(r.kind == "all" for r in refs),
        fits=not exactly or exactly == len(numbers),
        too_few=len(numbers) < exactly,
    )
