"""Tables as a file to be sent: in the reader's language, in the community's name and time."""

import asyncio
from collections.abc import Iterable

from bot.core import Attachment
from bot.engine.here import Here
from bot.engine.labels import labels
from bot.engine.paper.sheets import Book, Table, write_book

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def book_file(
    ctx: Here, name: str, title: str, banner: str, tables: Iterable[Table]
) -> Attachment:
    """`name` is the file's. Written beside the loop."""
    book = Book(
        title=title, banner=banner, author=ctx.parts.settings.community.name,
        date_format=labels(ctx)("xlsx-date-format"),
        made=ctx.now.astimezone(ctx.zone).replace(tzinfo=None, microsecond=0),
        tables=tuple(tables),
    )  # fmt: skip
    return Attachment(name, XLSX, await asyncio.to_thread(write_book, book), title)
