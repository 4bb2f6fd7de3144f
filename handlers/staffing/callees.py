"""Who is worth a phone call for what is still missing, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from bot.core import availability
from bot.engine import Ctx
from handlers.staffing.survey import suits
from storage import absences, everyone, seats, tallies
from storage.absences import Absence
from storage.callouts import Plan, Shift
from storage.everyone import MemberRow
from storage.seats import State
from storage.tallies import Reply


class Said(StrEnum):
    """What somebody who did not say no has said so far. OTHERWISE: answered for other slots."""

    MAYBE = "maybe"
    SILENT = "silent"
    UNASKED = "unasked"
    OTHERWISE = "otherwise"


@dataclass(frozen=True)
class Callee:
    """`free` by their usual week in one of the slots `numbers`; None if they never said."""

    member: MemberRow
    said: Said
    free: bool | None
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Seen:
    """What is known of one member when it is decided whether to phone them."""

    asked: Reply | None
    answers: dict[int, State]
    away: Sequence[Absence]
    busy: Sequence[tuple[datetime, datetime]]


TURN = {Said.MAYBE: 0, Said.SILENT: 0, Said.UNASKED: 1, Said.OTHERWISE: 2}


def likeliest(callee: Callee) -> tuple[int, int, bool, str, int]:
    """The order: «si besoin» or asked without an answer, then those nobody has asked, then those
    who answered for other slots; in each those free by their week, then those who never said."""
    week = {True: 0, None: 1, False: 2}[callee.free]
    member = callee.member
    return TURN[callee.said], week, callee.said is Said.SILENT, member.folded, member.id


def still_missing(plan: Plan, now: datetime) -> list[Shift]:
    """The shifts to come that are not full."""
    return [s for s in plan.shifts if s.ends_at > now and any(p.missing for p in plan.of(s.id))]


async def find(ctx: Ctx, plan: Plan) -> list[Callee]:
    """Everyone of the right profession who did not say no, is not away, busy or in pause."""
    missing = still_missing(plan, ctx.now)
    if not missing:
        return []
    members = await everyone.active(ctx.tx)
    seen = await _seen(ctx, plan, missing, [m.id for m in members])
    found = [
        callee
        for member in members
        if not member.resting(ctx.now)
        and (callee := judge(plan, missing, member, seen[member.id], ctx.zone)) is not None
    ]
    return sorted(found, key=likeliest)


async def _seen(
    ctx: Ctx, plan: Plan, missing: Sequence[Shift], members: Sequence[int]
) -> dict[int, Seen]:
    start, end = min(s.starts_at for s in missing), max(s.ends_at for s in missing)
    days = (start.astimezone(ctx.zone).date(), end.astimezone(ctx.zone).date())
    away = await absences.between(ctx.tx, *days)
    busy = await seats.engaged(ctx.tx, members, start, end, besides=plan.callout.id)
    asked = await tallies.replies(ctx.tx, plan.callout.id)
    answers = await tallies.answers(ctx.tx, plan.callout.id)
    return {
        one: Seen(asked.get(one), answers.get(one, {}), away.get(one, ()), busy.get(one, ()))
        for one in members
    }


def judge(
    plan: Plan, missing: Sequence[Shift], member: MemberRow, seen: Seen, zone: tzinfo
) -> Callee | None:
    """None: phoning this person would be of no use, or would not leave them in peace."""
    if seen.asked is not None and seen.asked.refused:
        return None
    here = [s for s in missing if _can(plan, s, member, seen, zone)]
    if not here:
        return None
    week = [availability.is_free(member.week, s.starts_at, s.ends_at, zone) for s in here]
    free = True if True in week else None if None in week else False
    return Callee(member, _said(seen, here), free, tuple(s.number for s in here))


def _said(seen: Seen, here: Sequence[Shift]) -> Said:
    if any(seen.answers.get(s.id) is State.MAYBE for s in here):
        return Said.MAYBE
    if seen.answers or (seen.asked is not None and seen.asked.answered):
        return Said.OTHERWISE
    return Said.UNASKED if seen.asked is None else Said.SILENT


SETTLED = (State.COMING, State.OFFERED, State.WAITING, State.FREE, State.OUT)


def _can(plan: Plan, shift: Shift, member: MemberRow, seen: Seen, zone: tzinfo) -> bool:
    """A missing post suits them, they have not settled this shift, and are not elsewhere then."""
    if seen.answers.get(shift.id) in SETTLED:
        return False
    if not any(p.missing and suits(p, member.profession) for p in plan.of(shift.id)):
        return False
    absences = [(a.first, a.last) for a in seen.away]
    if availability.is_away(absences, shift.starts_at, shift.ends_at, zone):
        return False
    mine = [s for s in plan.shifts if seen.answers.get(s.id) in seats.TAKES]
    busy = [*seen.busy, *((s.starts_at, s.ends_at) for s in mine)]
    return not any(shift.starts_at < end and start < shift.ends_at for start, end in busy)
