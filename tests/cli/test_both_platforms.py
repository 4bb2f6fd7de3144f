"""The bot as a process on Telegram and on Matrix: the same person on both."""

import re
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core import Role
from storage import schema
from storage.db import Database
from storage.people import Account, Member, Proof, Standing
from tests.cli.conftest import configure, on_telegram, process
from tests.cli.test_running import healthy
from tests.ports import free_port
from tests.process.people import Person, person
from tests.servers.matrix.fixtures import Matrix
from tests.servers.telegram import TelegramServer

pytestmark = pytest.mark.process
SECRET = "a secret for the store"


async def member(home: Path, who: Person, role: Role) -> None:
    """Someone who joined long ago, on Telegram."""
    db = Database(f"sqlite+aiosqlite:///{home / 'tocsin.db'}")
    await schema.upgrade(db)
    now, name = datetime.now(UTC), str(who.user)
    async with db.transaction() as tx:
        found = Member(
            name=name, folded=name.lower(), town="Saint-Aubin", profession="infirmier",
            rank=int(role), standing=Standing.ACTIVE, proof=Proof.VOUCHED, joined_at=now,
        )  # fmt: skip
        tx.add(found)
        await tx.flush()
        account = str(who.id)
        tx.add(
            Account(
                platform="telegram", account=account, chat=account, member_id=found.id, since=now
            )
        )
    await db.close()
    who.user.account.started = who.user.account.known = True


async def test_one_person_on_both_gets_one_message_where_they_want_it(
    home: Path, matrix: Matrix
) -> None:
    """ONB-17, PART-6: the code is shown on Telegram and typed on Matrix."""
    async with TelegramServer() as server:
        bot, there, port = await matrix.account("tocsin"), await matrix.person("Ana"), free_port()
        configure(
            home,
            on_telegram(server.url, port)
            + f'[matrix]\nhomeserver = "{matrix.synapse.url}"\nuser = "{bot.user}"\n'
            f'password = "{bot.password}"\nstore_secret = "{SECRET}"\n',
        )
        ana = person(server, "Ana")
        await member(home, ana, Role.ADMINISTRATOR)
        async with process(home, "run") as running:
            ready = await healthy(port, running)
            assert ready == {"database": True, "events": True, "telegram": True, "matrix": True}
            await ana.says("/lier")
            shown = await ana.sees("dans l'autre application")
            found = re.search(r"\w{5}-\w{5}", shown.text)
            assert found
            await there.creates_direct_room_with(bot.user)
            await there.says(f"!lier {found[0]}")
            await there.sees("C'est fait", "un seul profil")
            await ana.sees("Matrix est maintenant dans votre profil")
            await there.says("!profil")
            await there.sees("PROFIL", "Ana, Saint-Aubin")
            running.send_signal(signal.SIGTERM)
            _, log = await running.communicate()
        assert running.returncode == 0, log.decode()
        for secret in (bot.password, SECRET):
            assert secret not in log.decode()
