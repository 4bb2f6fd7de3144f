"""The names of the live messages of a call, one below the other."""

CALL = "callout:{call}"
MEMBER = "callout:{call}:member:{member}"
OFFER = "callout:{call}:offer:{shift}:{member}:{turn}"
BOARD = "callout:{call}:board"
ROOM = "callout:{call}:room"


def wave(call: int) -> str:
    return f"callout:{call}:wave"


def timers(call: int) -> str:
    return f"callout:{call}"
