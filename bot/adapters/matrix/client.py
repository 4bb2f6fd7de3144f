"""matrix-nio's state and encryption, without its requests, and with its faults mended.

What nio does when a server or a person is hostile or merely odd was found by experiment
(docs/decisions/0008). Nothing that somebody else has written may end the sync that tells of it.
"""

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

import vodozemac
from nio import Client as Nio
from nio import ClientConfig, KeyVerificationEvent, MatrixRoom, MegolmEvent, SyncResponse
from nio.crypto import Olm

from bot.adapters.matrix.errors import Broken
from bot.adapters.matrix.odd import Odd, strange
from bot.adapters.matrix.trimming import sound, without_talk

log = logging.getLogger(__name__)

Raw: TypeAlias = Mapping[str, Any]
MEGOLM = "m.megolm.v1.aes-sha2"


class Client(Nio):  # type: ignore[misc]
    """One device of the bot. Sync tokens are ours to keep: they go with the inbox."""

    def __init__(self, user: str, store: str, secret: str) -> None:
        config = ClientConfig(
            store_sync_tokens=False, encryption_enabled=True, pickle_key=secret,
        )  # fmt: skip
        logging.getLogger("nio").setLevel(logging.CRITICAL)  # it logs who writes to whom
        super().__init__(user, "", store, config)
        self._odd: set[str] = set()
        self.known: frozenset[str] = frozenset()  # the rooms before the sync that is being read
        self.changed: Callable[[Iterable[str]], None] = lambda users: None

    @property
    def machine(self) -> Any:
        """The keys; there once logged in."""
        assert isinstance(self.olm, Olm)
        return self.olm

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written to the store in here is on disk all at once, or not at all."""
        assert self.store is not None
        with self.store.database.atomic():
            yield

    def restore_login(self, user_id: str, device_id: str, access_token: str) -> None:
        """With the keys on disk. Sessions of before are read with, and never written with: the
        copy may be an older one, and what is written twice with one key cannot be opened."""
        super().restore_login(user_id, device_id, access_token)
        store = self.machine.session_store
        before = {session.id for session in store}
        store.get = lambda key: next((s for s in store[key] if s.id not in before), None)
        self._bind_what_is_named()
        self._keep_what_opens_more()

    def _keep_what_opens_more(self) -> None:
        """Apps hand over the key to a room again, from where they are by now. nio would take it in
        place of the one that opens what was said before, and may be told again."""
        machine = self.machine
        taken, known = machine.create_group_session, machine.inbound_group_store

        def taken_if_better(sender: str, signer: str, room: str, session: str, key: str) -> None:
            ours = known.get(room, sender, session)
            if ours is None or _begins_at(key) < ours.first_known_index:
                taken(sender, signer, room, session, key)

        machine.create_group_session = taken_if_better

    def _bind_what_is_named(self) -> None:
        """For each access nio binds its tables to their file, and looks for all that refer to them
        though it names them all: that was half the work of a first message."""
        database = self.store.database
        database.bind_ctx = partial(database.bind_ctx, bind_refs=False, bind_backrefs=False)

    def forget(self) -> None:
        """Close the file of keys."""
        if self.store is not None:
            self.store.database.close()

    # What a sync tells

    def take(self, body: bytes) -> None:
        """Let nio learn rooms, members and keys from the answer to a sync. What is told a second
        time is taken in a second time: its keys may not be on disk yet. Raises Broken."""
        self.known = frozenset(self.rooms)
        self.next_batch = ""
        reply = self._parsed(without_talk(json.loads(body)))
        if reply is None:
            self.note_odd("sync")
            reply = self._parsed(sound(without_talk(json.loads(body)), self._parsed))
        if reply is None:
            raise Broken("a sync that cannot be understood")
        with self.together():
            self.receive_response(reply)
        self.machine.tracked_users -= set(reply.device_list.left)
        self.changed(reply.device_list.changed)

    @staticmethod
    def _parsed(told: Raw) -> SyncResponse | None:
        try:
            with strange():
                found = SyncResponse.from_dict(told)
        except Odd:
            return None
        return found if isinstance(found, SyncResponse) else None

    def _handle_decrypt_to_device(self, event: Any) -> Any:
        """A message to this device that cannot be opened: its sender may not know that the session
        is broken, and gets a new one. Emojis are compared without nio (`sas`)."""
        if isinstance(event, KeyVerificationEvent):
            return None
        try:
            with strange():
                return super()._handle_decrypt_to_device(event)
        except Odd as odd:
            self.note_odd("to-device", odd)
            if key := getattr(event, "sender_key", ""):
                self.machine._mark_device_for_unwedging(event.sender, key)
            return None

    def _handle_joined_state(self, room_id: str, info: Any, encrypted: set[str]) -> None:
        """One event that nio stumbles over must not hide those after it: the room may be
        encrypted."""
        try:
            with strange():
                super()._handle_joined_state(room_id, info, encrypted)
            return
        except Odd as odd:
            self.note_odd("state", odd)
        for event in info.state:
            try:
                with strange():
                    one = replace(info, state=[event], summary=None, unread_notifications=None)
                    super()._handle_joined_state(room_id, one, encrypted)
            except Odd as odd:
                self.note_odd("state", odd)

    def _handle_timeline_event(
        self, event: Any, room_id: str, room: MatrixRoom, encrypted: set[str]
    ) -> Any:
        try:
            with strange():
                return super()._handle_timeline_event(event, room_id, room, encrypted)
        except Odd as odd:
            return self.note_odd("timeline", odd)

    def _handle_invited_rooms(self, response: Any) -> None:
        """Ours are answered from what the sync says (`doors`)."""

    def _handle_presence_events(self, response: Any) -> None:
        """Nobody asks who is awake."""

    def note_odd(self, where: str, odd: Odd | None = None) -> None:
        """Said once for each kind."""
        kind = f"{where}: {odd or 'unparsed'}"
        if kind not in self._odd:
            self._odd.add(kind)
            log.warning("matrix told something odd", extra={"kind": kind})

    # Encryption

    def note_encryption(self, room_id: str) -> None:
        """An algorithm that nio does not know is no reason to speak in clear."""
        room = self.rooms.get(room_id)
        if room is not None and not room.encrypted:
            room.encrypted = True
            self.encrypted_rooms.add(room_id)
            self.store.save_encrypted_rooms({room_id})
            self.machine.update_tracked_users(room)

    def opened(self, room: str, raw: Raw) -> Raw | None:
        """An encrypted event in clear, if its key is here."""
        try:
            with strange():  # no key, the wrong key, or what is no message of a client
                whole = self._completed(room, raw)
                if whole is None:
                    return None
                event = MegolmEvent.from_dict(whole)
                event.room_id = room
                source: Raw = self.machine.decrypt_megolm_event(event).source
                return source if isinstance(source.get("content"), Mapping) else None
        except Odd:
            return None

    def _completed(self, room: str, raw: Raw) -> dict[str, Any] | None:
        """With the sender's key, which newer clients leave out, as the session's key tells it."""
        content = raw.get("content")
        if not isinstance(content, Mapping) or content.get("algorithm") != MEGOLM:
            return None
        session = content.get("session_id")
        for sender_key, sessions in self.machine.inbound_group_store[room].items():
            if session in sessions and content.get("sender_key", sender_key) == sender_key:
                told = {"sender_key": sender_key, "device_id": "", **content}
                return {**raw, "content": told}
        return None

    def encrypted(self, room_id: str, kind: str, content: Raw) -> tuple[str, Raw]:
        """The kind and content of the event that hides it; everyone must have the keys."""
        self.rooms[room_id].members_synced = True  # we never ask for some of them only
        found: tuple[str, Raw] = self.encrypt(room_id, kind, dict(content))
        return found

    def heal(self, raw: Raw) -> None:
        """Whoever has sent this gets a new session from us: their app then hands us its keys
        again with the next message."""
        content = raw.get("content")
        device = content.get("device_id") if isinstance(content, Mapping) else None
        known = self.machine.device_store[str(raw.get("sender"))].get(str(device))
        if known is None:
            self.machine.users_for_key_query.add(str(raw.get("sender")))
        elif known not in self.machine.wedged_devices:
            self.machine.wedged_devices.append(known)


def _begins_at(key: str) -> int:
    """The first message that this key to a room opens."""
    session = vodozemac.InboundGroupSession(vodozemac.SessionKey(key))
    return int(session.first_known_index)
