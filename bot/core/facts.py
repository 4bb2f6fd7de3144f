"""What features tell each other. Whoever declares `@on(Fact)` runs in the same transaction."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.messages import Button, Text
from bot.core.people import ChatRef


@dataclass(frozen=True, slots=True)
class MemberJoined:
    member_id: int


@dataclass(frozen=True, slots=True)
class MemberApproved:
    member_id: int


@dataclass(frozen=True, slots=True)
class MemberLeft:
    """Left, was refused or suspended: whatever they held is free again."""

    member_id: int


@dataclass(frozen=True, slots=True)
class MemberPaused:
    member_id: int
    until: datetime


@dataclass(frozen=True, slots=True)
class LinkOpened:
    """A member pressed a link into this chat («answer in private»): the payload it carried.
    Whoever knows it answers; if nobody does, the menu is shown."""

    payload: str


@dataclass(frozen=True, slots=True)
class CancelAsked:
    """Someone typed /annuler outside a wizard: add what of theirs can be cancelled."""

    member_id: int
    offers: list[Button]


@dataclass(frozen=True, slots=True)
class ChatLost:
    """A chat that can no longer be written to, and the reason. `owed`: the key of the delivery
    that found it out."""

    chat: ChatRef
    reason: str
    owed: str = ""


@dataclass(frozen=True, slots=True)
class ChatBack:
    chat: ChatRef


@dataclass(frozen=True, slots=True)
class BotAdded:
    chat: ChatRef
    title: str
    kind: str
    people: int


@dataclass(frozen=True, slots=True)
class ChatMoved:
    old: ChatRef
    new: ChatRef


@dataclass(frozen=True, slots=True)
class TimerMissed:
    """A timer that came too late to be of use; its author should know."""

    job: str
    args: dict[str, object]
    due_at: datetime


@dataclass(frozen=True, slots=True)
class EventParked:
    """An event that could not be handled; an administrator should look."""

    inbox_id: int
    error: str


@dataclass(frozen=True, slots=True)
class TimeToForget:
    """The hourly round of retention: each feature drops what it need not keep."""

    now: datetime


@dataclass(frozen=True, slots=True)
class Logged:
    """Something that belongs in the log of a crisis, where one is open: `text` says it (its
    feature's own key; only names of functions and organisations, never of persons), `about` is
    what it is part of («callout:42»), `drill` whether it was an exercise."""

    text: Text
    about: str = ""
    drill: bool = False
