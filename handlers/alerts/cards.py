"""The copies of an alert: a member's, with what they have answered, and a channel's."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core import Asks, Button, Message, Text
from bot.core.outward import Outward, OutwardButton, outline
from bot.engine import View, card
from handlers.alerts import answering, files, partnering, words
from handlers.alerts.rules import bulletin as says
from handlers.alerts.rules.bulletin import Bulletin
from storage import alerts
from storage.alerts import Alert, Told, ToldChat
from storage.chats import Chat


async def prefetch(view: View, cards: Sequence[Mapping[str, Any]]) -> None:
    """For many copies at once: the alerts, what was added, what everyone has said."""
    await alerts.load(view.tx, {c["alert"] for c in cards}, {c["member"] for c in cards})


@card("alert:{alert}:member:{member}", prefetch=prefetch)
async def member_card(view: View, alert: int, member: int) -> Message | None:
    row = await alerts.find(view.tx, alert)
    if row is None:
        return None
    told = await alerts.told(view.tx, alert, member)
    said = await view.once(("alert", alert), lambda: _said(view, row))
    if not row.open:
        return said
    if told is None or told.silent:
        return await view.once(("alert", alert, _asks(told)), lambda: _asked(said, row, told))
    lines = (*said.lines, *words.mine(told, view.zone))
    return Message(lines, _buttons(row, told), asks=_asks(told))


async def _said(view: View, row: Alert) -> Message:
    """What everyone gets."""
    return Message(tuple(one.text for one in says.lines(await words.bulletin(view, row))))


async def _asked(said: Message, row: Alert, told: Told | None) -> Message:
    """For whoever has not answered yet."""
    return replace(said, buttons=_buttons(row, told), asks=_asks(told))


def _buttons(row: Alert, told: Told | None) -> tuple[Button, ...]:
    """The likeliest first; what was said need not be said again."""
    question = Button(Text("alert-ask"), answering.ask.call(row.id), words=("question",))
    can_help = Button(Text("alert-can-help"), answering.can_help.call(row.id))
    if told is None or told.silent:
        return Button(Text("alert-ack"), answering.acknowledge.call(row.id)), can_help, question
    if told.helps_at is not None:
        return question, Button(Text("alert-cannot-help"), answering.cannot_help.call(row.id))
    return can_help, question


def _asks(told: Told | None) -> Asks:
    """A bare «ok» belongs to the newest reminder, where there is one: it means the same."""
    waits = told is None or (told.silent and not told.again)
    return Asks.YES if waits else Asks.ANSWERED


@card("alert:{alert}:member:{member}:again:{number}", prefetch=prefetch)
async def again_card(view: View, alert: int, member: int, number: int) -> Message | None:
    """A reminder of one line, for as long as it is one."""
    row = await alerts.find(view.tx, alert)
    told = await alerts.told(view.tx, alert, member)
    if row is None or told is None:
        return None
    head = words.head(row)
    if not row.open:
        return Message(tuple(head))
    if not told.silent:
        return Message((*head, *words.mine(told, view.zone)))
    asks = Asks.YES if number == told.again else Asks.NO
    return Message((*head, Text("alert-again")), _buttons(row, told), asks=asks)


@card("alert:{alert}:chat:{chat}")
async def chat_card(view: View, alert: int, chat: int) -> Message | None:
    """A partner's channel, or a room of the community's own."""
    row = await alerts.find(view.tx, alert)
    where = await view.tx.get(Chat, chat)
    told = await view.tx.get(ToldChat, (alert, chat))
    if row is None or where is None or told is None:
        return None
    said = await words.bulletin(view, row, outside=told.outside, public=told.public)
    if not told.outside:
        return _room(row, said).message
    return (await partnering.outward(view, said, told, where)).message


def _room(row: Alert, said: Bulletin) -> Outward:
    """Personal answers are given in private: what one taps in a room everyone sees."""
    if not row.open:
        return Outward(says.lines(said))
    private = OutwardButton(outline("alert-in-private"), start=f"alert-{row.id}")
    return Outward(says.lines(said), (private,))


@card("alert-file:{alert}")
async def file_card(view: View, alert: int) -> Message | None:
    """The picture or PDF, after the same content as text; it too says when it is over."""
    row = await alerts.find(view.tx, alert)
    if row is None or row.file is None:
        return None
    file = files.of(row)
    maker = files.picture if file is not None and file.is_picture else files.document
    return Message(tuple(words.attached(row, file)), (), maker.made(row.made_by, alert))
