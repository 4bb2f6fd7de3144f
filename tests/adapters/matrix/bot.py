"""The whole bot in this process, on a real homeserver; people talk to it with their own client."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.adapters.matrix import Matrix as Adapter
from bot.adapters.matrix.session import Wanted
from bot.app import App
from bot.core import Role
from bot.core.plain import fold
from bot.settings import Settings
from bot.settings.model import Community
from storage.db import Database
from storage.people import Account as Known
from storage.people import Member, Standing
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.synapse import Account

_SHIFT = datetime.now(UTC).replace(hour=9, minute=0) - datetime.now(UTC)


def morning() -> datetime:
    """Quiet hours hold back a call, whenever the tests are run."""
    return datetime.now(UTC) + _SHIFT


SECRET = "a secret for the store"


@dataclass
class Bot:
    """`restart` is what a process does that was told to stop; `stop` and `start` its halves."""

    account: Account
    url: str
    database: str
    home: Path
    allowed: tuple[str, ...] = ()
    secret: str = SECRET
    ahead: timedelta = timedelta()
    settings: Settings = field(
        default_factory=lambda: Settings(
            community=Community(
                name="CPTS du Pays de Garance", towns=("Saint-Aubin", "Garance"),
                contact="02 40 00 00 00",
            )
        )
    )  # fmt: skip

    async def start(self) -> None:
        wanted = Wanted(
            self.url, self.account.user, self.secret, self.home, password=self.account.password
        )
        self.adapter = Adapter(wanted, allowed_servers=self.allowed)
        self.db = Database(self.database)
        self.app = App(self.settings, self.db, [self.adapter], clock=self.now)
        await self.app.start()

    def now(self) -> datetime:
        return morning() + self.ahead

    def passes(self, **span: float) -> None:
        """So much time, at once; what fell due in it is done in the next half second."""
        self.ahead += timedelta(**span)

    async def up(self) -> None:
        """Logged in, its device signed."""
        await asyncio.wait_for(self.adapter.up(), 20)

    async def stop(self) -> None:
        await self.app.stop()
        await self.adapter.close()

    async def restart(self) -> None:
        await self.stop()
        await self.start()
        await self.up()

    async def knows(self, person: Person, role: Role = Role.MEMBER, *, room: str = "") -> int:
        """A member who joined and was approved, in the direct room where they are."""
        now = self.now()
        async with self.db.transaction() as tx:
            member = Member(
                name=person.name, folded=fold(person.name), profession="infirmier",
                town="Saint-Aubin", rank=int(role), standing=Standing.ACTIVE, joined_at=now,
                lang="fr", week="", simple=False, consented_at=now,
            )  # fmt: skip
            tx.add(member)
            await tx.flush()
            tx.add(
                Known(
                    platform="matrix", account=person.id, member_id=member.id,
                    chat=room or person.here, since=now,
                )
            )  # fmt: skip
            return member.id


@asynccontextmanager
async def running(
    matrix: Matrix, database: str, home: Path, *, url: str = ""
) -> AsyncIterator[Bot]:
    bot = Bot(await matrix.account("tocsin"), url or matrix.synapse.url, database, home)
    await bot.start()
    await bot.up()
    yield bot
    await bot.stop()
