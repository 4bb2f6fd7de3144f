"""Who was there: said by each with «📍 J'y suis», or ticked by whoever organises."""

from collections.abc import Callable

from bot.core import Button, Message, Right, Span, Text, text
from bot.core.errors import Refusal
from bot.core.meetings import COMES
from bot.core.plain import fold
from bot.engine import Ask, Ctx, Option, Unclear, button, dialog
from handlers.meetings import answering, asking, board, keys, saying, words
from storage import everyone, people, rsvps
from storage.meetings import Time
from storage.people import Member
from storage.rsvps import Rsvp

PAGE = 6
"""People on one page of the roll: their buttons must fit under one message."""

FOUND = 6


@button("meetings.here")
async def here(ctx: Ctx, time_id: int) -> None:
    """«📍 J'y suis», on site or from afar, without any location."""
    time = await answering.standing(ctx, time_id)
    if ctx.now < time.one.starts_at - saying.EARLY:
        raise Refusal("meet-too-early")
    row = await answering.mine(ctx, time)
    _mark(ctx, time, row, by=None)
    await answering.answered(ctx, time, row)


def _mark(ctx: Ctx, time: Time, row: Rsvp, by: int | None) -> None:
    row.here_at, row.here_by = row.here_at or ctx.now, by
    row.change_id = 0
    ctx.audit("meeting.here", keys.TIME.format(time=time.one.id), None,
              {"member": row.member_id, "by": by})  # fmt: skip
    answering.renew(ctx, time, row.member_id)


@button("meetings.roll", right=Right.MEET)
async def roll(ctx: Ctx, time_id: int, page: int) -> None:
    time = await _begun(ctx, time_id)
    await _show_roll(ctx, time, page)


async def _begun(ctx: Ctx, time_id: int) -> Time:
    time = await board.manageable(ctx, time_id)
    if ctx.now < time.one.starts_at - board.ROLL:
        raise Refusal("meet-too-early")
    return time


async def _roll(ctx: Ctx, time: Time) -> list[tuple[Rsvp, Member]]:
    """Those who said they come first, then by name."""
    rows = await rsvps.all_of(ctx.tx, time.one.id)
    known = {m.id: m for m in await people.hold(ctx.tx, [row.member_id for row in rows])}
    listed = [(row, known[row.member_id]) for row in rows if row.member_id in known]
    return sorted(listed, key=lambda one: (one[0].answer not in COMES, one[1].folded, one[1].id))


async def _show_roll(ctx: Ctx, time: Time, page: int) -> None:
    listed = await _roll(ctx, time)
    pages = max(1, -(-len(listed) // PAGE))
    page %= pages
    there = [member.name for row, member in listed if row.here_at is not None]
    lines = [
        text("meet-roll-head", title=words.title(time), count=len(there), of=len(listed),
             page=page + 1, pages=pages),
    ]  # fmt: skip
    buttons = [
        _person(time, row, member, page) for row, member in listed[page * PAGE : (page + 1) * PAGE]
    ]
    if any(row.comes and row.here_at is None for row, _ in listed):
        buttons.append(Button(Text("meet-roll-all"), mark_all.call(time.one.id, page), wide=True))
    if pages > 1:
        buttons.append(Button(Text("meet-more"), roll.call(time.one.id, page + 1)))
    buttons.append(Button(Text("meet-roll-add"), add.call(time.one.id)))
    ctx.flip(Message(tuple(lines), tuple(buttons)))


def _person(time: Time, row: Rsvp, member: Member, page: int) -> Button:
    name = text("meet-roll-person", name=Span(member.name), said=row.answer.value)
    label = text("ticked" if row.here_at else "unticked", label=name)
    return Button(label, mark.call(time.one.id, member.id, page), wide=True)


@button("meetings.mark", right=Right.MEET)
async def mark(ctx: Ctx, time_id: int, member_id: int, page: int) -> None:
    """There, or not after all."""
    time = await _begun(ctx, time_id)
    row = await rsvps.of(ctx.tx, time_id, member_id)
    if row is None:
        raise Refusal("button-too-old")
    if row.here_at is None:
        _mark(ctx, time, row, ctx.me.id)
    else:
        row.here_at = row.here_by = None
        answering.renew(ctx, time, member_id)
    await ctx.tx.flush()
    await _show_roll(ctx, time, page)


@button("meetings.mark-all", right=Right.MEET)
async def mark_all(ctx: Ctx, time_id: int, page: int) -> None:
    """Everyone who had said that they come."""
    time = await _begun(ctx, time_id)
    for row, _ in await _roll(ctx, time):
        if row.comes and row.here_at is None:
            _mark(ctx, time, row, ctx.me.id)
    await ctx.tx.flush()
    await _show_roll(ctx, time, page)


@button("meetings.add-person", right=Right.MEET)
async def add(ctx: Ctx, time_id: int) -> None:
    await _begun(ctx, time_id)
    ctx.start(add_person, time=time_id)


@dialog("meetings.add-present", right=Right.MEET)
async def add_person(ctx: Ctx, ask: Ask, time: int) -> None:
    """Somebody who came without having been invited."""
    found = await _begun(ctx, time)
    ids = await ask.read("meet-ask-present", await _name_reader(ctx))
    chosen = ids[0]
    if len(ids) > 1:
        members = await people.hold(ctx.tx, ids)
        named = {m.id: m for m in members}
        options = [
            Option(str(one), text("meet-person", name=Span(named[one].name),
                   town=Span(named[one].town)), wide=True)
            for one in ids if one in named
        ]  # fmt: skip
        chosen = int(await ask.choice("meet-which-person", options))
    row = await asking.invite(ctx, found, chosen)
    _mark(ctx, found, row, ctx.me.id)
    await ctx.tx.flush()
    member = await ctx.tx.get_one(Member, chosen)
    ctx.say("meet-added", name=Span(member.name), title=words.title(found))


async def _name_reader(ctx: Ctx) -> Callable[[str], list[int]]:
    every = await everyone.active(ctx.tx)

    def read(said: str) -> list[int]:
        wanted = fold(said).split()
        found = [m for m in every if all(word in m.folded for word in wanted)]
        exact = [m for m in found if fold(m.name) == fold(said)]
        ids = [m.id for m in (exact or found)]
        if not ids or not wanted:
            raise Unclear("meet-nobody-so", said=Span(said[:60]))
        if len(ids) > FOUND:
            raise Unclear("meet-too-many-so", said=Span(said[:60]), count=len(ids))
        return ids

    return read
