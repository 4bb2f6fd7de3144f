"""One call with two slots of two seats, its cards, and a board with a picture."""

import io
from dataclasses import dataclass, field

from PIL import Image

from bot.core import Asks, Attachment, Lane, Lang, Message, Right, Text
from bot.core.messages import Button, Span
from bot.engine import Ctx, button, card, command
from bot.engine.view import View
from storage.people import Account, Member

NEED = 2


@dataclass
class State:
    """What a real feature keeps in storage."""

    title: str = ""
    calls: int = 0
    seats: dict[int, list[int]] = field(default_factory=lambda: {1: [], 2: []})
    said: dict[int, str] = field(default_factory=dict)


STATE = State()


@card("little:{call}:member:{member}")
async def asked(view: View, call: int, member: int) -> Message:
    mine = [slot for slot, who in STATE.seats.items() if member in who]
    head = Text("little-call", {"title": Span(STATE.title)})
    slots = Text("little-slots", {"one": left(1), "two": left(2)})
    if mine:
        lines = (head, slots, Text("little-coming", {"slot": mine[0]}))
        return Message(lines, (Button(Text("little-withdraw"), answer.call(call, 0)),))
    if STATE.said.get(member) == "no":
        return Message((head, slots, Text("little-not-coming")))
    free = [slot for slot in (1, 2) if left(slot)]
    if not free:
        return Message(
            (head, Text("little-full")), (Button(Text("little-wait"), refuse.call(call)),)
        )
    buttons = [Button(Text(f"little-slot-{slot}"), answer.call(call, slot)) for slot in free]
    buttons += [Button(Text("little-no"), refuse.call(call))]
    return Message((head, slots), tuple(buttons), asks=Asks.YES)


@card("littleboard:{call}")
async def board(view: View, call: int) -> Message:
    taken = {"one": len(STATE.seats[1]), "two": len(STATE.seats[2]), "need": NEED}
    return Message((Text("little-board", taken),), (Button(Text("little-widen"), picture.call()),))


def left(slot: int) -> int:
    return NEED - len(STATE.seats[slot])


@command("mobiliser", "renfort", en="callout", right=Right.CALL)
async def callout(ctx: Ctx, rest: str) -> None:
    title = rest.split("|")[0].strip()
    ctx.say("little-preview", Button(Text("little-send"), send.call(title)), title=Span(title))


@button("little.send", right=Right.CALL)
async def send(ctx: Ctx, title: str) -> None:
    STATE.__init__(title, STATE.calls + 1)  # type: ignore[misc]
    for member, account in await everyone(ctx):
        key = asked.key(STATE.calls, member.id)
        ctx.deal(account.where, key, lane=Lane.CALLS, lang=Lang(member.lang))
    await ctx.show_card(board.key(STATE.calls))


async def everyone(ctx: Ctx) -> list[tuple[Member, Account]]:
    reached = await ctx.reach(range(1, 400))
    return [(m, a) for m, a in reached.values() if m.rank == 1]


@button("little.answer")
async def answer(ctx: Ctx, call: int, slot: int) -> None:
    for who in STATE.seats.values():
        if ctx.me.id in who:
            who.remove(ctx.me.id)
    if slot and left(slot):
        STATE.seats[slot].append(ctx.me.id)
        ctx.notice("little-noted")
    ctx.renew(f"little:{call}", children=True)
    ctx.renew(board.key(call))


@button("little.refuse")
async def refuse(ctx: Ctx, call: int) -> None:
    STATE.said[ctx.me.id] = "no"
    ctx.renew(asked.key(call, ctx.me.id))


@command("tableau", en="board", right=Right.CALL)
async def show_board(ctx: Ctx, rest: str) -> None:
    await ctx.show_card(board.key(STATE.calls))


@button("little.picture", right=Right.CALL)
async def picture(ctx: Ctx) -> None:
    out = io.BytesIO()
    Image.new("RGB", (320, 120), (31, 92, 74)).save(out, "PNG")
    roster = Attachment("roster.png", "image/png", out.getvalue(), "2 sur 4")
    ctx.show(Message((Text("little-picture"),), attachment=roster))
    dates = Attachment("garde.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    ctx.show(Message((Text("little-file"),), attachment=dates))
