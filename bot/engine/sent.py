"""A picture or PDF as somebody sent it, sent on without what it betrays."""

import asyncio
import io

from PIL import Image, ImageOps

from bot.core import Attachment, Said
from bot.core.events import FileRef
from bot.core.files import PDF, PICTURES, File
from bot.engine.here import Here
from bot.engine.unclear import Unclear

MOST = 20 * 1024 * 1024
"""Bytes: what a bot may fetch."""


def takes(file: FileRef) -> None:
    """Raises Unclear for what is no picture and no PDF, or too large."""
    if file.mime not in PICTURES and file.mime != PDF:
        raise Unclear("file-kind")
    if file.size > MOST:
        raise Unclear("file-size", most=MOST // 1024 // 1024)


def taken(platform: str, file: FileRef) -> File:
    return File(platform, file.id, file.name, file.mime)


def brought(ctx: Here) -> File | None:
    """What came with a command, or with the message that it answers. Raises Unclear."""
    event = ctx.event
    if not isinstance(event, Said):
        return None
    found = next(iter((*event.files, *event.quoted_files)), None)
    if found is None:
        return None
    takes(found)
    return taken(event.chat.platform, found)


async def fetched(ctx: Here, file: File, alt: str) -> Attachment:
    """Fetched once however many get it. Raises where it is not what it was said to be."""
    adapter = ctx.parts.adapters[file.platform]

    async def fetch() -> bytes:
        data = await adapter.fetch(file.id)
        return await asyncio.to_thread(bare, data, file.mime)

    data = await ctx.parts.files.get(f"{file.platform}:{file.id}", fetch)
    return Attachment(file.name or _name(file.mime), file.mime, data, alt)


def _name(mime: str) -> str:
    return "document.pdf" if mime == PDF else f"image.{PICTURES[mime].lower()}"


def bare(data: bytes, mime: str) -> bytes:
    """A picture without where and with what it was taken; a PDF as it is. Raises ValueError for
    what is neither."""
    if mime == PDF:
        if not data.lstrip().startswith(b"%PDF"):
            raise ValueError("no PDF")
        return data
    with Image.open(io.BytesIO(data), formats=list(PICTURES.values())) as found:
        turned = _upright(found)
        out = io.BytesIO()
        turned.save(out, PICTURES[mime])
    return out.getvalue()


def _upright(found: Image.Image) -> Image.Image:
    """As the camera meant it to be seen: that was among what is left out."""
    turned = ImageOps.exif_transpose(found)
    clean = Image.new(turned.mode, turned.size)
    clean.paste(turned)
    if turned.mode == "P" and (palette := turned.getpalette()) is not None:
        clean.putpalette(palette)
    return clean if clean.mode in ("RGB", "RGBA", "L", "P") else clean.convert("RGB")
