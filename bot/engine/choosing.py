"""What may start now: sends and edits side by side, by lane, within every chat's pace."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core import ChatRef, Lane
from bot.core.ports import ChatAdapter
from bot.engine.pace import Gate, Turns
from storage.places import Place


@dataclass(frozen=True)
class Waiting:
    """Something that could start: a send by its row's id, or an edit of a place.

    An edit counts as an answer: it is how a tap is confirmed, and must not wait behind an
    alert to thousands that is not urgent.
    """

    chat: str
    lane: int
    since: datetime
    row: int = 0
    place: Place | None = None

    @property
    def key(self) -> str:
        """As `bot.engine.flights.Job` has it."""
        return f"e{self.place.id}" if self.place is not None else f"s{self.row}"


def waiting(
    heads: Iterable[tuple[int, str, int, datetime]], stale: Iterable[Place]
) -> dict[int, list[Waiting]]:
    """By lane, the longest waiting first."""
    lanes: dict[int, list[Waiting]] = {}
    for row, chat, lane, since in heads:
        lanes.setdefault(lane, []).append(Waiting(chat, lane, since, row))
    for place in stale:
        lane = int(Lane.ANSWERS)
        lanes.setdefault(lane, []).append(Waiting(place.chat, lane, place.edit_after, place=place))
    for items in lanes.values():
        items.sort(key=lambda item: item.since)
    return lanes


class Chooser:
    """Keeps the turns of the lanes and the platform's limits between rounds."""

    def __init__(self, adapter: ChatAdapter) -> None:
        self.gate, self._turns, self._adapter = Gate(adapter.pace), Turns(), adapter

    def choose(
        self, lanes: dict[int, list[Waiting]], now: datetime, room: int, *, hold_news: bool
    ) -> Sequence[tuple[Waiting, datetime]]:
        """At most `room` of them, and not more in a chat than it takes; when each may start."""
        chosen: list[tuple[Waiting, datetime]] = []
        while len(chosen) < room:
            oldest = {lane: items[0].since for lane, items in lanes.items() if items}
            lane = self._turns.pick(oldest, now, hold_news=hold_news)
            if lane is None:
                break
            if lane == Lane.NEWS and self.gate.is_far(now):  # a crash would leave them unsure
                del lanes[lane]
                continue
            item = lanes[lane].pop(0)
            where = ChatRef(self._adapter.platform, item.chat)
            private = self._adapter.is_private(where)
            if not self.gate.chat_wait(where, private, now):
                chosen.append((item, self.gate.spend(where, private, now)))
        return chosen
