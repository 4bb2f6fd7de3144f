"""How fast we may send, and which lane goes next. Plain functions of time: nothing waits here."""

import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core import ChatRef, Lane
from bot.core.ports import Pace

WEIGHTS: Mapping[int, float] = {
    Lane.ANSWERS: 60, Lane.CALLS: 25, Lane.REMINDERS: 10, Lane.NEWS: 5, Lane.SIGNS: 10,
}  # fmt: skip
PATIENCE = 60.0
"""Seconds after which a waiting lane's weight has doubled."""
AT_ONCE = 3
"""Starts that may come one upon the other where some were late."""
NEAR = timedelta(seconds=5)
"""Between refusals of several chats that are one of everything."""
LATE, IDLE, FAR = 0.1, 5.0, 1.0
"""Seconds: looks that come so late come from a busy process; later than that nothing was owed; and
so far ahead starts are planned at most."""


@dataclass
class Bucket:
    """`rate` tokens a second, at most `burst`; starts with one, so that a restart is no burst."""

    rate: float
    burst: float
    level: float
    at: datetime

    def refill(self, now: datetime) -> None:
        passed = max(0.0, (now - self.at).total_seconds())
        self.level, self.at = min(self.burst, self.level + passed * self.rate), now

    def late(self, now: datetime) -> float:
        """For how many seconds a token has been there."""
        return (now - self.at).total_seconds() - max(0.0, 1 - self.level) / self.rate

    def wait(self, now: datetime) -> float:
        """Seconds until a token is there; 0 if there is one."""
        self.refill(now)
        return 0.0 if self.level >= 0.999 else (1 - self.level) / self.rate


@dataclass
class Window:
    """What has really started. A process that was held up comes to many planned starts at once;
    they go one after the other, however the platform counts: `most` in any so many `seconds`, or as
    a bucket that fills as fast (`AT_ONCE`; the rest of what was late stays late)."""

    _starts: deque[float] = field(default_factory=deque)
    _even: float = 0.0

    def wait(self, now: float, most: int, seconds: float) -> float:
        """Seconds until one more may start."""
        while self._starts and now - self._starts[0] >= seconds:
            self._starts.popleft()
        full = self._starts[-most] + seconds - now if len(self._starts) >= most else 0.0
        return max(0.0, full, self._even - (AT_ONCE - 1) * seconds / most - now)

    def started(self, now: float, most: int, seconds: float) -> None:
        self._starts.append(now)
        self._even = max(self._even, now) + seconds / most


@dataclass
class Gate:
    """The platform's limits, and who asked us to wait. `_ahead` seconds of starts are planned at
    once; `_spent` of the `_room` that was given last was needed."""

    pace: Pace
    paused: dict[str, datetime] = field(default_factory=dict)
    _all: Bucket | None = None
    _chats: dict[str, Bucket] = field(default_factory=dict)
    _hits: list[datetime] = field(default_factory=list)
    _ahead: float = 0.0
    _room: int = 0
    _spent: int = 0

    def room(self, now: datetime) -> tuple[int, float]:
        """(how many may start now or within `pace.ahead`, seconds until one more may)."""
        held = self.paused.get("")
        if held is not None and held > now:
            return 0, (held - now).total_seconds()
        rate, burst = self.pace.everyone
        if not rate:
            self._all = None
            return self.pace.in_flight, 0.0
        if self._all is None:
            self._all = Bucket(rate, max(1.0, burst), 1.0, now)
        self._all.rate, self._all.burst = rate, max(1.0, burst)  # it may have been learnt anew
        late = self._all.late(now)
        if wait := self._all.wait(now):
            return 0, wait
        self._plan(late)
        self._room, self._spent = int(self._all.level + 0.001) + int(rate * self._ahead), 0
        return self._room, 0.0

    def _plan(self, late: float) -> None:
        """How far ahead. A process that has much else to do looks late, again and again: it plans
        more at once, as long as all that it planned was needed."""
        least = self.pace.ahead
        if not least or self._spent < self._room or late >= IDLE:
            self._ahead = least
        elif late > LATE:
            self._ahead = min(FAR, max(least, self._ahead) + late)
        elif late < LATE / 2:
            self._ahead = max(least, self._ahead * 0.9)

    def is_far(self, now: datetime) -> bool:
        """Would the next start lie further ahead than where nobody is late?"""
        return self._all is not None and self._all.wait(now) > self.pace.ahead

    def chat_wait(self, chat: ChatRef, private: bool, now: datetime) -> float:
        """Seconds until this chat may get one more."""
        held = self.paused.get(chat.chat)
        if held is not None and held > now:
            return (held - now).total_seconds()
        bucket = self._bucket(chat, private, now)
        return bucket.wait(now) if bucket else 0.0

    def spend(self, chat: ChatRef, private: bool, now: datetime) -> datetime:
        """One more starts; when."""
        starts = now
        if self._all is not None:
            starts += timedelta(seconds=self._all.wait(now))
            self._all.level -= 1
            self._spent += 1
        bucket = self._bucket(chat, private, now)
        if bucket is not None:
            bucket.refill(now)
            bucket.level -= 1
        return starts

    def held(self, chat: str, now: datetime) -> float:
        """Seconds for which this chat, or all of the platform, asked us to wait."""
        ends = [self.paused[one] for one in ("", chat) if one in self.paused]
        return max([0.0, *((end - now).total_seconds() for end in ends)])

    def hold(self, chat: str, until: datetime, now: datetime) -> bool:
        """A chat said «too many»; three within 5 s, and all of the platform waits.

        True if everyone waits now.
        """
        self.paused[chat] = max(until, self.paused.get(chat, until))
        self._hits = [*(t for t in self._hits if timedelta() <= now - t < NEAR), now]
        if chat == "" or len(self._hits) >= 3:
            self.paused[""] = max(until, self.paused.get("", until))
            return True
        return False

    def blocked(self, now: datetime) -> list[str]:
        """Chats to be left out for now; what is over is forgotten."""
        for chat in [c for c, until in self.paused.items() if until <= now]:
            del self.paused[chat]
        if len(self._chats) > 10_000:
            self._chats = {c: b for c, b in self._chats.items() if b.wait(now)}
        waiting = [c for c, b in self._chats.items() if b.wait(now) > 0]
        return [*waiting, *(c for c in self.paused if c)][:500]

    def soonest(self, now: datetime) -> float:
        """Seconds until a chat that must wait may get something again; infinite if none must."""
        waits = [wait for b in self._chats.values() if (wait := b.wait(now)) > 0]
        held = [(until - now).total_seconds() for until in self.paused.values() if until > now]
        return min([*waits, *held], default=math.inf)

    def _bucket(self, chat: ChatRef, private: bool, now: datetime) -> Bucket | None:
        rate, burst = self.pace.private if private else self.pace.group
        if not rate:
            return None
        found = self._chats.get(chat.chat)
        if found is None:
            found = self._chats[chat.chat] = Bucket(rate, burst, burst, now)
        return found


@dataclass
class Turns:
    """Which lane goes next: urgent first, always; the others by weight, older ones sooner. Emoji
    wait until nobody waits for words, but for those of a newsletter."""

    credit: dict[int, float] = field(default_factory=dict)

    def pick(self, oldest: Mapping[int, datetime], now: datetime, *, hold_news: bool) -> int | None:
        """`oldest` is since when each lane that has something waits. None: nothing may go."""
        if Lane.URGENT in oldest:
            return int(Lane.URGENT)
        lanes = [n for n in sorted(oldest) if not (n == Lane.NEWS and hold_news)]
        if any(n not in (Lane.NEWS, Lane.SIGNS) for n in lanes):
            lanes = [n for n in lanes if n != Lane.SIGNS]
        if not lanes:
            return None
        shares = {n: self._share(n, oldest[n], now) for n in lanes}
        for lane, share in shares.items():
            self.credit[lane] = self.credit.get(lane, 0.0) + share
        best = max(lanes, key=lambda n: (self.credit[n], -n))
        self.credit[best] -= sum(shares.values())
        return best

    @staticmethod
    def _share(lane: int, since: datetime, now: datetime) -> float:
        waited = max(0.0, (now - since).total_seconds())
        return WEIGHTS[lane] * (1 + waited / PATIENCE)
