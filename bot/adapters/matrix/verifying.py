"""People verify the bot by comparing emojis: it says which it sees, and trusts their eyes.

What it cannot take part in is called off, so that nobody's app waits, and said in words.
"""

import logging
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.adapters.matrix.client import Client, Raw
from bot.adapters.matrix.errors import NAME, Broken, Refused
from bot.adapters.matrix.keys import Keys
from bot.adapters.matrix.odd import Odd, strange
from bot.adapters.matrix.reading import ASKED, moment
from bot.adapters.matrix.rooms import Rooms
from bot.adapters.matrix.sas import Comparison, Mismatch, Side
from bot.adapters.matrix.sending import Sending
from bot.core import ChatRef, Identity
from bot.core.events import Unreadable

log = logging.getLogger(__name__)

STEP = "m.key.verification."
MOST = 200
FRESH = 600
"""Seconds: an older request has timed out in its app."""


@dataclass(frozen=True, slots=True)
class Step:
    """One message of a verification: in a `room`, or to our device if that is ""."""

    room: str
    user: str
    flow: str
    kind: str
    content: Raw
    key: str
    at: object

    @property
    def device(self) -> str:
        return str(self.content.get("from_device") or "")


class Verifying:
    """`master` is the public key of the bot's identity: to vouch for it is to vouch for us."""

    def __init__(self, client: Client, rooms: Rooms, master: str) -> None:
        self._client, self._rooms, self._master = client, rooms, master
        self._under_way: dict[str, Comparison] = {}
        self._owed: list[tuple[Step, str, str, Mapping[str, Any]]] = []

    @staticmethod
    def concerns(raw: Raw) -> bool:
        content = raw.get("content")
        asked = isinstance(content, Mapping) and content.get("msgtype") == ASKED
        return asked or str(raw.get("type")).startswith(STEP)

    def in_room(self, room: str, raw: Raw) -> Iterator[Unreadable]:
        content, sender = raw.get("content"), raw.get("sender")
        if not isinstance(content, Mapping) or sender == self._rooms.me:
            return
        about = content.get("m.relates_to")
        asked = content.get("msgtype") == ASKED
        begun = about.get("event_id") if isinstance(about, Mapping) else None
        flow = raw.get("event_id") if asked else begun
        kind = "request" if asked else str(raw.get("type")).removeprefix(STEP)
        if isinstance(flow, str) and (not asked or content.get("to") == self._rooms.me):
            key, at = str(raw.get("event_id")), raw.get("origin_server_ts")
            yield from self._step(Step(room, str(sender), flow, kind, content, key, at))

    def to_device(self, raw: Raw) -> Iterator[Unreadable]:
        content, sender = raw.get("content"), raw.get("sender")
        if not self.concerns(raw) or not isinstance(content, Mapping):
            return
        flow, kind = content.get("transaction_id"), str(raw.get("type")).removeprefix(STEP)
        if isinstance(flow, str) and isinstance(sender, str) and sender != self._rooms.me:
            key = f"verification:{flow}:{kind}"[:200]
            yield from self._step(Step("", sender, flow, kind, content, key, None))

    async def answer(self, sending: Sending, keys: Keys) -> None:
        """Send what is owed. Raises Broken, or Refused where it may be tried again."""
        while self._owed:
            step, device, kind, content = self._owed[0]
            try:
                with strange(Refused, Broken):
                    await _sent(step, device, STEP + kind, content, sending, keys)
            except (Refused, Odd) as no:
                if isinstance(no, Refused) and no.wait:
                    raise
                log.info("verification not answered", extra={"error": str(no)})
            self._owed.pop(0)

    def _step(self, step: Step) -> Iterator[Unreadable]:
        try:
            with strange(Mismatch):
                yield from self._taken(step)
        except (Mismatch, Odd) as no:
            code = no.code if isinstance(no, Mismatch) else "m.invalid_message"
            self._owe(step, "cancel", {"code": code, "reason": code})
            self._under_way.pop(step.flow, None)
            yield from self._told(step, "verification")

    def _taken(self, step: Step) -> Iterator[Unreadable]:
        """Raises Mismatch."""
        one = self._under_way.get(step.flow)
        match step.kind:
            case "request":
                self._asked(step)
            case "start":
                self._owe(step, "accept", (one or self._begin(step)).accepted(step.content))
            case "cancel" | "done":
                self._under_way.pop(step.flow, None)
            case "key" | "mac" if one is None or one.them.user != step.user:
                raise Mismatch("m.unknown_transaction")
            case "key" if one is not None:
                one.meet(str(step.content.get("key")))
                self._owe(step, "key", {"key": one.public})
                yield from self._told(step, "emojis " + " ".join(one.emojis()))
            case "mac" if one is not None:
                one.check(step.content, self._fingerprint(one.them))
                self._owe(step, "mac", one.codes(self._ours))
                self._owe(step, "done", {})

    def _asked(self, step: Step) -> None:
        """Raises Mismatch."""
        sent = step.content.get("timestamp", step.at)
        if isinstance(sent, int) and (moment(None) - moment(sent)).total_seconds() > FRESH:
            return
        methods = step.content.get("methods")
        if not isinstance(methods, list) or "m.sas.v1" not in methods:
            raise Mismatch("m.unknown_method")
        self._begin(step)
        ready = {"from_device": self._client.device_id, "methods": ["m.sas.v1"]}
        self._owe(step, "ready", ready)

    def _begin(self, step: Step) -> Comparison:
        us = Side(self._rooms.me, str(self._client.device_id))
        found = Comparison(step.flow, us, Side(step.user, step.device))
        self._under_way[step.flow] = found
        while len(self._under_way) > MOST:
            del self._under_way[next(iter(self._under_way))]
        return found

    def _fingerprint(self, them: Side) -> str:
        known = self._client.machine.device_store[them.user].get(them.device)
        return str(known.ed25519) if known is not None else ""

    @property
    def _ours(self) -> dict[str, str]:
        device = self._client.machine.account.identity_keys["ed25519"]
        return {
            f"ed25519:{self._client.device_id}": device,
            f"ed25519:{self._master}": self._master,
        }

    def _owe(self, step: Step, kind: str, content: Mapping[str, Any]) -> None:
        one = self._under_way.get(step.flow)
        device = step.device or (one.them.device if one else "") or "*"
        self._owed.append((step, device, kind, content))

    def _told(self, step: Step, what: str) -> Iterator[Unreadable]:
        """Said where the person speaks to us in private, if they do."""
        room = step.room or self._rooms.direct_with(step.user)
        if room:
            yield Unreadable(
                key=step.key, chat=ChatRef(NAME, room), sender=Identity(NAME, step.user),
                at=moment(None), private=self._rooms.is_private(room), what=what,
            )  # fmt: skip


async def _sent(
    step: Step, device: str, kind: str, content: Mapping[str, Any], sending: Sending, keys: Keys
) -> None:
    """Raises Refused or Broken."""
    if step.room:
        about = {"rel_type": "m.reference", "event_id": step.flow}
        told = {**content, "m.relates_to": about}
        await sending.put(step.room, kind, told, secrets.token_hex(16))
    else:
        told = {**content, "transaction_id": step.flow}
        await keys.hand_over(kind, {"messages": {step.user: {device: told}}})
