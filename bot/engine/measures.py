"""What is counted while it happens, for `/metrics`. Labels are platforms, lanes and states: never
a chat, a person or a text."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.core import Event, Lane

if TYPE_CHECKING:
    from bot.engine.settle import Done

WAITS = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 1800.0)
"""Seconds: an answer should be there in half of one, an alert to three thousand in two minutes."""


class Spread:
    """How many took how long: `counts` by the first of `WAITS` that is not less, and beyond."""

    def __init__(self) -> None:
        self.counts, self.total = [0] * (len(WAITS) + 1), 0.0

    def note(self, began: datetime, now: datetime) -> None:
        spent = max(0.0, (now - began).total_seconds())
        self.counts[bisect_left(WAITS, spent)] += 1
        self.total += spent


class Measures:
    """`heard` by platform, `sent` by platform and lane, `ended` by platform and outcome."""

    def __init__(self) -> None:
        self.heard: dict[str, Spread] = defaultdict(Spread)
        self.sent: dict[tuple[str, str], Spread] = defaultdict(Spread)
        self.ended: Counter[tuple[str, str]] = Counter()

    def handled(self, events: Sequence[Event], now: datetime) -> None:
        for event in events:
            self.heard[event.chat.platform].note(event.at, now)

    def settled(self, platform: str, done: "Sequence[Done]", now: datetime) -> None:
        """429s are the outcome `wait`: the platform asked us to send more slowly."""
        for one in done:
            if one.held:
                continue
            self.ended[platform, _outcome(one)] += 1
            if one.delivery is not None and one.failed is None:
                lane = Lane(one.delivery.lane).name.lower()
                self.sent[platform, lane].note(one.delivery.due_at, now)


def _outcome(one: "Done") -> str:
    no = one.failed
    if no is None:
        return "sent" if one.delivery is not None else "edited"
    if no.wait is not None:
        return "wait"
    if no.permanent or no.gone:
        return "refused"
    return "unknown" if no.unknown else "failed"
