"""The rules that only Matrix has can find somebody guilty too: each by a case made for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from storage import schema
from storage.inbox import Cursor, Heard
from storage.outbox import Delivery
from tests.process import history
from tests.process.books import Books
from tests.process.history import Evidence, Kill
from tests.process.matrix.record import MatrixRecord
from tests.process.record import Act
from tests.servers.matrix.requests import Request, Requests
from tests.servers.matrix.seen import Message

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
BOT, ANA, ROOM, CARD, TAP = "@tocsin:x", "@ana:x", "!r:x", "$card", "$tap"
PATH = f"rooms/{ROOM}/send/m.room.encrypted/k1"


@pytest.fixture
def books(tmp_path: Path) -> Books:
    """Ana got a message with an emoji under it, and tapped that."""
    path = tmp_path / "tocsin.db"
    engine = create_engine(f"sqlite:///{path}")
    schema.metadata().create_all(engine)
    with Session(engine) as session:
        session.add_all([_owed("k1", {"lines": []}, CARD), _owed("k2", {"signs": ["✅"]}, None)])
        session.add(Heard(platform="matrix", key=TAP, sender=ANA, at=NOW, event={}, state="done"))
        session.add(Cursor(platform="matrix", value="s2"))
        session.commit()
    engine.dispose()
    return Books(f"sqlite+aiosqlite:///{path}")


def _owed(key: str, body: dict[str, Any], message: str | None) -> Delivery:
    return Delivery(
        key=key, platform="matrix", chat=ROOM, thread="", lane=1, body=body, made_at=NOW,
        due_at=NOW, state="sent", message=message, reply_to="" if message else CARD,
    )  # fmt: skip


@pytest.fixture
def record() -> MatrixRecord:
    """What the others say of the same; the send had to be repeated."""
    event = {"event_id": CARD, "sender": BOT, "type": "m.room.encrypted", "content": {}}
    tap = {"event_id": TAP, "sender": ANA, "type": "m.reaction", "content": {}}
    shown = Message(
        id=CARD, room=ROOM, sender=BOT, type="m.room.message", at=1, kind="m.text", body="Oui ?",
        html=None, mentions=(), mentions_room=False, replies_to=None, edited=False, redacted=False,
        encrypted=True, unreadable=None, shield=None, notifies=True, highlights=False,
        reactions={"✅": {BOT: "$1", ANA: TAP}}, content={},
    )  # fmt: skip
    asked = [Request(n, "PUT", PATH, 200, True, 0.1, event=CARD) for n in (1.0, 2.0)]
    return MatrixRecord(
        bot=BOT, acts=[Act(TAP, ANA, tap=(CARD, "✅"))], undone=frozenset(),
        rooms={ROOM: [{**event, "origin_server_ts": 1}, {**tap, "origin_server_ts": 2}]},
        screens={ROOM: [shown]}, requests=Requests(asked),
        syncs=[("s1", frozenset({CARD})), ("s2", frozenset({TAP}))],
    )  # fmt: skip


def complaints(record: MatrixRecord, books: Books, *kills: Kill) -> str:
    return "\n".join(history.judge(Evidence(record, books, list(kills))))


def test_who_did_all_well_is_not_complained_of(record: MatrixRecord, books: Books) -> None:
    assert complaints(record, books) == ""
    assert record.repeated == 1


def two_events(record: MatrixRecord) -> None:
    record.requests[1].event = "$other"


def another_event(record: MatrixRecord) -> None:
    for request in record.requests:
        request.event = "$other"


def sent_twice(record: MatrixRecord) -> None:
    events = record.rooms[ROOM]
    record.rooms = {ROOM: [*events, {**events[0], "event_id": "$again"}]}


def shown(**changes: Any) -> Callable[[MatrixRecord], None]:
    def change(record: MatrixRecord) -> None:
        record.screens = {ROOM: [replace(record.screens[ROOM][0], **changes)]}

    return change


def not_shown(record: MatrixRecord) -> None:
    record.screens = {ROOM: []}


def refused(record: MatrixRecord) -> None:
    record.requests.append(Request(3.0, "PUT", PATH, 403, True, 0.1, code="M_FORBIDDEN"))


def never_told(record: MatrixRecord) -> None:
    record.syncs = record.syncs[:1]


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (two_events, "transaction k1 in !r:x is 2 events"),
        (another_event, "transaction k1 is {'$other'}, the outbox says $card"),
        (sent_twice, "was sent twice and nobody was killed"),
        (sent_twice, "in !r:x are 2 messages, the app shows 1"),
        (not_shown, "in !r:x are 1 messages, the app shows 0"),
        (shown(unreadable="NO_KEY"), "$card in !r:x cannot be read: NO_KEY"),
        (shown(encrypted=False), "$card in !r:x was sent in clear"),
        (shown(reactions={"❌": {BOT: "$1"}}), "under $card are {'❌'}, and not {'✅'}"),
        (refused, "PUT rooms/{id}/send/m.room.encrypted/{txn} was refused: M_FORBIDDEN"),
        (never_told, "event $tap was never confirmed"),
    ],
)
def test_what_is_wrong_there_is_found(
    record: MatrixRecord, books: Books, wrong: Callable[[MatrixRecord], None], complaint: str
) -> None:
    wrong(record)
    assert complaint in complaints(record, books)


@pytest.mark.parametrize(
    ("cursor", "complaint"), [("s2", "event $tap was confirmed and not on disk"), ("s1", "")]
)
def test_what_was_passed_and_not_on_disk_is_found(
    record: MatrixRecord, books: Books, cursor: str, complaint: str
) -> None:
    kill = Kill(20.0, frozenset(), frozenset(), 0, cursor)
    assert complaint in complaints(record, books, kill)
    assert bool(complaint) == bool(complaints(record, books, kill))


def test_a_tap_that_was_taken_back_before_it_was_told_is_nobody_s_loss(
    record: MatrixRecord, books: Books
) -> None:
    record.acts = [*record.acts, Act("$gone", ANA, tap=(CARD, "✅"))]
    assert "event $gone was never confirmed" in complaints(record, books)
    record.undone = frozenset({"$gone"})
    assert complaints(record, books) == ""
