"""A browser that a test plays: the page's protocol, frame by frame."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

from bot.web import Web


class Browser:
    def __init__(self, socket: ClientWebSocketResponse, session: ClientSession) -> None:
        self.socket, self.session = socket, session
        self.seen: list[dict[str, Any]] = []

    async def ask(self, kind: str, **more: Any) -> None:
        await self.socket.send_json({"t": kind, **more})

    async def sees(self, kind: str, fits: Callable[[Any], bool] = lambda f: True) -> Any:
        """The next frame of this kind that fits; what came before it is passed over."""
        while True:
            frame = await self.socket.receive_json()
            self.seen.append(frame)
            if frame["t"] == kind and fits(frame):
                return frame

    async def show(self, *phones: tuple[str, str]) -> None:
        await self.ask("show", phones=list(phones))

    async def says(self, account: str, text: str, chat: str = "") -> Any:
        """Say it, and wait for what the bot answers."""
        await self.ask("say", **{"as": account, "chat": chat or account, "text": text})
        return await self.sees("message", lambda f: not f["message"]["by"])

    async def taps(self, account: str, message: dict[str, Any], label: str) -> None:
        keys = [key for row in message["rows"] for key in row]
        [key] = [key for key in keys if label in key["label"]]
        await self.ask(
            "press",
            **{"as": account, "chat": account, "message": message["id"],
               "keyboard": message["keyboard"], "index": key["i"]},
        )  # fmt: skip


@asynccontextmanager
async def visit(server: Web) -> AsyncIterator[Browser]:
    origin = server.url.rstrip("/")
    async with (
        ClientSession(server.url) as session,
        session.ws_connect("/demo/socket", origin=origin) as socket,
    ):
        yield Browser(socket, session)


def words(message: dict[str, Any]) -> str:
    text = "\n".join("".join(span[0] for span in line) for line in message["lines"])
    return text.replace("\u00a0", " ").replace("\u202f", " ")


async def until(true: Callable[[], object]) -> None:
    """Wait until it is so; a test that waits in vain is ended by its own limit."""
    while not true():  # noqa: ASYNC110 (anything may make it so)
        await asyncio.sleep(0.01)
