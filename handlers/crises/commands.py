"""/crise: the situation where a plan is active, else the wizard that activates one."""

from bot.core import Button, Message, Right, Span, Text, may
from bot.core.plain import fold
from bot.engine import Ctx, button, command
from handlers.crises import closing, situation, wizard
from handlers.crises.logbook import found
from storage import crises
from storage.crises import Crisis

CLOSE = ("clore", "cloturer", "fermer", "fin", "close", "end")
PAST = ("passees", "anciennes", "historique", "past", "history")
NEW = ("nouvelle", "activer", "ouvrir", "new", "open")
SHOWN = 6


@command("crise", "plan", en="crisis", right=Right.READ_FIGURES, drills=True)
async def crise(ctx: Ctx, rest: str) -> None:
    word, _, more = rest.strip().partition(" ")
    open_ones = [c for c in await crises.open_now(ctx.tx) if not ctx.drill or c.drill]
    if fold(word) in PAST and not more:
        return await _past(ctx)
    if not may(ctx.member, Right.CRISIS):
        return await _reads(ctx, open_ones, rest)
    if fold(word) in CLOSE and not more:
        return _which(ctx, open_ones, "close") if open_ones else ctx.say("crisis-none")
    if fold(word) in NEW:
        return ctx.start(wizard.new_crisis, line=more.strip(), drill=ctx.drill)
    if rest.strip() or not open_ones:
        return ctx.start(wizard.new_crisis, line=rest.strip(), drill=ctx.drill)
    return await _shown(ctx, open_ones)


async def _reads(ctx: Ctx, open_ones: list[Crisis], rest: str) -> None:
    """An elected officer sees where it stands, and changes nothing."""
    if rest.strip() or ctx.drill:
        raise ctx.denied
    return await _shown(ctx, open_ones) if open_ones else ctx.say("crisis-none-reader")


async def _shown(ctx: Ctx, open_ones: list[Crisis]) -> None:
    if len(open_ones) == 1:
        return await situation.show(ctx, open_ones[0])
    return _which(ctx, open_ones, "show")


def _which(ctx: Ctx, some: list[Crisis], what: str) -> None:
    """A drill and a real one may both be open."""
    if what == "close" and len(some) == 1:
        return closing.begin(ctx, some[0])
    action = closing.close if what == "close" else show
    keys = tuple(
        Button(Text("crisis-named", {"title": Span(c.title), "drill": "yes" if c.drill else "no"}),
               action.call(c.id), wide=True)
        for c in some
    )  # fmt: skip
    return ctx.flip(Message((Text("crisis-which"),), keys))


@button("crises.show", right=Right.READ_FIGURES)
async def show(ctx: Ctx, crisis: int) -> None:
    await situation.show(ctx, await found(ctx, crisis))


async def _past(ctx: Ctx) -> None:
    rows = await crises.latest(ctx.tx, SHOWN)
    if not rows:
        return ctx.say("crises-none-past")
    lines = [Text("crises-past")]
    lines += [
        Text("crises-line", {
            "title": Span(c.title), "kind": c.kind, "origin": c.origin.value,
            "open": "yes" if c.open else "no", "on": c.opened_at.astimezone(ctx.zone).date(),
            "year": Span(str(c.opened_at.astimezone(ctx.zone).year)),
        })
        for c in rows
    ]  # fmt: skip
    keys = tuple(
        Button(Text("crisis-named", {"title": Span(c.title), "drill": "yes" if c.drill else "no"}),
               show.call(c.id), wide=True)
        for c in rows
    )  # fmt: skip
    return ctx.flip(Message(tuple(lines), keys))
