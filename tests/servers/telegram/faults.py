"""What goes wrong, by script: which calls, how often, and how.

A rule is data, so that it can be given by Python or as JSON under /control/faults:
  {"action": "drop_after", "method": "send*", "chat": 1001, "nth": 3}
  {"action": "too_many", "method": "sendMessage", "probability": 0.1, "seed": 7, "retry_after": 5}
Rules are asked in order; the first that strikes is played.
"""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatch

from tests.servers.telegram.answers import Answer, reply
from tests.servers.telegram.errors import ApiError, too_many

BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n"
    "</body>\r\n</html>\r\n"
)


class Action(StrEnum):
    """In brackets: whether the call has its effect, unless the rule's `done` says otherwise."""

    DROP_BEFORE = "drop_before"  # the connection is closed [no]
    DROP_AFTER = "drop_after"  # the connection is closed [yes]
    TOO_MANY = "too_many"  # 429 with retry_after [no]
    BAD_GATEWAY = "bad_gateway"  # 502 with a page of HTML [no]
    SERVER_ERROR = "server_error"  # 500 [no]
    ERROR = "error"  # `code` and `description`: any refusal at all [no]
    SLOW = "slow"  # answers after `seconds` [yes, after the pause]
    HANG = "hang"  # never answers [no]
    HALF_JSON = "half_json"  # 200 with half the answer [yes]
    EMPTY = "empty"  # 200 with no body [yes]
    NO_DESCRIPTION = "no_description"  # {"ok":false} [no]
    REDIRECT = "redirect"  # 302 to somewhere else [no]
    BODY = "body"  # `code` with `body` as it stands, whatever that is [no]


DOES = {Action.DROP_AFTER, Action.SLOW, Action.HALF_JSON, Action.EMPTY}


@dataclass
class Rule:
    """Strikes calls whose method fits the pattern (case is ignored) and whose chat is `chat`.

    nth: only the n-th such call (from 1). times: at most so often. probability: of each call,
    drawn from `seed`. done: overrides whether the call has its effect.
    """

    action: Action
    method: str = "*"
    chat: int | None = None
    nth: int | None = None
    times: int | None = None
    probability: float = 1.0
    seed: int = 0
    retry_after: int = 5
    seconds: float = 1.0
    code: int = 400
    description: str = "Bad Request"
    body: str = ""
    done: bool | None = None
    seen: int = 0
    struck: int = 0
    _dice: random.Random = field(default_factory=random.Random, repr=False)

    def __post_init__(self) -> None:
        self.action = Action(self.action)
        self._dice.seed(self.seed)

    @property
    def does(self) -> bool:
        return self.action in DOES if self.done is None else self.done

    def strikes(self, method: str, chat: int | None) -> bool:
        if not fnmatch(method.lower(), self.method.lower()) or self.chat not in (None, chat):
            return False
        self.seen += 1
        if self.nth not in (None, self.seen) or (
            self.times is not None and self.struck >= self.times
        ):
            return False
        if self.probability < 1 and self._dice.random() >= self.probability:
            return False
        self.struck += 1
        return True


class Faults:
    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def set(self, *rules: Rule) -> None:
        """These rules and no others."""
        self.rules = list(rules)

    def strike(self, method: str, chat: int | None) -> Rule | None:
        return next((rule for rule in self.rules if rule.strikes(method, chat)), None)


async def play(rule: Rule, perform: Callable[[], Awaitable[Answer]]) -> Answer | None:
    """What the bot is answered; None: the connection is to be closed without a word.

    `perform` does what was asked, and is called when the rule lets it be done.
    """
    if rule.action is Action.SLOW and rule.done is None:
        await asyncio.sleep(rule.seconds)
    answer = await perform() if rule.does else None
    match rule.action:
        case Action.DROP_BEFORE | Action.DROP_AFTER:
            return None
        case Action.HANG:
            await asyncio.Event().wait()
        case Action.SLOW:
            if rule.done is not None:
                await asyncio.sleep(rule.seconds)
            return answer
        case Action.HALF_JSON | Action.EMPTY:
            body = answer.body if answer else b""
            return Answer(200, body[: len(body) // 2] if rule.action is Action.HALF_JSON else b"")
        case _:
            return _refusal(rule)
    return None


def _refusal(rule: Rule) -> Answer:
    match rule.action:
        case Action.TOO_MANY:
            return reply(too_many(rule.retry_after))
        case Action.BAD_GATEWAY:
            return Answer(502, BAD_GATEWAY.encode(), {}, "text/html")
        case Action.SERVER_ERROR:
            return reply(ApiError(500, "Internal Server Error"))
        case Action.ERROR:
            return reply(ApiError(rule.code, rule.description))
        case Action.BODY:
            return Answer(rule.code, rule.body.encode(errors="surrogateescape"))
        case Action.REDIRECT:
            return Answer(302, b"", {"Location": "http://127.0.0.1:9/elsewhere"})
        case _:
            return Answer(400, json.dumps({"ok": False}).encode())
