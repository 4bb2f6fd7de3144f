"""How many events a second the homeserver takes from us, learnt from its answers.

Synapse gives a plain user 0.2 a second after a burst of 10 and says so only by refusing. Between
the last event it took and the moment it names lies exactly its distance between two events. Both
count from when they were asked: a refusal is answered half a second late.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

MARGIN = 0.95
CALM = 60.0
"""Seconds without a refusal after which we try a little more."""

MORE = 1.1
PLENTY = 50.0
"""Events a second; above it a limit is none: Synapse itself does about 100."""

LEAST = 0.02
USUAL = 5.0
"""Seconds between two events, where none is known yet: that of Synapse as it comes."""


@dataclass
class Learning:
    """`rate` is events a second, 0 while no limit is known. Times are seconds of the `clock`, at
    which an event was `asked` to be taken."""

    rate: float = 0.0
    clock: Callable[[], float] = time.monotonic
    _took: float | None = None
    _refused: float = 0.0

    def took(self, asked: float) -> None:
        """An event was accepted. After a while without a refusal each one raises the rate."""
        self._took = asked if self._took is None else max(self._took, asked)
        if self.rate and asked - self._refused >= CALM:
            self.rate *= MORE
            if self.rate > PLENTY:
                self.rate = 0.0

    def refused(self, asked: float, wait: float) -> None:
        """429: not before `wait` seconds have passed."""
        usual = 1 / self.rate if self.rate else USUAL
        since = 0.0 if self._took is None else max(0.0, asked - self._took)
        apart = wait + min(since, usual)
        found = max(LEAST, min(PLENTY, MARGIN / max(apart, 0.001)))
        self.rate = min(self.rate or found, found)
        self._refused = asked

    def apart(self) -> float:
        """Seconds between two events."""
        return 1 / self.rate if self.rate else 0.0
