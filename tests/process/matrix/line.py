"""The line between the bot and its homeserver: what it asked, and what each sync told it."""

from dataclasses import dataclass, field
from typing import Any

from tests.servers.matrix.faults import Rule
from tests.servers.matrix.proxy import Proxy


@dataclass
class Log:
    """`syncs`: the token that each ended with, and the events in it, in the order of answers."""

    proxy: Proxy
    syncs: list[tuple[str, frozenset[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.proxy.rules = [Rule("changed", "sync", change=self._told)]

    def _told(self, sync: dict[str, Any]) -> dict[str, Any]:
        rooms = sync.get("rooms", {}).get("join", {}).values()
        events = [event for room in rooms for event in room["timeline"]["events"]]
        self.syncs.append((sync["next_batch"], frozenset(e["event_id"] for e in events)))
        return sync
