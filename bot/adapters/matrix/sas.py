"""The arithmetic of comparing seven emojis.

nio's own never ends: its commitment is written in another alphabet than the specification's, and
it knows only the old code for keys. https://spec.matrix.org/v1.13/client-server-api/#short-authentication-string-sas-verification
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import vodozemac
from nio.crypto import Sas as NioSas

from bot.adapters.matrix.odd import Odd, strange

AGREEMENT = "curve25519-hkdf-sha256"
NEW_MAC, OLD_MAC = "hkdf-hmac-sha256.v2", "hkdf-hmac-sha256"
EMOJIS = tuple(emoji for emoji, _ in NioSas.emoji)


class Mismatch(Exception):
    """The code of the cancellation that follows."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Side:
    user: str
    device: str


@dataclass
class Comparison:
    """We are the ones who accept. `flow` is the transaction, or the request's event in a room."""

    flow: str
    us: Side
    them: Side
    _mac: str = ""
    _established: Any = None
    _theirs: str = ""
    _sas: Any = field(default_factory=vodozemac.Sas)

    @property
    def public(self) -> str:
        found: str = self._sas.public_key.to_base64()
        return found

    def accepted(self, start: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to their start. Raises Mismatch."""
        macs = start.get("message_authentication_codes", ())
        self._mac = next((mac for mac in (NEW_MAC, OLD_MAC) if mac in macs), "")
        if not (
            start.get("method") == "m.sas.v1"
            and AGREEMENT in start.get("key_agreement_protocols", ())
            and "sha256" in start.get("hashes", ())
            and "emoji" in start.get("short_authentication_string", ())
            and self._mac
        ):
            raise Mismatch("m.unknown_method")
        said = json.dumps(start, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        commitment = hashlib.sha256((self.public + said).encode()).digest()
        return {
            "method": "m.sas.v1",
            "key_agreement_protocol": AGREEMENT,
            "hash": "sha256",
            "message_authentication_code": self._mac,
            "short_authentication_string": ["emoji"],
            "commitment": base64.b64encode(commitment).decode().rstrip("="),
        }

    def meet(self, key: str) -> None:
        """Their key. Raises Mismatch."""
        if self._established is not None or not self._mac:
            raise Mismatch("m.unexpected_message")
        try:
            with strange():
                theirs = vodozemac.Curve25519PublicKey.from_base64(key)
                self._established = self._sas.diffie_hellman(theirs)
        except Odd as odd:
            raise Mismatch("m.invalid_message") from odd
        self._theirs = key

    def emojis(self) -> list[str]:
        """What both see."""
        info = "|".join(
            ("MATRIX_KEY_VERIFICATION_SAS", self.them.user, self.them.device, self._theirs,
             self.us.user, self.us.device, self.public, self.flow)
        )  # fmt: skip
        return [EMOJIS[n] for n in self._established.bytes(info).emoji_indices]

    def check(self, content: Mapping[str, Any], fingerprint: str) -> None:
        """Did they see the same, and are they the device that we know? Raises Mismatch."""
        macs, keys = content.get("mac"), content.get("keys")
        if self._established is None:
            raise Mismatch("m.unexpected_message")
        if not isinstance(macs, Mapping) or not fingerprint:
            raise Mismatch("m.key_mismatch")
        name = f"ed25519:{self.them.device}"
        told = ",".join(sorted(macs))
        if keys != self._code(self.them, self.us, "KEY_IDS", told):
            raise Mismatch("m.key_mismatch")
        if macs.get(name) != self._code(self.them, self.us, name, fingerprint):
            raise Mismatch("m.key_mismatch")

    def codes(self, ours: Mapping[str, str]) -> dict[str, Any]:
        """Our word for our keys: (name, key)."""
        macs = {name: self._code(self.us, self.them, name, key) for name, key in ours.items()}
        told = ",".join(sorted(macs))
        return {"mac": macs, "keys": self._code(self.us, self.them, "KEY_IDS", told)}

    def _code(self, by: Side, to: Side, name: str, said: str) -> str:
        who = f"{by.user}{by.device}{to.user}{to.device}"
        info = f"MATRIX_KEY_VERIFICATION_MAC{who}{self.flow}{name}"
        if self._mac == NEW_MAC:
            found: str = self._established.calculate_mac(said, info)
            return found
        old: str = self._established.calculate_mac_invalid_base64(said, info)
        return old
