"""How long the adapter waits for what. Tests wait for less."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds. A sync waits `poll` for news and `slack` more for the answer to arrive; together
    they are how long a connection that is dead at the other end can fool us."""

    poll: float = 9.0
    slack: float = 5.0
    answer: float = 35.0  # Synapse may take long over the keys of hundreds of devices
    keys: float = 60.0  # for how long a request that carries keys is tried again
    again: Sequence[float] = (0.5, 1.0, 2.0, 4.0, 8.0)  # between those tries
    late: float = 4.0  # a key may come after its message
    hush: float = 10.0  # between two times that people are told that they cannot be read
    heal: float = 600.0  # between two new sessions with one device whose keys do not arrive
    broken: Sequence[float] = (1.0, 5.0)  # between two syncs while they fail
    locked: float = 60.0  # where only a person can help
    hold: float = 600.0  # an invitation keeps the cursor back for so long
    trickle: float = 5.0  # between two invitations that are declined
    end: float = 1.5  # what is in flight at the end may land, after what the engine waited for it
