"""A call as a spreadsheet: the planning, everyone's answer, and what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core import Args, Attachment, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.engine import Ctx, button, maker
from bot.engine.labels import Labels, capital, file_name, labels, local, members, profession
from bot.engine.paper import book
from bot.engine.paper.sheets import Table, Value
from handlers.staffing import keys, words
from storage import callouts, seats
from storage.callouts import Asked, Plan, Post, Shift
from storage.people import Member
from storage.seats import Seat, State


@dataclass(frozen=True)
class Known:
    """Everything a file shows of one call."""

    plan: Plan
    seats: Sequence[Seat]
    asked: Sequence[Asked]
    people: Mapping[int, Member]


@button("staffing.export", right=Right.CALL)
async def export(ctx: Ctx, callout_id: int) -> None:
    """An XLSX file, for coordinators only: it names everyone who was asked."""
    plan = await callouts.plan(ctx.tx, callout_id)
    if plan is None:
        raise Refusal("callout-closed")
    known = await _known(ctx, plan)
    held = sum(seat.state is not State.OUT for seat in known.seats)
    rows: Args = {"seats": held, "asked": len(known.asked)}
    ctx.audit("callout.exported", keys.CALL.format(call=callout_id), None, dict(rows))
    line = Text("exported", {"title": Span(plan.callout.title), **rows})
    ctx.show(Message((line,), (), book_file.made(ctx.me.id, callout_id)))


@maker("staffing.book")
async def book_file(ctx: Ctx, callout_id: int) -> Attachment:
    plan = await callouts.plan(ctx.tx, callout_id)
    if plan is None:
        raise LookupError(callout_id)
    say, known, call = labels(ctx), await _known(ctx, plan), plan.callout
    marks = say("pic-drill") if call.drill else ""
    banner = say("xlsx-banner", title=Span(call.title), at=ctx.now)
    return await book.book_file(
        ctx, file_name(say("xlsx-file"), call.title, ctx.today, "xlsx"),
        say("xlsx-title", title=Span(call.title)),
        " · ".join(part for part in (marks, banner) if part),
        (_planning(say, known), _answers(say, known), _missing(say, known)),
    )  # fmt: skip


async def _known(ctx: Ctx, plan: Plan) -> Known:
    held = await seats.in_call(ctx.tx, plan.callout.id)
    asked = await callouts.asked(ctx.tx, plan.callout.id)
    ids = {*(s.member_id for s in held), *(a.member_id for a in asked)}
    people = await members(ctx.tx, [*ids, *(s.by_hand for s in held if s.by_hand)])
    return Known(plan, held, asked, people)


def _heads(say: Labels, *columns: str) -> tuple[str, ...]:
    return tuple(say(f"xlsx-{column}") for column in columns)


def _times(say: Labels, shift: Shift | None) -> tuple[datetime | None, datetime | None]:
    return (
        (local(shift.starts_at, say.zone), local(shift.ends_at, say.zone))
        if shift
        else (None, None)
    )


def _post_name(say: Labels, post: Post, count: int) -> str:
    return capital(words.post(post, say.lang, count))


def _planning(say: Labels, known: Known) -> Table:
    """Who comes, waits or would: a line a seat, in the order of the shifts."""
    head = _heads(say, "start", "end", "post", "name", "profession", "town", "state", "since",
                  "confirmed", "arrived", "by-hand")  # fmt: skip
    held = [s for s in known.seats if s.state is not State.OUT]
    number = {shift.id: shift.number for shift in known.plan.shifts}
    held.sort(key=lambda s: (number.get(s.shift_id, 0), s.post_id, s.turn))
    return Table(say("xlsx-planning"), head, tuple(_seat(say, known, seat) for seat in held))


def _seat(say: Labels, known: Known, seat: Seat) -> tuple[Value, ...]:
    zone, member = say.zone, known.people.get(seat.member_id)
    post = next((p for p in known.plan.posts if p.id == seat.post_id), None)
    hand = known.people.get(seat.by_hand) if seat.by_hand else None
    return (
        *_times(say, known.plan.shift(seat.shift_id)),
        _post_name(say, post, 1) if post else "",
        *_person(say, member),
        _marked(say, say(f"xlsx-state-{seat.state.value}"), late=seat.late),
        local(seat.since, zone),
        local(seat.confirmed_at, zone),
        local(seat.arrived_at, zone),
        hand.name if hand else "",
    )


def _marked(say: Labels, state: str, *, late: bool) -> str:
    """An answer that came after its time counts as any other, and is marked."""
    return f"{state} ({say('xlsx-late')})" if late else state


def _person(say: Labels, member: Member | None) -> tuple[str, str, str]:
    if member is None:
        return say("xlsx-nobody"), "", ""
    return member.name, profession(member, say.lang), member.town


def _answers(say: Labels, known: Known) -> Table:
    """Everyone who was asked, in the order in which they were."""
    head = _heads(say, "name", "profession", "town", "wave", "asked", "reminded", "answered",
                  "answer", "delay", "said")  # fmt: skip
    mine: dict[int, list[Seat]] = {}
    for seat in known.seats:
        mine.setdefault(seat.member_id, []).append(seat)
    rows = sorted(known.asked, key=lambda a: (a.wave, a.asked_at, a.member_id))
    return Table(
        say("xlsx-answers"),
        head,
        tuple(_answer(say, known, row, mine.get(row.member_id, [])) for row in rows),
    )


def _answer(say: Labels, known: Known, row: Asked, mine: Sequence[Seat]) -> tuple[Value, ...]:
    delay = int((row.answered_at - row.asked_at).total_seconds() // 60) if row.answered_at else None
    return (
        *_person(say, known.people.get(row.member_id)),
        row.wave,
        local(row.asked_at, say.zone),
        local(row.reminded_at, say.zone),
        local(row.answered_at, say.zone),
        _marked(say, answer(say, row, mine), late=_late(known.plan, row)),
        delay,
        row.said,
    )


def _late(plan: Plan, row: Asked) -> bool:
    return row.answered_at is not None and row.answered_at > plan.callout.reply_by


def answer(say: Labels, row: Asked, mine: Sequence[Seat]) -> str:
    """«vient (2), si besoin (1)», «pas cette fois», «pas de réponse»."""
    parts = []
    for state in State:
        count = sum(1 for seat in mine if seat.state is state)
        if count and state is not State.OUT:
            parts.append(f"{say(f'xlsx-state-{state.value}')} ({count})")
    if parts:
        return ", ".join(parts)
    if row.refused:
        return say("xlsx-refused")
    return say("xlsx-state-out" if mine else "xlsx-silent")


def _missing(say: Labels, known: Known) -> Table:
    """Every post that is not full, and how many are missing in all."""
    head = _heads(say, "start", "end", "post", "need", "taken", "missing", "waiting")
    rows: list[tuple[Value, ...]] = []
    for shift in known.plan.shifts:
        rows += [
            (*_times(say, shift), _post_name(say, p, p.need), p.need, p.taken, p.missing, p.waiting)
            for p in known.plan.of(shift.id)
            if p.missing
        ]
    total = sum(p.missing for p in known.plan.posts)
    last: tuple[Value, ...] = (None, None, say("xlsx-total"), None, None, total, None)
    return Table(say("xlsx-gaps"), head, (*rows, last))
