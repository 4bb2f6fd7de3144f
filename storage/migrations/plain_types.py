"""A migration must mean the same in ten years: our own column types are written as plain ones."""

from typing import Any, Literal

from alembic.autogenerate.api import AutogenContext
from sqlalchemy import JSON, Enum

from storage.db import UtcTime


def plainly(kind: str, item: Any, context: AutogenContext) -> str | Literal[False]:
    """Alembic's `render_item`: Python source of a type, or False for alembic's own way."""
    if kind != "type":
        return False
    if isinstance(item, UtcTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    if isinstance(item, JSON):
        context.imports.add("from sqlalchemy.dialects import postgresql")
        return "sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')"
    return False
