"""Who cannot be reached any more and why; whoever lets the bot write again is back at once.

Who has another app is reached there from now on, with what the lost one was still owed.
"""

from bot.core import Lang
from bot.core.facts import ChatBack, ChatLost, ChatMoved
from bot.engine import Ctx, on
from bot.engine.elsewhere import owe_elsewhere
from storage import roster
from storage.people import Account


@on(ChatLost)
async def lost(ctx: Ctx, fact: ChatLost) -> None:
    for account in await roster.accounts_in(ctx.tx, fact.chat):
        if not account.unreachable:
            account.unreachable, account.unreachable_at = fact.reason or "blocked", ctx.now
            ctx.audit("account.lost", f"member:{account.member_id}", None, {"why": fact.reason})
        await _other_app(ctx, account, fact.owed)


async def _other_app(ctx: Ctx, lost: Account, failed: str) -> None:
    for member, account in (await ctx.reach([lost.member_id])).values():
        await owe_elsewhere(
            ctx, lost.where, account.where, lang=Lang(member.lang), failed=failed
        )  # fmt: skip


@on(ChatBack)
async def back(ctx: Ctx, fact: ChatBack) -> None:
    for account in await roster.accounts_in(ctx.tx, fact.chat):
        if account.unreachable:
            account.unreachable, account.unreachable_at = "", None
            ctx.audit("account.back", f"member:{account.member_id}")


@on(ChatMoved)
async def moved(ctx: Ctx, fact: ChatMoved) -> None:
    for account in await roster.accounts_in(ctx.tx, fact.old):
        account.chat = fact.new.chat
