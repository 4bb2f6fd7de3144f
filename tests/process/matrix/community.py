"""A community on Matrix that is there already, and what is found when all is over."""

import asyncio
from typing import Any

from tests.process.matrix.bot import MatrixBot
from tests.process.matrix.people import Member
from tests.process.matrix.record import MatrixRecord
from tests.process.people import enrol
from tests.servers.matrix.api import V3
from tests.servers.matrix.client import PATIENCE

END = "org.tocsin.end"


async def community(bot: MatrixBot, *names: str, chief: str = "Claire") -> list[Member]:
    """An administrator and members, who have written to the bot for the first time."""
    people = await bot.matrix.people(chief, *names)
    me = bot.account.user
    rooms = await asyncio.gather(*[p.creates_direct_room_with(me) for p in people])
    bot.people = [Member(p, me, room) for p, room in zip(people, rooms, strict=True)]
    await enrol(bot, "matrix", [(m.person.name, m.id, m.room) for m in bot.people])
    await bot.start()
    await asyncio.gather(*[member.has() for member in bot.people])
    return bot.people


async def recorded(bot: MatrixBot) -> MatrixRecord:
    """The bot has been told to stop: every client is let come to where the homeserver is."""
    await asyncio.gather(*[_comes_to_the_end(one) for one in bot.people])
    events = await asyncio.gather(*[_events(one) for one in bot.people])
    return MatrixRecord(
        bot=bot.account.user,
        acts=[act for one in bot.people for act in one.acts],
        undone={event for one in bot.people for event in one.undone},
        rooms={one.room: found for one, found in zip(bot.people, events, strict=True)},
        screens={one.room: one.person.said(one.room) for one in bot.people},
        requests=bot.line.proxy.requests,
        syncs=bot.line.syncs,
    )


async def _comes_to_the_end(member: Member) -> None:
    """What could not be decrypted by then has some more time; an edit too."""
    client = member.person.client
    last = await member.person.sends_in_clear(END, {}, to=member.room)
    await client.waits(lambda: client.messages[member.room].get(last), PATIENCE, "is not there")
    before = -1
    while before != client.tick or member.person.unread(member.room):
        before = client.tick
        await asyncio.sleep(0.5)
        if before == client.tick:
            break


async def _events(member: Member) -> list[dict[str, Any]]:
    path, found, more = f"{V3}/rooms/{member.room}/messages", list[dict[str, Any]](), ""
    while True:
        page = await member.person.client.api("GET", f"{path}?dir=f&limit=1000{more}")
        found += page["chunk"]
        if not page.get("end"):
            return found
        more = f"&from={page['end']}"
