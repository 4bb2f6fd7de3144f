"""The names of the live messages of a call, one below the other."""

CALL = "callout:{call}"
MEMBER = "callout:{call}:member:{member}"
CHANGE = "callout:{call}:member:{member}:change:{change}:{slots}"
OFFER = "callout:{call}:offer:{shift}:{member}:{turn}"
BOARD = "callout:{call}:board"
FIGURES = "callout:{call}:board:figures"
ROOM = "callout:{call}:room"


def wave(call: int) -> str:
    return f"callout:{call}:wave"


def timers(call: int) -> str:
    return f"callout:{call}"


def look(call: int) -> str:
    return f"callout:{call}:look"
