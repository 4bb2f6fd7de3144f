"""Whether apps will trust the bot's device: judged from what the server shows, as apps do."""

import base64
from collections.abc import Iterator, Mapping
from typing import Any

from Crypto.Signature import eddsa

from bot.adapters.matrix.line import Line
from bot.adapters.matrix.signing import canonical

Raw = Mapping[str, Any]
UNKNOWN = "the server does not show the bot's device"
UNSIGNED = "the bot's device is not signed"


async def shown(line: Line, user: str, device: str) -> tuple[str, str]:
    """The master key that the device is signed by ("" if by none), and what is wrong ("" if
    nothing). Raises Refused or Broken.

    https://spec.matrix.org/v1.13/client-server-api/#cross-signing
    """
    told = await line.ask("POST", "/keys/query", {"device_keys": {user: []}})
    ours = _inner(_inner(told, "device_keys"), user).get(device)
    if not isinstance(ours, Mapping):
        return "", UNKNOWN
    master = _inner(_inner(told, "master_keys"), user)
    between = _inner(_inner(told, "self_signing_keys"), user)
    for above in _publics(master):
        for below in _publics(between):
            if _signed(between, user, above) and _signed(ours, user, below):
                return above, ""
    return "", UNSIGNED


def _inner(told: Raw, key: str) -> Raw:
    found = told.get(key)
    return found if isinstance(found, Mapping) else {}


def _publics(key: Raw) -> Iterator[str]:
    for public in _inner(key, "keys").values():
        if isinstance(public, str):
            yield public


def _signed(thing: Raw, user: str, by: str) -> bool:
    """Not that there is a signature: that it is right."""
    signature = _inner(_inner(thing, "signatures"), user).get(f"ed25519:{by}")
    bare = {k: v for k, v in thing.items() if k not in ("signatures", "unsigned")}
    try:
        key = eddsa.import_public_key(_bytes(by))
        eddsa.new(key, "rfc8032").verify(canonical(bare), _bytes(str(signature)))
    except ValueError:
        return False
    return True


def _bytes(unpadded: str) -> bytes:
    return base64.b64decode(unpadded + "=" * (-len(unpadded) % 4))
