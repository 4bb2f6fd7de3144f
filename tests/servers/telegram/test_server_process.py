"""The server as a process of its own: control over HTTP, history on disk."""

import asyncio
import base64
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.servers.telegram import TOKEN, read_history

Post = Any


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[tuple[str, Path]]:
    history = tmp_path / "history.jsonl"
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.servers.telegram", "--port", "0", "--history", str(history)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    yield (await process.stdout.readline()).decode().strip(), history
    process.terminate()
    assert await process.wait() == 0


async def test_a_conversation_over_http_is_on_disk(running: tuple[str, Path]) -> None:
    url, path = running
    async with aiohttp.ClientSession() as session:

        async def post(where: str, body: Any = None) -> Any:
            async with session.post(f"{url}/{where}", json=body or {}) as response:
                return await response.json()

        ana = await post("control/people", {"first_name": "Ana"})
        await post("control/people/Ana/says", {"text": "/start"})
        markup = {"inline_keyboard": [[{"text": "Oui", "callback_data": "y"}]]}
        message = {"chat_id": ana["id"], "text": "Prêt ?", "reply_markup": json.dumps(markup)}
        await post(f"bot{TOKEN}/sendMessage", message)
        seen = await post("control/people/Ana/sees", {"words": "Prêt"})
        assert (seen["by_bot"], seen["labels"]) == (True, ["Oui"])
        assert (await post("control/people/Ana/taps", {"label": "Oui"}))["data"] == "y"
        content = base64.b64encode(b"liste").decode()
        await post("control/people/Ana/sends_document", {"content": content, "name": "l.txt"})
        updates = (await post(f"bot{TOKEN}/getUpdates"))["result"]
        await post(f"bot{TOKEN}/getUpdates", {"offset": updates[1]["update_id"]})
        refused = await post("control/people/Ana/deletes_everything")
        assert refused == {"error": "'deletes_everything'"}
        group = await post("control/groups", {"title": "Crise", "kind": "supergroup"})
        rights = ["can_pin_messages"]
        await post(f"control/groups/{group['id']}/adds_bot", {"by": "Ana", "rights": rights})
        await post("control/people/Ana/says", {"text": "/note", "to": group["id"]})
        await post("control/faults", [{"action": "error", "description": "Bad Request: no"}])
        assert (await post(f"bot{TOKEN}/getMe"))["description"] == "Bad Request: no"
        async with session.get(f"{url}/control/people/Ana/messages") as response:
            assert [m.get("text") for m in await response.json()] == ["/start", "Prêt ?", None]
        async with session.get(f"{url}/control/history") as response:
            kept = await response.json()

    history = read_history(path)
    assert history.json() == kept
    assert [call.method for call in history.calls if call.ok] == [
        "sendmessage",
        "getupdates",
        "getupdates",
    ]
    first, second, third, *_ = history.updates.values()
    assert first.confirmed
    assert len(first.delivered) == 1
    assert second.confirmed is None
    assert len(second.delivered) == len(third.delivered) == 2


async def test_a_line_cut_short_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl"
    path.write_text('{"kind":"update","id":1,"at":1.0,"update":{}}\n{"kind":"confi')
    assert list(read_history(path).updates) == [1]
