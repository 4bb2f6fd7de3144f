"""How much a homeserver lets the bot send, found out in a room where nobody else is.

Servers do not tell their limits; one is met by reaching it. So the bot makes a room of its own,
says a dozen nothings in it, stops at the first refusal, and leaves.
"""

import asyncio
import time
from dataclasses import dataclass
from secrets import token_hex

from bot.adapters.matrix.errors import Refused
from bot.adapters.matrix.line import Line, part

TRIES = 12
"""More than the ten that Synapse lets through at once as it comes."""
PATIENT = 30.0
"""Seconds that we wait to be let out of the room again."""
ROOM = {
    "preset": "private_chat",
    "name": "Tocsin: doctor",
    "creation_content": {"m.federate": False},
}


@dataclass(frozen=True, slots=True)
class Pace:
    """`at_once` messages went through in `took` seconds; then one may follow every `every`
    seconds. 0: no limit was met."""

    at_once: int
    took: float
    every: float

    def for_people(self, count: int) -> float:
        """Seconds for a message to each of so many."""
        return max(0, count - self.at_once) * self.every


async def measured(line: Line) -> Pace:
    """Raises Refused or Broken."""
    began = time.monotonic()
    try:
        made = await line.ask("POST", "/createRoom", ROOM)
    except Refused as no:
        if no.wait:
            return Pace(0, 0, no.wait)
        raise
    room = f"/rooms/{part(str(made['room_id']))}"
    try:
        return await _reached(line, room, began)
    finally:
        await _patiently(line, f"{room}/leave")
        await _patiently(line, f"{room}/forget")


async def _reached(line: Line, room: str, began: float) -> Pace:
    """What may be sent at once fills up again from the first event on: from there to the moment
    that a refusal names is the time of one. (Synapse lets a refusal wait half a second more.)"""
    for done in range(TRIES):
        gone = time.monotonic() - began
        try:
            await line.ask("PUT", f"{room}/send/org.tocsin.nothing/{token_hex(8)}", {})
        except Refused as no:
            if not no.wait:
                raise
            return Pace(done, gone, no.wait + gone)
    return Pace(TRIES, time.monotonic() - began, 0)


async def _patiently(line: Line, path: str) -> None:
    """Leaving counts as a message, and we have just used them up."""
    try:
        await line.ask("POST", path, {})
    except Refused as no:
        if 0 < no.wait <= PATIENT:
            await asyncio.sleep(no.wait)
            await line.ask("POST", path, {})
