"""From a call to its answer: limits, faults, the method, the line in the history."""

import asyncio
import json
import time
from typing import Any

from tests.servers.telegram import api_chats, api_edit, api_me, api_send, api_updates
from tests.servers.telegram.answers import Answer, error_json, reply, success
from tests.servers.telegram.calls import Call
from tests.servers.telegram.errors import METHOD_NOT_FOUND, ApiError, too_many
from tests.servers.telegram.faults import Faults, Rule, play
from tests.servers.telegram.history import CallEntry, History
from tests.servers.telegram.limits import Limits
from tests.servers.telegram.webhook import Webhook
from tests.servers.telegram.world import World

METHODS = api_send.METHODS | api_edit.METHODS | api_chats.METHODS | api_me.METHODS


class Api:
    """`latency` in seconds passes between what is done and every answer but those of
    getUpdates: whoever is killed meanwhile does not know that it was done."""

    def __init__(self, world: World, history: History, webhook: Webhook) -> None:
        self._world, self._history, self._webhook = world, history, webhook
        self.limits, self.faults, self.latency = Limits(), Faults(), 0.0

    async def answer(self, call: Call) -> Answer | None:
        """None: the connection is to be closed without an answer."""
        rule = self.faults.strike(call.method, call.chat) if self.faults.rules else None
        if rule is None:
            answer = await self._perform(call, None)
            if self.latency and call.method != "getupdates":
                await asyncio.sleep(self.latency)
            return answer
        if not rule.does:
            self._note_undone(call, rule)
        return await play(rule, lambda: self._perform(call, rule))

    async def _perform(self, call: Call, rule: Rule | None) -> Answer:
        at, start = self._world.now(), time.perf_counter()
        try:
            result = await self._result(call)
        except ApiError as error:
            answer, shown = reply(error), error_json(error)
        else:
            answer, shown = success(result), {"ok": True, "result": _brief(call, result)}
        took = round(time.perf_counter() - start, 6)
        self._note(call, rule, at=at, took=took, done=True, status=answer.status, answer=shown)
        return answer

    async def _result(self, call: Call) -> Any:
        chat = call.chat
        if chat is not None:
            wait = self.limits.retry_after(call.method, chat, time.monotonic(), _cost(call))
            if wait is not None:
                raise too_many(wait)
        if call.method in METHODS:
            return METHODS[call.method](self._world, call)
        if call.method in api_updates.METHODS:
            return await api_updates.METHODS[call.method](self._world, call, self._webhook)
        raise ApiError(404, METHOD_NOT_FOUND)

    def _note_undone(self, call: Call, rule: Rule) -> None:
        now = self._world.now()
        self._note(call, rule, at=now, took=0.0, done=False, status=0, answer=None)

    def _note(self, call: Call, rule: Rule | None, **more: Any) -> None:
        fault = rule.action.value if rule else None
        n = len(self._history.calls) + 1
        params = call.params | {name: upload.name for name, upload in call.files.items()}
        self._history.called(
            CallEntry(n=n, method=call.method, params=params, chat=call.chat, fault=fault, **more)
        )


def _brief(call: Call, result: Any) -> Any:
    """Updates are in the history already: their numbers are enough."""
    return [update["update_id"] for update in result] if call.method == "getupdates" else result


def _cost(call: Call) -> int:
    if call.method != "sendmediagroup":
        return 1
    try:
        return len(json.loads(call.text("media", "[]")))
    except (ValueError, TypeError):
        return 1
