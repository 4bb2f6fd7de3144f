"""The judge of a run: what Telegram wrote down, held against what the database says.

Each rule gives its complaints as sentences. Nothing here knows what a call for staff is: see
truth.py for that.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from tests.process.books import Books, Row
from tests.servers.telegram.history import CallEntry, History

SENDS = ("sendmessage", "sendphoto", "senddocument")
HARMLESS = ("message is not modified", "query is too old", "terminated by other getUpdates")
"""Refusals that say that what was wanted is so already, or that a dead process still polled."""


@dataclass(frozen=True)
class Kill:
    """What was on disk when the process was dead: keys of events, and sends under way."""

    at: float
    kept: frozenset[str]
    done: frozenset[str]
    in_flight: int


def look(books: Books, at: float) -> Kill:
    rows = books.rows("SELECT key, state FROM inbox")
    flying = books.one("SELECT count(*) FROM outbox WHERE state = 'sending'")
    return Kill(
        at,
        frozenset(row["key"] for row in rows),
        frozenset(row["key"] for row in rows if row["state"] == "done"),
        flying,
    )


@dataclass
class Evidence:
    history: History
    books: Books
    kills: list[Kill]
    text: dict[tuple[str, str], str] = field(default_factory=dict)
    """What stands in each message (chat, message id), as sent or last edited."""

    def __post_init__(self) -> None:
        for call in self.history.calls:
            if call.ok and "text" in call.params:
                message = call.answer["result"]
                if isinstance(message, dict):
                    where = str(call.chat), str(message["message_id"])
                    self.text[where] = str(call.params["text"])

    @cached_property
    def inbox(self) -> dict[str, Row]:
        return {row["key"]: row for row in self.books.table("inbox")}

    @cached_property
    def outbox(self) -> list[Row]:
        return self.books.rows("SELECT * FROM outbox ORDER BY id")

    @cached_property
    def places(self) -> dict[str, Row]:
        return {row["id"]: row for row in self.books.table("places")}

    @cached_property
    def sent(self) -> list[CallEntry]:
        return [call for call in self.history.of(*SENDS) if call.ok]

    @cached_property
    def copies(self) -> list[CallEntry]:
        """Messages that the database knows nothing of: somebody has them twice."""
        known = {(row["chat"], row["message"]) for row in self.outbox}
        return [call for call in self.sent if where(call) not in known]


def where(call: CallEntry) -> tuple[str, str]:
    return str(call.chat), str(call.answer["result"]["message_id"])


def judge(found: Evidence) -> Iterator[str]:
    yield from what_was_confirmed_is_handled(found)
    yield from what_was_confirmed_was_on_disk_before(found)
    yield from what_was_owed_was_sent_once(found)
    yield from only_a_kill_makes_a_copy(found)
    yield from order_is_kept_within_a_chat_and_lane(found)
    yield from nothing_was_refused(found)


def what_was_confirmed_is_handled(found: Evidence) -> Iterator[str]:
    for update in found.history.updates.values():
        row = found.inbox.get(str(update.id))
        if update.confirmed is None:
            yield f"update {update.id} was never confirmed"
        elif row is None:
            yield f"update {update.id} was confirmed and is not in the inbox"
        elif row["state"] != "done":
            yield f"update {update.id} is {row['state']}: {row['error']}"
    for key in found.inbox.keys() - {str(number) for number in found.history.updates}:
        yield f"event {key} has no cause"


def what_was_confirmed_was_on_disk_before(found: Evidence) -> Iterator[str]:
    """At each kill: an update confirmed by then was kept, a tap acknowledged by then was done."""
    taps = {
        update.update["callback_query"]["id"]: str(update.id)
        for update in found.history.updates.values()
        if "callback_query" in update.update
    }
    for number, kill in enumerate(found.kills, start=1):
        for update in found.history.updates.values():
            if update.confirmed and update.confirmed < kill.at and str(update.id) not in kill.kept:
                yield f"kill {number}: update {update.id} was confirmed and not on disk"
        for call in found.history.of("answerCallbackQuery"):
            key = taps[str(call.params["callback_query_id"])]
            if call.at < kill.at and key not in kill.done:
                yield f"kill {number}: tap {key} was acknowledged without effect"


def what_was_owed_was_sent_once(found: Evidence) -> Iterator[str]:
    """Every row is final, each with a message of its own that Telegram really has."""
    there = {where(call) for call in found.sent}
    for row in found.outbox:
        if row["state"] != "sent":
            yield f"delivery {row['id']} is {row['state']}: {row['error']}"
        elif (row["chat"], row["message"]) not in there:
            yield f"delivery {row['id']} says it was sent, and Telegram never had it"
    twice = Counter((row["chat"], row["message"]) for row in found.outbox)
    yield from (f"message {one} is said to be two" for one, n in twice.items() if n > 1)


def only_a_kill_makes_a_copy(found: Evidence) -> Iterator[str]:
    """A send under way when the process died may come again: once each, and no other does."""
    begin = 0.0
    for number, kill in enumerate(found.kills, start=1):
        mine = [call for call in found.copies if begin < call.at <= kill.at]
        if len(mine) > kill.in_flight:
            yield f"kill {number}: {len(mine)} copies, {kill.in_flight} sends were under way"
        begin = kill.at
    for call in found.copies:
        if call.at > begin:
            yield f"message {where(call)} was sent twice and nobody was killed: {call.params}"


def order_is_kept_within_a_chat_and_lane(found: Evidence) -> Iterator[str]:
    """Telegram numbers messages as they come."""
    queues: dict[tuple[str, int], list[Row]] = {}
    for row in found.outbox:
        queues.setdefault((row["chat"], row["lane"]), []).append(row)
    for queue in queues.values():
        for one, other in pairwise(row for row in queue if row["message"]):
            if int(one["message"]) > int(other["message"]):
                yield f"delivery {other['id']} overtook {one['id']}"


def nothing_was_refused(found: Evidence) -> Iterator[str]:
    """An edit before its send, a button that is no longer there: Telegram would have said no."""
    for call in found.history.calls:
        why = call.answer.get("description", "") if isinstance(call.answer, dict) else ""
        if call.done and not call.ok and not any(words in why for words in HARMLESS):
            yield f"{call.method} was refused: {why} {_shape(call.params)}"


def _shape(params: dict[str, Any]) -> str:
    return str({key: str(value)[:60] for key, value in params.items()})
