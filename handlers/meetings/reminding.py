"""Reminders: to whoever comes or may come, until it begins, and never to those who declined."""

from datetime import datetime

from bot.core import Asks, Message, Text, text
from bot.core.meetings import COMES, Answer
from bot.engine import Ctx, View, card
from handlers.meetings import cards, clocks, keys, nudging, occurring, rooms, saying, words
from handlers.meetings.rules import reminding
from storage import meetings, places, rsvps
from storage.meetings import Time, When
from storage.rsvps import Rsvp


async def remind(ctx: Ctx, time: Time, due: datetime) -> None:
    asked_at = time.one.asked_at or time.meeting.made_at
    planned = occurring.reminders(time, asked_at, asked_at)
    if reminding.superseded(due, planned, ctx.now):
        return
    soon = reminding.is_soon(due, time.one.starts_at)
    rows = [row for row in await rsvps.all_of(ctx.tx, time.one.id) if wanted(row, soon=soon)]
    late = "late" if ctx.now - due > reminding.LATE else "due"
    number = f"{due:%Y%m%dT%H%M}-{late}"
    told = await nudging.remind_all(ctx, time, rows, number)
    if not soon and not any(at > due and not reminding.is_soon(at, time.one.starts_at)
                            for at in planned):  # fmt: skip
        await rooms.remind(ctx, time)
    ctx.audit("meeting.reminded", keys.TIME.format(time=time.one.id), None, {"people": told})
    ctx.renew(keys.BOARD.format(time=time.one.id))


def wanted(row: Rsvp, *, soon: bool) -> bool:
    """On the way there only those who come are reminded; before that all but those who said no."""
    if row.here_at is not None or row.answer is Answer.ABSENT:
        return False
    return row.answer in (*COMES, Answer.MAYBE) if soon else True


@card(keys.REMINDER, prefetch=cards.load)
async def reminder_card(view: View, time: int, member: int, number: str) -> Message | None:
    """None is sent to whoever said no since it was owed, or after it began."""
    found = await meetings.time(view.tx, time)
    row = await rsvps.of(view.tx, time, member)
    if found is None or row is None:
        return None
    begun = found.one.starts_at <= view.now
    if not found.stands or begun or found.one.state is not When.ASKED:
        return _ended(view, found)
    if row.answer is Answer.ABSENT:
        key = keys.REMINDER.format(time=time, member=member, number=number)
        noted = Message((saying.here(found, row),))
        return noted if await places.is_shown(view.tx, key) else None
    head = text("meet-reminder", head=words.heading(found, view.zone, view.lang))
    lines = [head, *await clocks.of_reader(view, member, found)]
    if "-late" in number:
        lines.append(Text("meet-reminder-late"))
    lines += words.where_of(found)
    silent = row.answer is Answer.INVITED
    if silent and number.endswith(nudging.ASKS):
        lines.append(text("meet-nudge-question", kind=found.meeting.kind.value))
    elif not silent:
        lines.append(saying.here(found, row))
    asks = Asks.YES if silent else Asks.NO
    return Message(tuple(lines), await cards.answers(view, found, row), asks=asks)


def _ended(view: View, time: Time) -> Message | None:
    """What a copy shows that was sent in time."""
    head = words.heading(time, view.zone, view.lang)
    if not time.stands:
        return Message((head, Text("meet-card-cancelled")))
    return None
