"""Codes that were not right: more than a few a minute from one account are guesses."""

from datetime import time, timedelta

from bot.core import Identity, codes
from bot.engine.context import Ctx
from storage import invitations
from storage.invitations import WrongTry


def _who(ctx: Ctx) -> Identity:
    """A channel's posts have no sender: there the chat itself is who tries."""
    return ctx.event.sender or Identity(ctx.event.chat.platform, f"chat:{ctx.event.chat.chat}")


async def locked_until(ctx: Ctx) -> time | None:
    """The minute after which this account may try again; None if it may now."""
    tries = await invitations.wrong_tries(ctx.tx, _who(ctx), ctx.now - codes.MINUTE)
    locked = codes.locked_until(tries, ctx.now)
    if locked is None:
        return None
    return (locked + timedelta(seconds=59)).astimezone(ctx.zone).replace(second=0).time()


def was_wrong(ctx: Ctx) -> None:
    who = _who(ctx)
    ctx.tx.add(WrongTry(platform=who.platform, account=who.account, at=ctx.now))
