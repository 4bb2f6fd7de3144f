"""The log of a crisis: whatever happens while it is open, with the time and the author."""

from datetime import datetime

from bot.core import Text, texts
from bot.core.facts import Logged
from bot.engine import Ctx, on
from handlers.crises import words
from storage import crises
from storage.crises import Crisis, Entry
from storage.people import Member


async def add(
    ctx: Ctx,
    crisis: Crisis,
    text: Text | None = None,
    *,
    said: str = "",
    at: datetime | None = None,
    about: str = "",
    by: int | None = None,
) -> Entry:
    """One line, written for good. The crisis must be held: lines are numbered one by one. `by` is
    its author, where it is not whoever acts now."""
    author = words.acts(await ctx.tx.get(Member, by) if by is not None else ctx.member)
    row = Entry(
        crisis_id=crisis.id, number=await crises.last_number(ctx.tx, crisis.id) + 1,
        at=at or ctx.now, written_at=ctx.now, by=author.id if author else None,
        office=words.office(author), text=texts.pack(text) if text is not None else None,
        said=said, about=about,
    )  # fmt: skip
    ctx.tx.add(row)
    await ctx.tx.flush()
    return row


@on(Logged)
async def logged(ctx: Ctx, fact: Logged) -> None:
    """It goes to every crisis that it belongs to: what is a drill to drills."""
    for crisis in await crises.open_now(ctx.tx, hold=True):
        if crisis.drill == fact.drill:
            await add(ctx, crisis, fact.text, about=fact.about, by=fact.by)
