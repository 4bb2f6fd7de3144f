"""Whose turn it is among those who wrote: everyone's first before anyone's second. One who floods
the bot is heard slowly, in order, and told so once."""

from collections import Counter, deque
from collections.abc import Sequence
from datetime import timedelta

from bot.engine.context import Ctx

MANY, CALM = 40, 3
"""Events of one sender that wait: from here on it is a flood, down to here it is."""

PAUSE = 0.25
"""Seconds between two events of a flooder."""

TOLD = timedelta(hours=1)
Waiting = Sequence[tuple[int, str]]
"""(id, sender) of what waits, oldest first."""


class Fairness:
    """`now` is in seconds of a clock that only runs."""

    def __init__(self) -> None:
        self._floods: dict[str, float] = {}

    @property
    def waits(self) -> bool:
        return bool(self._floods)

    def pick(self, waiting: Waiting, most: int, now: float) -> list[int]:
        """The ids that are handled now."""
        counts = Counter(sender for _, sender in waiting)
        self._floods = {who: at for who, at in self._floods.items() if counts[who] > CALM}
        for who, count in counts.items():
            if count >= MANY:
                self._floods.setdefault(who, now)
        taken = fairly([one for one in waiting if one[1] not in self._floods], most)
        for who, at in self._floods.items():
            if now >= at and len(taken) < most:
                taken.append(next(row for row, sender in waiting if sender == who))
                self._floods[who] = now + PAUSE
        return taken

    def tell(self, ctx: Ctx, sender: str) -> None:
        """Whoever floods hears of it, not with every answer."""
        if sender not in self._floods or ctx.account is None:
            return
        told = ctx.account.flood_told_at
        if told is None or ctx.now - told >= TOLD:
            ctx.account.flood_told_at = ctx.now
            ctx.say("flood-told")


def fairly(waiting: Waiting, most: int) -> list[int]:
    """One of each sender in turn, each sender's in order."""
    queues: dict[str, deque[int]] = {}
    for row, sender in waiting:
        queues.setdefault(sender, deque()).append(row)
    taken: list[int] = []
    while queues and len(taken) < most:
        for sender in list(queues):
            if len(taken) == most:
                break
            taken.append(queues[sender].popleft())
            if not queues[sender]:
                del queues[sender]
    return taken
