"""What goes wrong between a client and its homeserver, by script: where, how often, and how.

A rule is data: Rule("drop_after", "rooms/*/send/*", nth=3), Rule("too_many", "sync", times=2).
Rules are asked in order; the first that strikes is played.
"""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Any

from tests.servers.telegram.faults import BAD_GATEWAY

JSON = {"Content-Type": "application/json"}
SEND = "rooms/*/send/*"
TO_DEVICE = "sendToDevice/*"
KEYS = ("keys/upload", "keys/query", "keys/claim", TO_DEVICE)
"""The four requests on which it hangs whether an encrypted message can be read."""


class Action(StrEnum):
    """In brackets: whether the server gets the request, unless the rule's `done` says otherwise."""

    DROP_BEFORE = "drop_before"  # the connection is closed [no]
    DROP_AFTER = "drop_after"  # the connection is closed [yes]
    SLOW = "slow"  # answers after `seconds` [yes, after the pause]
    HELD = "held"  # answers once the rule is told to `let_go` [yes, then]
    HANG = "hang"  # never answers [no]
    TOO_MANY = "too_many"  # 429 with retry_after_ms, or without if it is None [no]
    BAD_GATEWAY = "bad_gateway"  # 502 with a page of HTML [no]
    ERROR = "error"  # `status` and `answer`: any refusal at all [no]
    CUT = "cut"  # half of the announced body, then the connection is closed [yes]
    HALF_JSON = "half_json"  # 200 with half the answer, as if it were whole [yes]
    BODY = "body"  # `status`, `body` and `headers`, whatever they are [no]
    CHANGED = "changed"  # what `change` makes of the answer's JSON [yes]


DOES = {Action.DROP_AFTER, Action.SLOW, Action.HELD, Action.CUT, Action.HALF_JSON, Action.CHANGED}


@dataclass
class Answer:
    """`whole` is False if the connection is to be closed in the middle of the body."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=lambda: JSON)
    whole: bool = True

    def json(self) -> Any:
        """What it says, or nothing if it is no JSON."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


@dataclass
class Rule:
    """Strikes requests whose path, after /_matrix/<what>/<version>/, fits the pattern.

    nth: only the n-th such request (from 1). times: at most so often. probability: of each,
    drawn from `seed`. sent: only if this is in the body. done: whether the server gets it.
    """

    action: Action | str
    path: str = "*"
    method: str = "*"
    nth: int | None = None
    times: int | None = None
    probability: float = 1.0
    seed: int = 0
    sent: str = ""
    seconds: float = 1.0
    retry_after_ms: int | None = 1000
    status: int = 500
    answer: dict[str, Any] = field(default_factory=lambda: {"errcode": "M_UNKNOWN"})
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=lambda: JSON)
    change: Callable[[Any], Any] = lambda found: found
    done: bool | None = None
    let_go: asyncio.Event = field(default_factory=asyncio.Event, repr=False)
    seen: int = 0
    struck: int = 0
    _dice: random.Random = field(default_factory=random.Random, repr=False)

    def __post_init__(self) -> None:
        self.action = Action(self.action)
        self._dice.seed(self.seed)

    @property
    def does(self) -> bool:
        return self.action in DOES if self.done is None else self.done

    def strikes(self, method: str, path: str, body: bytes) -> bool:
        if not (fnmatchcase(method, self.method) and fnmatchcase(path, self.path)):
            return False
        if self.sent.encode() not in body:
            return False
        self.seen += 1
        spent = self.times is not None and self.struck >= self.times
        if spent or self.nth not in (None, self.seen):
            return False
        if self.probability < 1 and self._dice.random() >= self.probability:
            return False
        self.struck += 1
        return True


async def play(rule: Rule, perform: Callable[[], Awaitable[Answer]]) -> Answer | None:
    """What the client is answered; None: the connection is to be closed without a word.

    `perform` asks the server, and is called when the rule lets it be done.
    """
    if rule.action is Action.SLOW:
        await asyncio.sleep(rule.seconds)
    if rule.action is Action.HELD:
        await rule.let_go.wait()
    found = await perform() if rule.does else Answer(200, b"{}")
    match rule.action:
        case Action.DROP_BEFORE | Action.DROP_AFTER:
            return None
        case Action.HANG:
            await asyncio.Event().wait()
        case Action.CUT:
            found.whole = False
        case Action.HALF_JSON:
            found.body = found.body[: len(found.body) // 2]
        case Action.CHANGED:
            found.body = json.dumps(rule.change(json.loads(found.body))).encode()
        case Action.TOO_MANY:
            return _too_many(rule.retry_after_ms)
        case Action.BAD_GATEWAY:
            return Answer(502, BAD_GATEWAY.encode(), {"Content-Type": "text/html"})
        case Action.ERROR:
            return Answer(rule.status, json.dumps(rule.answer).encode())
        case Action.BODY:
            return Answer(rule.status, rule.body, rule.headers)
    return found


def _too_many(wait: int | None) -> Answer:
    said: dict[str, Any] = {"errcode": "M_LIMIT_EXCEEDED", "error": "Too Many Requests"}
    said |= {} if wait is None else {"retry_after_ms": wait}
    return Answer(429, json.dumps(said).encode())
