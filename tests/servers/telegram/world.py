"""The people, chats and messages that exist on the test server, and nothing of HTTP."""

import itertools
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.servers.telegram.bell import Bell
from tests.servers.telegram.files import Files
from tests.servers.telegram.history import History
from tests.servers.telegram.updates import Updates

Json = dict[str, Any]
SUPERGROUP = -1_000_000_000_000


class Kind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class Status(StrEnum):
    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


INSIDE = (Status.CREATOR, Status.ADMINISTRATOR, Status.MEMBER)


@dataclass(slots=True, eq=False)
class Account:
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str = "fr"
    is_bot: bool = False
    deactivated: bool = False
    started: bool = False  # has written to the bot, which may therefore write to them
    blocked: bool = False  # has blocked the bot
    known: bool = False  # the bot has met them, here or in a group


@dataclass(slots=True)
class Member:
    account: Account
    status: Status
    rights: frozenset[str] = frozenset()  # of an administrator: "can_post_messages", …


@dataclass(slots=True)
class Topic:
    id: int
    name: str
    closed: bool = False


@dataclass(slots=True, eq=False)
class Chat:
    id: int
    kind: Kind
    title: str | None = None
    username: str | None = None
    person: Account | None = None
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] | None = None  # None: not a forum
    messages: dict[int, "Message"] = field(default_factory=dict)
    may_write: bool = True  # plain members may send messages
    moved_to: int | None = None
    deleted: bool = False
    pinned: int | None = None

    def member(self, account: Account) -> Member:
        return self.members.get(account.id) or Member(account, Status.LEFT)

    def may(self, account: Account, right: str) -> bool:
        who = self.member(account)
        return who.status is Status.CREATOR or right in who.rights


@dataclass(slots=True, eq=False)
class Message:
    """`body` holds what is shown (text or caption with its entities, media), as the API names it.

    `changed` is the world's tick at which it was sent or last edited.
    """

    id: int
    chat: Chat
    author: Account
    at: int
    body: Json
    markup: Json | None = None
    thread: int | None = None
    reply_to: "Message | None" = None
    service: bool = False
    edited: int | None = None
    deleted: bool = False
    changed: int = 0
    versions: list[Json] = field(default_factory=list)  # bodies before each edit

    @property
    def text(self) -> str:
        return str(self.body.get("text") or self.body.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        return list(self.body.get("entities") or self.body.get("caption_entities") or [])

    @property
    def buttons(self) -> list[list[Json]]:
        return list((self.markup or {}).get("inline_keyboard") or [])

    @property
    def labels(self) -> list[str]:
        return [str(button["text"]) for row in self.buttons for button in row]

    @property
    def file_id(self) -> str | None:
        media = self.body.get("document") or self.body.get("voice") or self.body.get("photo")
        if not media:
            return None
        return str((media[-1] if isinstance(media, list) else media)["file_id"])


@dataclass(slots=True, eq=False)
class Press:
    """A tap on a button: the callback query, and what the bot answered to it."""

    id: str
    account: Account
    message: Message
    data: str
    at: float
    answer: Json | None = None


class World:
    """Everything that one bot can see.

    `now` gives seconds since the epoch, for every date and for callback queries, which expire
    after `press_lifetime` seconds.
    """

    def __init__(
        self,
        token: str,
        username: str,
        history: History,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.now, self.token, self.press_lifetime = now, token, 150.0
        bot_id = int(token.split(":")[0])
        self.bot = Account(bot_id, "Tocsin", username=username, is_bot=True, known=True)
        self.accounts = {bot_id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.bot_texts: dict[tuple[str, ...], Any] = {}  # commands and descriptions
        self.botfather: Json = {}  # what was set there: fields of getMe
        self.actions: list[tuple[int, str]] = []  # "typing" and the like, by chat
        self.files, self.bell = Files(), Bell()
        self.updates = Updates(history, now)
        self.tick = 0
        self.ids = itertools.count(1)  # messages of private chats and groups share one sequence
        self._people, self._groups = itertools.count(1001), itertools.count(1)

    def person(self, first_name: str, **more: Any) -> Account:
        account = Account(more.pop("id", None) or next(self._people), first_name, **more)
        self.accounts[account.id] = account
        self.chats[account.id] = Chat(account.id, Kind.PRIVATE, person=account)
        return account

    def group(self, kind: Kind, title: str, username: str | None = None) -> Chat:
        number = next(self._groups)
        chat_id = -(5000 + number) if kind is Kind.GROUP else SUPERGROUP - number
        chat = self.chats[chat_id] = Chat(chat_id, kind, title, username)
        return chat

    def meet(self, accounts: Iterable[Account]) -> None:
        for account in accounts:
            account.known = True

    def post(self, chat: Chat, author: Account, body: Json, **more: Any) -> Message:
        shared = chat.kind in (Kind.PRIVATE, Kind.GROUP)
        number = next(self.ids) if shared else len(chat.messages) + 1
        message = Message(number, chat, author, int(self.now()), body, **more)
        chat.messages[number] = message
        self.touch(message)
        return message

    def edit(self, message: Message, body: Json, markup: Json | None) -> None:
        message.versions.append(message.body)
        message.body, message.markup = body, markup
        message.edited = int(self.now())
        self.touch(message)

    def touch(self, message: Message) -> None:
        self.tick += 1
        message.changed = self.tick
        self.bell.ring()
