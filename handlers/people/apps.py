"""One person, several apps: what these are called, and what stands open in one of them."""

from collections.abc import Iterable

from bot.core import Lang, Message, Span, Text
from bot.engine import Ctx
from storage import dialogs as wizards
from storage.people import Account, Member
from storage.places import Place


def called(platform: str) -> Span:
    return Span(platform.capitalize())


def listed(platforms: Iterable[str]) -> tuple[Span, ...]:
    return tuple(called(platform) for platform in sorted(platforms))


def tell(ctx: Ctx, member: Member, account: Account, key: str, **args: Span) -> None:
    """A word in one app about what was done in another, if it can be said there."""
    if account.unreachable:
        return
    ctx.post(
        account.where, Message((Text(key, args),)), lang=Lang(member.lang), simple=member.simple
    )


async def drop_wizard(ctx: Ctx, account: Account) -> None:
    """Whoever they were in this chat, they are not any more: the question under way is void."""
    row = await wizards.under_way(ctx.tx, account.where, account.who)
    if row is None:
        return
    place = await ctx.tx.get(Place, row.place) if row.place else None
    if place is not None:
        ctx.close(place)
    await ctx.tx.delete(row)
