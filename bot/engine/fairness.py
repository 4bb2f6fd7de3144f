"""Whose turn it is among those who wrote: everyone's first before anyone's second, and nobody fills
a crowd. One who floods the bot comes after all others, and is told so once."""

from collections import Counter, deque
from collections.abc import Sequence
from datetime import timedelta

from bot.engine.context import Ctx

EACH = 16
"""Events of one sender in a crowd: the others' wait for it to end."""

MANY, CALM = 300, 30
"""Events of one sender that wait: from here on it is a flood, down to here it is."""

FEW = 8
"""Events of flooders in a crowd."""

TOLD = timedelta(hours=1)
Waiting = Sequence[tuple[int, str]]
"""(id, sender) of what waits, oldest first."""


class Fairness:
    def __init__(self) -> None:
        self._floods: set[str] = set()

    def pick(self, waiting: Waiting, most: int) -> list[int]:
        """The ids that are handled now."""
        counts = Counter(sender for _, sender in waiting)
        self._floods = {who for who in self._floods if counts[who] > CALM}
        self._floods |= {who for who, count in counts.items() if count >= MANY}
        taken = fairly([one for one in waiting if one[1] not in self._floods], most)
        flood = [one for one in waiting if one[1] in self._floods]
        return taken + fairly(flood, min(FEW, most - len(taken)))

    def floods(self, sender: str) -> bool:
        return sender in self._floods


def tell(ctx: Ctx) -> None:
    """Whoever floods hears of it, not with every answer."""
    if ctx.account is None:
        return
    told = ctx.account.flood_told_at
    if told is None or ctx.now - told >= TOLD:
        ctx.account.flood_told_at = ctx.now
        ctx.say("flood-told")


def fairly(waiting: Waiting, most: int) -> list[int]:
    """One of each sender in turn, each sender's in order; where several wait, of none more than
    `EACH`."""
    queues: dict[str, deque[int]] = {}
    for row, sender in waiting:
        queues.setdefault(sender, deque()).append(row)
    rounds = EACH if len(queues) > 1 else most
    taken: list[int] = []
    for _ in range(rounds):
        taken += [queue.popleft() for queue in queues.values()][: most - len(taken)]
        queues = {sender: queue for sender, queue in queues.items() if queue}
        if not queues or len(taken) == most:
            break
    return taken
