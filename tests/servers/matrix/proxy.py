"""A line to a homeserver that can be made to fail.

async with Proxy(synapse.url) as proxy:
    proxy.rules = [Rule("drop_after", SEND, nth=1), Rule("bad_gateway", "keys/claim", times=2)]
    ... let the client use proxy.url ...
    assert len(proxy.requests.to(SEND)) == 2

One proxy for each client whose line is to fail: others do not notice.
"""

import json
import time
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp import web
from yarl import URL

from tests.servers.matrix.faults import Answer, Rule, play
from tests.servers.matrix.requests import Request, Requests, short

AT_ONCE = 0.01  # seconds; 0 would wait for ever
LARGEST = 64 * 1024 * 1024
HOP = {"host", "connection", "accept-encoding", "content-length", "transfer-encoding"}


class Proxy:
    """Keeps its port when it goes down and comes up again."""

    def __init__(self, server: str, *rules: Rule) -> None:
        self._server, self.rules = server, list(rules)
        self.requests = Requests()
        self.port = 0
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        pool = aiohttp.TCPConnector(limit=0)
        timeout = aiohttp.ClientTimeout(total=None)
        self._session = aiohttp.ClientSession(connector=pool, timeout=timeout)
        await self.up()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.down()
        if self._session:
            await self._session.close()

    async def up(self) -> None:
        app = web.Application(client_max_size=LARGEST)
        app.router.add_route("*", "/{path:.*}", self._handle)
        runner = web.AppRunner(
            app, handler_cancellation=True, shutdown_timeout=AT_ONCE, access_log=None
        )
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port)
        await site.start()
        self.port = runner.addresses[0][1]
        self._runner = runner

    async def down(self) -> None:
        """Nobody answers any more: connections are closed, and new ones refused."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        path, body = short(request.rel_url.raw_path), await request.read()
        began, found = time.time(), Request(time.time(), request.method, path, 0, False, 0.0)
        found.sent = _json(body)
        self.requests.append(found)
        try:
            answer = await self._answer(request, body, found)
            found.status = answer.status if answer else 0
        finally:
            found.took = time.time() - began
        return await _give(request, answer)

    async def _answer(self, request: web.Request, body: bytes, found: Request) -> Answer | None:
        async def perform() -> Answer:
            answer = await self._forward(request, body)
            found.done = True
            if isinstance(said := answer.json(), dict):
                found.event, found.code = said.get("event_id"), said.get("errcode", "")
            return answer

        for rule in self.rules:
            if rule.strikes(request.method, found.path, body):
                found.fault = str(rule.action)
                return await play(rule, perform)
        try:
            return await perform()
        except aiohttp.ClientError:
            return None  # the server itself is gone: so is the line

    async def _forward(self, request: web.Request, body: bytes) -> Answer:
        assert self._session
        headers = {k: v for k, v in request.headers.items() if k.lower() not in HOP}
        url = URL(self._server + request.raw_path, encoded=True)
        async with self._session.request(
            request.method, url, headers=headers, data=body, allow_redirects=False
        ) as answer:
            kept = {k: v for k, v in answer.headers.items() if k.lower() not in HOP}
            return Answer(answer.status, await answer.read(), kept)


async def _give(request: web.Request, answer: Answer | None) -> web.StreamResponse:
    if answer is None:
        return _closed(request, web.Response())
    if answer.whole:
        return web.Response(status=answer.status, body=answer.body, headers=answer.headers)
    response = web.StreamResponse(status=answer.status, headers=answer.headers)
    response.content_length = len(answer.body)
    await response.prepare(request)
    await response.write(answer.body[: len(answer.body) // 2])
    return _closed(request, response)


def _closed(request: web.Request, response: web.StreamResponse) -> web.StreamResponse:
    if request.transport:
        request.transport.close()
    return response


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except ValueError:
        return None
