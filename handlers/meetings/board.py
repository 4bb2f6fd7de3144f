"""The organiser's board: who comes, who has not answered, and what can be done from it."""

from collections.abc import Sequence
from datetime import timedelta
from functools import reduce

from bot.core import Button, Call, Message, Right, Text, text
from bot.core.errors import Refusal
from bot.core.meetings import Answer
from bot.engine import Ctx, View, button, card, holding, readers
from handlers.meetings import hours, keys, nudging, words
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import spoken
from storage import ledger, meetings, outbox, people, rsvps
from storage.meetings import State, Time
from storage.rsvps import Rsvp

ROLL = timedelta(hours=1)
"""From so long before the start on the organiser can say who is there."""

SHOWN = (Answer.ONSITE, Answer.REMOTE, Answer.WAITING, Answer.MAYBE, Answer.ABSENT)


@card(keys.BOARD)
async def board_card(view: View, time: int) -> Message | None:
    found = await meetings.time(view.tx, time)
    if found is None:
        return None
    if not await readers.may_see(view, Right.MEET):
        return Message((Text("meet-board-not-yours"),))
    head = words.heading(found, view.zone, view.lang)
    if found.meeting.state is State.HELD:
        return Message((head, Text("meet-held")), _held(found))
    if not found.stands:
        return Message((head, Text("meet-card-cancelled")))
    rows = await rsvps.all_of(view.tx, time)
    lines = [head, *_repeat(view, found), await _sent(view, found, rows)]
    lines += [*counted(found, rows), *await hours.of_time(view, found, rows)]
    if view.now < found.meeting.leaves_at:
        return Message(tuple(lines), (holding.hold_back_button(keys.sending(time)),))
    lines += await _unsettled(view, rows)
    return Message(tuple(lines), _buttons(view, found, rows))


def _repeat(view: View, time: Time) -> list[Text]:
    pattern = patterns.unpack(time.meeting.pattern)
    return [spoken.repeats(pattern, view.today)] if pattern.recurs else []


async def _sent(view: View, time: Time, rows: Sequence[Rsvp]) -> Text:
    """«Part dans 30 secondes à 41 membres», then «Envoyé à 38 membres et 1 canal»."""
    state = await ledger.progress(view.tx, keys.sending(time.one.id))
    if view.now < time.meeting.leaves_at:
        return text("meet-leaving", people=sum(state.values()))
    sent = state.get(outbox.State.SENT, 0)
    waits = state.get(outbox.State.DUE, 0) + state.get(outbox.State.SENDING, 0)
    return text("meet-sent", sent=sent, waits=waits, asked=len(rows))


def counted(time: Time, rows: Sequence[Rsvp]) -> list[Text]:
    """«Sur place : 12 sur 20 · À distance : 4 · …», «Pas encore répondu : 19»."""
    by = {answer: sum(row.answer is answer for row in rows) for answer in Answer}
    lines = [
        text(f"meet-count-{answer.value}", count=by[answer], of=time.meeting.capacity or 0)
        for answer in SHOWN
        if by[answer] or (answer is Answer.ONSITE and time.onsite)
    ]  # fmt: skip
    found = [reduce(_and, lines)] if lines else []
    found.append(text("meet-count-invited", count=by[Answer.INVITED]))
    return found


def _and(first: Text, rest: Text) -> Text:
    return text("meet-and", first=first, rest=rest)


async def _unsettled(view: View, rows: Sequence[Rsvp]) -> list[Text]:
    """Who was told of a change and has not said whether they still come."""
    silent = [row.member_id for row in rows if row.change_id and row.comes]
    if not silent:
        return []
    known = await people.hold(view.tx, silent)
    return [text("meet-unsettled", names=words.names([m.name for m in known]))]


def _held(time: Time) -> tuple[Button, ...]:
    again = Call("meetings.again", {"time_id": time.one.id})
    return (Button(Text("meet-again"), again, words=("envoyer", "modifier", "send", "edit")),)


def _buttons(view: View, time: Time, rows: Sequence[Rsvp]) -> tuple[Button, ...]:
    number, one = time.one.id, time.one
    found = [Button(Text("see-who"), Call("meetings.who", {"time_id": number}))]
    begins = one.starts_at - ROLL <= view.now
    if begins:
        found.append(
            Button(Text("meet-roll"), Call("meetings.roll", {"time_id": number, "page": 0}))
        )
    elif nudging.silent_but(rows, time.meeting.made_by):
        found.append(Button(Text("meet-nudge"), nudging.nudge.call(number)))
    if one.starts_at > view.now:
        found.append(Button(Text("edit"), Call("meetings.change", {"time_id": number})))
    found.append(Button(Text("meet-sheet"), Call("meetings.sheet", {"time_id": number})))
    found.append(Button(Text("meet-export"), Call("meetings.export", {"time_id": number})))
    if one.ends_at > view.now:
        cancel = Call("meetings.cancel", {"time_id": number, "what": "ask"})
        found.append(Button(Text("meet-cancel"), cancel, wide=True))
    return tuple(found)


@button("meetings.board", right=Right.MEET)
async def open_board(ctx: Ctx, time_id: int) -> None:
    await show(ctx, await known(ctx, time_id))


async def known(ctx: Ctx, time_id: int, *, hold: bool = False) -> Time:
    time = await meetings.time(ctx.tx, time_id, hold=hold)
    if time is None:
        raise Refusal("meet-cancelled")
    return time


async def manageable(ctx: Ctx, time_id: int) -> Time:
    """Locked, if there is still something to change about it."""
    time = await known(ctx, time_id, hold=True)
    if not time.stands:
        raise Refusal("meet-cancelled")
    return time


async def show(ctx: Ctx, time: Time) -> None:
    await ctx.show_card(keys.BOARD.format(time=time.one.id))


@button("meetings.again", right=Right.MEET)
async def again(ctx: Ctx, time_id: int) -> None:
    """What was held back, at its preview once more."""
    from handlers.meetings import writing

    time = await known(ctx, time_id, hold=True)
    if time.meeting.state is not State.HELD:
        raise Refusal("meet-sent-since")
    ctx.start(writing.new_meeting, draft=time.meeting.draft)


@button("meetings.who", right=Right.MEET)
async def who(ctx: Ctx, time_id: int) -> None:
    """Everyone by what they answered: names, for organisers only."""
    time = await known(ctx, time_id)
    rows = await rsvps.all_of(ctx.tx, time_id)
    names = {m.id: m.name for m in await people.hold(ctx.tx, [row.member_id for row in rows])}
    lines = [words.heading(time, ctx.zone, ctx.lang)]
    for answer in (*SHOWN, Answer.INVITED):
        theirs = [names[row.member_id] for row in rows if row.answer is answer]
        if theirs:
            named = words.names(sorted(theirs), MOST)
            lines.append(text(f"meet-who-{answer.value}", count=len(theirs), names=named))
    ctx.show(Message(tuple(lines) if len(lines) > 1 else (lines[0], Text("meet-who-nobody"))))


MOST = 25
"""Names of one answer in the message; the file has them all."""
