"""The names of the live messages of one time of a meeting, one below the other."""

TIME = "meeting:{time}"
MEMBER = "meeting:{time}:member:{member}"
REMINDER = "meeting:{time}:reminder:{member}:{number}"
CHANGE = "meeting:{time}:change:{member}:{change}"
REMINDERS = "meeting:{time}:reminder:{member}"
CHANGES = "meeting:{time}:change:{member}"
BOARD = "meeting:{time}:board"
ROOM = "meeting:{time}:room"


def sending(time: int) -> str:
    """What is owed of its invitations; it can be held back."""
    return f"meeting:{time}:sending"


def timers(time: int) -> str:
    return f"meeting:{time}"


def time_of(key: str) -> int | None:
    """The time that a key or an `about` speaks of."""
    root, _, rest = key.partition(":")
    number = rest.partition(":")[0]
    return int(number) if root == "meeting" and number.isdecimal() else None


def member_of(key: str) -> int | None:
    """The member whose card this is."""
    parts = key.split(":")
    return int(parts[3]) if len(parts) > 3 and parts[2] == "member" else None
