"""Declarations. A decorator turns a function into a value; nothing registers itself on import."""

from __future__ import annotations

import inspect
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import (
    TYPE_CHECKING,
    Any,
    Concatenate,
    Generic,
    ParamSpec,
    TypeAlias,
    get_type_hints,
)

from bot.core import Attachment, Call, Lang, Message, Right
from bot.core.messages import Made
from bot.engine.arguments import plain, typed

if TYPE_CHECKING:
    from bot.engine.context import Ctx
    from bot.engine.view import View

P = ParamSpec("P")
Prefetch: TypeAlias = "Callable[[Ctx, Sequence[Mapping[str, Any]]], Awaitable[None]]"


class Late(StrEnum):
    """What becomes of a timer that rings late (the machine was off)."""

    ALWAYS = "always"
    UNTIL = "until"


@dataclass(frozen=True)
class Action(Generic[P]):
    """A job or a button's handler: a name that lives in database rows, and what it runs.

    `prefetch` loads what many presses need in few statements, before they run one by one. With
    `reads` it is a visit: see `bot.engine.declare`.
    """

    name: str
    run: Callable[Concatenate[Ctx, P], Awaitable[None]]
    right: Right = Right.BELONG
    aliases: tuple[str, ...] = ()
    late: Late = Late.ALWAYS
    prefetch: Prefetch | None = None
    reads: Callable[[bytes], Any] | None = None

    def call(self, *args: P.args, **kwargs: P.kwargs) -> Call:
        if not kwargs and len(args) == len(self._names):  # by far the most, and bind is slow
            return Call(self.name, {k: plain(v) for k, v in zip(self._names, args, strict=True)})
        bound = self._signature.bind(None, *args, **kwargs).arguments
        return Call(self.name, {k: plain(v) for k, v in list(bound.items())[1:]})

    async def replay(self, ctx: Ctx, args: Mapping[str, Any]) -> None:
        await self.run(ctx, **self.typed(args))  # type: ignore[call-arg]

    def typed(self, args: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments of a row as the function wants them; names it dropped are dropped."""
        return {k: typed(self._hints[k], v) for k, v in args.items() if k in self._hints}

    @cached_property
    def _signature(self) -> inspect.Signature:
        return inspect.signature(self.run)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """Of what it takes besides the context."""
        return tuple(self._signature.parameters)[1:]

    @cached_property
    def _hints(self) -> dict[str, Any]:
        return get_type_hints(self.run)


@dataclass(frozen=True)
class Command:
    """What people type. The first French name is canonical; English and aliases work too.
    `drills`: it can be an exercise (`ctx.drill`). `shown_to`: in whose menu alone it stands."""

    names: tuple[str, ...]
    english: tuple[str, ...]
    right: Right
    run: Callable[[Ctx, str], Awaitable[None]]
    in_menu: bool = True
    drills: bool = False
    shown_to: Right | None = None

    @property
    def listed(self) -> Right:
        """Whose menu and help it stands in."""
        return self.shown_to or self.right

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def help_key(self) -> str:
        return f"help-{self.name}"

    def name_in(self, lang: Lang) -> str:
        return self.english[0] if lang is Lang.EN and self.english else self.name


@dataclass(frozen=True)
class Dialog:
    """A wizard: a function that asks, called with what `ctx.start` was given besides (JSON values).
    `patience` is how long an unanswered question stands."""

    name: str
    run: Callable[..., Awaitable[None]]
    patience: timedelta
    right: Right


@dataclass(frozen=True)
class Card(Generic[P]):
    """A live message: `pattern` names it («callout:{call_id}:member:{member_id}»), `render`
    words it from what is stored. None: this copy stays as it is from now on."""

    pattern: str
    render: Callable[Concatenate[View, P], Awaitable[Message | None]]
    typed: Callable[..., Awaitable[bool]] | None = None
    prefetch: Callable[[View, Sequence[Mapping[str, Any]]], Awaitable[None]] | None = None

    def key(self, *args: P.args, **kwargs: P.kwargs) -> str:
        bound = self._signature.bind(None, *args, **kwargs).arguments
        return self.pattern.format(**{k: plain(v) for k, v in list(bound.items())[1:]})

    def match(self, key: str) -> dict[str, Any] | None:
        found = self._regex.fullmatch(key)
        if found is None:
            return None
        return {k: typed(self._hints[k], v) for k, v in found.groupdict().items()}

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^:]*)", self.pattern))

    @cached_property
    def _signature(self) -> inspect.Signature:
        return inspect.signature(self.render)

    @cached_property
    def _hints(self) -> dict[str, Any]:
        return get_type_hints(self.render)


@dataclass(frozen=True)
class Maker(Generic[P]):
    """Makes an attachment when it is sent, from what is stored then; it only reads."""

    name: str
    run: Callable[Concatenate[Ctx, P], Awaitable[Attachment]]
    picture: bool

    def made(self, by: int, *args: P.args, **kwargs: P.kwargs) -> Made:
        bound = inspect.signature(self.run).bind(None, *args, **kwargs).arguments
        call = Call(self.name, {k: plain(v) for k, v in list(bound.items())[1:]})
        return Made(call, by, self.picture)


@dataclass(frozen=True)
class Listener:
    """Runs when a fact is published, in the transaction of whoever published it."""

    fact: type
    run: Callable[[Ctx, Any], Awaitable[None]]


@dataclass(frozen=True)
class Answers:
    """Called with what was typed to a card (see `Card.typed`)."""

    card: Card[Any]
    run: Callable[..., Awaitable[bool]]


@dataclass(frozen=True)
class Route:
    """A page on the bot's web server. `run` gets a Ctx that only reads, and the pieces of the path
    by name («/agenda/{secret}.ics»). None: there is no such page."""

    path: str
    run: Callable[..., Awaitable[Attachment | None]]


@dataclass(frozen=True)
class PersonalData:
    """What a feature knows of a person, to hand over (`exports`) or to erase (`erases`)."""

    name: str
    run: Callable[[Ctx, int], Awaitable[Any]]
    erases: bool


@dataclass(frozen=True)
class Feature:
    """A folder of `handlers/`: everything its modules declare."""

    name: str
    modules: tuple[ModuleType, ...]
    texts: Path
    commands: tuple[Command, ...] = field(init=False)
    actions: tuple[Action[...], ...] = field(init=False)
    dialogs: tuple[Dialog, ...] = field(init=False)
    cards: tuple[Card[...], ...] = field(init=False)
    listeners: tuple[Listener, ...] = field(init=False)
    makers: tuple[Maker[...], ...] = field(init=False)
    answers: tuple[Answers, ...] = field(init=False)
    personal: tuple[PersonalData, ...] = field(init=False)
    routes: tuple[Route, ...] = field(init=False)

    def __post_init__(self) -> None:
        found = {id(v): v for module in self.modules for v in vars(module).values()}
        for attribute, kind in KINDS.items():
            mine = tuple(v for v in found.values() if isinstance(v, kind))
            object.__setattr__(self, attribute, mine)


KINDS: dict[str, type] = {
    "commands": Command,
    "actions": Action,
    "dialogs": Dialog,
    "cards": Card,
    "listeners": Listener,
    "makers": Maker,
    "answers": Answers,
    "personal": PersonalData,
    "routes": Route,
}
