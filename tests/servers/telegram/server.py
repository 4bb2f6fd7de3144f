"""The test Bot API server: HTTP in front of the world.

async with TelegramServer() as server:
    ana = server.user("Ana")
    ... start the bot with [telegram] api_url = server.url and token = server.token ...
    await ana.says("/start")
    await ana.sees("Bienvenue", within=3)
"""

import asyncio
import re
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from aiohttp import web

from tests.servers.telegram.answers import reply
from tests.servers.telegram.api import Api
from tests.servers.telegram.calls import read_call
from tests.servers.telegram.control import control
from tests.servers.telegram.errors import UNAUTHORIZED, ApiError
from tests.servers.telegram.faults import BAD_GATEWAY, Rule
from tests.servers.telegram.groups import Group
from tests.servers.telegram.history import History
from tests.servers.telegram.users import User
from tests.servers.telegram.webhook import Webhook
from tests.servers.telegram.world import Kind, World

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
BODY_LIMIT = 64 * 1024 * 1024
Outage = Literal["refuse", "502", "hang"]
_PATH = re.compile(r"/(?P<file>file/)?bot(?P<token>[^/]+)/(?P<rest>.*)")


class TelegramServer:
    """One bot's Telegram. `now` may be replaced by a test's clock (callback queries, dates)."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "tocsin_test_bot",
        port: int = 0,
        history: Path | None = None,
        limits: bool = False,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.token, self.port = token, port
        self.history = History(history)
        self.world = World(token, username, self.history, now)
        self.webhook = Webhook(self.world.updates, self.history)
        self.api = Api(self.world, self.history, self.webhook)
        self.api.limits.on = limits
        self.outage: Outage | None = None
        self.turned_away: list[float] = []  # when it was asked during an outage
        self._users: dict[str, User] = {}
        self._groups: dict[int, Group] = {}
        self._http: web.Server | None = None
        self._listening: asyncio.Server | None = None
        self._hanging: set[asyncio.Future[None]] = set()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        """The base to which `/bot<token>/<method>` is added."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        self._http = web.Server(self._serve, request_factory=_request, access_log=None)
        await self._listen()

    async def stop(self) -> None:
        self._refuse()
        await self.webhook.close()
        if self._http:
            await self._http.shutdown(0.01)  # 0 would wait for ever
        self.history.close()

    def user(self, first_name: str, **more: Any) -> User:
        """The person of that name, made at first mention (more: last_name, username, id…)."""
        if first_name not in self._users:
            self._users[first_name] = User(self.world, self.world.person(first_name, **more))
        return self._users[first_name]

    def group(self, title: str, kind: Kind = Kind.GROUP, *, username: str | None = None) -> Group:
        group = Group(self.world, self.world.group(kind, title, username))
        self._groups[group.chat.id] = group
        return group

    def supergroup(self, title: str, *, forum: bool = False, username: str | None = None) -> Group:
        group = self.group(title, Kind.SUPERGROUP, username=username)
        group.chat.topics = {} if forum else None
        return group

    def channel(self, title: str, *, username: str | None = None) -> Group:
        return self.group(title, Kind.CHANNEL, username=username)

    def group_at(self, chat_id: int) -> Group:
        """The group, supergroup or channel with that id, also one that came of a migration."""
        if chat_id not in self._groups:
            self._groups[chat_id] = Group(self.world, self.world.chats[chat_id])
        return self._groups[chat_id]

    def fails(self, *rules: Rule) -> None:
        """Calls fail by these rules and no others; without any, all is well again."""
        self.api.faults.set(*rules)

    async def down(self, how: Outage = "refuse") -> None:
        """Refuses connections (and cuts those that are open), answers 502, or never answers."""
        self.outage = how
        if how == "refuse":
            self._refuse()

    async def up(self) -> None:
        """Back, on the same port. Calls that hung are cut."""
        self.outage = None
        for future in self._hanging:
            future.set_result(None)
        if self._listening is None:
            await self._listen()

    async def _listen(self) -> None:
        assert self._http
        loop = asyncio.get_running_loop()
        self._listening = await loop.create_server(
            self._http, "127.0.0.1", self.port, backlog=1024, reuse_address=True
        )
        self.port = self._listening.sockets[0].getsockname()[1]

    def _refuse(self) -> None:
        if self._listening:
            self._listening.close()
            self._listening = None
        for connection in self._http.connections if self._http else []:
            if connection.transport:
                connection.transport.abort()

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path.startswith("/control/"):
            return await control(self, request)
        if self.outage:
            self.turned_away.append(time.time())
        if self.outage == "502":
            return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
        if self.outage == "hang":
            await self._hang()
            return _cut(request)
        return await self._serve_bot(request)

    async def _serve_bot(self, request: web.BaseRequest) -> web.StreamResponse:
        path = _PATH.fullmatch(request.path)
        if not path:
            return reply(ApiError(404, "Not Found")).response()
        if path["token"] != self.token:
            return reply(ApiError(401, UNAUTHORIZED)).response()
        if path["file"]:
            return self._download(path["rest"])
        try:
            call = await read_call(request, path["rest"])
        except ApiError as error:
            return reply(error).response()
        answer = await self.api.answer(call)
        if answer is None:
            return _cut(request)
        return answer.response()

    def _download(self, path: str) -> web.Response:
        stored = self.world.files.at(path)
        if stored is None:
            return reply(ApiError(404, "Not Found")).response()
        return web.Response(body=stored.data, content_type="application/octet-stream")

    async def _hang(self) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._hanging.add(future)
        try:
            await future
        finally:
            self._hanging.discard(future)


def _cut(request: web.BaseRequest) -> web.Response:
    """Closes the connection at once, as a dying proxy does: the response goes nowhere."""
    if request.transport:
        request.transport.abort()
    return web.Response(status=500)


def _request(
    message: Any, payload: Any, protocol: Any, writer: Any, task: "asyncio.Task[None]"
) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop, client_max_size=BODY_LIMIT
    )
