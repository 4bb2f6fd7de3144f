"""The parts of the adapter, put together once the bot is logged in."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass

from bot.adapters.matrix.ahead import Ahead
from bot.adapters.matrix.client import Client
from bot.adapters.matrix.coming import Coming
from bot.adapters.matrix.doors import Doors
from bot.adapters.matrix.entering import Entrance
from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.gaps import Gaps
from bot.adapters.matrix.hearing import Hearing
from bot.adapters.matrix.identity import Identity
from bot.adapters.matrix.keys import Keys
from bot.adapters.matrix.late import Late
from bot.adapters.matrix.learning import Learning
from bot.adapters.matrix.line import Line
from bot.adapters.matrix.posting import Posting
from bot.adapters.matrix.profile import Profile
from bot.adapters.matrix.quoting import Quoting
from bot.adapters.matrix.reading import Reader
from bot.adapters.matrix.rooms import Rooms
from bot.adapters.matrix.sending import Sending
from bot.adapters.matrix.session import Wanted
from bot.adapters.matrix.sharing import Sharing
from bot.adapters.matrix.syncing import Syncing
from bot.adapters.matrix.times import Times
from bot.adapters.matrix.upkeep import Upkeep
from bot.adapters.matrix.verifying import Verifying


@dataclass(frozen=True, slots=True)
class Parts:
    client: Client
    rooms: Rooms
    sharing: Sharing
    posting: Posting
    syncing: Syncing
    doors: Doors
    upkeep: Upkeep


async def _until(
    work: Callable[[], Awaitable[None]], times: Times, note: Callable[[str, str], None]
) -> None:
    """Ask until it is answered: without a homeserver the start only waits."""
    while True:
        try:
            await work()
            return note("start", "")
        except Refused as no:
            note("start", f"the homeserver refuses ({no.code})")
            await asyncio.sleep(no.wait or times.locked)
        except Broken as no:
            note("start", f"the homeserver cannot be reached ({no})")
            await asyncio.sleep(times.broken[-1])


async def put_together(
    client: Client, line: Line, wanted: Wanted, allowed: Collection[str], times: Times,
    learning: Learning, entrance: Entrance, note: Callable[[str, str], None],
    link: Callable[[str], str],
) -> Parts:  # fmt: skip
    """Ready to hear and to speak: the device's keys told and signed, as far as can be."""
    keys, rooms = Keys(client, line), Rooms(client, line)
    identity = Identity(client, line, keys, wanted, note)
    await _until(identity.tell, times, note)
    await _until(rooms.load, times, note)
    sharing = Sharing(client, keys)
    sending = Sending(client, line, sharing, learning)
    doors = Doors(line, times, rooms.me, allowed)
    coming, late = Coming(line, rooms, doors), Late(client, times, lambda: upkeep.ring())
    verifying = Verifying(client, rooms, identity.master)
    hearing = Hearing(
        client, rooms, Reader(rooms, wanted.name), doors, coming, late,
        Gaps(line, coming.is_ours), verifying, Quoting(client, line),
    )  # fmt: skip
    profile = Profile(line, rooms.me, wanted)
    upkeep = Upkeep(
        keys, times, (lambda: verifying.answer(sending, keys), coming.settled, profile.see_to_it),
        Ahead(client, rooms, sharing),
    )  # fmt: skip

    async def revoked(no: Refused) -> None:
        """The token is no good: a new one, if there is a password."""
        with contextlib.suppress(Refused, Broken):
            if await entrance.again(client):
                await identity.tell()
                return
        await asyncio.sleep(times.locked)

    syncing = Syncing(
        client, line, times, hearing, late, (late.cursor, doors.cursor), upkeep.note, revoked, note,
        lambda: sending.is_busy,
    )  # fmt: skip
    return Parts(
        client, rooms, sharing, Posting(line, sending, rooms, link), syncing, doors, upkeep
    )  # fmt: skip
