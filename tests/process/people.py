"""People on Telegram who talk to the process, and a community that is there already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from bot.core import Role
from bot.core.plain import fold
from storage import schema
from storage.db import Database
from storage.people import Account, Member, Proof, Standing
from tests.process.books import PATIENCE
from tests.process.bot import Bot
from tests.process.crowd import CARD
from tests.process.running import ZONE, Running
from tests.servers.telegram import Group, Message, Press, TelegramServer, User

SPACES = str.maketrans("\u00a0\u202f", "  ")

MANY = 100
"""Calls that any of them may be asked in a week: a test makes more than people would stand."""


@dataclass(frozen=True, eq=False)
class Person:
    """Someone with a Telegram account. What they wait for may take a while: see PATIENCE."""

    user: User
    sign = "/"
    forged = ("k:AAAAAAAAAAAAAAAAAAAAAA:0",)

    @property
    def id(self) -> int:
        return self.user.id

    async def says(self, *lines: str, to: Group | None = None) -> None:
        for line in lines:
            await self.user.says(line, to)

    async def taps(self, label: str, to: Group | None = None) -> Press:
        return await self.user.taps(label, to, within=PATIENCE)

    def cards(self) -> list[Message]:
        return [m for m in self.user.messages if m.author.is_bot and CARD in m.text]

    def keys(self, card: Message) -> list[str]:
        there = [b for row in card.buttons for b in row if "Pause" not in b["text"]]
        return [b["callback_data"] for b in there]

    async def presses(self, card: Message, key: str) -> Press:
        return await self.user.presses(card, key)

    async def sees(self, *words: str, to: Group | None = None, ever: bool = False) -> Message:
        """A message of the bot with all these words, new or edited since the last act here."""
        acted = self.user._acted.get(to.id if to else self.id, -1)

        def look() -> Message | None:
            for message in reversed(self.user.messages_in(to)):
                fresh = ever or message.changed > acted
                if message.author.is_bot and fresh and all(w in plain(message) for w in words):
                    return message
            return None

        found: Message = await self.user.waits(look, within=PATIENCE)
        return found

    async def has(self, *words: str) -> Message:
        """The same, however long it has been there."""
        return await self.sees(*words, ever=True)

    def screen(self, to: Group | None = None) -> list[str]:
        """What the bot has said here, as it stands, oldest first."""
        return [plain(m) for m in self.user.messages_in(to) if m.author.is_bot]

    def count(self, words: str, to: Group | None = None) -> int:
        """In how many messages these words stand now."""
        return sum(words in text for text in self.screen(to))


def plain(message: Message) -> str:
    return message.text.translate(SPACES)


def person(server: TelegramServer, name: str, **more: Any) -> Person:
    return Person(server.user(name, **more))


def soon(days: int = 10) -> str:
    """A day in the future, as people write it."""
    return f"{datetime.now(ZONE) + timedelta(days=days):%d/%m/%Y}"


async def community(bot: Bot, *names: str, chief: str = "Claire") -> tuple[Person, list[Person]]:
    """An administrator and members, nurses all, who joined long ago."""
    found = [person(bot.server, name) for name in (chief, *names)]
    for one in found:
        one.user.account.started = one.user.account.known = True
    await enrol(bot, "telegram", [(str(p.user), str(p.id), str(p.id)) for p in found])
    return found[0], found[1:]


async def enrol(bot: Running, platform: str, people: Sequence[tuple[str, str, str]]) -> None:
    """(name, account, chat) of each; the first is the administrator."""
    db = Database(bot.database)
    try:
        await schema.upgrade(db)
        async with db.transaction() as tx:
            roles = [Role.ADMINISTRATOR, *[Role.MEMBER] * (len(people) - 1)]
            members = [_member(name, r) for (name, *_), r in zip(people, roles, strict=True)]
            tx.add_all(members)
            await tx.flush()
            tx.add_all(
                Account(
                    platform=platform, account=account, chat=chat, member_id=m.id,
                    since=m.joined_at,
                )
                for (_, account, chat), m in zip(people, members, strict=True)
            )  # fmt: skip
    finally:
        await db.close()


def _member(name: str, role: Role) -> Member:
    now = datetime.now(UTC)
    return Member(
        name=name, folded=fold(f"{name} Saint-Aubin"), town="Saint-Aubin", rank=int(role),
        profession="infirmier" if role is Role.MEMBER else "autre", standing=Standing.ACTIVE,
        proof=Proof.VOUCHED, joined_at=now, consented_at=now, decision="approved",
        asks_per_week=MANY,
    )  # fmt: skip


class Calling(Protocol):
    """Who can call for staff, on whatever platform."""

    @property
    def sign(self) -> str: ...
    async def says(self, *lines: str) -> None: ...
    async def taps(self, label: str) -> object: ...
    async def sees(self, *words: str) -> object: ...


async def calls(chief: Calling, line: str) -> None:
    """A call for staff, from its one line to the board."""
    await chief.says(f"{chief.sign}mobiliser {line}")
    await chief.sees("VRAI APPEL · Aperçu")
    await chief.taps("📣 Envoyer")
    await chief.sees("Sollicités :")
