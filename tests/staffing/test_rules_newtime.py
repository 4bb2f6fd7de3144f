"""The new time of a slot, as it is typed: «10h-14h» is of the slot's own day."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.when import Kind
from bot.core.when import moved as read

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
SLOT = datetime(2026, 12, 12, 9, tzinfo=PARIS)  # a Saturday


def spans(said: str) -> list[str]:
    found = read(said, SLOT, NOW, PARIS)
    shown = [found] if found.spans else found.readings
    return [
        f"{s.start:%d/%m %H:%M}-{s.end:%H:%M}" for r in shown for s in r.spans if s.end is not None
    ]


@pytest.mark.parametrize(
    "said",
    ["10h-14h", "10-14", "de 10 h à 14 h", "10am-2pm", "12/12 10h-14h", "sam 12/12 10h-14h",
     "le 12 10h-14h", "10:00-14:00"],
)  # fmt: skip
def test_hours_alone_or_with_its_date_are_of_the_slots_day(said: str) -> None:
    assert spans(said) == ["12/12 10:00-14:00"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("dim 13/12 10h-14h", "13/12 10:00-14:00"),
        ("demain 10h-14h", "22/11 10:00-14:00"),
        ("aujourd'hui 15h-18h", "21/11 15:00-18:00"),
        ("22h-6h", "12/12 22:00-06:00"),
        ("matin", "12/12 08:00-12:00"),
    ],
)
def test_another_day_has_to_be_said(said: str, shown: str) -> None:
    assert spans(said) == [shown]


def test_a_weekday_that_may_be_this_week_or_the_slots_own_is_asked() -> None:
    assert read("samedi 10h-14h", SLOT, NOW, PARIS).kind is Kind.AMBIGUOUS
    assert spans("samedi 10h-14h")[0] == "12/12 10:00-14:00"
    assert "28/11 10:00-14:00" in spans("samedi 10h-14h")


@pytest.mark.parametrize("said", ["14h-10h", "hier 9h-10h", "31/02 9h-10h", "bonjour", "10h", ""])
def test_what_is_no_time_is_none(said: str) -> None:
    assert read(said, SLOT, NOW, PARIS).kind is not Kind.RANGE


@given(start=st.integers(6, 20), length=st.integers(1, 3), day=st.integers(0, 300))
def test_any_hours_alone_are_read_on_any_slots_day(start: int, length: int, day: int) -> None:
    slot = datetime.fromtimestamp(NOW.timestamp() + day * 86400, PARIS).replace(hour=12)
    found = read(f"{start}h-{start + length}h", slot, NOW, PARIS)
    if slot.date() == NOW.astimezone(PARIS).date() and start < 11:
        return
    [span] = found.spans
    assert span.end is not None
    assert (span.start.date(), span.start.hour, span.end.hour) == (
        slot.date(), start, start + length,
    )  # fmt: skip
