"""The names of the live messages, pages and timers of an issue."""

from bot.core import Call

LETTER = "newsletter:{issue_id}"
DESK = "newsletter:{issue_id}:desk"
CONTRIBUTION = "newsletter:{issue_id}:text:{member_id}"
QUESTION = "news-question:{member_id}"


def about(issue_id: int) -> str:
    """What all copies of an issue are owed about."""
    return LETTER.format(issue_id=issue_id)


def desk(issue_id: int) -> str:
    return DESK.format(issue_id=issue_id)


def issue_of(about: str) -> int:
    """Which issue copies belong to; 0 if they are no newsletter."""
    kind, _, number = about.partition(":")
    return int(number) if kind == "newsletter" and number.isdecimal() else 0


def leaving(issue_id: int) -> str:
    """The timer of an issue that is scheduled."""
    return f"newsletter:{issue_id}:leave"


def posting(issue_id: int) -> str:
    """The timer of an issue that goes out copy by copy."""
    return f"newsletter:{issue_id}:post"


def reminding(issue_id: int) -> str:
    """The timers that remind those who were asked for a text."""
    return f"newsletter:{issue_id}:remind"


def asking(member_id: int) -> str:
    """The timer of the one question."""
    return f"news-question:{member_id}"


def opens(page: str, issue_id: int) -> Call:
    """One of the things that can be done with an issue, by its name: what stands on the desk
    knows the desk, and not the other way round."""
    return Call(f"newsletters.{page}", {"issue_id": issue_id})
