"""What is said outside the community: a type that can hold no person.

A partner's channel is read by people whom nobody has counted. What goes there is built from
numbers, times, words of choice and titles that a coordinator typed and saw in a preview; there is
no way to put a name from the members' table into it, and what is no such thing raises.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias, Union

from bot.core.messages import Arg, Button, Call, Message, Span, Text

Fact: TypeAlias = Union[
    bool, int, date, datetime, time, StrEnum, "Titled", "Outline", "tuple[Fact, ...]"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Titled:
    """The name of a thing: of a call, a place, an organisation, a chat; or a sentence that a
    coordinator has written for outsiders. Never a person's name."""

    words: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A text and what it is about."""

    key: str
    facts: Mapping[str, Fact] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        for name, fact in self.facts.items():
            _check(name, fact)

    @property
    def text(self) -> Text:
        return Text(self.key, {name: _arg(fact) for name, fact in self.facts.items()})


@dataclass(frozen=True, slots=True)
class OutwardButton:
    """What outsiders may press: `start` opens a private chat with the bot, `call` acts at once."""

    label: Outline
    call: Call | None = None
    start: str = ""

    @property
    def button(self) -> Button:
        return Button(self.label.text, self.call, start=self.start)


@dataclass(frozen=True, slots=True)
class Outward:
    """A whole message for outsiders."""

    lines: tuple[Outline, ...]
    buttons: tuple[OutwardButton, ...] = ()

    @property
    def message(self) -> Message:
        return Message(tuple(o.text for o in self.lines), tuple(b.button for b in self.buttons))


def outline(key: str, **facts: Fact) -> Outline:
    return Outline(key, facts)


def _check(name: str, fact: object) -> None:
    if isinstance(fact, tuple):
        for one in fact:
            _check(name, one)
    elif not isinstance(fact, int | date | time | StrEnum | Titled | Outline):
        raise TypeError(f"{name}: a {type(fact).__name__} is not for outsiders")


def _arg(fact: Fact) -> Arg:
    match fact:
        case bool():
            return "yes" if fact else "no"
        case Titled():
            return Span(fact.words, bold=fact.bold)
        case Outline():
            return fact.text
        case StrEnum():
            return fact.value
        case tuple():
            return tuple(_arg(one) for one in fact)
        case _:
            return fact
