"""Each way in which the line fails is seen as that by a client that knows nothing of us."""

import asyncio
import json
import secrets
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from tests.servers.matrix.api import V3
from tests.servers.matrix.faults import SEND, Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy
from tests.servers.matrix.synapse import Account, Synapse


@dataclass
class Line:
    """A bot with bare hands, in a room of its own."""

    proxy: Proxy
    synapse: Synapse
    bot: Account
    room: str
    session: aiohttp.ClientSession

    async def says(self, text: str, txn: str) -> tuple[int, str]:
        path = f"{V3}/rooms/{self.room}/send/m.room.message/{txn}"
        content = {"msgtype": "m.text", "body": text}
        async with self.session.put(self.proxy.url + path, json=content) as answer:
            return answer.status, await answer.text()

    async def there(self) -> list[str]:
        """What stands in the room, oldest first."""
        path = f"{V3}/rooms/{self.room}/messages?dir=f&limit=100"
        found = await self.synapse.api("GET", path, token=self.bot.token)
        return [e["content"]["body"] for e in found["chunk"] if e["type"] == "m.room.message"]


@pytest.fixture
async def line(synapse: Synapse, proxy: Proxy) -> AsyncIterator[Line]:
    bot = await synapse.register(f"bot-{secrets.token_hex(4)}")
    made = await synapse.api("POST", f"{V3}/createRoom", token=bot.token)
    headers = {"Authorization": f"Bearer {bot.token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        yield Line(proxy, synapse, bot, made["room_id"], session)


async def test_what_is_not_struck_passes_and_is_written_down(line: Line, tmp_path: Path) -> None:
    status, said = await line.says("Bonjour", "t1")
    assert status == 200
    found = line.proxy.requests.to(SEND)[0]
    assert found.pattern == "rooms/{id}/send/m.room.message/{txn}"
    assert (found.txn, found.room, found.status, found.done) == ("t1", line.room, 200, True)
    assert found.event == json.loads(said)["event_id"]
    line.proxy.requests.write(tmp_path / "requests.jsonl")
    written = json.loads((tmp_path / "requests.jsonl").read_text())
    assert (written["txn"], written["method"]) == ("t1", "PUT")
    assert "Bonjour" not in json.dumps(written)


@pytest.mark.parametrize(("action", "there"), [("drop_before", []), ("drop_after", ["Bonjour"])])
async def test_a_dropped_request_says_nothing_of_what_was_done(
    line: Line, action: str, there: list[str]
) -> None:
    line.proxy.rules = [Rule(action, SEND, times=2)]  # aiohttp tries again by itself, once
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await line.says("Bonjour", "t1")
    assert await line.there() == there
    await line.says("Bonjour", "t1")
    assert await line.there() == ["Bonjour"]
    assert [r.fault for r in line.proxy.requests.to(SEND)] == [action, action, None]


async def test_a_slow_request_takes_its_time(line: Line) -> None:
    line.proxy.rules = [Rule("slow", SEND, seconds=0.3)]
    began = time.monotonic()
    assert (await line.says("Bonjour", "t1"))[0] == 200
    assert time.monotonic() - began >= 0.3


async def test_a_request_that_hangs_is_never_answered(line: Line) -> None:
    line.proxy.rules = [Rule("hang", SEND)]
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(line.says("Bonjour", "t1"), 0.3)
    assert await line.there() == []


async def test_refusals_are_made_up(line: Line) -> None:
    line.proxy.rules = [
        Rule("too_many", SEND, nth=1, retry_after_ms=1500),
        Rule("bad_gateway", SEND, nth=1),
        Rule("error", SEND, nth=1, status=401, answer={"errcode": "M_UNKNOWN_TOKEN"}),
    ]
    limited, gateway, unknown = [await line.says("Bonjour", f"t{n}") for n in range(3)]
    assert (limited[0], json.loads(limited[1])["retry_after_ms"]) == (429, 1500)
    assert gateway[0] == 502
    assert gateway[1].startswith("<html>")
    assert (unknown[0], json.loads(unknown[1])["errcode"]) == (401, "M_UNKNOWN_TOKEN")
    assert await line.there() == []


async def test_an_answer_is_cut_halved_or_changed(line: Line) -> None:
    line.proxy.rules = [
        Rule("cut", SEND, nth=1),
        Rule("half_json", SEND, nth=1),
        Rule("changed", SEND, nth=1, change=lambda found: found | {"event_id": "$other"}),
    ]
    with pytest.raises(aiohttp.ClientPayloadError):
        await line.says("un", "t1")
    status, half = await line.says("deux", "t2")
    assert (status, half[:12], half[-1] == "}") == (200, '{"event_id":', False)
    assert json.loads((await line.says("trois", "t3"))[1]) == {"event_id": "$other"}
    assert await line.there() == ["un", "deux", "trois"]


async def test_a_rule_strikes_where_it_says(line: Line) -> None:
    line.proxy.rules = [Rule("bad_gateway", SEND, sent="deux"), Rule("bad_gateway", SEND, nth=3)]
    said = [(await line.says(text, text))[0] for text in ("un", "deux", "trois", "quatre", "cinq")]
    assert said == [200, 502, 200, 502, 200]


async def test_a_line_that_is_down_comes_up_at_the_same_address(line: Line) -> None:
    before = line.proxy.url
    await line.proxy.down()
    with pytest.raises(aiohttp.ClientConnectionError):
        await line.says("Bonjour", "t1")
    await line.proxy.up()
    assert line.proxy.url == before
    assert (await line.says("Bonjour", "t1"))[0] == 200


async def test_a_person_whose_line_was_down_catches_up(matrix: Matrix, proxy: Proxy) -> None:
    ana, ben = await matrix.person("Ana"), await matrix.person("Ben", url=proxy.url)
    await ana.creates_direct_room_with(ben)
    await ben.joins()
    await proxy.down()
    await ana.says("Vous m'entendez ?")
    await ben.sees_nothing("entendez", within=0.3)
    await proxy.up()
    await ben.sees("entendez")
