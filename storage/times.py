"""Moments in the database."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import DateTime, TypeDecorator


class UtcTime(TypeDecorator[datetime]):
    """Aware UTC in Python, whatever the dialect keeps."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value and value.astimezone(UTC)

    def bind_processor(self, dialect: Any) -> Any:
        return _written if dialect.name == "sqlite" else super().bind_processor(dialect)

    def result_processor(self, dialect: Any, coltype: Any) -> Any:
        return _read if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


def _written(value: datetime | None) -> str | None:
    """As SQLAlchemy's own type writes it, in a fraction of the time: a send has nine of them, and
    most of those in a transaction are the same moment."""
    return None if value is None else _said(value, value.fold)


@lru_cache(maxsize=256)
def _said(value: datetime, fold: int) -> str:
    """`fold` tells apart what is equal for Python: the hour that a clock shows twice."""
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _read(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value).replace(tzinfo=UTC)
