"""How many events a second the homeserver takes from us, learnt from its answers.

Synapse gives a plain user 0.2 a second after a burst of 10 and says so only by refusing. Between
the last event it took and the moment it names lies exactly its distance between two events.
"""

from dataclasses import dataclass

MARGIN = 0.95
CALM = 60.0
"""Seconds without a refusal after which we try a little more."""

MORE = 1.1
PLENTY = 50.0
"""Events a second; above it a limit is none: Synapse itself does about 100."""

LEAST = 0.02


@dataclass
class Learning:
    """`rate` is events a second, 0 while no limit is known. Times are seconds of any clock."""

    rate: float = 0.0
    _took: float = -CALM
    _refused: float = -CALM

    def took(self, now: float) -> None:
        """An event was accepted. After a while without a refusal each one raises the rate."""
        self._took = max(self._took, now)
        if self.rate and now - self._refused >= CALM:
            self.rate *= MORE
            if self.rate > PLENTY:
                self.rate = 0.0

    def refused(self, now: float, wait: float) -> None:
        """429: not before `wait` seconds from now."""
        usual = 1 / self.rate if self.rate else wait
        apart = wait + min(max(0.0, now - self._took), usual)
        found = max(LEAST, min(PLENTY, MARGIN / max(apart, 0.001)))
        self.rate = min(self.rate or found, found)
        self._refused = now

    def apart(self) -> float:
        """Seconds between two events."""
        return 1 / self.rate if self.rate else 0.0
