"""Codes that were not right: more than a few a minute from one account are guesses."""

from datetime import time, timedelta

from bot.engine import Ctx
from handlers.people.rules import codes
from storage import invitations
from storage.invitations import WrongTry


async def locked_until(ctx: Ctx) -> time | None:
    """The minute after which this account may try again; None if it may now."""
    tries = await invitations.wrong_tries(ctx.tx, ctx.who, ctx.now - codes.MINUTE)
    locked = codes.locked_until(tries, ctx.now)
    if locked is None:
        return None
    return (locked + timedelta(seconds=59)).astimezone(ctx.zone).replace(second=0).time()


def was_wrong(ctx: Ctx) -> None:
    ctx.tx.add(WrongTry(platform=ctx.who.platform, account=ctx.who.account, at=ctx.now))
