"""Was a platform listened to all the time? What was not fetched in time is lost, and people know.

Telegram keeps updates for 24 hours (Bot API, «Getting updates»). A bot that was off, or cut off,
for longer has lost answers, and who gave them knows nothing of it; so whoever asked can ask again.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.core import Lane, Lang, Message, Role, Span, Text
from bot.core.facts import StillOpen, Unheard
from bot.core.messages import Arg
from bot.core.ports import ChatAdapter
from bot.engine.context import Ctx
from bot.engine.declare import job
from storage import inbox, people
from storage.db import Tx
from storage.timers import Timer

EVERY = timedelta(minutes=10)
"""Between two notes that it was listened to: of a day, this matters little."""
MOST = 8
"""Questions in one message, each with its button."""
SORTED = timedelta(minutes=1)
"""Until what was still there is handled: whoever answered in it is not silent."""


class Ears:
    """Of one platform, by the clock of the bot."""

    def __init__(self, adapter: ChatAdapter, clock: Callable[[], datetime]) -> None:
        self._platform, self._keeps = adapter.platform, adapter.abilities.keeps
        self._clock = clock
        self._noted: datetime | None = None

    @property
    def due(self) -> bool:
        if self._keeps is None:
            return False
        return self._noted is None or not self._noted <= self._clock() < self._noted + EVERY

    async def note(self, tx: Tx) -> datetime:
        """In the transaction that keeps what was heard; when. After its commit: `noted`."""
        now = self._clock()
        before = await inbox.listened(tx, self._platform, now)
        assert self._keeps is not None
        if before is not None and now - before > self._keeps:
            until = now - self._keeps
            hours = int(self._keeps.total_seconds() // 3600)
            call = unheard.call(self._platform, before.isoformat(), until.isoformat(), hours)
            tx.add(Timer(job=call.action, args=dict(call.args), due_at=now + SORTED))
        return now

    def noted(self, at: datetime) -> None:
        self._noted = at


@job("engine.unheard")
async def unheard(ctx: Ctx, platform: str, since: str, until: str, hours: int) -> None:
    """Coordinators hear what was lost; who asked something, how to ask the silent again. What was
    asked by somebody who is gone is any coordinator's."""
    began, ended = datetime.fromisoformat(since), datetime.fromisoformat(until)
    found: list[StillOpen] = []
    await ctx.happened(Unheard(platform, began, ended, found))
    what: dict[str, Arg] = {
        "app": Span(platform.capitalize()), "since": began, "until": ended, "hours": hours,
    }  # fmt: skip
    ids = {member.id for member in await people.ranked(ctx.tx, Role.COORDINATOR)}
    told = await ctx.reach(ids | {one.asked_by for one in found})
    here = {one: pair for one, pair in told.items() if pair[0].active}
    for member, account in here.values():
        mine = [
            one for one in found
            if one.asked_by == member.id or (one.asked_by not in here and member.id in ids)
        ]  # fmt: skip
        head = Text("unheard", {**what, "open": len(mine)})
        for n in range(0, len(mine) or 1, MOST):
            part = mine[n : n + MOST]
            lines = (*((head,) if n == 0 else ()), *(one.line for one in part))
            ctx.post(
                account.where, Message(lines, tuple(one.again for one in part)), lane=Lane.CALLS,
                lang=Lang(member.lang), simple=member.simple,
            )  # fmt: skip
