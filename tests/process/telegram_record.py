"""What our Telegram wrote down of a run."""

from collections.abc import Iterator, Set
from functools import cached_property
from typing import Any

from tests.process.history import Evidence, Kill
from tests.process.record import Act, Sent
from tests.servers.telegram.history import History, UpdateEntry

SENDS = ("sendmessage", "sendphoto", "senddocument")
HARMLESS = ("message is not modified", "query is too old", "terminated by other getUpdates")
"""Refusals that say that what was wanted is so already, or that a dead process still polled."""


class TelegramRecord:
    undone: Set[str] = frozenset()
    repeats_safely = False
    silent: Set[str] = frozenset({"staffing.no", "staffing.stay"})

    def __init__(self, history: History) -> None:
        self._history = history
        self.acts = [_act(update) for update in history.updates.values()]
        self.shown: dict[tuple[str, str], str] = {}
        for call in history.calls:
            if call.ok and "text" in call.params and isinstance(call.answer["result"], dict):
                message = str(call.answer["result"]["message_id"])
                self.shown[str(call.chat), message] = str(call.params["text"])

    @cached_property
    def sent(self) -> list[Sent]:
        """Telegram numbers messages as they come."""
        calls = [call for call in self._history.of(*SENDS) if call.ok]
        numbered = [(call, int(call.answer["result"]["message_id"])) for call in calls]
        return [Sent(call.at, str(call.chat), f"{n}", n) for call, n in numbered]

    def causes(self) -> Set[str]:
        return {act.key for act in self.acts}

    def confirmed(self, kill: Kill) -> Set[str]:
        updates = self._history.updates.values()
        return {str(u.id) for u in updates if u.confirmed and u.confirmed < kill.at}

    def acknowledged(self, kill: Kill) -> Set[str]:
        updates = self._history.updates.values()
        presses = [(u.id, u.update.get("callback_query")) for u in updates]
        taps = {press["id"]: str(number) for number, press in presses if press}
        answers = [c for c in self._history.of("answerCallbackQuery") if c.at < kill.at]
        return {taps[str(call.params["callback_query_id"])] for call in answers}

    def does(self, act: Act, found: Evidence) -> str:
        _, keyboard, index = act.tap
        rows = found.books.rows("SELECT keys FROM keyboards WHERE id = :id", id=keyboard)
        return str(rows[0]["keys"][int(index)][1]) if rows else ""

    def judge(self, found: Evidence) -> Iterator[str]:
        """An edit before its send, a button that is no longer there: Telegram would say no."""
        for call in self._history.calls:
            why = call.answer.get("description", "") if isinstance(call.answer, dict) else ""
            if call.done and not call.ok and not any(words in why for words in HARMLESS):
                yield f"{call.method} was refused: {why} {_shape(call.params)}"


def _act(entry: UpdateEntry) -> Act:
    press, message = entry.update.get("callback_query"), entry.update.get("message", {})
    account = str((press or message)["from"]["id"])
    if press:
        return Act(str(entry.id), account, tap=tuple(press["data"].split(":")))
    return Act(str(entry.id), account, text=message["text"])


def _shape(params: dict[str, Any]) -> str:
    return str({key: str(value)[:60] for key, value in params.items()})
