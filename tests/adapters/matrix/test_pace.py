"""As fast as the homeserver lets us, learnt from its answers; and what is left out where that is
slow."""

import asyncio
from datetime import UTC, datetime, timedelta
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
from tests.servers.matrix.faults import SEND
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


def asks(server: Server, learning: Learning, seconds: float) -> tuple[int, int]:
    """(taken, refused) by a sender who waits as learnt and as told, for so long."""
    now = taken = refused = 0.0
    while now < seconds:
        wait = server.wait(now)
        if wait:
            refused += 1
            learning.refused(now, wait)
            now += wait + 0.001
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


async def test_a_server_with_limits_is_asked_as_fast_as_it_allows(
    matrix: Matrix, tmp_path: Path
) -> None:
    """Two a second after the first three; few are refused, and none is lost."""
    account, ana = await matrix.account("tocsin"), await matrix.person("Ana", encryption=False)
    async with (
        Proxy(matrix.synapse.url) as proxy,
        on_its_own(account, proxy.url, tmp_path / "matrix") as device,
    ):
        room = await device.meets(ana, encrypted=False)
        await matrix.synapse.override_ratelimit(account.user, 2, 3)
        gate = Gate(device.adapter.pace)
        for n in range(9):
            while not await _sent(device, gate, room, n):
                pass
        assert 1.0 <= device.adapter.pace.everyone[0] <= 2.1  # what it names is rounded
        assert len(proxy.requests.to(SEND, lambda r: r.status == 429)) <= 3
    await ana.has("ligne 8")
    assert ana.screen() == [f"ligne {n}" for n in range(9)]


async def _sent(device: Device, gate: Gate, room: str, n: int) -> bool:
    """As the postman does it: not before the gate is open."""
    now, gate.pace = datetime.now(UTC), device.adapter.pace
    if wait := gate.room(now)[1]:
        await asyncio.sleep(wait)
        return False
    gate.spend(ChatRef("matrix", room), True, now)
    try:
        await device.says(room, f"ligne {n}", key=f"k{n}")
    except SendFailed as no:
        gate.hold("", now + (no.wait or timedelta()), now)
        return False
    return True


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
