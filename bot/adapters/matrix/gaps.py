"""What a sync has left out of a room: read backwards to where we were, told in order."""

import logging
from collections.abc import Callable, Mapping, Sequence

from bot.adapters.matrix.client import Raw
from bot.adapters.matrix.errors import Refused
from bot.adapters.matrix.line import Line, part

log = logging.getLogger(__name__)

MOST_PAGES = 100
"""Pages of 100 events that are read back into a gap."""


class Gaps:
    """`is_ours` tells our own coming in: nothing before it was said to us."""

    def __init__(self, line: Line, is_ours: Callable[[str, Raw], bool]) -> None:
        self._line, self._is_ours = line, is_ours

    async def filled(self, room: str, back: str, since: str) -> Sequence[Raw]:
        """Raises Refused or Broken: a gap is told whole, or not at all yet. Where the server will
        never tell it, what came after it is heard."""
        found: list[Raw] = []
        path = f"/rooms/{part(room)}/messages"
        for _ in range(MOST_PAGES):
            query = {"dir": "b", "limit": 100, "from": back, "to": since}
            try:
                page = await self._line.ask("GET", path, query=query)
            except Refused as no:
                if no.wait or no.revoked:
                    raise
                log.warning("a gap cannot be read back", extra={"error": no.code})
                return found[::-1]
            told = page.get("chunk")
            chunk = [e for e in told if isinstance(e, Mapping)] if isinstance(told, list) else []
            for raw in chunk:
                found.append(raw)
                if self._is_ours(room, raw):
                    return found[::-1]
            back = str(page.get("end") or "")
            if not chunk or not back:
                return found[::-1]
        log.warning("a gap is longer than is read back", extra={"count": len(found)})
        return found[::-1]
