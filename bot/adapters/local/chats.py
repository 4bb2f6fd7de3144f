"""What the people of the local platform see: chats, messages, edits."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from bot.core import Wording

Kind = Literal["private", "group", "channel"]


@dataclass
class Shown:
    """One message as it stands. `by` is "" for the bot, else an account. `marks` are the emoji
    that the bot has put under it, on a platform that has no buttons."""

    id: str
    by: str
    at: datetime
    wording: Wording
    edited: bool = False
    notifies: bool = True
    marks: tuple[str, ...] = ()


@dataclass
class Chat:
    """`id` of a private chat is the account of its person."""

    id: str
    kind: Kind
    title: str
    people: set[str] = field(default_factory=set)
    messages: dict[str, Shown] = field(default_factory=dict)
    blocked: str = ""

    @property
    def newest(self) -> Shown | None:
        return next(reversed(self.messages.values()), None)


@dataclass(frozen=True)
class Change:
    """What happened in a chat, for whoever watches it: a message came or was edited."""

    chat: str
    shown: Shown
    edited: bool


@dataclass(frozen=True)
class Tap:
    """Someone touched a button; `label` is what stood on it."""

    chat: str
    account: str
    message: str
    label: str
    at: datetime


@dataclass(frozen=True)
class Notice:
    """A word for the one who touched a button, and for nobody else."""

    chat: str
    account: str
    text: str


Happening: TypeAlias = Change | Tap | Notice
