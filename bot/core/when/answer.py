"""From what was written to the reading: opens the calendar, asks where it cannot know."""

from datetime import date, datetime, timedelta

from bot.core.when.ahead import deadline, opening, reminder
from bot.core.when.arrange import Plan, arrange
from bot.core.when.asking import Asking
from bot.core.when.model import Kind, Reading, Reason, Span, Unsure, Wrong
from bot.core.when.recur import expanded, recurring
from bot.core.when.slots import spans_of
from bot.core.when.tree import Mark, Phrase, Unit

ONE_DAY = timedelta(days=1)
CANDIDATES = 6


def answer(ask: Asking, phrase: Phrase) -> Reading:
    """The reading of a phrase; never raises. Doubts of form come after refusals."""
    reading = attempt(ask, phrase.units)
    doubts = list(phrase.doubts)
    if phrase.haste and not exact(reading):
        doubts.append(Reason.VAGUE)
    if reading.reason is Reason.NO_DATE:
        return dateless(phrase, doubts)
    if phrase.past and reading.kind is not Kind.INVALID:
        doubts.append(Reason.SEVERAL_DATES)
    if not doubts or reading.kind is Kind.INVALID:
        return reading
    candidates = reading.readings if reading.kind is Kind.AMBIGUOUS else (reading,)
    if Reason.NEGATED in doubts:
        candidates = ()
    return Reading(Kind.AMBIGUOUS, reason=doubts[0], readings=candidates)


def exact(reading: Reading) -> bool:
    """Whether hours were written."""
    if reading.kind is Kind.AMBIGUOUS:
        return True
    return any(not s.convention for s in reading.spans)


def dateless(phrase: Phrase, doubts: list[Reason]) -> Reading:
    vague = [d for d in doubts if d in (Reason.VAGUE, Reason.MOVABLE_FEAST)]
    if phrase.later or vague or any(u.what is Mark.EARLIEST for u in phrase.units):
        return Reading(Kind.AMBIGUOUS, reason=vague[0] if vague else Reason.VAGUE)
    return Reading(Kind.INVALID, reason=Reason.PAST if phrase.past else Reason.NO_DATE)


def attempt(ask: Asking, units: tuple[Unit, ...]) -> Reading:
    try:
        return settled(ask, units)
    except Wrong as wrong:
        return Reading(Kind.INVALID, reason=wrong.reason)
    except Unsure as unsure:
        return ambiguous(ask, units, unsure)


def ambiguous(ask: Asking, units: tuple[Unit, ...], unsure: Unsure) -> Reading:
    """The question, with the readings that each of its answers would give."""
    readings: list[Reading] = []
    for option in unsure.options:
        reading = attempt(ask.chose(unsure.about, option), units)
        found = reading.readings if reading.kind is Kind.AMBIGUOUS else (reading,)
        readings += [r for r in found if r.kind is not Kind.INVALID]
    readings = list({told_apart(r): r for r in readings}.values())
    return Reading(Kind.AMBIGUOUS, reason=unsure.reason, readings=tuple(readings[:CANDIDATES]))


def told_apart(reading: Reading) -> tuple[object, ...]:
    """What makes two readings differ: the two hours of an autumn night are equal to Python."""
    moments = ((s.start.isoformat(), s.end and s.end.isoformat()) for s in reading.spans)
    return (reading.kind, reading.rule, *moments)


def settled(ask: Asking, units: tuple[Unit, ...]) -> Reading:
    if not units:
        raise Wrong(Reason.NO_DATE)
    plan = arrange(units)
    if plan.alternatives:
        marks = tuple(u for u in units if isinstance(u.what, Mark))
        branches = [attempt(ask, (*branch, *marks)) for branch in plan.alternatives]
        usable = tuple(b for b in branches if b.kind not in (Kind.INVALID, Kind.AMBIGUOUS))
        return Reading(Kind.AMBIGUOUS, reason=Reason.EITHER, readings=usable)
    if Mark.SUMMER in plan.marks or Mark.WINTER in plan.marks:
        ask = ask.in_season(Mark.SUMMER in plan.marks)
    return meant(ask, plan)


def meant(ask: Asking, plan: Plan) -> Reading:
    if plan.series:
        if spans := expanded(ask, plan.series):
            return of_spans(spans)
        return recurring(ask, plan.series)
    if plan.relative:
        return reminder(ask, plan)
    if not plan.slots:
        raise Wrong(Reason.NO_DATE)
    if plan.lengths:
        raise Unsure(Reason.NOT_READ)
    if plan.marks & {Mark.BY, Mark.BEFORE}:
        return Reading(Kind.DEADLINE, (deadline(ask, plan),))
    opens = plan.marks & {Mark.FROM, Mark.AFTER, Mark.EARLIEST}
    if opens and (span := opening(ask, plan)):
        return Reading(Kind.OPEN, (span,))
    return of_spans(spans_of(ask, plan.slots))


def of_spans(spans: list[Span]) -> Reading:
    """POINT, RANGE, DAY or MULTI, as the spans are."""
    unique = tuple(dict.fromkeys(spans))
    if len(unique) > 1:
        return Reading(Kind.MULTI, unique)
    return Reading(kind_of(unique[0]), unique)


def kind_of(span: Span) -> Kind:
    if span.end is None:
        return Kind.POINT
    whole = span.convention == "DAY" and day_after(span.start) == span.end.date()
    return Kind.DAY if whole else Kind.RANGE


def day_after(moment: datetime) -> date:
    return moment.date() + ONE_DAY
