"""The menu of commands, as far as Telegram can show one."""

import re
from collections.abc import Sequence

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.core import ChatRef, Lang
from bot.core.plain import fold
from bot.core.ports import MenuEntry

MOST = 100
_NAME = re.compile(r"[a-z0-9_]{1,32}")


async def show(bot: Bot, chat: ChatRef | None, lang: Lang, entries: Sequence[MenuEntry]) -> None:
    """In one chat it is that person's language whatever their app speaks; for everyone else the
    app's language decides, and French is for apps that speak neither."""
    commands = list(drawn(entries))
    if chat is not None:
        await bot.set_my_commands(commands, BotCommandScopeChat(int(chat.chat)))
        return
    everyone = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(commands, everyone, language_code=lang.value)
    if lang is Lang.FR:
        await bot.set_my_commands(commands, everyone)


def drawn(entries: Sequence[MenuEntry]) -> list[BotCommand]:
    """See https://core.telegram.org/bots/api#botcommand; what has no such name is left out."""
    named = ((fold(e.name).replace("-", "_"), " ".join(e.help.split())[:256]) for e in entries)
    return [BotCommand(name, help) for name, help in named if help and _NAME.fullmatch(name)][:MOST]
