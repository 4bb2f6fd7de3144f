"""What happened, in memory and on disk, for a checker that judges the bot after it was killed.

One JSON line each, written at once (one os.write, no fsync: the server outlives the bot):
  {"kind":"call","n","at","took","method","params","chat","fault","done","status","answer"}
  {"kind":"update","id","at","update"}      it exists; the update's own JSON, without update_id
  {"kind":"delivered","ids","at","via"}     handed over (again); via getUpdates or webhook
  {"kind":"confirmed","ids","at"}           by offset, or by the webhook's 200
  {"kind":"dropped","ids","at"}             too old, or drop_pending_updates
Times are seconds since the epoch; `took` is seconds until the effect was there, so that the line
of a call stands on disk before its answer leaves. `done` says whether the call was carried out,
`status` and `answer` how it ended; with a `fault` the bot was told something else, or nothing.
"""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

Json = dict[str, Any]
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(slots=True)
class CallEntry:
    n: int
    at: float
    took: float
    method: str
    params: Json
    chat: int | None
    fault: str | None
    done: bool
    status: int
    answer: Any

    @property
    def ok(self) -> bool:
        """It had its effect, whatever the bot was told."""
        return self.done and bool(isinstance(self.answer, dict) and self.answer.get("ok"))


@dataclass(slots=True)
class UpdateEntry:
    id: int
    at: float
    update: Json
    delivered: list[float] = field(default_factory=list)  # when, each time
    confirmed: float | None = None
    dropped: float | None = None


class History:
    def __init__(self, path: Path | None = None) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        self._file = os.open(path, flags, 0o644) if path else None
        self.calls: list[CallEntry] = []
        self.updates: dict[int, UpdateEntry] = {}

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def called(self, entry: CallEntry) -> None:
        self.calls.append(entry)
        if self._file is not None:
            self._write({"kind": "call", **{key: getattr(entry, key) for key in _CALL}})

    def created(self, number: int, update: Json, at: float) -> None:
        self.updates[number] = UpdateEntry(number, at, update)
        self._write({"kind": "update", "id": number, "at": at, "update": update})

    def delivered(self, ids: list[int], at: float, via: str) -> None:
        if ids:
            self._mark("delivered", ids, at)
            self._write({"kind": "delivered", "ids": ids, "at": at, "via": via})

    def confirmed(self, ids: list[int], at: float) -> None:
        if ids:
            self._mark("confirmed", ids, at)
            self._write({"kind": "confirmed", "ids": ids, "at": at})

    def dropped(self, ids: list[int], at: float) -> None:
        if ids:
            self._mark("dropped", ids, at)
            self._write({"kind": "dropped", "ids": ids, "at": at})

    def of(self, *methods: str, chat: int | None = None) -> list[CallEntry]:
        """Calls of these methods (all when none is named), in the order of their effect."""
        names = {name.lower() for name in methods}
        return [
            call
            for call in self.calls
            if (not names or call.method.lower() in names) and chat in (None, call.chat)
        ]

    def json(self) -> Json:
        updates = [asdict(entry) for entry in self.updates.values()]
        return {"calls": [asdict(call) for call in self.calls], "updates": updates}

    def _mark(self, what: str, ids: Iterable[int], at: float) -> None:
        for number in ids:
            entry = self.updates[number]
            if what == "delivered":
                entry.delivered.append(at)
            else:
                setattr(entry, what, at)

    def _write(self, line: Json) -> None:
        if self._file is not None:
            os.write(self._file, (_dumps(line) + "\n").encode())


_CALL = tuple(CallEntry.__slots__)


def read_history(path: Path) -> History:
    """The history in that file, as it was in memory; a last line cut short is left out."""
    history = History()
    for line in path.read_bytes().split(b"\n")[:-1]:
        entry = json.loads(line)
        kind = entry.pop("kind")
        _READERS[kind](history, entry)
    return history


def _mark(kind: str) -> Callable[[History, Json], None]:
    return lambda history, entry: history._mark(kind, entry["ids"], entry["at"])


_READERS: dict[str, Callable[[History, Json], None]] = {
    "call": lambda history, entry: history.calls.append(CallEntry(**entry)),
    "update": lambda history, entry: history.created(entry["id"], entry["update"], entry["at"]),
    "delivered": _mark("delivered"),
    "confirmed": _mark("confirmed"),
    "dropped": _mark("dropped"),
}
