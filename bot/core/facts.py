"""What features tell each other. Whoever declares `@on(Fact)` runs in the same transaction."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.events import FileRef
from bot.core.messages import Button, Text
from bot.core.outward import Outline, OutwardButton
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
class AccountLinked:
    """A member is reached in a further app: its account was somebody else's before, or nobody's."""

    member_id: int


@dataclass(frozen=True, slots=True)
class MembersUnited:
    """Two profiles become one; what is said of the one that goes is published and erased after."""

    stays: int
    goes: int


@dataclass(frozen=True, slots=True)
class SettingsAsked:
    """Someone opens /reglages: add what of theirs is chosen there. A button that changes it shows
    the page again by running the command."""

    member_id: int
    lines: list[Text]
    buttons: list[Button]


@dataclass(frozen=True, slots=True)
class LinkOpened:
    """A member pressed a link into this chat («answer in private»): the payload it carried.
    Whoever knows it answers; if nobody does, the menu is shown."""

    payload: str


@dataclass(frozen=True, slots=True)
class CodeSaid:
    """A code, typed or brought by a link, in private or in a group, before it is looked for among
    the invitations of members. Whoever knows it answers. Tries have been counted already."""

    said: str


@dataclass(frozen=True, slots=True)
class SaidWhileMute:
    """Words in a chat where the bot may not speak yet, by somebody it does not know."""

    text: str


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """Someone who is no member asks what there is for them here, in private or in a channel."""


@dataclass(frozen=True, slots=True)
class PartnerAsked:
    """A partner asks what the bot can do for them: add what they may read now and what they may
    press (`private` says where they read it). Outsiders read it: nothing here names a person."""

    partner_id: int
    private: bool
    lines: list[Outline]
    offers: list[OutwardButton]


@dataclass(frozen=True, slots=True)
class OfferBegun:
    """Someone wants to offer help in a partner's name: the wizard starts here. `about` is what
    they read when they thought of it («alert:12»), "" for nothing."""

    partner_id: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class OfferMade:
    """A partner has offered help; `about` as in `OfferBegun`."""

    partner_id: int
    about: str = ""


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
class Posted:
    """Words in a channel or room that is a source, by nobody: who wrote them is not told."""

    chat: ChatRef
    text: str
    files: tuple[FileRef, ...]


@dataclass(frozen=True, slots=True)
class FileBrought:
    """A member sent a file in private that nothing asked for. Whoever can use it puts their name
    into `taken`; if nobody does, the member is told."""

    file: FileRef
    taken: list[str]


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
class Unheard:
    """Nobody listened to a platform for longer than it keeps what people do: what they did there
    between `since` and `until` is lost. Add to `open` what still waits for answers of theirs."""

    platform: str
    since: datetime
    until: datetime
    open: "list[StillOpen]"


@dataclass(frozen=True, slots=True)
class StillOpen:
    """`asked_by` is told `line`, and asks the silent once more with `again`."""

    asked_by: int
    line: Text
    again: Button


@dataclass(frozen=True, slots=True)
class Logged:
    """Something that belongs in the log of a crisis, where one is open: `text` says it (its
    feature's own key; only names of functions and organisations, never of persons), `about` is
    what it is part of («callout:42»), `drill` whether it was an exercise. `by` is the member who
    did it, where a timer says so later than they did."""

    text: Text
    about: str = ""
    drill: bool = False
    by: int | None = None


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What waited to be sent was held back by somebody (`bot.engine.holding`): nothing left.
    `cards` are those that will not stand anywhere; "" for a message that was no card."""

    about: str
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftNow:
    """What waited to be sent is on its way: it can no longer be held back."""

    about: str
