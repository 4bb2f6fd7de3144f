"""Files that people have sent, as the homeserver keeps them: opened where the room is encrypted."""

import json
from collections.abc import Mapping
from typing import Any

from nio.crypto.attachments import decrypt_attachment

from bot.adapters.matrix.errors import Broken, Refused
from bot.adapters.matrix.line import V1, Line, part
from bot.adapters.matrix.odd import Odd, strange

MOST = 20 * 1024 * 1024
"""Bytes: as much as elsewhere."""


def file_id(content: Mapping[str, Any]) -> str:
    """What a file is fetched by: its address, with its keys where it is locked."""
    locked = content.get("file")
    if not isinstance(locked, Mapping):
        return str(content.get("url") or "")
    key = locked.get("key")
    found = {
        "url": locked.get("url"), "iv": locked.get("iv"),
        "key": key.get("k") if isinstance(key, Mapping) else None,
        "hash": _hash(locked.get("hashes")),
    }  # fmt: skip
    return json.dumps(found)


def _hash(hashes: object) -> object:
    return hashes.get("sha256") if isinstance(hashes, Mapping) else None


async def fetched(line: Line, file: str) -> bytes:
    """Raises Refused or Broken."""
    locked = json.loads(file) if file.startswith("{") else None
    address = str(locked["url"] if locked else file)
    server, _, media = address.removeprefix("mxc://").partition("/")
    if not address.startswith("mxc://") or not server or not media:
        raise Refused("M_NOT_FOUND", 404)
    data = await line.download(f"{V1}/media/download/{part(server)}/{part(media)}", MOST)
    if locked is None:
        return data
    try:
        with strange():
            return bytes(decrypt_attachment(data, locked["key"], locked["hash"], locked["iv"]))
    except Odd as odd:
        raise Broken("a file that cannot be opened") from odd
