"""What a sync has left out of a room: read backwards to where we were, told in order."""

import logging
from collections.abc import Callable, Mapping, Sequence

from bot.adapters.matrix.client import Raw
from bot.adapters.matrix.line import Line, part

log = logging.getLogger(__name__)

MOST_PAGES = 100
"""Pages of 100 events that are read back into a gap."""


class Gaps:
    """`is_ours` tells our own coming in: nothing before it was said to us."""

    def __init__(self, line: Line, is_ours: Callable[[str, Raw], bool]) -> None:
        self._line, self._is_ours = line, is_ours

    async def filled(self, room: str, back: str, since: str) -> Sequence[Raw]:
        """Raises Refused or Broken: a gap is told whole, or not at all yet."""
        found: list[Raw] = []
        path = f"/rooms/{part(room)}/messages"
        for _ in range(MOST_PAGES):
            query = {"dir": "b", "limit": 100, "from": back, "to": since}
            page = await self._line.ask("GET", path, query=query)
            chunk = [e for e in page.get("chunk", ()) if isinstance(e, Mapping)]
            for raw in chunk:
                found.append(raw)
                if self._is_ours(room, raw):
                    return found[::-1]
            back = str(page.get("end") or "")
            if not chunk or not back:
                return found[::-1]
        log.warning("a gap is longer than is read back", extra={"count": len(found)})
        return found[::-1]
