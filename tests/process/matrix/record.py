"""What the homeserver, the line to it and people's own clients show of a run."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.core.signs import same
from tests.process.history import Evidence, Kill
from tests.process.record import Act, Sent
from tests.servers.matrix.faults import SEND
from tests.servers.matrix.requests import Request, Requests
from tests.servers.matrix.seen import Message

Json = Mapping[str, Any]
TALK = ("m.room.message", "m.room.encrypted")
HARMLESS = frozenset({"M_DUPLICATE_ANNOTATION"})
"""Refusals that say that what was wanted is so already."""


@dataclass
class MatrixRecord:
    """`rooms`: each one's events in their order, as the homeserver has them. `screens`: each one's
    messages of the bot, as its person's client shows them."""

    bot: str
    acts: Sequence[Act]
    undone: Set[str]
    rooms: Mapping[str, Sequence[Json]]
    screens: Mapping[str, Sequence[Message]]
    requests: Requests
    syncs: Sequence[tuple[str, frozenset[str]]]
    repeats_safely: bool = True
    silent: Set[str] = frozenset({"staffing.no", "staffing.stay", ""})

    @cached_property
    def sent(self) -> list[Sent]:
        return [
            Sent(event["origin_server_ts"] / 1000, room, event["event_id"], turn)
            for room, events in self.rooms.items()
            for turn, event in enumerate(events)
            if event["sender"] == self.bot and event["type"] in TALK and not _edits(event)
        ]

    @cached_property
    def shown(self) -> dict[tuple[str, str], str]:
        return {(m.room, m.id): m.text for screen in self.screens.values() for m in screen}

    def causes(self) -> Set[str]:
        events = {event["event_id"] for room in self.rooms.values() for event in room}
        return events | {f"joined:{event}{more}" for event in events for more in ("", ":back")}

    def confirmed(self, kill: Kill) -> Set[str]:
        """The server tells again what came after the token that was on disk, and nothing else."""
        ends = [n for n, (token, _) in enumerate(self.syncs) if token == kill.cursor]
        told = self.syncs[: ends[-1] + 1] if ends else ()
        return frozenset().union(*(events for _, events in told))

    def acknowledged(self, kill: Kill) -> Set[str]:
        return frozenset()  # a reaction waits for nothing

    def does(self, act: Act, found: Evidence) -> str:
        message, sign = act.tap
        place = next((p for p in found.places.values() if p["message"] == message), None)
        meant = {same(s): str(told[0]) for s, told in place["signs"].items()} if place else {}
        return meant.get(same(sign), "")

    def judge(self, found: Evidence) -> Iterator[str]:
        yield from self._each_transaction_is_one_event(found)
        yield from self._everybody_reads_each_message_once()
        yield from self._the_emoji_are_there_that_were_owed(found)
        for request in self.requests:
            if request.method != "GET" and request.status >= 400 and request.code not in HARMLESS:
                yield f"{request.method} {request.pattern} was refused: {request.code}"

    @cached_property
    def repeated(self) -> int:
        """How many sends were asked for more than once."""
        return sum(len(asked) > 1 for asked in self._transactions().values())

    def _transactions(self) -> dict[tuple[str, str], list[Request]]:
        found: dict[tuple[str, str], list[Request]] = {}
        for request in self.requests.to(SEND):
            found.setdefault((request.room or "", request.txn or ""), []).append(request)
        return found

    def _each_transaction_is_one_event(self, found: Evidence) -> Iterator[str]:
        """As the line saw it: what was repeated is the same event, and the one that we know."""
        known = {row["key"]: row["message"] for row in found.messages}
        for (room, txn), asked in self._transactions().items():
            events = {request.event for request in asked if request.event}
            if len(events) > 1:
                yield f"transaction {txn} in {room} is {len(events)} events"
            elif txn in known and events - {known[txn]}:
                yield f"transaction {txn} is {events}, the outbox says {known[txn]}"

    def _everybody_reads_each_message_once(self) -> Iterator[str]:
        for room, screen in self.screens.items():
            there = sorted(sent.message for sent in self.sent if sent.chat == room)
            if sorted(message.id for message in screen) != there:
                yield f"in {room} are {len(there)} messages, the app shows {len(screen)}"
            for message in screen:
                if message.unreadable:
                    yield f"{message.id} in {room} cannot be read: {message.unreadable}"
                elif not message.encrypted:
                    yield f"{message.id} in {room} was sent in clear"

    def _the_emoji_are_there_that_were_owed(self, found: Evidence) -> Iterator[str]:
        owed: dict[tuple[str, str], list[str]] = {}
        for row in found.outbox:
            if "signs" in (row["body"] or {}):
                owed[row["chat"], row["reply_to"]] = row["body"]["signs"]
        for message in (m for screen in self.screens.values() for m in screen):
            there = {key for key, who in message.reactions.items() if self.bot in who}
            wanted = set(owed.get((message.room, message.id), ()))
            if there != wanted:
                yield f"under {message.id} are {there}, and not {wanted}"


def _edits(event: Json) -> bool:
    return bool(event["content"].get("m.relates_to", {}).get("rel_type") == "m.replace")
