"""The same promises on SQLite and on PostgreSQL."""

from datetime import UTC, datetime

START = datetime(2026, 11, 21, 9, tzinfo=UTC)
"""When these tests take place."""
