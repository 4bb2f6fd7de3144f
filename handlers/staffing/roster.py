"""Who comes to what, as a picture: what is stored, put into the reader's words and drawn."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core import Attachment, Lang, Span
from bot.engine import Ctx, maker
from bot.engine.labels import Labels, capital, file_name, labels, members
from handlers.staffing import words
from handlers.staffing.pictures import dates
from handlers.staffing.pictures.frame import Frame
from handlers.staffing.pictures.initials import initials
from handlers.staffing.pictures.roster import draw_roster
from handlers.staffing.pictures.rosterfacts import (
    Cell,
    Legend,
    RosterFacts,
    Row,
    Sure,
    Who,
)
from handlers.staffing.pictures.rosterfacts import Post as Column
from storage import callouts, seats
from storage.callouts import Plan, Post, Shift
from storage.seats import Seat, State

MOST_SHIFTS, MOST_POSTS = 24, 8
"""On one picture: more cannot be read on a phone."""

Kind = tuple[tuple[str, ...], str]
"""What makes two posts of different shifts one column: professions and label."""


@dataclass(frozen=True)
class Known:
    """What a picture is made from."""

    plan: Plan
    shifts: tuple[Shift, ...]
    kinds: tuple[Kind, ...]
    seats: Mapping[int, Sequence[Seat]]
    called: Mapping[int, str]
    counts: bool = False


@maker("staffing.roster", picture=True)
async def roster(ctx: Ctx, callout_id: int, names: bool) -> Attachment:
    plan = await callouts.plan(ctx.tx, callout_id)
    if plan is None:
        raise LookupError(callout_id)
    return await picture(ctx, plan, names=names)


@maker("staffing.roster-of-counts", picture=True)
async def roster_of_counts(ctx: Ctx, callout_id: int) -> Attachment:
    """For those who only read: how many come, not even by their initials."""
    plan = await callouts.plan(ctx.tx, callout_id)
    if plan is None:
        raise LookupError(callout_id)
    return await picture(ctx, plan, names=False, counts=True)


async def picture(ctx: Ctx, plan: Plan, *, names: bool, counts: bool = False) -> Attachment:
    """A PNG with initials; with `names` it is marked with who asked for it and when; with
    `counts` it reads nobody at all."""
    say = labels(ctx)
    known = await _known(ctx, plan, names=names, counts=counts)
    facts = RosterFacts(
        frame=_frame(ctx, say, known, names=names),
        posts=tuple(_column(plan, kind, say) for kind in known.kinds),
        rows=tuple(_row(say, known, shift) for shift in known.shifts),
        total=say("pic-total"),
        legend=_legend(say, names=names or counts),
        names=names,
    )
    data = await asyncio.to_thread(draw_roster, facts)
    name = file_name(say("pic-file"), plan.callout.title, ctx.today, "png")
    return Attachment(name, "image/png", data, _alt(say, facts, known))


async def _known(ctx: Ctx, plan: Plan, *, names: bool, counts: bool) -> Known:
    held = await seats.in_call(ctx.tx, plan.callout.id, *seats.TAKES)
    read = [] if counts else [s.member_id for s in held]
    people = {m.id: m.name for m in (await members(ctx.tx, read)).values()}
    by_post: dict[int, list[Seat]] = {}
    for seat in held:
        by_post.setdefault(seat.post_id, []).append(seat)
    coming = [s for s in plan.shifts if s.ends_at > ctx.now]
    shown = plan.shifts if len(plan.shifts) <= MOST_SHIFTS else coming or plan.shifts
    shown = tuple(shown)[:MOST_SHIFTS]
    kinds = tuple(dict.fromkeys(kind_of(p) for s in shown for p in plan.of(s.id)))
    called = people if names else initials(people)
    return Known(plan, shown, kinds[:MOST_POSTS], by_post, called, counts)


def kind_of(post: Post) -> Kind:
    return tuple(post.codes), post.label


def _column(plan: Plan, kind: Kind, say: Labels) -> Column:
    post = next(p for p in plan.posts if kind_of(p) == kind)
    return Column(capital(words.post(post, say.lang, 2)), words.column(post))


def _row(say: Labels, known: Known, shift: Shift) -> Row:
    posts = known.plan.of(shift.id)
    taken, need = sum(p.taken for p in posts), sum(p.need for p in posts)
    return Row(
        day=dates.day(shift.starts_at, say.zone, say.lang),
        hours=dates.hours(shift.starts_at, shift.ends_at, say.zone, say.lang),
        cells=tuple(
            _cell(say, known, [p for p in posts if kind_of(p) == kind]) for kind in known.kinds
        ),
        total=say("pic-of", taken=taken, need=need),
        full=not any(p.missing for p in posts),
    )


def _cell(say: Labels, known: Known, posts: Sequence[Post]) -> Cell | None:
    if not posts:
        return None
    missing, waiting = sum(p.missing for p in posts), sum(p.waiting for p in posts)
    people = (
        _counted(say, known, posts)
        if known.counts
        else tuple(
            Who(known.called.get(seat.member_id, "?"), _sure(seat))
            for post in posts
            for seat in known.seats.get(post.id, ())
        )
    )
    return Cell(
        people,
        say("pic-missing", count=missing) if missing else "",
        say("pic-waiting", count=waiting) if waiting else "",
    )


def _counted(say: Labels, known: Known, posts: Sequence[Post]) -> tuple[Who, ...]:
    """«2 sur 4», with a question mark where one of them has yet to answer."""
    taken, need = sum(p.taken for p in posts), sum(p.need for p in posts)
    held = [seat for post in posts for seat in known.seats.get(post.id, ())]
    offered = any(seat.state is State.OFFERED for seat in held)
    sure = Sure.OFFERED if offered else Sure.COMING
    return (Who(say("pic-of", taken=taken, need=need), sure),)


def _sure(seat: Seat) -> Sure:
    if seat.state is State.OFFERED:
        return Sure.OFFERED
    return Sure.CONFIRMED if seat.confirmed_at or seat.arrived_at else Sure.COMING


def _frame(ctx: Ctx, say: Labels, known: Known, *, names: bool) -> Frame:
    call, plan = known.plan.callout, known.plan
    taken, need = sum(p.taken for p in plan.posts), sum(p.need for p in plan.posts)
    so_far = say("pic-so-far", taken=taken, need=need, missing=plan.missing)
    return Frame(
        title=call.title,
        place=" · ".join(part for part in (call.place, so_far) if part),
        made=made(ctx, say),
        drill=say("pic-drill") if call.drill else "",
        secret=say("pic-secret", who=Span(ctx.me.name), at=ctx.now) if names else "",
        cut=_cut(say, known),
    )


def made(ctx: Ctx, say: Labels) -> str:
    return say("pic-made", at=ctx.now, by=Span(ctx.parts.settings.community.name))


def _cut(say: Labels, known: Known) -> str:
    """What is not on the picture; it stands in the file."""
    every = dict.fromkeys(kind_of(p) for s in known.shifts for p in known.plan.of(s.id))
    slots = len(known.plan.shifts) - len(known.shifts)
    posts = len(every) - len(known.kinds)
    parts = (
        say("pic-cut-slots", count=slots) if slots else "",
        say("pic-cut-posts", count=posts) if posts else "",
    )
    return " · ".join(part for part in parts if part)


def _legend(say: Labels, *, names: bool) -> Legend:
    return Legend(
        "" if names else say("pic-coming"), say("pic-confirmed"), say("pic-offered"), say("pic-gap")
    )


def _alt(say: Labels, facts: RosterFacts, known: Known) -> str:
    """The same in words: a line a shift."""
    frame = facts.frame
    head = [frame.drill, frame.secret, say("pic-alt", title=Span(frame.title)), frame.place]
    lines = [_said(say, known, row, s) for row, s in zip(facts.rows, known.shifts, strict=True)]
    return "\n".join(part for part in (*head, *lines, frame.cut, frame.made) if part)


def _said(say: Labels, known: Known, row: Row, shift: Shift) -> str:
    day = dates.full_day(shift.starts_at, say.zone, say.lang)
    parts = [
        say("pic-alt-post", what=Span(_name(say, known, kind)), how=Span(_how(say, cell)))
        for kind, cell in zip(known.kinds, row.cells, strict=True)
        if cell is not None
    ]
    posts = (" ; " if say.lang is Lang.FR else "; ").join(parts)
    return say("pic-alt-shift", day=Span(day), hours=Span(row.hours), posts=Span(posts))


def _name(say: Labels, known: Known, kind: Kind) -> str:
    post = next(p for p in known.plan.posts if kind_of(p) == kind)
    return words.post(post, say.lang, 2)


def _how(say: Labels, cell: Cell) -> str:
    people = [_spoken(say, one) for one in cell.people]
    return ", ".join(part for part in (*people, cell.missing, cell.waiting) if part) or "–"


def _spoken(say: Labels, who: Who) -> str:
    if who.sure is Sure.COMING:
        return who.label
    return say(f"pic-alt-{who.sure.value}", who=Span(who.label))
