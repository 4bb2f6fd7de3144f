"""The judge of a run: what the platform wrote down, held against what the database says.

Each rule gives its complaints as sentences. Nothing here knows what a call for staff is: see
truth.py for that.
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tests.process.books import Books, Row
from tests.process.record import Act, Record, Sent


@dataclass(frozen=True)
class Kill:
    """What was on disk when the process was dead: keys of events, how far the platform had been
    heard, and sends under way."""

    at: float
    kept: frozenset[str]
    done: frozenset[str]
    in_flight: int
    cursor: str = ""


def look(books: Books, at: float) -> Kill:
    rows = books.rows("SELECT key, state FROM inbox")
    flying = books.one("SELECT count(*) FROM outbox WHERE state = 'sending'")
    cursors = [row["value"] for row in books.table("cursors")]
    return Kill(
        at,
        frozenset(row["key"] for row in rows),
        frozenset(row["key"] for row in rows if row["state"] == "done"),
        flying,
        *cursors,
    )


@dataclass
class Evidence:
    record: Record
    books: Books
    kills: list[Kill]

    @cached_property
    def end(self) -> Kill:
        """As if it were killed now."""
        return look(self.books, math.inf)

    @cached_property
    def acts(self) -> list[Act]:
        """What was told, or had to be."""
        record = self.record
        return [a for a in record.acts if a.key in self.inbox or a.key not in record.undone]

    @cached_property
    def inbox(self) -> dict[str, Row]:
        return {row["key"]: row for row in self.books.table("inbox")}

    @cached_property
    def outbox(self) -> list[Row]:
        return self.books.rows("SELECT * FROM outbox ORDER BY id")

    @cached_property
    def messages(self) -> list[Row]:
        """What is a message of its own, and no emoji under another one."""
        return [row for row in self.outbox if "signs" not in (row["body"] or {})]

    @cached_property
    def places(self) -> dict[str, Row]:
        return {row["id"]: row for row in self.books.table("places")}

    @cached_property
    def copies(self) -> list[Sent]:
        """Messages that the database knows nothing of: somebody has them twice."""
        known = {(row["chat"], row["message"]) for row in self.outbox}
        return [sent for sent in self.record.sent if where(sent) not in known]


def where(sent: Sent) -> tuple[str, str]:
    return sent.chat, sent.message


def judge(found: Evidence) -> Iterator[str]:
    yield from what_was_confirmed_is_handled(found)
    yield from what_was_confirmed_was_on_disk_before(found)
    yield from what_was_owed_was_sent_once(found)
    yield from only_a_kill_makes_a_copy(found)
    yield from order_is_kept_within_a_chat_and_lane(found)
    yield from found.record.judge(found)


def what_was_confirmed_is_handled(found: Evidence) -> Iterator[str]:
    confirmed = found.record.confirmed(found.end)
    for act in found.acts:
        row = found.inbox.get(act.key)
        if act.key not in confirmed:
            yield f"event {act.key} was never confirmed"
        elif row is None:
            yield f"event {act.key} was confirmed and is not in the inbox"
        elif row["state"] != "done":
            yield f"event {act.key} is {row['state']}: {row['error']}"
    for key in found.inbox.keys() - found.record.causes():
        yield f"event {key} has no cause"


def what_was_confirmed_was_on_disk_before(found: Evidence) -> Iterator[str]:
    """At each kill: what was confirmed by then was kept, a tap acknowledged by then was done."""
    acts = {act.key for act in found.acts}
    for number, kill in enumerate(found.kills, start=1):
        for key in found.record.confirmed(kill) & acts - kill.kept:
            yield f"kill {number}: event {key} was confirmed and not on disk"
        for key in found.record.acknowledged(kill) - kill.done:
            yield f"kill {number}: tap {key} was acknowledged without effect"


def what_was_owed_was_sent_once(found: Evidence) -> Iterator[str]:
    """Every row is final, each with a message of its own that the platform really has."""
    there = {where(sent) for sent in found.record.sent}
    for row in found.outbox:
        if row["state"] != "sent":
            yield f"delivery {row['id']} is {row['state']}: {row['error']}"
    for row in found.messages:
        if row["state"] == "sent" and (row["chat"], row["message"]) not in there:
            yield f"delivery {row['id']} says it was sent, and the platform never had it"
    twice = Counter((row["chat"], row["message"]) for row in found.messages)
    yield from (f"message {one} is said to be two" for one, n in twice.items() if n > 1)


def only_a_kill_makes_a_copy(found: Evidence) -> Iterator[str]:
    """A send under way when the process died may come again: once each, and no other does; none
    at all where the platform knows it again."""
    begin = 0.0
    for number, kill in enumerate(found.kills, start=1):
        mine = [sent for sent in found.copies if begin < sent.at <= kill.at]
        if len(mine) > (0 if found.record.repeats_safely else kill.in_flight):
            yield f"kill {number}: {len(mine)} copies, {kill.in_flight} sends were under way"
        begin = kill.at
    for sent in found.copies:
        if sent.at > begin:
            yield f"message {where(sent)} was sent twice and nobody was killed"


def order_is_kept_within_a_chat_and_lane(found: Evidence) -> Iterator[str]:
    turns = {where(sent): sent.turn for sent in found.record.sent}
    queues: dict[tuple[str, int], list[Row]] = {}
    for row in found.messages:
        queues.setdefault((row["chat"], row["lane"]), []).append(row)
    for queue in queues.values():
        told = [(row["id"], turns.get((row["chat"], row["message"]))) for row in queue]
        for (one, first), (other, second) in pairwise(t for t in told if t[1] is not None):
            if (first or 0) > (second or 0):
                yield f"delivery {other} overtook {one}"
