"""Declarations. A decorator turns a function into a value; nothing registers itself on import."""

from __future__ import annotations

import inspect
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, StrEnum
from functools import cached_property
from pathlib import Path
from types import ModuleType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Concatenate,
    Generic,
    ParamSpec,
    TypeAlias,
    get_args,
    get_type_hints,
)

from bot.core import Attachment, Call, Lang, Message, Right
from bot.core.messages import Made, Plain

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

    `prefetch` loads what many presses need in few statements, before they run one by one.
    """

    name: str
    run: Callable[Concatenate[Ctx, P], Awaitable[None]]
    right: Right = Right.BELONG
    aliases: tuple[str, ...] = ()
    late: Late = Late.ALWAYS
    prefetch: Prefetch | None = None

    def call(self, *args: P.args, **kwargs: P.kwargs) -> Call:
        bound = self._signature.bind(None, *args, **kwargs).arguments
        return Call(self.name, {k: _plain(v) for k, v in list(bound.items())[1:]})

    async def replay(self, ctx: Ctx, args: Mapping[str, Any]) -> None:
        await self.run(ctx, **self.typed(args))  # type: ignore[call-arg]

    def typed(self, args: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments of a row as the function wants them; names it dropped are dropped."""
        return {k: _typed(self._hints[k], v) for k, v in args.items() if k in self._hints}

    @cached_property
    def _signature(self) -> inspect.Signature:
        return inspect.signature(self.run)

    @cached_property
    def _hints(self) -> dict[str, Any]:
        return get_type_hints(self.run)


@dataclass(frozen=True)
class Command:
    """What people type. The first French name is canonical; English and aliases work too."""

    names: tuple[str, ...]
    english: tuple[str, ...]
    right: Right
    run: Callable[[Ctx, str], Awaitable[None]]
    in_menu: bool = True

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
        return self.pattern.format(**{k: _plain(v) for k, v in list(bound.items())[1:]})

    def match(self, key: str) -> dict[str, Any] | None:
        found = self._regex.fullmatch(key)
        if found is None:
            return None
        return {k: _typed(self._hints[k], v) for k, v in found.groupdict().items()}

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
        call = Call(self.name, {k: _plain(v) for k, v in list(bound.items())[1:]})
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

    def __post_init__(self) -> None:
        found: list[object] = []
        for module in self.modules:
            found += [v for v in vars(module).values() if v not in found]
        for attribute, kind in KINDS.items():
            mine = tuple(v for v in found if isinstance(v, kind))
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
}


def _plain(value: object) -> Plain:
    plain = value.value if isinstance(value, Enum) else value
    if plain is not None and not isinstance(plain, str | int | bool):
        raise TypeError(f"{value!r} cannot be kept in a row; pass an id")
    return plain


def _typed(hint: Any, value: Any) -> Any:
    if isinstance(hint, UnionType):
        if value is None:
            return None
        [hint] = [kind for kind in get_args(hint) if kind is not type(None)]
    return hint(value)
