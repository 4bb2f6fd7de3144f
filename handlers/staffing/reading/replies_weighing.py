"""From clauses to the slots they take, hold open and refuse; nothing where a doubt is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from handlers.staffing.reading.replies_clauses import Clause, Muddled, Stance
from handlers.staffing.reading.replies_items import Named

Numbers = frozenset[int]
NONE: Numbers = frozenset()


@dataclass(frozen=True, slots=True)
class Weighed:
    """`open`: a stance on everything that was asked. `which`: meant, but one of several."""

    yes: Numbers = NONE
    maybe: Numbers = NONE
    refused: Numbers = NONE
    open: frozenset[Stance] = field(default_factory=frozenset)
    which: bool = False
    named: bool = False
    """Slots were named for the yes or perhaps."""


def weigh(said: Sequence[Clause], everything: Numbers) -> Weighed:
    """Raises Muddled."""
    found = _with_bare_ones(said)
    refused = _refused(found)
    yes, unsure_yes = _taken(found, Stance.YES, refused)
    maybe, unsure_maybe = _taken(found, Stance.MAYBE, refused)
    if yes & maybe:
        raise Muddled
    stances = frozenset(c.stance for c in found if c.about is None)
    weighed = Weighed(yes, maybe, refused, stances, unsure_yes or unsure_maybe, bool(yes or maybe))
    if Stance.NO in stances:
        return _with_a_no(weighed, found, everything)
    return weighed


def _with_bare_ones(said: Sequence[Clause]) -> list[Clause]:
    """«samedi matin» is a yes; so is what follows «pas samedi, mais»."""
    found: list[Clause] = []
    for clause in said:
        if clause.stance is Stance.BARE:
            stance = _of_bare(clause, found)
            before = found
            if found and stance is Stance.YES:
                before = [c for c in found if not (c.stance is Stance.YES and c.about is None)]
            found = [*before, Clause(stance, clause.about, clause.contrast, clause.only)]
        else:
            found.append(clause)
    return found


def _of_bare(clause: Clause, before: list[Clause]) -> Stance:
    if not before:
        return Stance.YES
    last = before[-1].stance
    refusing = last in (Stance.NO, Stance.NOT_THESE)
    only_these = last is Stance.YES and before[-1].about is None and clause.only
    if clause.contrast and (refusing or only_these):
        return Stance.YES
    raise Muddled


def _refused(found: Iterable[Clause]) -> Numbers:
    refused: set[int] = set()
    for clause in found:
        if clause.about is None or clause.stance not in (Stance.NO, Stance.NOT_THESE):
            continue
        groups = clause.about.groups
        not_all = clause.cannot or clause.stance is Stance.NOT_THESE
        if clause.about.either or any(not group.numbers or not group.fits for group in groups):
            raise Muddled
        if not_all and any(group.everything for group in groups):
            raise Muddled  # «pas les deux» may well be one of them
        refused |= clause.about.numbers
    return frozenset(refused)


def _taken(found: Iterable[Clause], stance: Stance, refused: Numbers) -> tuple[Numbers, bool]:
    taken: Numbers = NONE
    unsure = False
    for clause in found:
        if clause.stance is stance and clause.about is not None:
            more, doubt = _of_named(clause.about, refused)
            taken, unsure = taken | more, unsure or doubt
    return taken, unsure


def _of_named(named: Named, refused: Numbers) -> tuple[Numbers, bool]:
    taken: Numbers = NONE
    unsure = named.either
    for group in named.groups:
        left = group.numbers - refused
        if not left or group.too_few:
            raise Muddled
        taken |= left
        unsure = unsure or not (len(left) == 1 or (group.many and group.fits))
    return taken, unsure


def _with_a_no(weighed: Weighed, found: Sequence[Clause], everything: Numbers) -> Weighed:
    """«non, mais dimanche oui»: without the «mais» it would be a muddle."""
    others = weighed.open - {Stance.NO}
    taken = weighed.yes | weighed.maybe
    if others or weighed.which or (taken and not any(clause.contrast for clause in found)):
        raise Muddled
    return Weighed(weighed.yes, weighed.maybe, everything - taken, weighed.open, named=bool(taken))
