"""A sync before nio reads it: without what would hold everybody up, or make nio fail."""

import json
from collections.abc import Callable, Mapping
from typing import Any


def without_talk(sync: dict[str, Any]) -> dict[str, Any]:
    """The same sync, with that part of it only from which nio learns. What people say is read
    without nio, which would hold everybody up for seconds over some thousand messages."""
    rooms = sync.get("rooms")
    joined = rooms.get("join") if isinstance(rooms, dict) else None
    for info in joined.values() if isinstance(joined, dict) else ():
        timeline = info.get("timeline") if isinstance(info, dict) else None
        events = timeline.get("events") if isinstance(timeline, dict) else None
        if timeline and isinstance(events, list):
            timeline["events"] = [e for e in events if isinstance(e, dict) and "state_key" in e]
    return sync


def sound(sync: Mapping[str, Any], parsed: Callable[[Any], object]) -> dict[str, Any]:
    """A sync without the rooms and messages that `parsed` cannot take even alone."""

    def good(**part: Any) -> bool:
        return parsed(json.loads(json.dumps({"next_batch": "-", **part}))) is not None

    rooms, sent = sync.get("rooms"), sync.get("to_device")
    kept = {
        kind: {room: info for room, info in found.items() if good(rooms={kind: {room: info}})}
        for kind, found in (rooms if isinstance(rooms, Mapping) else {}).items()
        if isinstance(found, Mapping)
    }
    events = sent.get("events") if isinstance(sent, Mapping) else ()
    messages = [
        event
        for event in (events if isinstance(events, list) else ())
        if good(to_device={"events": [event]})
    ]
    more = {
        part: sync[part]
        for part in ("device_lists", "device_one_time_keys_count")
        if part in sync and good(**{part: sync[part]})
    }
    known = {"next_batch": sync["next_batch"], "rooms": kept}
    return {**known, **more, "to_device": {"events": messages}}
