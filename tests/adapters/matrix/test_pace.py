"""As fast as the homeserver lets us, learnt from its answers; and what is left out where that is
slow."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from bot.adapters.matrix.errors import Broken, Refused, failure
from bot.adapters.matrix.learning import Learning
from bot.core import ChatRef, Role
from bot.core.errors import SendFailed
from bot.engine.pace import Gate
from tests.adapters.matrix.bot import Bot
from tests.adapters.matrix.device import Device, on_its_own
from tests.adapters.matrix.test_conversations import CALL, member
from tests.servers.matrix.faults import SEND, Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy


class Server:
    """A bucket of `burst` events that `rate` a second fall out of, as Synapse has it."""

    def __init__(self, rate: float, burst: float) -> None:
        self.rate, self.burst, self.level, self.at = rate, burst, 0.0, 0.0

    def wait(self, now: float) -> float:
        """0 if it takes one more now."""
        self.level, self.at = max(0.0, self.level - (now - self.at) * self.rate), now
        if self.level + 1 > self.burst:
            return (self.level + 1 - self.burst) / self.rate
        self.level += 1
        return 0.0


LATE = 0.5
"""Seconds that a refusal takes."""


def asks(server: Server, learning: Learning, seconds: float) -> tuple[int, int]:
    """(taken, refused) by a sender who waits as learnt and as told, for so long."""
    now = taken = refused = 0.0
    while now < seconds:
        wait = server.wait(now)
        if wait:
            refused += 1
            learning.refused(now, wait)
            now += LATE + wait + 0.001
        else:
            taken += 1
            learning.took(now)
            now += learning.apart() or 0.01
    return int(taken), int(refused)


@pytest.mark.parametrize("rate", [0.2, 1.0, 4.0, 20.0])
def test_the_rate_is_learnt_from_the_first_refusals(rate: float) -> None:
    server, learning = Server(rate, 10), Learning()
    assert asks(server, learning, 30)[1] <= 3
    assert 0.8 * rate <= learning.rate <= rate
    taken, refused = asks(Server(rate, 1), learning, 600)
    assert refused <= 600 / 60 * 2
    assert taken >= 0.85 * rate * 600


def test_a_limit_that_was_lifted_is_forgotten_after_some_minutes() -> None:
    learning = Learning()
    asks(Server(0.2, 10), learning, 30)
    assert 0 < learning.rate <= 0.2
    asks(Server(10_000, 10_000), learning, 600)
    assert learning.rate == 0


def test_a_refusal_for_going_too_fast_is_the_whole_account_s() -> None:
    slow = failure(Refused("M_LIMIT_EXCEEDED", 429, 3.0))
    assert (slow.everyone, slow.permanent) == (True, False)
    assert slow.wait is not None
    assert slow.wait.total_seconds() == 3
    assert failure(Broken("502, and no JSON", 502)).everyone
    assert not failure(Broken("500 M_UNKNOWN", 500)).everyone


@dataclass
class Clock:
    """Time passes only where somebody would wait, however slow the machine is. Seconds."""

    passed: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.passed

    def now(self) -> datetime:
        return datetime.fromtimestamp(self(), UTC)


class Limit(Rule):
    """Stands on the line, and refuses what is more than `server` takes."""

    def __init__(self, server: Server, clock: Clock) -> None:
        super().__init__("too_many", SEND)
        self.server, self.clock = server, clock

    def strikes(self, method: str, path: str, body: bytes) -> bool:
        wait = self.server.wait(self.clock()) if fnmatchcase(path, self.path) else 0.0
        self.retry_after_ms = math.ceil(wait * 1000)
        self.struck += wait > 0
        return wait > 0


async def test_a_server_with_limits_is_asked_as_fast_as_it_allows(
    matrix: Matrix, proxy: Proxy, device: Device
) -> None:
    """One in forty seconds after the first three."""
    ana, rate, clock = await matrix.person("Ana", encryption=False), 1 / 40, Clock()
    room = await device.meets(ana, encrypted=False)
    device.adapter._learning.clock = clock
    proxy.rules = [limit := Limit(Server(rate, 3), clock)]
    gate = Gate(device.adapter.pace)
    for n in range(9):
        while not await _sent(device, gate, room, n, clock):
            pass
    assert 0.8 * rate <= device.adapter.pace.everyone[0] <= 1.2 * rate
    assert 1 <= limit.struck <= 3
    await ana.has("ligne 8")
    assert ana.screen() == [f"ligne {n}" for n in range(9)]


async def _sent(device: Device, gate: Gate, room: str, n: int, clock: Clock) -> bool:
    """As the postman does it: not before the gate is open."""
    now, gate.pace = clock.now(), device.adapter.pace
    if wait := gate.room(now)[1]:
        clock.passed += wait
        return False
    gate.spend(ChatRef("matrix", room), True, now)
    try:
        await device.says(room, f"ligne {n}", key=f"k{n}")
    except SendFailed as no:
        gate.hold("", clock.now() + (no.wait or timedelta()), clock.now())
        return False
    return True


async def test_the_limit_of_a_synapse_as_it_comes_is_learnt_from_its_first_refusal(
    strict_matrix: Matrix, tmp_path: Path
) -> None:
    """A fifth of an event a second. A machine that is too slow to get there learns a higher one,
    though none that is higher than its own."""
    account = await strict_matrix.account("tocsin")
    ana = await strict_matrix.person("Ana", encryption=False)
    async with on_its_own(account, strict_matrix.synapse.url, tmp_path / "matrix") as device:
        room = await device.meets(ana, encrypted=False)
        with pytest.raises(SendFailed) as slow:
            await _says_much(device, room)
        assert slow.value.everyone
        assert 0.1 <= device.adapter.pace.everyone[0] <= 10


async def _says_much(device: Device, room: str) -> None:
    for n in range(100):
        await device.says(room, f"ligne {n}")


async def test_where_few_events_are_left_only_calls_get_reactions(bot: Bot, matrix: Matrix) -> None:
    """What is asked along the way lists numbers, to be typed."""
    claire, ana = await matrix.people("Claire", "Ana", encryption=False)
    await member(bot, claire, Role.COORDINATOR, encrypted=False)
    await member(bot, ana, Role.MEMBER, encrypted=False)
    bot.adapter._learning.rate = 4.0
    await claire.says(CALL)
    preview = await claire.sees("Aperçu", "1. 📣 Envoyer")
    await claire.says("1")
    card = await ana.sees("APPEL À VOLONTAIRES", "1️⃣")
    await ana.taps("1️⃣", on=card)
    await ana.sees("C'est noté, vous venez")
    assert not claire.client.messages[preview.room][preview.id].reactions
