"""What a platform can tell us. The whole list: an adapter drops anything else."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, TypeAlias

from bot.core.people import ChatRef, Identity

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What every event carries.

    `key` is the platform's own id, so a replay is dropped. `sender` is None where the
    platform names nobody (a channel's post). `lang` is what the person's app speaks.
    """

    key: str
    chat: ChatRef
    sender: Identity | None
    at: datetime
    private: bool = True
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRef:
    """A file that a person sent; `id` is what the adapter fetches it by."""

    id: str
    name: str
    mime: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Arrival):
    """Words, perhaps with files. `refused` is the guard's verdict; the text is then empty.
    `doubt` is its verdict on a text that was kept and may still speak of a patient.

    `quoted` and `quoted_files` are what a command answers: a message that was forwarded here;
    `quoted_from` names the channel it came from, never a person."""

    text: str
    files: tuple[FileRef, ...] = ()
    reply_to: str = ""
    refused: str = ""
    doubt: str = ""
    forwarded: bool = False
    quoted: str = ""
    quoted_files: tuple[FileRef, ...] = ()
    quoted_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed(Arrival):
    """A button: by its keyboard's random id and position. `token` answers the press itself.
    Where buttons are emoji: by its `sign` under the message."""

    message: str
    keyboard: str = ""
    index: int = -1
    token: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpressed(Arrival):
    """A reaction taken away: the answer it stood for is taken back. `press` is its event's key."""

    press: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(Arrival):
    """The bot was added to a group, channel or room. `people` is 0 where nobody tells."""

    title: str
    kind: str
    people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(Arrival):
    """The bot was removed from a chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked(Arrival):
    """A chat that cannot be written to, and why; told by the platform, or found by sending what
    was `owed` (a delivery's key)."""

    reason: str
    owed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unblocked(Arrival):
    """The person lets the bot write again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Arrival):
    """A chat got another id (a Telegram group that became a supergroup)."""

    new: ChatRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights(Arrival):
    """What the bot may do in a chat has changed."""

    can_write: bool
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooked(Arrival):
    """Something came in over HTTP for one of our routes."""

    route: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable(Arrival):
    """A voice message, a sticker, an undecryptable text: `what` names the kind."""

    what: str


Event: TypeAlias = (
    Said | Pressed | Unpressed | Joined | Left | Blocked | Unblocked | Moved | Rights | Hooked
    | Unreadable
)  # fmt: skip

KINDS: dict[str, type[Event]] = {
    kind.__name__: kind
    for kind in (
        Said, Pressed, Unpressed, Joined, Left, Blocked, Unblocked, Moved, Rights, Hooked,
        Unreadable,
    )
}  # fmt: skip


def pack(event: Event) -> Json:
    """As the inbox keeps it. The names of classes and fields are promises."""
    row: Json = {"event": type(event).__name__}
    for f in fields(event):
        row[f.name] = _plain(getattr(event, f.name))
    return row


def unpack(row: Json) -> Event:
    """The event of a row written by this version or an older one: new fields take defaults."""
    kind = KINDS[row["event"]]
    known = {f.name for f in fields(kind)}
    values = {k: v for k, v in row.items() if k in known}
    values["chat"] = ChatRef(*values["chat"])
    values["sender"] = Identity(*values["sender"]) if values["sender"] else None
    values["at"] = datetime.fromisoformat(values["at"])
    if "new" in values:
        values["new"] = ChatRef(*values["new"])
    for name in ("files", "quoted_files"):
        if name in values:
            values[name] = tuple(FileRef(**f) for f in values[name])
    return kind(**values)


def _plain(value: object) -> Any:
    match value:
        case ChatRef():
            return [value.platform, value.chat, value.thread]
        case Identity():
            return [value.platform, value.account]
        case datetime():
            return value.astimezone(UTC).isoformat()
        case FileRef():
            return {f.name: getattr(value, f.name) for f in fields(value)}
        case tuple():
            return [_plain(v) for v in value]
        case _:
            return value
