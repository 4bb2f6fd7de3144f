"""The judge of the kill loop can find somebody guilty: each of its rules, by a case made for it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from storage import schema
from storage.audit import AuditRow
from storage.callouts import Callout, Post
from storage.inbox import Heard
from storage.outbox import Delivery
from storage.people import Account
from storage.places import Place
from storage.seats import Seat
from tests.process import history, truth
from tests.process.books import Books
from tests.process.history import Evidence, Kill
from tests.process.telegram_record import TelegramRecord
from tests.servers.telegram.history import CallEntry, History

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
ANA, CHIEF = 1001, 1002
CARD = "🙋 APPEL À VOLONTAIRES · X\n1. samedi : complet, merci !\nC'est noté, vous venez : samedi"
BOARD = "samedi : infirmier 1 sur 1 ✔"
HELP = "❓ AIDE · Je veux…"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """One nurse was asked, said yes by a tap, then asked for help; all of it is on disk."""
    path = tmp_path / "tocsin.db"
    engine = create_engine(f"sqlite:///{path}")
    schema.metadata().create_all(engine)
    with Session(engine) as session:
        session.add_all(_rows())
        session.commit()
    engine.dispose()
    return path


def _rows() -> list[Any]:
    chats = ((ANA, 1), (CHIEF, 2))
    accounts = [
        Account(platform="telegram", account=f"{a}", chat=f"{a}", member_id=m, since=NOW)
        for a, m in chats
    ]
    places = [
        _place("card", "callout:1:member:1", ANA, 1),
        _place("board", "callout:1:board", CHIEF, 2),
    ]
    body = {"lines": [[[HELP, False, ""]]]}
    sent = [_sent(1, "card", ANA, 1), _sent(2, "board", CHIEF, 2), _sent(3, None, ANA, 3, body)]
    heard = [
        Heard(platform="telegram", key=f"{n}", sender=f"{ANA}", at=NOW, event={}, state="done")
        for n in (1, 2)
    ]
    return [*accounts, *places, *sent, *heard, *_call()]


def _call() -> list[Any]:
    later = NOW + timedelta(days=3)
    call = Callout(
        id=1, title="X", audience={}, made_by=2, made_at=NOW, reply_by=later, starts_at=later,
        ends_at=later, preview="p", turn=1,
    )  # fmt: skip
    post = Post(id=1, callout_id=1, shift_id=1, number=1, codes=[], need=1, taken=1, waiting=0)
    seat = Seat(shift_id=1, member_id=1, callout_id=1, post_id=1, state="coming", turn=1, since=NOW)
    audit = AuditRow(at=NOW, account=f"telegram:{ANA}", what="callout.answered", on="callout:1")
    return [call, post, seat, audit]


def _place(key: str, card: str, chat: int, message: int) -> Place:
    return Place(
        id=key, card=card, platform="telegram", chat=f"{chat}", thread="", lang="fr",
        message=f"{message}", lane=1, made_at=NOW, edit_after=NOW, shown=1,
    )  # fmt: skip


def _sent(n: int, place: str | None, chat: int, message: int, body: Any = None) -> Delivery:
    return Delivery(
        id=n, key=f"k{n}", platform="telegram", chat=f"{chat}", thread="", lane=1, made_at=NOW,
        due_at=NOW, place_id=place, body=body, state="sent", message=f"{message}",
    )  # fmt: skip


@pytest.fixture
def told() -> History:
    """What Telegram wrote down of the same."""
    found = History()
    who = {"id": ANA, "first_name": "Ana"}
    found.created(1, {"callback_query": {"id": "q1", "from": who, "data": "k:K:0"}}, 10.0)
    found.created(2, {"message": {"from": who, "text": "/aide"}}, 11.0)
    found.confirmed([1, 2], 12.0)
    for n, (chat, words) in enumerate(((ANA, CARD), (CHIEF, BOARD), (ANA, HELP)), start=1):
        _send(found, 12.0 + n, chat, n, words)
    params = {"callback_query_id": "q1"}
    found.called(
        CallEntry(9, 13.0, 0, "answercallbackquery", params, None, None, True, 200, {"ok": True})
    )
    return found


def _send(found: History, at: float, chat: int, message: int, words: str) -> None:
    answer = {"ok": True, "result": {"message_id": message}}
    params = {"text": words}
    found.called(CallEntry(message, at, 0, "sendmessage", params, chat, None, True, 200, answer))


def complaints(file: Path, told: History, *kills: Kill) -> str:
    found = Evidence(TelegramRecord(told), Books(f"sqlite+aiosqlite:///{file}"), list(kills))
    return "\n".join([*history.judge(found), *truth.judge(found)])


ALL = frozenset({"1", "2"})
WELL = Kill(20.0, ALL, ALL, 0)


def test_who_did_all_well_is_not_complained_of(file: Path, told: History) -> None:
    assert complaints(file, told, WELL) == ""


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("DELETE FROM inbox WHERE key = '2'", "event 2 was confirmed and is not in the inbox"),
        ("UPDATE inbox SET state = 'parked' WHERE key = '2'", "event 2 is parked"),
        ("UPDATE inbox SET key = '3' WHERE key = '2'", "event 3 has no cause"),
        ("UPDATE outbox SET state = 'due' WHERE id = 3", "delivery 3 is due"),
        ("UPDATE outbox SET message = '7' WHERE id = 3", "the platform never had it"),
        ("UPDATE outbox SET message = '1' WHERE id = 3", "is said to be two"),
        ("UPDATE outbox SET id = 0 WHERE id = 3", "delivery 1 overtook 0"),
        ("UPDATE posts SET taken = 0", "the post counts 0"),
        ("UPDATE posts SET need = 0", "1 seats were taken of 0"),
        ("UPDATE seats SET state = 'waiting'", "wait for a seat while some are free"),
        ("UPDATE seats SET state = 'maybe'", "is maybe, and reads"),
        ("UPDATE posts SET need = 2", "the board says"),
        ("UPDATE posts SET need = 2", "does not see that the post is full"),
        ("DELETE FROM audit", "answered 1 times"),
        ("INSERT INTO audit (at, account, what, on_what, seal)"
         " SELECT at, account, what, on_what, seal FROM audit", "2 were noted"),
        ("UPDATE outbox SET place_id = 'card', body = NULL WHERE id = 3", "got it 2 times"),
        ("DELETE FROM outbox WHERE id = 3", "typed /aide 1 times and was answered 0 times"),
    ],
)  # fmt: skip
def test_what_is_wrong_on_disk_is_found(
    file: Path, told: History, statement: str, complaint: str
) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
    assert complaint in complaints(file, told, WELL)


def unconfirmed(told: History) -> None:
    told.updates[2].confirmed = None


def sent_again(told: History) -> None:
    _send(told, 18.0, ANA, 4, HELP)


def sent_again_by_nobody_who_died(told: History) -> None:
    _send(told, 30.0, ANA, 4, HELP)


def refused(told: History) -> None:
    answer = {"ok": False, "description": "Bad Request: message to edit not found"}
    told.called(CallEntry(9, 14.0, 0, "editmessagetext", {}, ANA, None, True, 400, answer))


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (unconfirmed, "event 2 was never confirmed"),
        (sent_again, "kill 1: 1 copies, 0 sends were under way"),
        (sent_again_by_nobody_who_died, "was sent twice and nobody was killed"),
        (refused, "editmessagetext was refused"),
    ],
)
def test_what_is_wrong_at_telegram_is_found(
    file: Path, told: History, wrong: Callable[[History], None], complaint: str
) -> None:
    wrong(told)
    assert complaint in complaints(file, told, WELL)


@pytest.mark.parametrize(
    ("kill", "complaint"),
    [
        (Kill(20.0, frozenset({"1"}), ALL, 0), "event 2 was confirmed and not on disk"),
        (Kill(20.0, ALL, frozenset({"2"}), 0), "tap 1 was acknowledged without effect"),
    ],
)
def test_what_was_told_and_not_on_disk_is_found(
    file: Path, told: History, kill: Kill, complaint: str
) -> None:
    assert complaint in complaints(file, told, kill)


def test_a_copy_of_a_send_under_way_is_forgiven(file: Path, told: History) -> None:
    sent_again(told)
    assert complaints(file, told, Kill(20.0, ALL, ALL, 1)) == ""
