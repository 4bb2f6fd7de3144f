"""What a homeserver answers, and the one question: can trying again help?"""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.adapters.matrix.odd import Odd
from bot.core.errors import SendFailed

NAME = "matrix"
LONGEST_WAIT = 3600.0
"""Seconds: a server that asks for more than this is not believed."""

GATEWAY = frozenset({502, 503, 504})
SOON = timedelta(seconds=2)

GONE = frozenset({"M_FORBIDDEN", "M_NOT_FOUND", "M_UNKNOWN_ROOM"})
"""The room can no longer be written to: we were removed, or may not speak."""

REVOKED = frozenset({"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED"})

PERMANENT = frozenset(
    {"M_BAD_JSON", "M_NOT_JSON", "M_TOO_LARGE", "M_INVALID_PARAM", "M_UNRECOGNIZED",
     "M_DUPLICATE_ANNOTATION", "M_GUEST_ACCESS_FORBIDDEN"}
)  # fmt: skip


class Broken(Exception):
    """No usable answer: the connection failed, or what came is not JSON from a homeserver. The
    server may have done what it was asked. `status` is 0 where nothing came at all."""

    def __init__(self, why: str, status: int = 0) -> None:
        super().__init__(why)
        self.status = status


class Refused(Exception):
    """The homeserver said no: its own code (`M_…`), and how long to wait (seconds, 0: not said).

    https://spec.matrix.org/v1.13/client-server-api/#standard-error-response
    """

    def __init__(
        self, code: str, status: int, wait: float = 0.0, *, soft: bool = False, said: str = ""
    ) -> None:
        super().__init__(f"{status} {code}")
        self.code, self.status, self.wait, self.soft, self.said = code, status, wait, soft, said

    @property
    def revoked(self) -> bool:
        return self.code in REVOKED


def answer(status: int, body: bytes) -> Mapping[str, Any]:
    """The JSON of a good answer. Raises Refused or Broken, whatever came."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as bad:
        raise Broken(f"{status}, and no JSON", status) from bad
    if not isinstance(found, dict):
        raise Broken(f"{status}, and no object", status)
    if status < 400:
        return found
    code = found.get("errcode")
    if status >= 500 or not isinstance(code, str):
        raise Broken(f"{status} {code if isinstance(code, str) else ''}".strip()[:60], status)
    raise Refused(
        code[:60], status, waits(status, found), soft=found.get("soft_logout") is True,
        said=str(found.get("error", ""))[:200],
    )  # fmt: skip


def waits(status: int, found: Mapping[str, Any]) -> float:
    """Seconds that a server asks for; 1 where it asks without saying how long."""
    if status != 429:
        return 0.0
    asked = found.get("retry_after_ms")
    seconds = asked / 1000 if isinstance(asked, int | float) and asked > 0 else 1.0
    return min(float(seconds), LONGEST_WAIT)


def failure(error: Refused | Broken | Odd) -> SendFailed:
    """As the engine understands it. None is «unknown»: a transaction id makes it safe to send
    again, whatever became of it."""
    match error:
        case Refused() if error.wait:
            return SendFailed(error.code, wait=timedelta(seconds=error.wait), everyone=True)
        case Refused() if error.revoked:
            return SendFailed(error.code, wait=timedelta(seconds=30), everyone=True)
        case Refused() if error.code in GONE:
            return SendFailed(error.code, permanent=True, gone=True)
        case Refused():
            return SendFailed(error.code, permanent=error.code in PERMANENT)
        case Broken() if error.status in GATEWAY:
            return SendFailed(str(error), wait=SOON, everyone=True)
        case Broken() | Odd():
            return SendFailed(str(error))
