"""Sur place, à distance, absent: what an answer does, and who gets a place that becomes free."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core import Lane, Message, Said, Text, may
from bot.core.errors import Refusal
from bot.core.meetings import Answer
from bot.core.people import Right
from bot.engine import Ctx, button
from handlers.meetings import asking, clocks, keys, saying, words
from handlers.meetings.rules import seating
from storage import meetings, rsvps
from storage.meetings import Time, When
from storage.rsvps import Rsvp


async def prefetch(ctx: Ctx, calls: Sequence[Mapping[str, Any]]) -> None:
    """What a crowd's answers need, in few statements."""
    ids = {c["time_id"] for c in calls}
    await meetings.times(ctx.tx, ids, hold=True)
    await rsvps.load(ctx.tx, ids, {c["me"] for c in calls})


async def standing(ctx: Ctx, time_id: int) -> Time:
    """The meeting, locked, if it still takes answers. Raises Refusal that says why not."""
    time = await meetings.time(ctx.tx, time_id, hold=True)
    if time is None or not time.stands:
        raise Refusal("meet-cancelled")
    if time.one.ends_at <= ctx.now or time.one.state is When.OVER:
        raise Refusal("meet-over")
    return time


async def mine(ctx: Ctx, time: Time) -> Rsvp:
    """This person's row. Whoever was not asked may answer if they were meant, or may call
    meetings."""
    row = await rsvps.of(ctx.tx, time.one.id, ctx.me.id)
    if row is None:
        if not (await asking.is_for(ctx, time, ctx.me) or may(ctx.me, Right.MEET)):
            raise Refusal("meet-not-for-you")
        row = await asking.invite(ctx, time, ctx.me.id)
    return row


@button("meetings.answer", prefetch=prefetch)
async def answer(ctx: Ctx, time_id: int, wish: Answer) -> None:
    time = await standing(ctx, time_id)
    row = await mine(ctx, time)
    if wish not in ways(time):
        raise Refusal("meet-no-such-way")
    await take(ctx, time, row, wish)
    await answered(ctx, time, row)


@button("meetings.answer.undo")
async def unsay(ctx: Ctx, time_id: int, wish: Answer) -> None:
    """A reaction taken away takes the answer back: as if it had not been given."""
    time = await standing(ctx, time_id)
    row = await rsvps.of(ctx.tx, time_id, ctx.me.id)
    same = row is not None and {row.answer, wish} <= {Answer.ONSITE, Answer.WAITING}
    if row is None or not (row.answer is wish or same):
        return
    await take(ctx, time, row, Answer.INVITED)
    row.answered_at = None
    ctx.say("meet-unsaid", title=words.title(time))


def ways(time: Time) -> tuple[Answer, ...]:
    """What can be answered, the likeliest first."""
    found = [Answer.ONSITE] if time.onsite else []
    if time.remote:
        found.append(Answer.REMOTE)
    return (*found, Answer.ABSENT, Answer.MAYBE)


async def take(ctx: Ctx, time: Time, row: Rsvp, wish: Answer) -> None:
    """Write the answer down, in its turn; a place that it frees goes on."""
    before, time.meeting.turn = row.answer, time.meeting.turn + 1
    queued = wish is Answer.ONSITE and before in (Answer.ONSITE, Answer.WAITING)
    others = await _others(ctx, time, row)
    if not queued:
        row.answer = seating.seated(wish, time.meeting.capacity, others)
        row.turn = time.meeting.turn
    row.answered_at, row.change_id = row.answered_at or ctx.now, 0
    ctx.audit("meeting.answered", keys.TIME.format(time=time.one.id),
              {"answer": before.value}, {"answer": row.answer.value})  # fmt: skip
    if before is not row.answer:
        was = [*others, seating.Said(row.member_id, before, 0)]
        await fill(ctx, time, was)
    renew(ctx, time, row.member_id)


async def _others(ctx: Ctx, time: Time, row: Rsvp) -> list[seating.Said]:
    """The answers of everyone else, where places are counted."""
    if time.meeting.capacity is None:
        return []
    return [s for s in await said(ctx, time) if s.member != row.member_id]


async def said(ctx: Ctx, time: Time) -> list[seating.Said]:
    await ctx.tx.flush()
    rows = await rsvps.all_of(ctx.tx, time.one.id)
    return [seating.Said(row.member_id, row.answer, row.turn) for row in rows]


async def fill(ctx: Ctx, time: Time, was: Sequence[seating.Said]) -> None:
    """Whoever waits longest gets the place that is free now, and is told. Where it became full or
    is so no more, every card says so."""
    capacity = time.meeting.capacity
    if capacity is None and not any(s.answer is Answer.WAITING for s in was):
        return
    for member_id in seating.moves_up(capacity, await said(ctx, time)):
        row = await rsvps.of(ctx.tx, time.one.id, member_id)
        assert row is not None
        row.answer = Answer.ONSITE
        await _tell_lucky(ctx, time, member_id)
        renew(ctx, time, member_id)
    if seating.is_full(capacity, was) != seating.is_full(capacity, await said(ctx, time)):
        ctx.renew(keys.TIME.format(time=time.one.id), children=True)


async def _tell_lucky(ctx: Ctx, time: Time, member_id: int) -> None:
    for member, account in (await ctx.reach([member_id])).values():
        when = words.when(time.one, ctx.zone, member.lang)
        said = Text("meet-place-free", {"title": words.title(time), "when": when})
        own = clocks.lines(member.zone, time, ctx.zone, words.lang(member))
        ctx.post(
            account.where, Message((said, *own), (saying.out_button(time),)), lane=Lane.CALLS,
            lang=words.lang(member), simple=member.simple,
        )  # fmt: skip


def renew(ctx: Ctx, time: Time, member_id: int) -> None:
    number = time.one.id
    ctx.renew(keys.MEMBER.format(time=number, member=member_id), children=True)
    ctx.renew(keys.REMINDERS.format(time=number, member=member_id), children=True)
    ctx.renew(keys.CHANGES.format(time=number, member=member_id), children=True)
    ctx.renew(keys.BOARD.format(time=number))


async def answered(ctx: Ctx, time: Time, row: Rsvp) -> None:
    """Said in words too where the edited card may go unnoticed: in the simple display, after
    typed words, and where it stands further up."""
    here = keys.MEMBER.format(time=time.one.id, member=row.member_id)
    if ctx.simple or ctx.card != here or isinstance(ctx.event, Said):
        own = clocks.lines(ctx.me.zone, time, ctx.zone, ctx.lang)
        ctx.show(Message((saying.mine(time, row, ctx.zone, ctx.lang), *own)))


async def show(ctx: Ctx, time: Time) -> None:
    """The card, here and now."""
    await mine(ctx, time)
    await ctx.show_card(keys.MEMBER.format(time=time.one.id, member=ctx.me.id))
