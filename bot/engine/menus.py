"""The commands of a person's role: as a platform's menu, and as buttons that run one."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from bot.core import Button, ChatRef, Lang, Right, Role, Text
from bot.core.errors import Refusal, SendFailed
from bot.core.people import RANK, may
from bot.core.ports import ChatAdapter, MenuEntry
from bot.engine.context import Ctx
from bot.engine.declare import button
from bot.engine.feature import Command
from bot.engine.registry import Parts

log = logging.getLogger(__name__)

AFTER = 5.0
"""Seconds from the start: what waited while the bot was away comes first."""


def declared(parts: Parts) -> list[Command]:
    """Every command that is shown, in the order of the features."""
    return [c for f in parts.registry.features for c in f.commands if c.in_menu]


def entries(parts: Parts, role: Role, lang: Lang) -> list[MenuEntry]:
    """The commands of a role, with their help."""
    return [
        MenuEntry(c.name_in(lang), parts.catalog.label(Text(c.help_key), lang, parts.zone))
        for c in declared(parts)
        if role >= RANK[c.listed]
    ]


def for_guests(parts: Parts) -> list[Coroutine[Any, Any, None]]:
    """The menu of whoever is not known yet, for each platform and language."""
    return [_for_all(parts, adapter, lang) for adapter in parts.adapters.values() for lang in Lang]


async def _for_all(parts: Parts, adapter: ChatAdapter, lang: Lang) -> None:
    """Tried until the platform takes it; nothing waits for it."""
    await asyncio.sleep(AFTER)
    pause = 1.0
    while True:
        try:
            return await adapter.menu(None, Role.GUEST, lang, entries(parts, Role.GUEST, lang))
        except SendFailed as no:
            if no.permanent:
                return log.warning("menu refused", extra={"reason": str(no)})
            await asyncio.sleep(pause)
            pause = min(pause * 2, 600)


async def show(parts: Parts, chat: ChatRef, role: Role, lang: Lang) -> None:
    """Put the menu up; a platform that fails keeps the old one, and /aide says the same."""
    adapter = parts.adapters.get(chat.platform)
    if adapter is None:
        return
    try:
        await adapter.menu(chat, role, lang, entries(parts, role, lang))
    except SendFailed as no:
        log.warning("menu not shown", extra={"error": str(no)})


def command_button(name: str, label: str, rest: str = "") -> Button:
    """A button that does what typing the command does."""
    return Button(Text(label), run_command.call(name, rest))


@button("engine.command", right=Right.ANYONE)
async def run_command(ctx: Ctx, name: str, rest: str = "") -> None:
    command = ctx.parts.registry.commands.get(name)
    if command is None:
        raise Refusal("button-too-old")
    if not may(ctx.member, command.right):
        raise ctx.denied
    await command.run(ctx, rest)
