"""What was asked of a homeserver, as the proxy saw it: in memory, and in a file when asked."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

_API = re.compile(r"/_(?:matrix|synapse)/\w+/(?:(?:r0|v\d+|unstable(?:/[\w.]*msc\d+)?)/)?")
_NAMED = (
    (re.compile(r"^(rooms/[^/]+/(?:send|redact)/[^/]+)/[^/]+$"), r"\1/{txn}"),
    (re.compile(r"^(sendToDevice/[^/]+)/[^/]+$"), r"\1/{txn}"),
    (re.compile(r"^(user/[^/]+/filter)/[^/]+$"), r"\1/{filter}"),
    (re.compile(r"(?<=/)[!@$#][^/]*"), "{id}"),
)


@dataclass(slots=True)
class Request:
    """`status` is what the client was answered, 0 if nothing; `done`: the server answered it.

    `event`: the id of the event that the server says came of it; `code`: how it refused.
    `sent`: the body, as JSON. `at`: seconds since the epoch. `took`: seconds.
    """

    at: float
    method: str
    path: str
    status: int
    done: bool
    took: float
    fault: str | None = None
    event: str | None = None
    code: str = ""
    sent: Any = None

    @property
    def pattern(self) -> str:
        """The path without what differs: rooms/{id}/send/m.room.message/{txn}."""
        found = self.path
        for what, name in _NAMED:
            found = what.sub(name, found)
        return found

    @property
    def room(self) -> str | None:
        words = self.path.split("/")
        return words[1] if words[0] == "rooms" and len(words) > 1 else None

    @property
    def txn(self) -> str | None:
        return self.path.rpartition("/")[2] if self.pattern.endswith("{txn}") else None


class Requests(list[Request]):
    def to(self, path: str, where: Callable[[Request], bool] = lambda found: True) -> "Requests":
        """Those whose path fits the pattern; `*` stands for anything."""
        return Requests(r for r in self if fnmatchcase(r.path, path) and where(r))

    def pauses(self) -> list[float]:
        """Seconds between the answer to each and the next."""
        return [after.at - (before.at + before.took) for before, after in pairwise(self)]

    def write(self, file: Path) -> None:
        """One JSON line each, without what was said in them."""
        more = ("pattern", "room", "txn")
        with file.open("w", encoding="utf-8") as lines:
            for found in self:
                line = asdict(found) | {name: getattr(found, name) for name in more}
                line.pop("sent")
                lines.write(json.dumps(line, ensure_ascii=False) + "\n")


def short(path: str) -> str:
    """/_matrix/client/v3/rooms/%21x%3Ay/state -> rooms/!x:y/state"""
    return unquote(_API.sub("", path, count=1))
