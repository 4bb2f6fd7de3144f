"""Whether an invitation still lets someone in; if not, which text says so and what to do."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Ticket:
    uses: int
    used: int
    expires_at: datetime
    revoked: bool


def problem(ticket: Ticket | None, now: datetime) -> str | None:
    """The key of the text that refuses; None if the door is open."""
    if ticket is None:
        return "code-unknown"
    if ticket.revoked:
        return "code-revoked"
    if ticket.used >= ticket.uses:
        return "code-used-up"
    return "code-expired" if ticket.expires_at <= now else None
