"""What an examination finds, so that `doctor` shows every part in the same way."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` was looked at, what was `found`, and, unless it is `ok`, how to `mend` it."""

    what: str
    ok: bool
    found: str
    mend: str = ""
