"""What `doctor` asks of the platforms: account, clock, each channel, how long to everyone."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.core.findings import Finding

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.chats import Chat

SLOW = 600.0
"""Seconds after which an alert that not everyone has is late."""


@dataclass(frozen=True)
class Known:
    """From the database: how many people are on each platform, and the groups, channels, rooms."""

    people: Mapping[str, int] = field(default_factory=dict)
    chats: "Sequence[Chat]" = ()

    def on(self, platform: str) -> "list[Chat]":
        return [chat for chat in self.chats if chat.platform == platform]


async def examined(settings: "Settings", known: Known) -> list[Finding]:
    """Every platform that is configured."""
    found = await asyncio.gather(_telegram(settings, known), _matrix(settings, known))
    return [finding for some in found for finding in some]


async def _telegram(settings: "Settings", known: Known) -> list[Finding]:
    from bot.adapters.telegram import examine
    from bot.cli.platforms import telegram

    adapter = telegram(settings)
    if adapter is None:
        return []
    try:
        found = await examine(adapter)
        if not found[0].ok:
            return found
        people = known.people.get(adapter.platform, 0)
        allowed = {c.chat: await _may(adapter, c) for c in known.on(adapter.platform)}
        return [*found, *_reach(people, adapter.pace.everyone[0]), *_rights(
            "Telegram", known.on(adapter.platform), allowed, TELEGRAM)]  # fmt: skip
    finally:
        await adapter.close()


TELEGRAM = (
    "In Telegram, make the bot an administrator there (in a channel with «post messages»), or let "
    "members write; if it was removed, add it again, or say «🚫 Quitter» on its card in /canaux."
)


async def _may(adapter: object, chat: "Chat") -> bool:
    from bot.adapters.telegram import Telegram
    from bot.core.errors import SendFailed

    assert isinstance(adapter, Telegram)
    try:
        return await adapter.may_write(chat.where)
    except SendFailed:
        return False


def _reach(people: int, rate: float) -> list[Finding]:
    if not people:
        return []
    from bot.cli.looking import spoken_for

    seconds = people / rate
    found = f"an alert reaches {people} people in about {spoken_for(seconds)} ({rate:g} a second)"
    mend = "Telegram allows no more; let those who can use Matrix as well (/lier)."
    return [Finding("Telegram reach", seconds <= SLOW, found, mend)]


async def _matrix(settings: "Settings", known: Known) -> list[Finding]:
    if settings.matrix.homeserver is None:
        return []
    from bot.adapters.matrix.doctor import examine
    from bot.adapters.matrix.errors import Broken, Refused
    from bot.adapters.matrix.rights import writable
    from bot.cli.platforms import matrix_account

    wanted, rooms = matrix_account(settings), known.on("matrix")
    if wanted is None:
        return []
    found = await examine(wanted, known.people.get("matrix", 0))
    try:
        allowed = await writable(wanted, [room.chat for room in rooms])
    except (Refused, Broken):
        return found  # why was said above
    return [*found, *_rights("Matrix", rooms, allowed, MATRIX)]


MATRIX = (
    "In the room's settings, give the bot the power to send messages; if it was removed, invite it "
    "again, or say «🚫 Quitter» on its card in /canaux."
)


def _rights(
    platform: str, chats: "Sequence[Chat]", allowed: Mapping[str, bool], mend: str
) -> list[Finding]:
    """One line for all, and the names of those where it may not write."""
    asked = [chat for chat in chats if chat.chat in allowed]
    if not asked:
        return []
    what, lost = f"{platform} channels", [f"«{c.title}»" for c in asked if not allowed[c.chat]]
    if not lost:
        return [Finding(what, True, f"the bot may write in all {len(asked)}")]
    told = f"the bot may not write in {', '.join(lost[:10])}{' …' if len(lost) > 10 else ''}"
    return [Finding(what, False, told, mend)]
