"""An invitation from another calendar, pasted after /reunion, goes straight to the preview."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.meetings.rules.ics_in import is_calendar, read_calendar
from tests.meetings.people import members, organiser
from tests.meetings.reading import PARIS, falls
from tests.playground import Playground

EVENT = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@example
SUMMARY:CA de décembre
DTSTART;TZID=Europe/Paris:20261215T200000
DTEND;TZID=Europe/Paris:20261215T213000
{more}LOCATION:Maison de santé
DESCRIPTION:Budget
END:VEVENT
END:VCALENDAR"""


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ("", ["15/12 20:00"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=3TU\n", ["15/12 20:00", "19/01 20:00", "16/02 20:00"]),
        ("RRULE:FREQ=WEEKLY;COUNT=2\n", ["15/12 20:00", "22/12 20:00"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20261229T190000Z\nEXDATE;TZID=Europe/Paris:20261222T200000\n",
         ["15/12 20:00", "29/12 20:00"]),
    ],
)  # fmt: skip
def test_an_event_is_read_with_its_recurrence(more: str, days: list[str]) -> None:
    """INT-6."""
    draft = read_calendar(EVENT.format(more=more), PARIS)
    assert draft is not None
    assert (draft.title, draft.place, draft.agenda) == (
        "CA de décembre", "Maison de santé", "Budget",
    )  # fmt: skip
    assert falls(draft.pattern, 3) == days


@given(st.text(max_size=300))
def test_what_is_no_calendar_is_none(text: str) -> None:
    assert read_calendar(text, PARIS) is None
    assert read_calendar(f"BEGIN:VEVENT\n{text}\nEND:VEVENT", PARIS) is None or text


def test_a_line_is_no_calendar() -> None:
    assert not is_calendar("CA | mar 15/12 20h")


async def test_a_pasted_invitation_goes_to_the_preview(play: Playground) -> None:
    """INT-6."""
    claire = await organiser(play)
    await members(play, "Ana")
    await claire.says("/reunion\n" + EVENT.format(more=""))
    assert claire.sees(
        "📅 RÉUNION · CA de décembre · mardi 15 décembre, de 20 h à 21 h 30",
        "Lieu : Maison de santé", "Ordre du jour : Budget",
    ), claire.screen()  # fmt: skip
    await claire.says("/reunion BEGIN:VEVENT oups END:VEVENT")
    assert claire.sees("Je n'ai pas compris cette invitation"), claire.screen()
