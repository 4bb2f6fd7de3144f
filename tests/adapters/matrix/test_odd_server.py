"""A homeserver that tells what nobody knows, what is known in no way that it may be, or far too
much at once: whatever it tells, all that people say is heard."""

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.matrix.keys import SIGNED
from bot.core import Said
from bot.core.events import Unreadable
from tests.adapters.matrix.device import QUICK
from tests.adapters.matrix.script import ANA, ME, ROOM, Ear, event, listening, says, state, words

SAFE = "!safe:tocsin.test"
ABSURD: tuple[Any, ...] = (None, True, 10**30, "?", "\ud800\x00", [], ["?", 3], {}, {"?": {}})
FLOW, KEYS = {"event_id": "$1"}, {"curve25519:X": "AAAA"}
MEGOLM = {
    "algorithm": "m.megolm.v1.aes-sha2", "session_id": "s", "ciphertext": "AwgA",
    "sender_key": "k", "device_id": "X",
}  # fmt: skip
FILE = {"url": "mxc://a/b", "iv": "i", "key": {"k": "k"}, "hashes": {"sha256": "h"}}
REPLY = {"m.in_reply_to": {"event_id": "$1"}, "rel_type": "m.thread", "is_falling_back": True}
START = {
    "method": "m.sas.v1", "from_device": "X", "hashes": ["sha256"], "m.relates_to": FLOW,
    "key_agreement_protocols": ["curve25519-hkdf-sha256"], "transaction_id": "t",
    "message_authentication_codes": ["hkdf-hmac-sha256.v2"],
    "short_authentication_string": ["emoji"],
}  # fmt: skip
REQUEST = {
    "from_device": "X", "methods": ["m.sas.v1"], "to": ME, "transaction_id": "t", "timestamp": 1,
    "msgtype": "m.key.verification.request", "body": "?",
}  # fmt: skip
SAID = {
    "m.room.message": {"msgtype": "m.text", "body": "!aide", "m.relates_to": REPLY},
    "m.room.message ": {"msgtype": "m.image", "body": "a", "filename": "b", "file": FILE},
    "m.room.message  ": {"msgtype": "m.file", "body": "a", "info": {"size": 1, "mimetype": "x"}},
    "m.room.message   ": REQUEST,
    "m.room.encrypted": MEGOLM,
    "m.reaction": {"m.relates_to": {"rel_type": "m.annotation", "event_id": "$1", "key": "✅"}},
    "m.room.redaction": {"redacts": "$1"},
    "m.sticker": {"body": "?", "url": "mxc://a/b"},
    "m.poll.start": {"m.poll": {"answers": []}},
    "m.call.invite": {"call_id": "1", "offer": {"sdp": "?"}},
    "m.key.verification.start": START,
    "m.key.verification.key": {"key": "AAAA", "m.relates_to": FLOW},
    "m.key.verification.mac": {"mac": KEYS, "keys": "?", "m.relates_to": FLOW},
    "m.key.verification.cancel": {"code": "?", "reason": "?", "m.relates_to": FLOW},
    "fr.example.game": {"move": "e4"},
}
STATE = {
    "m.room.create": {"creator": ANA, "room_version": "12", "predecessor": {"room_id": "!old"}},
    "m.room.member": {"membership": "join", "displayname": "Ana", "is_direct": True},
    "m.room.power_levels": {"users": {ME: 0}, "events": {"m.room.message": 0}, "ban": 50},
    "m.room.encryption": {"algorithm": "m.megolm.v1.aes-sha2"},
    "m.room.name": {"name": "Garde"},
    "m.room.topic": {"topic": "?"},
    "m.room.canonical_alias": {"alias": "#a:b", "alt_aliases": ["#c:d"]},
    "m.room.tombstone": {"body": "?", "replacement_room": "!new:tocsin.test"},
    "m.room.join_rules": {"join_rule": "invite", "allow": []},
    "m.room.history_visibility": {"history_visibility": "joined"},
    "m.space.child": {"via": ["a"]},
    "fr.example.state": {"?": 1},
}
TO_DEVICE = {
    "m.room.encrypted": {
        "algorithm": "m.olm.v1.curve25519-aes-sha2", "sender_key": "k",
        "ciphertext": {"k": {"type": 0, "body": "AAAA"}},
    },
    "m.room_key": {**MEGOLM, "room_id": ROOM, "session_key": "?"},
    "m.room_key_request": {
        "action": "request", "request_id": "1", "requesting_device_id": "X",
        "body": {**MEGOLM, "room_id": ROOM},
    },
    "m.forwarded_room_key": {**MEGOLM, "room_id": ROOM, "session_key": "?"},
    "m.key.verification.request": REQUEST,
    "m.key.verification.start": START,
    "m.key.verification.key": {"key": "AAAA", "transaction_id": "t"},
    "m.key.verification.mac": {"mac": KEYS, "keys": "?", "transaction_id": "t"},
    "m.key.verification.done": {"transaction_id": "t"},
    "m.dummy": {},
    "fr.example.news": {"?": 1},
}  # fmt: skip
ACCOUNT = {
    "m.direct": {ANA: [ROOM]}, "m.push_rules": {"global": {"room": []}}, "m.tag": {"tags": {}},
    "m.ignored_user_list": {"ignored_users": {}}, "m.fully_read": {"event_id": "$1"},
    "fr.example.colour": {"?": 1},
}  # fmt: skip


def spoilt(thing: Any, by: Sequence[Any] = ABSURD) -> Iterator[Any]:
    """It with one thing in it that may not stand there, for every place in it."""
    yield from by
    if isinstance(thing, dict):
        for key, inner in thing.items():
            yield {k: v for k, v in thing.items() if k != key}
            yield from ({**thing, key: odd} for odd in spoilt(inner, by))
    if isinstance(thing, list):
        for n, inner in enumerate(thing):
            yield from ([*thing[:n], odd, *thing[n + 1 :]] for odd in spoilt(inner, by))


@pytest.fixture
async def ear(tmp_path: Path) -> AsyncIterator[Ear]:
    async with listening(tmp_path) as ear:
        yield ear


async def heard_after(ear: Ear, *syncs: dict[str, Any]) -> None:
    """In a room that they do not speak of."""
    for sync in syncs:
        await ear.hears(sync)
    ear.parts.rooms._direct[SAFE] = ANA
    await ear.hears(says(SAFE, *words("Vous êtes là ?")))
    assert ear.words[-1] == "Vous êtes là ?"


async def test_events_of_any_kind_with_any_content_keep_nobody_from_being_heard(ear: Ear) -> None:
    """In a room of which a key is known, and in others."""
    ear.parts.client.machine.create_outbound_group_session(ROOM)
    said = [e for kind, told in SAID.items() for e in spoilt(event(kind.strip(), told))]
    state = [e for kind, told in STATE.items() for e in spoilt(event(kind, told, state_key=""))]
    odd = [
        says(room, *events, here=here)
        for room in (ROOM, "!odd:tocsin.test")
        for here, events in (("timeline", said), ("timeline", state), ("state", state))
    ]
    await heard_after(ear, *odd, odd[0])


async def test_what_devices_and_programs_tell_keeps_nobody_from_being_heard(ear: Ear) -> None:
    told = [e for kind, sent in TO_DEVICE.items() for e in spoilt(event(kind, sent))]
    account = [e for kind, kept in ACCOUNT.items() for e in spoilt(event(kind, kept))]
    await heard_after(
        ear,
        {"to_device": {"events": told}, "account_data": {"events": account}},
        says(ROOM, *account, here="account_data"),
    )


async def test_a_sync_of_any_form_keeps_nobody_from_being_heard_who_speaks_after_it(
    ear: Ear,
) -> None:
    invited = event("m.room.member", {"membership": "invite", "is_direct": True}, state_key=ME)
    left = event("m.room.member", {"membership": "leave"}, state_key=ME)
    lists: dict[str, Any] = {name: {"events": []} for name in ("account_data", "ephemeral")}
    joined = {
        **lists, "state": {"events": []}, "summary": {"m.heroes": [ANA]},
        "timeline": {"events": words("!aide"), "limited": True, "prev_batch": "t"},
        "unread_notifications": {"highlight_count": 0},
    }  # fmt: skip
    whole = {
        **lists, "rooms": {
            "join": {ROOM: joined}, "leave": {"!b": {"timeline": {"events": [left]}}},
            "invite": {"!c": {"invite_state": {"events": [invited]}}}, "knock": {}, "?": {},
        },
        "to_device": {"events": [event("m.dummy", {})]}, "device_lists": {"changed": [ANA]},
        "device_one_time_keys_count": {SIGNED: 50}, "presence": {"events": []},
    }  # fmt: skip
    await heard_after(ear, *(odd for odd in spoilt(whole, ABSURD[::2]) if isinstance(odd, dict)))


async def test_words_that_cannot_be_understood_are_answered_and_those_beside_them_heard(
    ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever may be wrong with our reading of them."""
    reader = ear.parts.syncing._hearing._reader
    read = reader.understood

    def stumbles(room: str, raw: Any) -> Any:
        if raw["content"]["body"] == "?":
            raise KeyError
        return read(room, raw)

    monkeypatch.setattr(reader, "understood", stumbles)
    await ear.hears(says(ROOM, *words("Un", "?", "Deux")))
    assert ear.words == ["Un", "Deux"]
    [odd] = [e for batch in ear.batches for e in batch if isinstance(e, Unreadable)]
    assert (odd.what, odd.chat.chat) == ("message", ROOM)


async def test_ten_thousand_messages_in_one_sync_are_all_heard_and_keep_nobody_waiting(
    ear: Ear,
) -> None:
    """Others have their turn before each next room, and nothing is held once it is handed over."""
    spoken = {f"!r{n}:tocsin.test": words(*[f"{n}.{i}" for i in range(100)]) for n in range(100)}
    ear.parts.rooms._direct |= dict.fromkeys(spoken, ANA)
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    waiting = asyncio.create_task(others())
    await ear.hears(
        {
            "rooms": {
                "join": {
                    room: {"state": {"events": state()}, "timeline": {"events": said}}
                    for room, said in spoken.items()
                }
            }
        }
    )
    waiting.cancel()
    assert ear.words == [e["content"]["body"] for said in spoken.values() for e in said]
    assert turns > len(spoken)
    ear.batches.clear()
    await ear.hears({})
    gc.collect()
    assert not [thing for thing in gc.get_objects() if type(thing) is Said]


async def test_ten_thousand_messages_that_nobody_can_open_are_answered_once_a_room(
    ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And forgotten, but for the last thousand."""
    hidden = [event("m.room.encrypted", MEGOLM) for _ in range(10_000)]
    late = ear.parts.syncing._late
    monkeypatch.setattr(late, "_times", replace(QUICK, late=0.0))
    await ear.hears(says(ROOM, *hidden))
    await ear.hears({})
    [odd] = [e for batch in ear.batches for e in batch if isinstance(e, Unreadable)]
    assert odd.what == "encrypted"
    assert (len(late._waiting), len(late._given_up)) == (0, 1_000)
