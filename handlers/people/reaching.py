"""Who cannot be reached any more and why; whoever lets the bot write again is back at once."""

from bot.core.facts import ChatBack, ChatLost, ChatMoved
from bot.engine import Ctx, on
from storage import roster


@on(ChatLost)
async def lost(ctx: Ctx, fact: ChatLost) -> None:
    for account in await roster.accounts_in(ctx.tx, fact.chat):
        if not account.unreachable:
            account.unreachable, account.unreachable_at = fact.reason or "blocked", ctx.now
            ctx.audit("account.lost", f"member:{account.member_id}", None, {"why": fact.reason})


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
