"""Pictures and files: uploaded first, hidden from the server where the room is encrypted."""

from typing import Any

from nio.crypto.attachments import encrypt_attachment

from bot.adapters.matrix.line import Line
from bot.core import Attachment

KINDS = {"image/": "m.image", "video/": "m.video", "audio/": "m.audio"}


async def file_content(line: Line, attachment: Attachment, *, hidden: bool) -> dict[str, Any]:
    """The message that carries it. Raises Refused or Broken."""
    starts = (kind for start, kind in KINDS.items() if attachment.mime.startswith(start))
    sent: dict[str, Any] = {
        "msgtype": next(starts, "m.file"),
        "body": attachment.alt or attachment.name,
        "filename": attachment.name,
        "info": {"mimetype": attachment.mime, "size": len(attachment.data)},
        "m.mentions": {},
    }
    if not hidden:
        return {**sent, "url": await line.upload(attachment.data, attachment.mime, attachment.name)}
    locked, keys = encrypt_attachment(attachment.data)
    address = await line.upload(locked, "application/octet-stream", "")
    return {**sent, "file": {**keys, "url": address}}
