"""Who is told of a crisis: coordinators, the cell, partners with a seat in it; at its end also
those who took part."""

from collections.abc import Collection, Sequence

from bot.core import Button, Lane, Lang, Message, Role
from bot.core.crises import Phase
from bot.core.outward import Outward
from bot.core.partners import Level
from bot.engine import Ctx
from handlers.crises.reaching import Whom, whom
from storage import chats, offers, partners, people
from storage.chats import Use
from storage.crises import Crisis
from storage.partners import Partner


async def cell(ctx: Ctx) -> Whom:
    """Every other coordinator, the rooms of the cell, the partners who sit in it."""
    return await _reached(ctx, set(), {one.id for one in await seated(ctx)})


async def seated(ctx: Ctx) -> Sequence[Partner]:
    """Partners with a seat in the cell."""
    return [p for p in await partners.all_of(ctx.tx) if p.level.rank >= Level.COORDINATION.rank]


async def at_the_end(
    ctx: Ctx, crisis: Crisis, took_part: Collection[int], *, outside: bool
) -> Whom:
    """`outside`: partners who sit in the cell, get alerts or calls, or have offered help; and those
    without a channel, in private."""
    named = await _outside(ctx, crisis) if outside else set()
    return await _reached(ctx, set(took_part), named)


async def _outside(ctx: Ctx, crisis: Crisis) -> set[int]:
    rows = [c for c in await chats.all_of(ctx.tx) if c.use is Use.PARTNER]
    marked = {c.partner_id for c in rows if c.alerts_from or c.wants_calls}
    without = await partners.with_voice(ctx.tx) - {c.partner_id for c in rows}
    offered = await offers.partners_since(ctx.tx, crisis.opened_at)
    seats = {one.id for one in await seated(ctx)}
    return {one for one in seats | offered | marked | without if one is not None}


async def _reached(ctx: Ctx, more: set[int], named: set[int]) -> Whom:
    """`named` are partners; a channel whose partner is gone gets nothing."""
    staff = {m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)}
    wanted = sorted((staff | more) - {ctx.me.id})
    members = await people.hold(ctx.tx, wanted) if wanted else ()
    rooms = [
        row
        for row in await chats.all_of(ctx.tx)
        if row.use is Use.CELL or (row.use is Use.PARTNER and row.partner_id in named)
    ]
    return await whom(ctx, [m for m in members if m.active], rooms, named)


def lane(*, drill: bool, phase: Phase) -> Lane:
    return Lane.URGENT if phase is Phase.REACTION and not drill else Lane.CALLS


def send(
    ctx: Ctx,
    found: Whom,
    said: Outward,
    *,
    lane: Lane,
    about: str,
    buttons: tuple[Button, ...] = (),
) -> None:
    """The same words for all; coordinators get `buttons` below them."""
    for member, account in found.found.people:
        keys = buttons if member.rank >= Role.COORDINATOR else ()
        ctx.post(
            account.where, Message(said.message.lines, keys), lane=lane, lang=Lang(member.lang),
            simple=member.simple, about=about,
        )  # fmt: skip
    there = [(room.where, room.lang) for room in found.found.chats]
    there += [(voice.where, voice.lang) for _, voice in found.voices]
    for where, lang in there:
        ctx.post(where, said.message, lane=lane, lang=Lang(lang), simple=False, about=about)
