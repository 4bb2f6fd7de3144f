"""Reads what is known of everyone, so that the rules can say who is asked."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.core import availability
from bot.core.plain import fold
from bot.core.quiet import in_quiet_hours
from bot.engine import Ctx
from bot.engine.awake import own_zone, quiet_of
from handlers.staffing.rules.audience import (
    Audience,
    Filters,
    Person,
    Wanted,
    audience,
)
from handlers.staffing.rules.draft import Draft, Slot
from storage import absences, callouts, everyone, people, roster, seats, tallies
from storage.absences import Absence
from storage.callouts import Plan
from storage.everyone import MemberRow

WEEK = timedelta(days=7)


async def for_draft(ctx: Ctx, draft: Draft) -> Audience:
    """Whom a draft would ask, and whom not and why."""
    people_out, towns_out = await excluded(ctx, draft.excluded)
    filters = Filters(draft.towns, (*people_out, ctx.me.id), towns_out, draft.urgent)
    persons = await _persons(ctx, draft.slots)
    return audience(persons, draft.wanted(), filters)


async def for_plan(ctx: Ctx, plan: Plan, *, everyone: bool = False) -> Audience:
    """Whom a call can still ask: not those asked already."""
    asked = await tallies.replies(ctx.tx, plan.callout.id)
    slots = tuple(Slot(s.starts_at, s.ends_at) for s in plan.shifts if s.ends_at > ctx.now)
    found = plan.callout.audience
    filters = Filters(
        tuple(found.get("towns", ())),
        (*found.get("excluded", ()), *asked, plan.callout.made_by),
        tuple(found.get("excluded_towns", ())),
        plan.callout.urgent or everyone,
    )
    persons = await _persons(ctx, slots, besides=plan.callout.id)
    return audience(persons, wanted(plan, ctx.now), filters)


def wanted(plan: Plan, now: datetime) -> tuple[Wanted, ...]:
    """Seats of shifts that are over are wanted no more."""
    over = {shift.id for shift in plan.shifts if shift.ends_at <= now}
    totals: dict[tuple[str, ...], int] = {}
    for post in plan.posts:
        if post.shift_id in over:
            continue
        key = tuple(post.codes)
        totals[key] = totals.get(key, 0) + post.missing
    return tuple(Wanted(codes, missing) for codes, missing in totals.items())


async def _persons(ctx: Ctx, slots: Sequence[Slot], *, besides: int = 0) -> list[Person]:
    """Everyone, with what decides whether they are asked; a handful of statements in all."""
    members = await everyone.active(ctx.tx)
    ids = [m.id for m in members]
    first = min(s.start for s in slots).astimezone(ctx.zone).date()
    last = max(s.end for s in slots).astimezone(ctx.zone).date()
    reachable = await roster.reachable(ctx.tx, ctx.parts.adapters)
    away = await absences.between(ctx.tx, first, last)
    asked = await callouts.askings_since(ctx.tx, ctx.now - WEEK)
    busy = await seats.engaged(
        ctx.tx, ids, min(s.start for s in slots), max(s.end for s in slots), besides=besides
    )
    return [
        _person(ctx, m, slots, away.get(m.id, []), busy.get(m.id, []), asked.get(m.id, 0),
                reachable=m.id in reachable)
        for m in members
    ]  # fmt: skip


def _person(
    ctx: Ctx,
    member: MemberRow,
    slots: Sequence[Slot],
    gone: Sequence[Absence],
    busy: Sequence[tuple[datetime, datetime]],
    asked: int,
    *,
    reachable: bool,
) -> Person:
    away = [(a.first, a.last) for a in gone]
    here = [s for s in slots if not availability.is_away(away, s.start, s.end, ctx.zone)]
    clear = [s for s in here if not any(s.start < e and b < s.end for b, e in busy)]
    quiet = quiet_of(ctx, member)
    return Person(
        id=member.id,
        profession=member.profession,
        town=member.town,
        free=tuple(availability.is_free(member.week, s.start, s.end, ctx.zone) for s in clear),
        away=not here,
        busy=bool(here) and not clear,
        paused=member.resting(ctx.now),
        reachable=reachable,
        asked_lately=asked,
        limit=member.asks_per_week or ctx.parts.settings.staffing.asks_per_week,
        last_asked=member.asked_at,
        quiet=quiet is not None and in_quiet_hours(ctx.now, own_zone(ctx, member), *quiet),
    )


async def excluded(ctx: Ctx, names: Sequence[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """«sauf …»: a town, or members by their name."""
    ids: list[int] = []
    towns: list[str] = []
    by_name = {fold(t): t for t in ctx.parts.settings.community.towns}
    for name in names:
        if fold(name) in by_name:
            towns.append(by_name[fold(name)])
        else:
            found = await people.search(ctx.tx, fold(name), limit=5)
            ids += [m.id for m in found if fold(name) in fold(m.name)]
    return tuple(ids), tuple(towns)
