"""«⚠️ CHANGEMENT … Toujours possible ?»: what those concerned read, and what they answer."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core import Asks, Button, Message, Said, Text
from bot.core.errors import Refusal
from bot.core.meetings import Answer
from bot.core.plain import NO, YES
from bot.engine import Ctx, View, button, card
from handlers.meetings import answering, cards, clocks, keys, saying, words
from handlers.meetings.rules import change as rules
from handlers.meetings.rules.change import Sent
from storage import meeting_changes, meetings, rsvps
from storage.meeting_changes import MeetingChange
from storage.meetings import Time


async def prefetch(view: View, every: Sequence[Mapping[str, Any]]) -> None:
    await cards.load(view, every)
    await meeting_changes.load(view.tx, {c["change"] for c in every})


@card(keys.CHANGE, prefetch=prefetch)
async def change_card(view: View, time: int, member: int, change: int) -> Message | None:
    """What changed; the question while it is open, then what was answered. A later change has
    taken the question along to its own message."""
    found = await meetings.time(view.tx, time)
    row = await rsvps.of(view.tx, time, member)
    made = await meeting_changes.get(view.tx, change)
    if found is None or row is None or made is None:
        return None
    if not found.stands:
        head = words.heading(found, view.zone, view.lang)
        return Message((head, Text("meet-card-cancelled")))
    wish = rules.unpack(made.after)
    moved = wish.times is not None and wish.times[0] != found.one.starts_at
    if moved or wish.place not in (None, found.place):
        return Message((words.heading(found, view.zone, view.lang), Text("meet-change-since")))
    head, *rest = _what(view, found, made)
    own = await clocks.of_reader(view, member, found) if wish.times is not None else []
    lines = [head, *own, *rest]
    over = found.one.ends_at <= view.now
    if not wish.asks or row.change_id > change or over:
        return Message(tuple(lines))
    if row.change_id != change:
        return Message((*lines, saying.here(found, row)))
    buttons = (
        Button(Text("meet-change-yes"), still.call(time, change), words=YES),
        Button(Text("meet-change-no"), not_still.call(time, change), words=NO),
    )
    return Message((*lines, Text("meet-change-question")), buttons, asks=Asks.YES)


def _what(view: View, time: Time, made: MeetingChange) -> list[Text]:
    from handlers.meetings import changing

    before, wish = rules.unpack(made.before), rules.unpack(made.after)
    times = before.times or (time.one.starts_at, time.one.ends_at)
    was = Sent(times, before.place or "", before.link or "", before.agenda or "")
    return changing.changes(time.meeting.title, was, wish, view, made.made_at)


async def _asked(ctx: Ctx, time_id: int, change: int) -> tuple[Time, rsvps.Rsvp]:
    time = await answering.standing(ctx, time_id)
    row = await rsvps.of(ctx.tx, time_id, ctx.me.id)
    if row is None or row.change_id not in (0, change):
        raise Refusal("meet-change-newer")
    return time, row


@button("meetings.still")
async def still(ctx: Ctx, time_id: int, change_id: int) -> None:
    """«✅ Oui»: the answer that was given stays."""
    time, row = await _asked(ctx, time_id, change_id)
    row.change_id = 0
    answering.renew(ctx, time, row.member_id)
    await _confirm(ctx, time, row)


@button("meetings.not-still")
async def not_still(ctx: Ctx, time_id: int, change_id: int) -> None:
    time, row = await _asked(ctx, time_id, change_id)
    await answering.take(ctx, time, row, Answer.ABSENT)
    await _confirm(ctx, time, row)


async def _confirm(ctx: Ctx, time: Time, row: rsvps.Rsvp) -> None:
    """The message itself says so, where an edit is seen."""
    if ctx.simple or isinstance(ctx.event, Said):
        own = clocks.lines(ctx.me.zone, time, ctx.zone, ctx.lang)
        ctx.show(Message((saying.mine(time, row, ctx.zone, ctx.lang), *own)))
