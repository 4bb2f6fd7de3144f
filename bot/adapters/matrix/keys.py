"""Our own keys on the homeserver, and the keys of those whom we write to.

One person's odd keys must not keep the others from being written to, and what the server has of
ours must be on our disk before it has it: it gives each key away once.
"""

import asyncio
import logging
import secrets
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import vodozemac
from nio import KeysClaimResponse, KeysQueryResponse, ToDeviceResponse
from nio.event_builders import RoomKeyRequestMessage

from bot.adapters.matrix.client import Client
from bot.adapters.matrix.errors import Refused
from bot.adapters.matrix.line import Json, Line, part
from bot.adapters.matrix.odd import Odd, strange

log = logging.getLogger(__name__)

SIGNED = "signed_curve25519"
FEDERATION = 10_000
"""Milliseconds that our server may wait for another."""

AWAY = 60.0
"""Seconds until a server that did not answer about its people is asked again."""


class Keys:
    def __init__(self, client: Client, line: Line) -> None:
        self._client, self._line = client, line
        self._asking = asyncio.Lock()
        self._news: set[str] = set()
        self._away: dict[str, float] = {}
        client.changed = self._news.update

    # Ours

    async def publish(self, left: int, *, fallback: bool) -> None:
        """One-time keys that people have taken are made anew, all of them if none is `left`.
        `fallback`: the last resort was used too. Raises Refused or Broken."""
        machine = self._client.machine
        account = machine.account
        if account.shared and left >= account.max_one_time_keys and fallback:
            return
        machine.uploaded_key_count = min(left, account.max_one_time_keys - 1)
        told = machine.share_keys()
        if not fallback:
            told["fallback_keys"] = self._last_resort()
        machine.save_account()
        try:
            await self._line.surely("POST", "/keys/upload", told)
        except Refused as no:
            if no.status == 400:  # the server has others under these names: the next are new
                machine.mark_keys_as_published()
                machine.save_account()
            raise
        account.shared = True
        machine.mark_keys_as_published()
        machine.save_account()

    def _last_resort(self) -> dict[str, Any]:
        """A key that may be given away more than once, for when all others are gone."""
        machine = self._client.machine
        account = machine.account._account
        if not account.fallback_key:
            account.generate_fallback_key()
        found = {}
        for name, key in account.fallback_key.items():
            signed = {"key": key.to_base64(), "fallback": True}
            signature = {f"ed25519:{self._client.device_id}": machine.sign_json(signed)}
            signed["signatures"] = {self._client.user_id: signature}
            found[f"{SIGNED}:{name}"] = signed
        return found

    async def counted(self) -> int:
        """How many of our one-time keys the server has left."""
        found = await self._line.surely("POST", "/keys/upload", {})
        counts = found.get("one_time_key_counts")
        left = counts.get(SIGNED, 0) if isinstance(counts, Mapping) else 0
        return left if isinstance(left, int) else 0

    # Theirs

    async def learn(self, users: Collection[str] | None = None) -> None:
        """The devices of these people, or of everyone, where they may have changed. Raises
        Refused or Broken."""
        while self._unknown(users):
            async with self._asking:
                wanted = self._unknown(users)
                if wanted:
                    await self._ask_about(wanted)

    def _unknown(self, users: Collection[str] | None) -> set[str]:
        now = asyncio.get_running_loop().time()
        found = self._client.machine.users_for_key_query
        found = found if users is None else found & set(users)
        return {user for user in found if self._away.get(user, 0) <= now}

    async def _ask_about(self, users: Iterable[str]) -> None:
        """What changes while they are on their way is asked again."""
        self._news.clear()
        asked = {"device_keys": {user: [] for user in users}, "timeout": FEDERATION}
        told = await self._line.surely("POST", "/keys/query", asked, "device_keys")
        devices = told.get("device_keys")
        known = {
            user: {name: keys for name, keys in theirs.items() if sound(user, name, keys)}
            for user, theirs in (devices.items() if isinstance(devices, Mapping) else ())
            if isinstance(theirs, Mapping)
        }
        with self._client.together():
            for user, theirs in known.items():
                self._learnt(user, theirs)
        self._client.machine.users_for_key_query |= self._news & set(known)
        until = asyncio.get_running_loop().time() + AWAY
        self._away |= {user: until for user in users if user not in known}

    def _learnt(self, user: str, devices: Json) -> None:
        try:
            with strange():
                self._client.receive_response(KeysQueryResponse({user: devices}, {}))
        except Odd as odd:
            log.warning("somebody's device keys are no good", extra={"error": str(odd)})
            self._client.machine.users_for_key_query.discard(user)

    async def claim(self, missing: Mapping[str, Iterable[str]]) -> None:
        """A way to write to each of these devices, as far as they can be had. Raises Refused or
        Broken."""
        wanted = {user: dict.fromkeys(names, SIGNED) for user, names in missing.items()}
        asked = {"one_time_keys": wanted, "timeout": FEDERATION}
        told = await self._line.surely("POST", "/keys/claim", asked, "one_time_keys")
        found = told.get("one_time_keys")
        with self._client.together():
            for user, devices in found.items() if isinstance(found, Mapping) else ():
                for name, key in devices.items() if isinstance(devices, Mapping) else ():
                    self._claimed(user, name, key)

    def _claimed(self, user: str, device: str, key: Any) -> None:
        try:
            with strange():
                self._client.receive_response(KeysClaimResponse({user: {device: key}}, {}))
        except Odd as odd:
            log.warning("a one-time key is no good", extra={"error": str(odd)})

    # Sessions that broke

    async def mend(self) -> None:
        """New sessions where the old ones broke, and what else waits to be told to devices.
        Raises Refused or Broken."""
        machine = self._client.machine
        if self._client.should_claim_keys:
            await self.claim(self._client.get_users_for_key_claiming())
            machine.wedged_devices.clear()  # those without a key are tried again when they write
        for message in list(machine.outgoing_to_device_messages):
            if isinstance(message, RoomKeyRequestMessage):  # other people's apps do not answer
                machine.outgoing_to_device_messages.remove(message)
                continue
            try:
                await self.hand_over(message.type, message.as_dict())
            except Refused as no:
                if no.wait:
                    raise
            self._client.receive_response(ToDeviceResponse(message))

    async def hand_over(self, kind: str, messages: Json) -> None:
        """To devices, under one transaction id however often it takes."""
        path = f"/sendToDevice/{part(kind)}/{secrets.token_hex(16)}"
        await self._line.surely("PUT", path, messages)


def sound(user: str, device: str, told: Any) -> bool:
    """Are these the keys of a device that can be written to? They are whatever its owner says."""
    try:
        with strange():
            vodozemac.Ed25519PublicKey.from_base64(told["keys"][f"ed25519:{device}"])
            vodozemac.Curve25519PublicKey.from_base64(told["keys"][f"curve25519:{device}"])
            vodozemac.Ed25519Signature.from_base64(told["signatures"][user][f"ed25519:{device}"])
            return bool(told["user_id"] == user and told["device_id"] == device)
    except Odd:
        return False
