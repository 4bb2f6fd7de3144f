"""One browser: what it is shown, and what it asks for."""

import asyncio
import contextlib
import json
from collections.abc import Callable
from typing import assert_never

from aiohttp import WSMsgType, web

from bot.core import Lang
from bot.web.demo import asks, frames
from bot.web.demo.asks import Ask, Nonsense
from bot.web.demo.frames import Frame
from bot.web.demo.stage import Stage, Theatre

BEHIND = 3000
"""Frames a browser may lag; then it is let go, and comes back to a fresh state."""


class Visitor:
    def __init__(
        self, socket: web.WebSocketResponse, theatre: Theatre, held: Callable[[], None]
    ) -> None:
        self._socket, self._theatre, self._held = socket, theatre, held
        self._frames: asyncio.Queue[Frame] = asyncio.Queue(BEHIND)
        self.lang = theatre.stage.lang
        self.shows: dict[str, str] = {}
        self.holds: set[str] = set()

    @property
    def _stage(self) -> Stage:
        return self._theatre.stage

    def send(self, frame: Frame) -> None:
        try:
            self._frames.put_nowait(frame)
        except asyncio.QueueFull:
            asyncio.ensure_future(self._socket.close())  # noqa: RUF006

    def greet(self) -> None:
        """From the beginning: after connecting, and after a reset."""
        self.shows, self.holds = {}, set()
        stage = self._stage
        unread = {"t": "unread", "counts": dict(stage.unread)}
        for frame in (frames.hello(stage), frames.clock(stage), frames.scene(stage.progress),
                      frames.counts(stage), unread):  # fmt: skip
            self.send(frame)

    async def run(self) -> None:
        """Until the browser leaves. Raises nothing of its making."""
        writer = asyncio.create_task(self._write())
        try:
            async for packet in self._socket:
                if packet.type is WSMsgType.TEXT:
                    await self._hear(packet.data)
        finally:
            writer.cancel()

    async def _write(self) -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                frame = await self._frames.get()
                await self._socket.send_str(json.dumps(frame, ensure_ascii=False))

    async def _hear(self, packet: str) -> None:
        chat = ""
        try:
            ask = asks.read(packet)
            chat = ask.chat if isinstance(ask, asks.Say | asks.Press) else ""
            await self._do(ask)
        except (Nonsense, LookupError):
            self.send({"t": "refused", "chat": chat})

    async def _do(self, ask: Ask) -> None:
        stage = self._stage
        match ask:
            case asks.Show():
                self._show(stage, ask)
            case asks.Say():
                self._allow(ask.account, ask.chat)
                await stage.say(ask.account, ask.chat, ask.text, ask.reply_to, self.lang)
            case asks.Open():
                self._allow(ask.account, ask.account)
                await stage.open(ask.account, ask.payload, self.lang)
            case asks.Press():
                self._allow(ask.account, ask.chat)
                await stage.press(ask.account, ask.chat, ask.message, ask.keyboard, ask.index)
            case asks.Read():
                stage.read(ask.chat)
            case asks.Speed():
                stage.run_clock(float(ask.times))
            case asks.Pause():
                stage.pause_crowd(ask.crowd)
            case asks.Leap():
                stage.leap()
            case asks.Begin():
                stage.start(ask.scene, self.lang)
            case asks.Stop():
                stage.stop()
            case asks.Speak():
                self._speak(stage, ask.lang)
            case asks.Reset():
                await self._theatre.reset(self.lang)
            case _:
                assert_never(ask)

    def _show(self, stage: Stage, ask: asks.Show) -> None:
        """These phones from now on; those that are new here get their whole chat."""
        before, self.shows = self.shows, {chat: account for account, chat in ask.phones}
        self.holds = {account for account, _ in ask.phones}
        self._held()
        for chat, account in self.shows.items():
            if before.get(chat) != account:
                self.send(frames.chat(stage.chat(chat), account))
                self.send(frames.commands(stage, chat, account, self.lang))

    def _speak(self, stage: Stage, lang: Lang) -> None:
        self.lang = lang
        for chat, account in self.shows.items():
            self.send(frames.commands(stage, chat, account, lang))

    def _allow(self, account: str, chat: str) -> None:
        """One writes in one's own private chat, or in a room; and only from a phone in hand."""
        room = self._stage.chat(chat)
        if account not in self.holds or (room.kind == "private" and room.id != account):
            raise Nonsense
