"""The platform's menu follows a person's role and language."""

from bot.core import Lang
from bot.engine import Ctx
from storage import accounts
from storage.people import Member


async def renew(ctx: Ctx, member: Member) -> None:
    for account in await accounts.of(ctx.tx, member.id):
        ctx.renew_menu(account.where, member.role, Lang(member.lang))
