"""Files that people send, and what a command answers: in rooms that are encrypted and not."""

from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from aiohttp.typedefs import Handler

from bot.adapters.matrix.fetching import file_id
from bot.core import Said
from bot.core.errors import SendFailed
from tests.adapters.matrix.device import Device
from tests.servers.matrix.faults import Rule
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.proxy import Proxy

PDF = b"%PDF-1.7 " + bytes(3000)


def answering(event: str) -> dict[str, Any]:
    return {"m.relates_to": {"m.in_reply_to": {"event_id": event}}}


@pytest.mark.parametrize("encrypted", [True, False])
async def test_a_file_is_fetched_as_it_was_sent(
    device: Device, matrix: Matrix, encrypted: bool
) -> None:
    ana = await matrix.person("Ana", encryption=encrypted)
    await device.meets(ana, encrypted=encrypted)
    event = await ana.sends_file("plan.pdf", PDF, "application/pdf")
    said = await device.waits(lambda: next((e for e in device.heard(Said) if e.files), None))
    (file,) = said.files
    assert (file.name, file.mime) == ("plan.pdf", "application/pdf")
    assert await device.adapter.fetch(file.id) == PDF
    await ana.says("!alerte urgent", **answering(event))
    answer = await device.hears_words("!alerte")
    assert [f.name for f in answer.quoted_files] == ["plan.pdf"]
    assert await device.adapter.fetch(answer.quoted_files[0].id) == PDF


async def test_a_file_that_lies_elsewhere_is_fetched_there_without_our_token(
    device: Device, matrix: Matrix, proxy: Proxy
) -> None:
    """A homeserver may send whoever downloads to where its files are (MSC3860)."""
    told: list[str | None] = []

    async def store(request: web.Request) -> web.Response:
        told.append(request.headers.get("Authorization"))
        return web.Response(body=PDF)

    async with TestServer(_app(store)) as elsewhere:
        where = {"Location": str(elsewhere.make_url("/plan.pdf"))}
        proxy.rules = [Rule("body", "media/download/*", status=307, headers=where)]
        assert await device.adapter.fetch("mxc://tocsin.test/plan") == PDF
    assert told == [None]


def _app(handler: Handler) -> web.Application:
    app = web.Application()
    app.router.add_get("/plan.pdf", handler)
    return app


async def test_a_command_brings_the_words_it_answers_and_others_do_not(
    device: Device, matrix: Matrix
) -> None:
    ana = await matrix.person("Ana")
    room = await device.meets(ana)
    event = await ana.says("Vigilance rouge canicule.")
    ours = await device.says(room, "Pouvez-vous venir ?")
    for words, answered in (("!alerte", event), ("oui", event), ("!aide", ours)):
        await ana.says(words, **answering(answered))
    assert (await device.hears_words("!aide")).quoted == ""
    assert (await device.hears_words("oui")).quoted == ""
    assert (await device.hears_words("!alerte")).quoted == "Vigilance rouge canicule."


@pytest.mark.parametrize(
    "file", ["", "https://x/y", "mxc://", "mxc://gone", '{"url": "mxc://a/b", "key": "k"}']
)
async def test_what_is_no_file_fails_with_a_word(device: Device, file: str) -> None:
    with pytest.raises(SendFailed):
        await device.adapter.fetch(file)


@pytest.mark.parametrize("content", [{}, {"file": "x"}, {"file": {"key": 3, "hashes": []}}])
def test_any_content_has_an_id(content: dict[str, object]) -> None:
    assert isinstance(file_id(content), str)
