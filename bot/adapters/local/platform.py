"""The local platform: the same port as Telegram's, and methods for what its people do."""

import asyncio
import itertools
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from bot.adapters.local.chats import Change, Chat, Happening, Kind, Notice, Shown, Tap
from bot.core import ChatRef, Event, Identity, Lang, Pressed, Role, Said, Wording
from bot.core.errors import SendFailed
from bot.core.events import Blocked, FileRef, Joined, Unblocked, Unpressed
from bot.core.messages import Span
from bot.core.ports import Abilities, Intake, MenuEntry, Pace
from bot.core.unbroken import unbroken

NAME = "local"


class Local:
    """`pace` is unlimited unless a test wants otherwise."""

    platform = NAME
    abilities = Abilities(repeats_safely=True)

    def __init__(
        self, clock: Callable[[], datetime] | None = None, pace: Pace | None = None
    ) -> None:
        self.pace = pace or Pace(edit_private=0.0)
        self.chats: dict[str, Chat] = {}
        self.menus: dict[tuple[str, str], Sequence[MenuEntry]] = {}
        self.notices: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        self.watchers: list[Callable[[Happening], None]] = []
        self.heard = asyncio.Event()
        self._clock = clock or (lambda: datetime.now(UTC))
        self._sent: dict[str, str] = {}
        self._ids, self._keys = itertools.count(1), itertools.count(1)
        self._intake: Intake | None = None
        self._waiting: dict[str, tuple[str, str]] = {}
        self._session = f"{datetime.now(UTC).timestamp():.6f}"

    # The port

    async def receive(self, intake: Intake, cursor: str) -> None:
        self._intake = intake
        self.heard.set()
        await asyncio.Event().wait()

    async def send(self, chat: ChatRef, wording: Wording, *, key: str) -> str:
        if key in self._sent:
            return self._sent[key]
        there = self._open(chat)
        shown = Shown(f"m{next(self._ids)}", "", self._clock(), wording)
        there.messages[shown.id] = shown
        self._sent[key] = shown.id
        self._tell(Change(there.id, shown, edited=False))
        return shown.id

    async def edit(self, chat: ChatRef, message: str, wording: Wording) -> None:
        there = self._open(chat)
        shown = there.messages.get(message)
        if shown is None:
            raise SendFailed("message to edit not found", permanent=True)
        # As on Telegram: taking the buttons away is not called an edit.
        shown.edited = shown.edited or shown.wording.lines != wording.lines
        shown.wording = wording
        self._tell(Change(there.id, shown, edited=True))

    async def mark(self, chat: ChatRef, message: str, signs: Sequence[str], *, key: str) -> None:
        self._open(chat).messages[message].marks = tuple(signs)

    async def leave(self, chat: ChatRef) -> None:
        self.chat(chat.chat).blocked = "removed"

    async def may_write(self, chat: ChatRef) -> bool:
        return not self.chat(chat.chat).blocked

    async def fetch(self, file: str) -> bytes:
        if file not in self.files:
            raise SendFailed("no such file", permanent=True)
        return self.files[file]

    async def let_go(self) -> None: ...

    async def acknowledge(self, token: str, notice: str) -> None:
        self.notices[token] = notice
        chat, account = self._waiting.pop(token, ("", ""))
        if notice and chat:
            self._tell(Notice(chat, account, notice))

    async def menu(
        self, chat: ChatRef | None, role: Role, lang: Lang, entries: Sequence[MenuEntry]
    ) -> None:
        self.menus[chat.chat if chat else "", lang.value] = entries

    def is_private(self, chat: ChatRef) -> bool:
        there = self.chats.get(chat.chat)
        return there is None or there.kind == "private"

    def invite_link(self, payload: str) -> str:
        return f"#start={payload}"

    def group_link(self, payload: str) -> str:
        return ""

    # What its people do

    def chat(self, id: str, kind: Kind = "private", title: str = "") -> Chat:
        """The chat, made if it is not there yet."""
        return self.chats.setdefault(id, Chat(id, kind, title or id))

    async def say(
        self,
        account: str,
        text: str,
        *,
        chat: str = "",
        reply_to: str = "",
        files: tuple[FileRef, ...] = (),
        lang: str = "",
    ) -> None:
        await self.receive_event(
            self.said(account, text, chat=chat, reply_to=reply_to, files=files, lang=lang)
        )

    def said(
        self,
        account: str,
        text: str,
        *,
        chat: str = "",
        reply_to: str = "",
        files: tuple[FileRef, ...] = (),
        lang: str = "",
        shown: str = "",
    ) -> Said:
        """Words that stand in the chat now, and the event that tells the bot of them. `shown`:
        what stands there instead."""
        there = self.chat(chat or account)
        words = Wording(((Span(shown or text),),), reply_to=reply_to)
        mine = Shown(f"m{next(self._ids)}", account, self._clock(), words)
        there.messages[mine.id] = mine
        self._tell(Change(there.id, mine, edited=False))
        return Said(
            key=self._key(), chat=self._at(there.id), sender=self._by(account),
            at=self._clock(), private=there.kind == "private", text=text, files=files,
            reply_to=reply_to, lang=lang,
        )  # fmt: skip

    def opened(self, account: str, payload: str, lang: str = "") -> Said:
        """Someone has opened a link to the bot: as on Telegram, they see «/start» and no code."""
        return self.said(account, f"/start {payload}", lang=lang, shown="/start")

    async def press(self, account: str, chat: str, message: str, index: int) -> str:
        """Press a button as it stands; the token of the press comes back."""
        shown = self.chats[chat].messages[message]
        return await self.press_raw(account, chat, message, shown.wording.keyboard, index)

    async def press_raw(
        self, account: str, chat: str, message: str, keyboard: str, index: int
    ) -> str:
        """What a client may send: any keyboard's name, any position."""
        tap = self.pressed(account, chat, message, keyboard, index)
        await self.receive_event(tap)
        return tap.token

    def pressed(self, account: str, chat: str, message: str, keyboard: str, index: int) -> Pressed:
        """A press that is about to be told; those who watch see what stood on the button."""
        there, key = self.chat(chat), self._key()
        self._waiting[key] = (chat, account)
        shown = there.messages.get(message)
        if shown is not None and shown.wording.keyboard == keyboard:
            labels = [k.label for k in shown.wording.keys]
            if 0 <= index < len(labels):
                self._tell(Tap(chat, account, message, labels[index], self._clock()))
        return Pressed(
            key=key, chat=self._at(chat), sender=self._by(account),
            at=self._clock(), private=there.kind == "private", message=message,
            keyboard=keyboard, index=index, token=key,
        )  # fmt: skip

    async def unpress(self, account: str, chat: str, press: str) -> None:
        """Take a press back, by the key of its event."""
        await self.receive_event(
            Unpressed(
                key=self._key(), chat=self._at(chat), sender=self._by(account),
                at=self._clock(), private=self.chat(chat).kind == "private", press=press,
            )
        )  # fmt: skip

    async def add_bot(self, chat: str, kind: Kind, title: str, people: int = 0) -> None:
        await self.receive_event(self.added(chat, kind, title, people))

    def added(self, chat: str, kind: Kind, title: str, people: int = 0) -> Joined:
        """The chat, and the event that tells the bot that it was let in."""
        self.chat(chat, kind, title).blocked = ""
        return Joined(
            key=self._key(), chat=self._at(chat), sender=None, at=self._clock(),
            private=False, title=title, kind=kind, people=people,
        )  # fmt: skip

    async def block(self, account: str, reason: str = "blocked") -> None:
        self.chat(account).blocked = reason
        await self.receive_event(
            Blocked(
                key=self._key(), chat=self._at(account), sender=self._by(account),
                at=self._clock(), reason=reason,
            )
        )  # fmt: skip

    async def unblock(self, account: str) -> None:
        self.chat(account).blocked = ""
        await self.receive_event(
            Unblocked(
                key=self._key(), chat=self._at(account), sender=self._by(account),
                at=self._clock(),
            )
        )  # fmt: skip

    async def receive_event(self, *events: Event) -> None:
        """Everything comes in by this door alone."""
        if self._intake is None:
            raise RuntimeError("the local platform is not running")
        await unbroken(self._keep(events))

    async def _keep(self, events: Sequence[Event]) -> None:
        assert self._intake is not None
        await self._intake(events, "")

    def _open(self, chat: ChatRef) -> Chat:
        there = self.chat(chat.chat)
        if there.blocked:
            raise SendFailed(there.blocked, permanent=True, gone=True)
        return there

    def _at(self, chat: str) -> ChatRef:
        return ChatRef(self.platform, chat)

    def _by(self, account: str) -> Identity:
        return Identity(self.platform, account)

    def _key(self) -> str:
        return f"{self._session}:{next(self._keys)}"

    def _tell(self, happening: Happening) -> None:
        for watcher in list(self.watchers):
            watcher(happening)
