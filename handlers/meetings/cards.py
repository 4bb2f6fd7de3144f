"""A meeting as a member sees it: one live message with their answer; and as a room sees it."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core import Asks, Button, Call, Message, Span, Text, text
from bot.core.meetings import Answer
from bot.core.outward import Outline, Outward, OutwardButton, Titled, outline
from bot.engine import View, card
from handlers.meetings import clocks, keys, saying, words
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import spoken
from storage import chats, meetings, people, rsvps
from storage.meetings import State, Time, When
from storage.rsvps import Rsvp


async def load(view: View, cards: Sequence[Mapping[str, Any]]) -> None:
    """For many copies at once: the meetings, everyone, everyone's answers."""
    ids = {c["time"] for c in cards}
    await meetings.times(view.tx, ids)
    await people.hold(view.tx, {c["member"] for c in cards})
    await rsvps.load(view.tx, ids, {c["member"] for c in cards})


@card(keys.MEMBER, prefetch=load)
async def member_card(view: View, time: int, member: int) -> Message | None:
    found = await meetings.time(view.tx, time)
    row = await rsvps.of(view.tx, time, member)
    if found is None or row is None or found.meeting.state is State.HELD:
        return None
    head = words.heading(found, view.zone, view.lang)
    if not found.stands:
        return Message((head, Text("meet-card-cancelled")))
    lines = [head, *await clocks.of_reader(view, member, found), *body(view, found)]
    lines += await _full(view, found, row)
    said = row.answer is not Answer.INVITED or row.here_at is not None
    if said:
        lines.append(saying.here(found, row))
    if found.one.ends_at <= view.now or found.one.state is When.OVER:
        return Message((*lines, Text("meet-card-over")))
    if not said:
        lines.append(text("meet-question", kind=found.meeting.kind.value))
    asks = Asks.ANSWERED if said else Asks.YES
    return Message(tuple(lines), await answers(view, found, row), asks=asks)


def body(view: View, time: Time) -> list[Text]:
    """When it comes again, where it is, what it is about."""
    meeting, lines = time.meeting, []
    pattern = patterns.unpack(meeting.pattern)
    if pattern.recurs:
        lines.append(spoken.repeats(pattern, view.today))
    lines += words.where_of(time)
    if time.agenda:
        lines.append(text("meet-agenda", agenda=Span(time.agenda)))
    return lines


async def is_full(view: View, time: Time) -> bool:
    capacity = time.meeting.capacity
    if capacity is None:
        return False
    known = (await rsvps.counts(view.tx, time.one.id))[Answer.ONSITE]
    return known >= capacity


async def _full(view: View, time: Time, row: Rsvp) -> list[Text]:
    if row.answer in (Answer.ONSITE, Answer.WAITING) or not await is_full(view, time):
        return []
    return [text("meet-full", count=time.meeting.capacity or 0)]


async def answers(view: View, time: Time, row: Rsvp) -> tuple[Button, ...]:
    """What can be said now: near the start «📍 J'y suis», before that all other answers."""
    ics = Button(Text("meet-ics"), Call("meetings.ics", {"time_id": time.one.id}),
                 words=("ics", "agenda", "calendrier", "calendar"))  # fmt: skip
    if row.here_at is not None:
        return ()
    found = saying.buttons(time, row.answer, full=await is_full(view, time))
    if row.answer is not Answer.ABSENT and time.one.starts_at - saying.EARLY <= view.now:
        here = Button(Text("meet-here"), Call("meetings.here", {"time_id": time.one.id}),
                      words=("j'y suis", "je suis là", "here"))  # fmt: skip
        return (here, *found)
    return (*found, ics)


@card(keys.ROOM)
async def room_card(view: View, time: int) -> Message | None:
    """In a group or a room, a partner's too: nobody's name, and the way to answer in private."""
    found = await meetings.time(view.tx, time)
    if found is None or found.meeting.state is State.HELD:
        return None
    head = outline(
        "meet-head", kind=found.meeting.kind, title=Titled(found.meeting.title),
        when=Titled(words.when(found.one, view.zone, view.lang)),
    )  # fmt: skip
    if not found.stands:
        return Outward((head, outline("meet-card-cancelled"))).message
    chat = await chats.find(view.tx, view.where)
    lines = [head, *clocks.outlines(chat, found, view.zone, view.lang), *_where_outward(found)]
    if found.one.ends_at <= view.now:
        return Outward((*lines, outline("meet-card-over"))).message
    answer = OutwardButton(outline("meet-answer-in-private"), start=f"meet-{time}")
    return Outward(tuple(lines), (answer,)).message


def _where_outward(time: Time) -> list[Outline]:
    """The link is for those who were asked: whoever reads along in a room gets none."""
    lines = [outline("meet-place", place=Titled(time.place))] if time.place else []
    if time.remote:
        lines.append(outline("meet-link-private"))
    if time.agenda:
        lines.append(outline("meet-agenda", agenda=Titled(time.agenda)))
    return lines
