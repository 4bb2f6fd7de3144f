"""What an examination finds, so that `doctor` shows every part in the same way."""

from dataclasses import dataclass
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` was looked at, what was `found`, and, unless it is `ok`, how to `mend` it."""

    what: str
    ok: bool
    found: str
    mend: str = ""


def clock(seen: tuple[str, float] | None, whose: str, skew: float) -> list[Finding]:
    """Ours beside a server's: its `Date` header, and when it came by our clock (seconds since the
    epoch). `skew`: seconds that it may be wrong."""
    if seen is None:
        return []
    header, ours = seen
    try:
        off = ours - parsedate_to_datetime(header).timestamp()
    except ValueError:
        return []
    found = f"{abs(off):.0f} s {'fast' if off > 0 else 'slow'}, by {whose}"
    mend = "Turn on time synchronisation (timedatectl set-ntp true)."
    return [Finding("Clock", abs(off) <= skew, found, mend if abs(off) > skew else "")]
