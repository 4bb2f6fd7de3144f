"""What comes of taking for good what strangers have sent: one error, instead of any.

nio and what lies under it take data of others for what it should be. Which of a dozen errors comes
of that says nothing, but for its name in the log; so all of them are one here, and nowhere else.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any


class Odd(Exception):
    """What was sent is no good. It says the kind of the error that this led to."""


@contextmanager
def strange(*known: type[Exception]) -> Iterator[None]:
    """What is done in here is done with what strangers have sent. Raises Odd, for whatever was
    raised; those that are `known` pass as they are."""
    try:
        yield
    except known:
        raise
    except Exception as bug:
        raise Odd(type(bug).__name__) from bug


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
