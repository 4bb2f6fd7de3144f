"""In which rooms the bot may write, asked without following them: for `doctor`."""

from collections.abc import Collection

from bot.adapters.matrix import session
from bot.adapters.matrix.errors import Refused
from bot.adapters.matrix.line import Json, Line, part
from bot.adapters.matrix.rooms import speaks
from bot.adapters.matrix.session import Wanted
from bot.adapters.matrix.times import Times


async def writable(wanted: Wanted, rooms: Collection[str]) -> dict[str, bool]:
    """Of each room; {} where the bot has never logged in. Raises Refused or Broken."""
    kept = session.kept(wanted)
    token = kept.token if kept is not None else wanted.token
    if not token or not rooms:
        return {}
    line = Line(wanted.homeserver, Times(answer=15.0))
    try:
        who = await session.by_token(line, token)
        return {room: await _may_write(line, room, who.user) for room in rooms}
    finally:
        await line.close()


async def _may_write(line: Line, room: str, user: str) -> bool:
    member = await _state(line, room, f"m.room.member/{part(user)}")
    if member.get("membership") != "join":
        return False
    hidden = bool(await _state(line, room, "m.room.encryption"))
    kind = "m.room.encrypted" if hidden else "m.room.message"
    return speaks(await _state(line, room, "m.room.power_levels"), user, kind)


async def _state(line: Line, room: str, what: str) -> Json:
    """{} where there is none, or where we may not look."""
    try:
        return await line.ask("GET", f"/rooms/{part(room)}/state/{what}")
    except Refused as no:
        if no.revoked:
            raise
        return {}
