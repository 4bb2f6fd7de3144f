"""The bot's own master key signs its device, as people's apps do with theirs.

Without it every app shows a warning beside the bot's words, and those that leave out unverified
devices neither send it keys nor show what it says. nio does not do it.
https://spec.matrix.org/v1.13/client-server-api/#cross-signing
"""

import base64
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from Crypto.Cipher import AES
from Crypto.Protocol.KDF import scrypt
from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

from bot.adapters.matrix.client import Client
from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.line import Line

FILE = "signing.key"
ROLES = ("master", "self_signing", "user_signing")
Json = dict[str, Any]


class Locked(Exception):
    """The seeds on disk do not open with this secret."""


@dataclass(frozen=True, slots=True)
class Key:
    """An ed25519 key from its 32 bytes of seed."""

    seed: bytes

    @property
    def public(self) -> str:
        return _unpadded(self._pair.public_key().export_key(format="raw"))

    def sign(self, thing: Mapping[str, Any]) -> str:
        """https://spec.matrix.org/v1.13/appendices/#signing-details"""
        bare = {k: v for k, v in thing.items() if k not in ("signatures", "unsigned")}
        return _unpadded(eddsa.new(self._pair, "rfc8032").sign(canonical(bare)))

    @property
    def _pair(self) -> Any:
        return ECC.construct(curve="Ed25519", seed=self.seed)


def canonical(thing: Mapping[str, Any]) -> bytes:
    """https://spec.matrix.org/v1.13/appendices/#canonical-json"""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _unpadded(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class Signing:
    """The bot's three keys and its device."""

    client: Client
    line: Line
    keys: Mapping[str, Key]
    password: str = ""

    async def see_to_it(self) -> str:
        """That the device is signed, on the server. What remains wrong, or "". Raises Refused or
        Broken."""
        served = await self._served()
        if not self._ours(served):
            if self._foreign(served) and not self.password:
                return "another program's key signs for this account; a password would replace it"
            await self._upload()
            served = await self._served()
        if not self._signed(served):
            await self._sign(served)
            served = await self._served()
        return "" if self._signed(served) else "the server does not show the signature"

    async def _served(self) -> Mapping[str, Any]:
        asked: Json = {"device_keys": {self.client.user_id: []}}
        return await self.line.ask("POST", "/keys/query", asked)

    def _foreign(self, served: Mapping[str, Any]) -> bool:
        return served.get("master_keys", {}).get(self.client.user_id) is not None

    def _ours(self, served: Mapping[str, Any]) -> bool:
        known = served.get("self_signing_keys", {}).get(self.client.user_id, {}).get("keys", {})
        return f"ed25519:{self.keys['self_signing'].public}" in known

    def _device(self, served: Mapping[str, Any]) -> Json:
        mine = served.get("device_keys", {}).get(self.client.user_id, {})
        found = mine.get(self.client.device_id)
        if not isinstance(found, dict):
            raise Broken("the server does not know our device")
        return found

    def _signed(self, served: Mapping[str, Any]) -> bool:
        device = self._device(served)
        signatures = device.get("signatures", {}).get(self.client.user_id, {})
        key = self.keys["self_signing"]
        return bool(signatures.get(f"ed25519:{key.public}") == key.sign(device))

    async def _sign(self, served: Mapping[str, Any]) -> None:
        user, key = self.client.user_id, self.keys["self_signing"]
        device = {k: v for k, v in self._device(served).items() if k != "unsigned"}
        device["signatures"] = {user: {f"ed25519:{key.public}": key.sign(device)}}
        told = {user: {self.client.device_id: device}}
        found = await self.line.ask("POST", "/keys/signatures/upload", told)
        if found.get("failures"):
            raise Broken("signature refused")

    async def _upload(self) -> None:
        """The first time no password is needed; to replace a key it is."""
        told = {f"{role}_key": self._public(role) for role in ROLES}
        path = "/keys/device_signing/upload"
        try:
            await self.line.ask("POST", path, told)
        except (Refused, Broken) as no:
            if not self.password or no.status != 401:
                raise
            identity = {"type": "m.id.user", "user": self.client.user_id}
            auth = {
                "type": "m.login.password", "identifier": identity, "password": self.password,
            }  # fmt: skip
            await self.line.ask("POST", path, {**told, "auth": auth})

    def _public(self, role: str) -> Json:
        public, master = self.keys[role].public, self.keys["master"]
        user = self.client.user_id
        key: Json = {"user_id": user, "usage": [role], "keys": {f"ed25519:{public}": public}}
        if role != "master":
            key["signatures"] = {user: {f"ed25519:{master.public}": master.sign(key)}}
        return key


def seeds(store: Path, secret: str) -> dict[str, Key]:
    """As they were made at the first start, locked with the secret of the store. Raises Locked."""
    file = store / FILE
    if file.exists():
        opened = _open(file.read_bytes(), secret)
    else:
        opened = secrets.token_bytes(32 * len(ROLES))
        _write(file, _close(opened, secret))
    return {role: Key(opened[n * 32 : n * 32 + 32]) for n, role in enumerate(ROLES)}


def _close(plain: bytes, secret: str) -> bytes:
    salt = secrets.token_bytes(16)
    cipher = AES.new(_key(secret, salt), AES.MODE_GCM)
    sealed, tag = cipher.encrypt_and_digest(plain)
    return salt + cipher.nonce + tag + sealed


def _open(raw: bytes, secret: str) -> bytes:
    salt, nonce, tag, sealed = raw[:16], raw[16:32], raw[32:48], raw[48:]
    try:
        return AES.new(_key(secret, salt), AES.MODE_GCM, nonce=nonce).decrypt_and_verify(
            sealed, tag
        )
    except ValueError as bad:
        raise Locked from bad


def _key(secret: str, salt: bytes) -> bytes:
    found = scrypt(secret, salt.hex(), 32, N=2**14, r=8, p=1)
    assert isinstance(found, bytes)
    return found


def _write(file: Path, raw: bytes) -> None:
    fresh = file.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)
