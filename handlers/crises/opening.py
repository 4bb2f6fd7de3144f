"""A draft becomes a crisis: its row, the first line of its log, a word to the cell."""

from bot.core import Button, Call, Span, Text
from bot.core.outward import Outward, outline
from bot.engine import Ctx
from handlers.crises import log, telling, words
from handlers.crises.rules.line import Draft
from storage import crises
from storage.crises import Crisis


def key(crisis: Crisis) -> str:
    return f"crisis:{crisis.id}"


def look(crisis: Crisis) -> Button:
    """By its name: pages know this module, and not the other way round."""
    return Button(Text("crisis-look"), Call("crises.show", {"crisis": crisis.id}))


async def open_one(ctx: Ctx, draft: Draft) -> Crisis:
    """The same preview sent twice makes one crisis."""
    known = await crises.by_preview(ctx.tx, ctx.dialog)
    if known is not None:
        return known
    assert draft.kind is not None
    assert draft.origin is not None
    assert draft.phase is not None
    row = Crisis(
        title=draft.title, kind=draft.kind, origin=draft.origin, reference=draft.reference or "",
        phase=draft.phase, lead_id=ctx.me.id, opened_by=ctx.me.id, opened_at=ctx.now,
        preview=ctx.dialog,
    )  # fmt: skip
    ctx.tx.add(row)
    await ctx.tx.flush()
    ctx.audit("crisis.opened", key(row), None, {
        "kind": row.kind, "origin": row.origin, "phase": row.phase,
    })  # fmt: skip
    asked = words.asked(row.origin, row.reference).text
    await log.add(ctx, row, Text("log-crisis-opened", {
        "title": Span(row.title), "kind": row.kind, "phase": row.phase.value, "asked": asked,
    }))  # fmt: skip
    said = Outward((*words.opened(draft), outline("crisis-what-now", drill=row.drill)))
    telling.send(
        ctx, await telling.cell(ctx), said, lane=telling.lane(drill=row.drill, phase=row.phase),
        about=key(row), buttons=(look(row),),
    )  # fmt: skip
    return row
