"""Where a crisis stands, in one message: calls and their seats, alerts and who has seen them, the
last line of the log."""

from bot.core import Args, Button, Call, Message, Right, Span, Text, may
from bot.core.messages import Arg
from bot.engine import Ctx
from handlers.crises import figures, telling, words
from handlers.crises.logbook import entry_words
from storage import crises
from storage.crises import Crisis
from storage.people import Member

NAMED = 3
"""Partners named one by one; more are counted."""


async def show(ctx: Ctx, crisis: Crisis) -> None:
    ctx.flip(await page(ctx, crisis))


async def page(ctx: Ctx, crisis: Crisis) -> Message:
    """In numbers and functions for those who only read (elected officers)."""
    leads = may(ctx.member, Right.CRISIS)
    opened = words.head(crisis.title, drill=crisis.drill, kind="open" if crisis.open else "closed")
    lines = [
        opened.text, *(one.text for one in words.drill(crisis.drill)),
        words.of_type(crisis.kind, crisis.phase).text, words.since(crisis).text,
        *await (figures.now if crisis.open else figures.at_the_end)(ctx, crisis),
        *await _log(ctx, crisis), *(await _people(ctx, crisis) if leads else ()),
    ]  # fmt: skip
    if not crisis.open and crisis.result:
        lines.insert(1, Text("crisis-result", {"words": Span(crisis.result)}))
    return Message(tuple(lines), _keys(crisis, leads=leads))


def _keys(crisis: Crisis, *, leads: bool) -> tuple[Button, ...]:
    def key(label: str, action: str) -> Button:
        return Button(Text(label), Call(f"crises.{action}", {"crisis": crisis.id}))

    reading = (key("crisis-log", "log"), key("crisis-export", "export"))
    if not crisis.open:
        return reading
    if not leads:
        return (*reading, key("crisis-again", "show"))
    return (
        key("crisis-note", "note"), key("crisis-log", "log"), key("crisis-phase", "phase"),
        key("crisis-lead", "lead"), key("crisis-export", "export"), key("crisis-again", "show"),
        key("crisis-close", "close"),
    )  # fmt: skip


async def _log(ctx: Ctx, crisis: Crisis) -> list[Text]:
    """The first line says what stands above it already."""
    last = await crises.last_number(ctx.tx, crisis.id)
    newest = await crises.log(ctx.tx, crisis.id, first=last, most=1)
    told: Args = {"count": last}
    if newest and last > 1:
        told |= {"at": newest[0].at.astimezone(ctx.zone).time(), "what": entry_words(newest[0])}
    return [Text("situation-log", told)]


async def _people(ctx: Ctx, crisis: Crisis) -> list[Text]:
    """Last: a locked phone shows the first lines, and they name nobody."""
    lead = await ctx.tx.get(Member, crisis.lead_id) if crisis.lead_id else None
    name: Arg = Span(lead.name) if lead is not None and lead.name else Text("crisis-nobody")
    seated = await telling.seated(ctx) if crisis.open else ()
    names: tuple[Arg, ...] = tuple(Span(one.name) for one in seated[:NAMED])
    if len(seated) > NAMED:
        names = (*names, Text("cell-more", {"count": len(seated) - NAMED}))
    return [Text("situation-lead", {"lead": name, "cell": len(seated), "names": names})]
