"""A platform is down: what matters goes to people's other app, and coordinators know.

OPS-9. What it owes to those without another app waits for it, and leaves when it is back.
"""

from datetime import datetime

from bot.core import ChatRef, Lane, Lang, Message, Role, Span, Text
from bot.engine.context import Ctx
from bot.engine.declare import job
from bot.engine.elsewhere import owe_elsewhere
from bot.engine.health import PATIENCE, Turn
from storage import accounts, ledger, people
from storage.db import Tx
from storage.people import Account, Member
from storage.timers import Timer

MATTERS = (Lane.URGENT, Lane.CALLS, Lane.REMINDERS)
"""Answers stay where they were asked for, and a newsletter can wait."""


def note(tx: Tx, platform: str, turn: Turn, since: datetime | None, now: datetime) -> None:
    """From the postman, in the transaction that settles: the features' part is a job."""
    began = (since or now).isoformat()
    call = down.call(platform, began) if turn is Turn.DOWN else back.call(platform)
    tx.add(Timer(job=call.action, args=dict(call.args), due_at=now))


@job("engine.platform-down")
async def down(ctx: Ctx, platform: str, since: str, again: bool = False) -> None:
    """Every minute as long as it lasts: a send that was under way is owed once it has failed."""
    if platform not in ctx.parts.down:
        return
    ctx.at(ctx.now + PATIENCE, down.call(platform, since, again=True))
    began = datetime.fromisoformat(since)
    waiting = await ledger.chats_owed(ctx.tx, platform, MATTERS)
    others = await _elsewhere(ctx, platform, waiting)
    for chat, (member, account) in others.items():
        old = ChatRef(platform, chat)
        await owe_elsewhere(ctx, old, account.where, lang=Lang(member.lang), lanes=MATTERS)
    if again:
        return
    left = sum(chat not in others for chat in waiting)
    name = Span(platform.capitalize())
    told = Text("platform-down", {"app": name, "since": began, "moved": len(others), "left": left})
    await _tell(ctx, platform, Message((told,)))


@job("engine.platform-back")
async def back(ctx: Ctx, platform: str) -> None:
    await _tell(
        ctx, platform, Message((Text("platform-back", {"app": Span(platform.capitalize())}),))
    )


async def _elsewhere(
    ctx: Ctx, platform: str, chats: list[str]
) -> dict[str, tuple[Member, Account]]:
    """By chat: the member whose it is, and their best account on another platform."""
    owners = await accounts.owners(ctx.tx, platform, chats)
    where = await ctx.reach(owners.values(), besides=platform)
    return {chat: where[owner] for chat, owner in owners.items() if owner in where}


async def _tell(ctx: Ctx, platform: str, message: Message) -> None:
    """Coordinators, on what still works; those who have nothing else hear it when it is back."""
    ids = [member.id for member in await people.ranked(ctx.tx, Role.COORDINATOR)]
    for member, account in (await ctx.reach(ids, besides=platform)).values():
        ctx.post(account.where, message, lane=Lane.CALLS, lang=Lang(member.lang),
                 simple=member.simple)  # fmt: skip
