"""People on Telegram who talk to the process, and a community that is there already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core import Role
from bot.core.plain import fold
from storage import schema
from storage.db import Database
from storage.people import Account, Member, Proof, Standing
from tests.process.bot import PATIENCE, ZONE, Bot
from tests.servers.telegram import Group, Message, Press, TelegramServer, User

SPACES = str.maketrans("\u00a0\u202f", "  ")


@dataclass(frozen=True, eq=False)
class Person:
    """Someone with a Telegram account. What they wait for may take a while: see PATIENCE."""

    user: User

    @property
    def id(self) -> int:
        return self.user.id

    async def says(self, *lines: str, to: Group | None = None) -> None:
        for line in lines:
            await self.user.says(line, to)

    async def taps(self, label: str, to: Group | None = None) -> Press:
        return await self.user.taps(label, to, within=PATIENCE)

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
    db = Database(bot.database)
    try:
        await schema.upgrade(db)
        async with db.transaction() as tx:
            roles = [Role.ADMINISTRATOR, *[Role.MEMBER] * len(names)]
            members = [_member(p, role) for p, role in zip(found, roles, strict=True)]
            tx.add_all(members)
            await tx.flush()
            tx.add_all(_accounts(found, members))
    finally:
        await db.close()
    return found[0], found[1:]


def _member(one: Person, role: Role) -> Member:
    now = datetime.now(UTC)
    name = str(one.user)
    return Member(
        name=name, folded=fold(f"{name} Saint-Aubin"), town="Saint-Aubin", rank=int(role),
        profession="infirmier" if role is Role.MEMBER else "autre", standing=Standing.ACTIVE,
        proof=Proof.VOUCHED, joined_at=now, consented_at=now, decision="approved",
    )  # fmt: skip


def _accounts(people: Sequence[Person], members: Sequence[Member]) -> list[Account]:
    for one in people:
        one.user.account.started = one.user.account.known = True
    return [
        Account(
            platform="telegram", account=str(p.id), chat=str(p.id), member_id=m.id,
            since=m.joined_at,
        )
        for p, m in zip(people, members, strict=True)
    ]  # fmt: skip


async def calls(chief: Person, line: str) -> None:
    """A call for staff, from its one line to the board."""
    await chief.says(f"/mobiliser {line}")
    await chief.sees("VRAI APPEL · Aperçu")
    await chief.taps("Envoyer")
    await chief.sees("Sollicités :")
