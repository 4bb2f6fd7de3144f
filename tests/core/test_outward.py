"""What is said outside is built from a type that holds no person (PRIV-8)."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.core import Span, Text
from bot.core.outward import Outward, Titled, outline
from bot.core.partners import Level
from storage.people import Member


def test_numbers_times_choices_and_titles_pass() -> None:
    at = datetime(2026, 11, 21, tzinfo=UTC)
    inner = outline("inner", count=3)
    line = outline(
        "key", title=Titled("Mairie", bold=True), at=at, open=True, level=Level.COOPERATION,
        all=(inner, 2),
    )  # fmt: skip
    [text] = Outward((line,)).message.lines
    assert text.args == {
        "title": Span("Mairie", bold=True), "at": at, "open": "yes", "level": "cooperation",
        "all": (Text("inner", {"count": 3}), 2),
    }  # fmt: skip


@pytest.mark.parametrize(
    "person", ["Ana Martin", Span("Ana Martin"), Text("x"), Member(name="Ana"), ("Ana",)]
)
def test_what_may_be_a_person_does_not(person: Any) -> None:
    with pytest.raises(TypeError, match="not for outsiders"):
        outline("key", who=person)
