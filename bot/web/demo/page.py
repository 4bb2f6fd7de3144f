"""The demo's page on the web server: it looks on at the world and tells every browser."""

import asyncio
import mimetypes
from collections.abc import Sequence

from aiohttp import WSCloseCode, web

from bot.web.demo import frames
from bot.web.demo.assets import Assets
from bot.web.demo.frames import Frame
from bot.web.demo.stage import Bubble, Stage, Theatre
from bot.web.demo.visitor import Visitor

LONGEST = 32 * 1024
"""Bytes of one frame from a browser."""

TOGETHER = 0.15
"""Seconds in which changed counts are gathered into one frame."""

INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp")


class Page:
    """`Page` is the audience of each stage that the theatre opens."""

    def __init__(self, theatre: Theatre) -> None:
        self._theatre, self._assets = theatre, Assets()
        self.visitors: set[Visitor] = set()
        self._sockets: set[web.WebSocketResponse] = set()
        self._stale: set[str] = set()

    @property
    def _stage(self) -> Stage:
        return self._theatre.stage

    # What the world tells

    def changed(self, chat: str, shown: Bubble, edited: bool) -> None:
        frame: Frame | None = None
        for visitor in self.visitors:
            if chat in visitor.shows:
                frame = frame or {
                    "t": "edit" if edited else "message",
                    "chat": chat,
                    "message": frames.message(chat, shown),
                }
                visitor.send(frame)
        if not edited and not shown.by:
            self._later("unread")

    def noticed(self, chat: str, account: str, text: str) -> None:
        self._tell({"t": "notice", "chat": chat, "as": account, "text": text}, chat)

    def clock_changed(self) -> None:
        self._later("clock")

    def scene_changed(self) -> None:
        self._tell(frames.scene(self._stage.progress))

    def counts_changed(self) -> None:
        self._later("counts")

    def unread_changed(self) -> None:
        self._later("unread")

    def types(self, chat: str, text: str, seconds: float) -> None:
        self._tell({"t": "types", "chat": chat, "text": text, "seconds": seconds}, chat)

    def touches(self, chat: str, message: str, index: int) -> None:
        self._tell({"t": "touches", "chat": chat, "message": message, "index": index}, chat)

    def restarted(self) -> None:
        """Another stage: everyone begins anew."""
        for visitor in self.visitors:
            visitor.greet()

    def _tell(self, frame: Frame, chat: str = "") -> None:
        for visitor in self.visitors:
            if not chat or chat in visitor.shows:
                visitor.send(frame)

    def _later(self, what: str) -> None:
        """Many changes in one moment are one frame."""
        if not self._stale:
            asyncio.get_running_loop().call_later(TOGETHER, self._freshen)
        self._stale.add(what)

    def _freshen(self) -> None:
        stale, self._stale = self._stale, set()
        if "unread" in stale:
            self._tell({"t": "unread", "counts": dict(self._stage.unread)})
        if "counts" in stale:
            self._tell(frames.counts(self._stage))
        if "clock" in stale:
            self._tell(frames.clock(self._stage))

    # What browsers ask

    async def index(self, request: web.Request) -> web.StreamResponse:
        return self._assets.answer("index.html")

    async def asset(self, request: web.Request) -> web.StreamResponse:
        return self._assets.answer(request.match_info["path"])

    async def file(self, request: web.Request) -> web.StreamResponse:
        """What the bot sent: pictures are shown, everything else is saved."""
        try:
            room = self._stage.chat(request.match_info["chat"])
            sent = room.messages[request.match_info["message"]].wording.attachment
        except LookupError:
            raise web.HTTPNotFound from None
        if sent is None:
            raise web.HTTPNotFound
        shown = sent.mime in INLINE
        kind = sent.mime if shown or sent.mime in mimetypes.types_map.values() else ""
        answer = web.Response(body=sent.data, content_type=kind or "application/octet-stream")
        answer.headers["Content-Disposition"] = "inline" if shown else "attachment"
        answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        answer.headers["Cache-Control"] = "no-store"
        return answer

    async def socket(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(heartbeat=20, max_msg_size=LONGEST)
        await socket.prepare(request)
        visitor = Visitor(socket, self._theatre, self._hold)
        self.visitors.add(visitor)
        self._sockets.add(socket)
        visitor.greet()
        try:
            await visitor.run()
        finally:
            self.visitors.discard(visitor)
            self._sockets.discard(socket)
            self._hold()
        return socket

    async def close(self) -> None:
        """Say goodbye to every browser, so that a stop does not wait for them."""
        for socket in list(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    def _hold(self) -> None:
        """The crowd answers for every phone that no visitor has."""
        held = {account for visitor in self.visitors for account in visitor.holds}
        self._stage.hold(held)


def demo_routes(page: Page) -> Sequence[web.RouteDef]:
    return (
        web.get("/", page.index),
        web.get("/demo/socket", page.socket),
        web.get("/demo/files/{chat}/{message}/{name}", page.file),
        web.get("/demo/{path:.+}", page.asset),
    )
