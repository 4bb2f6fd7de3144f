"""The names of the live messages and timers of an alert."""

MEMBER = "alert:{alert}:member:{member}"
AGAIN = "alert:{alert}:member:{member}:again:{number}"
CHAT = "alert:{alert}:chat:{chat}"
BOARD = "alert:{alert}:board"
QUESTION = "alert:{alert}:question:{question}"
FILE = "alert-file:{alert}"


def alert(alert_id: int) -> str:
    """What all copies stand below, what is written about it, and the name of its timers."""
    return f"alert:{alert_id}"


def chats(alert_id: int) -> str:
    """What is owed to channels and rooms: counted apart from the members' copies."""
    return f"alert:{alert_id}:chats"


def files(alert_id: int) -> str:
    return f"alert:{alert_id}:files"


def again(alert_id: int) -> str:
    """What the silent are owed besides the first copy."""
    return f"alert:{alert_id}:again"


def steps(alert_id: int) -> str:
    """The timers that tell the silent again."""
    return f"alert:{alert_id}:steps"
