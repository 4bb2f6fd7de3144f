"""The names of the live messages of a poll."""

POLL = "poll:{poll}"
MEMBER = "poll:{poll}:member:{member}"
BOARD = "poll:{poll}:board"


def sending(poll: int) -> str:
    """What is owed of its cards; it can be held back."""
    return f"poll:{poll}:sending"


def timers(poll: int) -> str:
    return f"poll:{poll}"


def poll_of(key: str) -> int | None:
    root, _, rest = key.partition(":")
    number = rest.partition(":")[0]
    return int(number) if root == "poll" and number.isdecimal() else None
