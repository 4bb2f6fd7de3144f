"""«🚫 Annuler»: one time or all of them; those concerned are told once."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core import Button, Lane, Message, Right, Span, Text, text
from bot.core.errors import Refusal
from bot.core.facts import Logged
from bot.core.meetings import Answer
from bot.engine import Ctx, button
from bot.engine.awake import awake_at
from handlers.meetings import board, clocks, keys, occurring, rooms, words
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import reminding
from storage import ledger, meetings, rsvps
from storage.meetings import COMING, Time, When
from storage.people import Member
from storage.rsvps import Rsvp

OTHERS = 6
"""Later times to choose from."""


@button("meetings.cancel", right=Right.MEET)
async def cancel(ctx: Ctx, time_id: int, what: str) -> None:
    """`what`: «ask», «other» (which time), «one» or «all»."""
    time = await board.manageable(ctx, time_id)
    if time.one.ends_at <= ctx.now:
        raise Refusal("meet-over")
    match what:
        case "ask":
            ctx.flip(await _question(ctx, time))
        case "other":
            ctx.flip(await _others(ctx, time))
        case "one":
            told = await _one(ctx, time)
            await occurring.extend(ctx, time.meeting)
            await occurring.plan_next(ctx, time.meeting)
            _said(ctx, time, told, "one")
        case "all":
            _said(ctx, time, await _all(ctx, time), "all")
        case _:
            raise Refusal("button-too-old")


async def _question(ctx: Ctx, time: Time) -> Message:
    concerned = _concerned(ctx, await rsvps.all_of(ctx.tx, time.one.id))
    recurs = patterns.unpack(time.meeting.pattern).recurs
    number = time.one.id
    once = text("meet-cancel-this", recurs="yes" if recurs else "no")
    keys_ = [Button(once, cancel.call(number, "one"), wide=True)]
    if recurs:
        keys_.append(Button(Text("meet-cancel-other"), cancel.call(number, "other"), wide=True))
        keys_.append(Button(Text("meet-cancel-all"), cancel.call(number, "all"), wide=True))
    keys_.append(Button(Text("meet-cancel-nothing"), keep.call(number), wide=True))
    when = Span(words.when(time.one, ctx.zone, ctx.lang))
    line = text("meet-cancel-ask", title=words.title(time), when=when, count=len(concerned))
    return Message((line,), tuple(keys_))


def _concerned(ctx: Ctx, rows: Sequence[Rsvp]) -> list[int]:
    """Whoever may be on their way; whoever cancels knows of it."""
    return [r.member_id for r in rows if r.answer is not Answer.ABSENT and r.member_id != ctx.me.id]


async def _others(ctx: Ctx, time: Time) -> Message:
    """Later times of what recurs, of which nobody was told yet."""
    later = [
        one for one in await meetings.of_meeting(ctx.tx, time.meeting.id)
        if one.state in COMING and one.starts_at > ctx.now
    ]  # fmt: skip
    keys_ = [
        Button(text("meet-cancel-on", when=Span(words.button(one, ctx.zone, ctx.lang))),
               cancel.call(one.id, "one"), wide=True)
        for one in later[:OTHERS]
    ]  # fmt: skip
    keys_.append(Button(Text("meet-cancel-nothing"), keep.call(time.one.id), wide=True))
    return Message((text("meet-cancel-which", title=words.title(time)),), tuple(keys_))


@button("meetings.keep", right=Right.MEET)
async def keep(ctx: Ctx, time_id: int) -> None:
    ctx.flip(Message((Text("cancelled-nothing"),)))


def _said(ctx: Ctx, time: Time, told: int, what: str) -> None:
    when = Span(words.when(time.one, ctx.zone, ctx.lang))
    done = text("meet-cancelled-now", title=words.title(time), when=when, count=told, what=what)
    ctx.flip(Message((done,)))


async def _one(ctx: Ctx, time: Time) -> int:
    """How many were told. Whoever had not got it yet gets nothing at all."""
    one, was = time.one, time.one.state
    one.state, one.sequence = When.CANCELLED, one.sequence + 1
    await ctx.forget(keys.timers(one.id))
    if was is not When.ASKED:
        return 0
    never = {keys.member_of(key) for key in await ledger.withdraw(ctx.tx, keys.sending(one.id))}
    await ledger.withdraw(ctx.tx, keys.timers(one.id))
    rows = await rsvps.all_of(ctx.tx, one.id)
    wanted = _concerned(ctx, rows)
    reached = await ctx.reach(m for m in wanted if m not in never)
    for member, account in reached.values():
        at = reminding.told_at(ctx.now, awake_at(ctx, member), one.starts_at)
        ctx.post(
            account.where, _told(ctx, time, member), lane=Lane.CALLS,
            lang=words.lang(member), simple=member.simple, at=at,
        )  # fmt: skip
    await rooms.tell_cancelled(ctx, time)
    ctx.audit("meeting.cancelled", keys.TIME.format(time=one.id), None, {"told": len(reached)})
    ctx.renew(keys.TIME.format(time=one.id), children=True)
    said = text("meet-log-cancelled", title=words.title(time), at=one.starts_at)
    await ctx.happened(Logged(said, keys.TIME.format(time=one.id)))
    return len(reached)


def _told(ctx: Ctx, time: Time, member: Member) -> Message:
    lang = words.lang(member)
    when = Span(words.when(time.one, ctx.zone, lang))
    said = text("meet-cancelled-told", title=words.title(time), when=when)
    return Message((said, *clocks.lines(member.zone, time, ctx.zone, lang)))


async def _all(ctx: Ctx, time: Time) -> int:
    """Every time that is still to come; no other is written down any more."""
    told = 0
    pattern = patterns.unpack(time.meeting.pattern)
    time.meeting.pattern = patterns.pack(replace(pattern, last=ctx.today - patterns.DAY))
    for one in await meetings.of_meeting(ctx.tx, time.meeting.id):
        if one.state in COMING and one.ends_at > ctx.now:
            told += await _one(ctx, Time(time.meeting, one))
    return told
