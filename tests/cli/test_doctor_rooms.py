"""`doctor` on a real homeserver: in which rooms the bot may write, and whose clock is wrong."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.matrix import doctor as matrix_doctor
from storage.chats import Chat, Use
from storage.db import Database
from tests.cli.conftest import Tocsin
from tests.cli.homeservers import doctor, line, on_matrix, started_once
from tests.servers.matrix.synapse import Account, Synapse

pytestmark = pytest.mark.process
ENCRYPTED = {"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
QUIET: dict[str, Any] = {"power_level_content_override": {"events_default": 50}}


async def room(synapse: Synapse, owner: Account, bot: Account, **how: Any) -> str:
    """The owner's, in which the bot is."""
    made = await synapse.api(
        "POST", "/_matrix/client/v3/createRoom", owner.token, invite=[bot.user], **how
    )
    found = str(made["room_id"])
    await synapse.api("POST", f"/_matrix/client/v3/rooms/{found}/join", bot.token)
    return found


async def known(home: Path, rooms: dict[str, str]) -> None:
    """By their titles, as rooms of the community."""
    db, now = Database(f"sqlite+aiosqlite:///{home / 'tocsin.db'}"), datetime.now(UTC)
    async with db.transaction() as tx:
        tx.add_all(
            Chat(
                platform="matrix", chat=where, title=title, kind="group", use=Use.TEAM, added_at=now
            )
            for title, where in rooms.items()
        )
    await db.close()


async def test_where_it_may_not_write_is_said_by_name(
    tocsin: Tocsin, home: Path, synapse: Synapse
) -> None:
    """Where its power does not suffice, and where it was removed; an encrypted room is well."""
    owner, bot = [await synapse.register(f"doctor-{who}") for who in ("owner", "speaks")]
    on_matrix(home, synapse.url, bot)
    await started_once(home)
    rooms = {
        "Équipe": await room(synapse, owner, bot, initial_state=[ENCRYPTED]),
        "Annonces": await room(synapse, owner, bot, **QUIET),
        "Mairie": await room(synapse, owner, bot),
    }
    await asyncio.to_thread(tocsin, "migrate")
    await known(home, {"Équipe": rooms["Équipe"]})
    said = await doctor(tocsin, bot)
    assert line(said, "Matrix channels")[0] == "✓ Matrix channels: the bot may write in all 1"
    await known(home, {title: rooms[title] for title in ("Annonces", "Mairie")})
    kick = f"/_matrix/client/v3/rooms/{rooms['Mairie']}/kick"
    await synapse.api("POST", kick, owner.token, user_id=bot.user)
    said = await doctor(tocsin, bot)
    what, mend = line(said, "Matrix channels")
    assert said.code == 1
    assert what == "✗ Matrix channels: the bot may not write in «Annonces», «Mairie»"
    assert "give the bot the power to send messages" in mend


async def test_a_clock_that_differs_from_the_homeserver_s_is_said(
    tocsin: Tocsin, home: Path, synapse: Synapse, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = await synapse.register("doctor-clock")
    on_matrix(home, synapse.url, account)
    monkeypatch.setattr(matrix_doctor, "SKEW", -1.0)
    said = await doctor(tocsin, account)
    assert said.code == 1
    assert "the homeserver's" in said.out
    assert "timedatectl set-ntp true" in said.out
