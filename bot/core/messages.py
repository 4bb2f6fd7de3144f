"""What we can say. Adapters decide how it looks; features never know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import IntEnum
from types import MappingProxyType
from typing import TypeAlias, Union

from bot.core.people import Identity

Plain: TypeAlias = str | int | bool | None
Arg: TypeAlias = Union[
    str, int, date, datetime, time, "Span", "Text", "tuple[Arg, ...]"
]  # fmt: skip


Args: TypeAlias = dict[str, Arg]


class Lane(IntEnum):
    """How much a message matters. URGENT goes first, always; the others share by weight. SIGNS
    are the reactions that stand for buttons: words go before them."""

    URGENT = 0
    ANSWERS = 1
    CALLS = 2
    REMINDERS = 3
    NEWS = 4
    SIGNS = 5


class Asks(IntEnum):
    """Does a message wait for words? What was answered may still be taken back in words; what
    asks back («Vous retirer de samedi ?») is meant by the next word while nothing came after."""

    NO = 0
    ANSWERED = 1
    YES = 2
    BACK = 3


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line. Plain unless it says otherwise; never markup, never escaped by hand."""

    text: str
    bold: bool = False
    link: str = ""


Line: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A key of the feature's .ftl files and its variables; put into words for each reader."""

    key: str
    args: Mapping[str, Arg] = field(default_factory=lambda: MappingProxyType({}))


def text(key: str, **args: Arg) -> Text:
    return Text(key, args)


@dataclass(frozen=True, slots=True)
class Call:
    """A declared action and its arguments, as data: what a button or a timer holds."""

    action: str
    args: Mapping[str, Plain] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Button:
    """What one can press. It does `call`, or it opens: `start` (a private chat with the bot,
    with that payload) or `url`. `wide` asks for a row of its own. `words` are what people type
    for it besides its number and its label."""

    label: Text
    call: Call | None = None
    start: str = ""
    url: str = ""
    wide: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """Bytes to send along. `alt` says the same in words: a picture is never the only carrier."""

    name: str
    mime: str
    data: bytes
    alt: str = ""

    @property
    def is_picture(self) -> bool:
        return self.mime.startswith("image/")


@dataclass(frozen=True, slots=True)
class Made:
    """An attachment that is made when it is sent: drawing must not hold up a tap.

    `call` names who makes it (`@maker`), `by` is the member who asked for it.
    """

    call: Call
    by: int
    picture: bool = False

    @property
    def is_picture(self) -> bool:
        return self.picture


@dataclass(frozen=True, slots=True)
class Message:
    """Lines of text, buttons under them, perhaps one attachment.

    `asks` marks a question that waits for this chat's answer: what is typed without a reply
    belongs to the only open one. One that was answered steps back behind those that were not.
    `only`: nobody else in the chat may press its buttons; `until`: nobody at all after that.
    """

    lines: tuple[Text, ...]
    buttons: tuple[Button, ...] = ()
    attachment: Attachment | Made | None = None
    asks: Asks = Asks.NO
    only: Identity | None = None
    until: datetime | None = None


def message(key: str, *buttons: Button, **args: Arg) -> Message:
    """A message of one text: the common case."""
    return Message((Text(key, args),), buttons)


@dataclass(frozen=True, slots=True)
class Key:
    """A button put into words: what an adapter draws. `sign` is the emoji that stands for it
    where buttons are reactions."""

    label: str
    start: str = ""
    url: str = ""
    wide: bool = False
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A message put into words: what an adapter gets.

    `keyboard` is the random id of this revision of the keys; a press brings it back with the
    position. `reply_to` is the platform's id of the message this one answers. `made` is an
    attachment still to be made; adapters never see one.
    """

    lines: tuple[Line, ...]
    keys: tuple[Key, ...] = ()
    keyboard: str = ""
    attachment: Attachment | None = None
    reply_to: str = ""
    urgent: bool = False
    made: Made | None = None

    @property
    def plain(self) -> str:
        return "\n".join("".join(span.text for span in line) for line in self.lines)


def rows(keys: tuple[Key, ...], *, width: int = 38, most: int = 3) -> list[list[int]]:
    """Positions of the keys, row by row: at most three, and no label squeezed out of sight.

    `width` is how many characters of labels fit side by side on a phone.
    """
    laid: list[list[int]] = []
    room = 0
    for position, key in enumerate(keys):
        need = len(key.label) + 2
        alone = key.wide or need > width // 2
        if not laid or alone or room < need or len(laid[-1]) >= most:
            laid.append([])
            room = width
        laid[-1].append(position)
        room = 0 if alone else room - need
    return laid
