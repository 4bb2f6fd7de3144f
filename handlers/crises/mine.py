"""What the logs know of a person: the lines that they wrote. A log is a document: it stays, and
the person in it becomes a function."""

from typing import Any

from bot.engine import Ctx, exports
from storage import crises


@exports("crises")
async def my_lines(ctx: Ctx, member_id: int) -> list[dict[str, Any]]:
    return [
        {"written_on": entry.at, "written": entry.said}
        for entry in await crises.written_by(ctx.tx, member_id)
    ]
