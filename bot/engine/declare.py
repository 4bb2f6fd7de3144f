"""The decorators that features declare with. Nothing registers itself on import."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from bot.core import Attachment, Message, Right
from bot.engine.feature import (
    Action,
    Answers,
    Card,
    Command,
    Dialog,
    Late,
    Listener,
    Maker,
    PersonalData,
    Prefetch,
    Route,
)

if TYPE_CHECKING:
    from bot.engine.context import Ctx
    from bot.engine.view import View

P = ParamSpec("P")


def command(
    *names: str,
    en: str | tuple[str, ...] = (),
    right: Right = Right.BELONG,
    in_menu: bool = True,
    drills: bool = False,
    shown_to: Right | None = None,
) -> Callable[[Callable[[Ctx, str], Awaitable[None]]], Command]:
    english = (en,) if isinstance(en, str) else en
    return lambda run: Command(names, english, right, run, in_menu, drills, shown_to)


def button(
    name: str,
    *,
    right: Right = Right.BELONG,
    aliases: tuple[str, ...] = (),
    prefetch: Prefetch | None = None,
) -> Callable[[Callable[Concatenate[Ctx, P], Awaitable[None]]], Action[P]]:
    return lambda run: Action(name, run, right, aliases, prefetch=prefetch)


def job(
    name: str, *, late: Late = Late.ALWAYS, aliases: tuple[str, ...] = ()
) -> Callable[[Callable[Concatenate[Ctx, P], Awaitable[None]]], Action[P]]:
    return lambda run: Action(name, run, Right.ANYONE, aliases, late)


def visit(
    name: str, *, reads: Callable[[bytes], Any]
) -> Callable[[Callable[Concatenate[Ctx, P], Awaitable[None]]], Action[P]]:
    """A job about a page of the web: its argument `url` (and `etag`, `modified`, where it has any),
    or the file that somebody sent (`platform` and `file`), is fetched first, outside of every
    transaction, and `reads` makes of the bytes what the job finds in `ctx.visited`: a pure
    function, run beside the loop. It raises ValueError with a word that says why it cannot."""
    return lambda run: Action(name, run, Right.ANYONE, reads=reads)


def dialog(
    name: str, *, patience: timedelta = timedelta(hours=24), right: Right = Right.BELONG
) -> Callable[[Callable[..., Awaitable[None]]], Dialog]:
    return lambda run: Dialog(name, run, patience, right)


def card(
    pattern: str,
    *,
    prefetch: Callable[[View, Sequence[Mapping[str, Any]]], Awaitable[None]] | None = None,
) -> Callable[[Callable[Concatenate[View, P], Awaitable[Message | None]]], Card[P]]:
    return lambda render: Card(pattern, render, prefetch=prefetch)


def maker(
    name: str, *, picture: bool = False
) -> Callable[[Callable[Concatenate[Ctx, P], Awaitable[Attachment]]], Maker[P]]:
    """`picture`: left out in the simple display."""
    return lambda run: Maker(name, run, picture)


def typed(what: Card[Any]) -> Callable[[Callable[..., Awaitable[bool]]], Answers]:
    """What people type to a card; False means «not for me»."""
    return lambda run: Answers(what, run)


def on(fact: type) -> Callable[[Callable[[Ctx, Any], Awaitable[None]]], Listener]:
    return lambda run: Listener(fact, run)


def exports(name: str) -> Callable[[Callable[[Ctx, int], Awaitable[Any]]], PersonalData]:
    return lambda run: PersonalData(name, run, erases=False)


def erases(name: str) -> Callable[[Callable[[Ctx, int], Awaitable[Any]]], PersonalData]:
    return lambda run: PersonalData(name, run, erases=True)


def route(path: str) -> Callable[[Callable[..., Awaitable[Attachment | None]]], Route]:
    """A page or a feed at this path of the bot's web server."""
    return lambda run: Route(path, run)
