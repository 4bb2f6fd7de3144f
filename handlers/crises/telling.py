"""Who is told of a crisis: coordinators, the cell, partners with a seat in it; at its end also
those who took part."""

from collections.abc import Collection, Sequence

from bot.core import Button, Lane, Lang, Message, Role
from bot.core.crises import Phase
from bot.core.outward import Outward
from bot.core.partners import Level
from bot.engine import Ctx, audiences
from bot.engine.audiences import Reached
from storage import chats, offers, partners, people
from storage.chats import Chat, Use
from storage.crises import Crisis
from storage.partners import Partner


async def cell(ctx: Ctx) -> Reached:
    """Every other coordinator, the rooms of the cell, the channels of partners who sit in it."""
    return await _reached(ctx, set(), {one.id for one in await seated(ctx)})


async def seated(ctx: Ctx) -> Sequence[Partner]:
    """Partners with a seat in the cell."""
    return [p for p in await partners.all_of(ctx.tx) if p.level.rank >= Level.COORDINATION.rank]


async def at_the_end(
    ctx: Ctx, crisis: Crisis, took_part: Collection[int], *, outside: bool
) -> Reached:
    """`outside`: partners who sit in the cell, get alerts or calls, or have offered help."""
    offered = await offers.partners_since(ctx.tx, crisis.opened_at)
    named = set[int]()
    if outside:
        seats = {one.id for one in await seated(ctx)}
        rows = [c for c in await chats.open_ones(ctx.tx) if c.use is Use.PARTNER]
        marked = {c.partner_id for c in rows if c.alerts_from or c.wants_calls}
        named = {one for one in seats | offered | marked if one is not None}
    return await _reached(ctx, set(took_part), named)


async def _reached(ctx: Ctx, more: set[int], named: set[int]) -> Reached:
    """`named` are partners; a channel whose partner is gone gets nothing."""
    staff = {m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)}
    wanted = sorted((staff | more) - {ctx.me.id})
    members = await people.hold(ctx.tx, wanted) if wanted else ()
    rooms = [
        row
        for row in await chats.all_of(ctx.tx)
        if row.use is Use.CELL or (row.use is Use.PARTNER and row.partner_id in named)
    ]
    return await audiences.among(ctx, [m for m in members if m.active], rooms)


def lane(*, drill: bool, phase: Phase) -> Lane:
    return Lane.URGENT if phase is Phase.REACTION and not drill else Lane.CALLS


def send(
    ctx: Ctx,
    found: Reached,
    said: Outward,
    *,
    lane: Lane,
    about: str,
    buttons: tuple[Button, ...] = (),
) -> None:
    """The same words for all; coordinators get `buttons` below them."""
    for member, account in found.people:
        keys = buttons if member.rank >= Role.COORDINATOR else ()
        ctx.post(
            account.where, Message(said.message.lines, keys), lane=lane, lang=Lang(member.lang),
            simple=member.simple, about=about,
        )  # fmt: skip
    for room in found.chats:
        _post(ctx, room, said, lane, about)


def _post(ctx: Ctx, room: Chat, said: Outward, lane: Lane, about: str) -> None:
    ctx.post(room.where, said.message, lane=lane, lang=Lang(room.lang), simple=False, about=about)
