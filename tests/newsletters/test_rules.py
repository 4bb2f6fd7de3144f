"""What a newsletter is made of, when it may leave, when contributors are reminded."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.quiet import in_quiet_hours
from handlers.newsletters.rules import body
from handlers.newsletters.rules.body import Block, Piece
from handlers.newsletters.rules.leaving import MARGIN, end_of_day, may_have_it
from handlers.newsletters.rules.line import is_writing, read
from handlers.newsletters.rules.reminding import reminders

PARIS = ZoneInfo("Europe/Paris")
QUIET = (time(21), time(7, 30))
words = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
moments = st.integers(0, 4 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def test_pieces_are_put_together_with_their_headings() -> None:
    text = body.assembled("Bonjour.", [Piece("Vaccins", "Samedi."), Piece("", "Dimanche.")])
    assert text == "Bonjour.\n\n# Vaccins\nSamedi.\n\nDimanche."
    assert body.blocks(text) == [
        Block("Bonjour.", False, False),
        Block("Vaccins", True, True),
        Block("Samedi.", False, False),
        Block("Dimanche.", False, True),
    ]


def test_a_hash_that_begins_no_heading_stays_words() -> None:
    assert body.blocks("#") == [Block("#", False, False)]
    assert body.blocks("nº #12") == [Block("nº #12", False, False)]


@given(st.lists(words, max_size=30).map("\n".join))
def test_no_word_is_lost_between_a_body_and_its_blocks(text: str) -> None:
    shown = "\n".join(block.words for block in body.blocks(text))
    assert re.sub(r"[\s#]", "", shown) == re.sub(r"[\s#]", "", text)


def test_messages_are_counted_as_platforms_cut_them() -> None:
    assert body.messages("a" * 4096, 4096) == 1
    assert body.messages("a" * 4097, 4096) == 2
    assert body.messages("\n".join(["a" * 3000] * 3), 4096) == 3
    assert body.messages("🙂" * 2049, 4096) == 2  # two units each
    assert body.messages("court", 4096, enclosed=True, caption=1024) == 1
    assert body.messages("a" * 2000, 4096, enclosed=True, caption=1024) == 2
    assert body.messages("court", 4096, enclosed=True, caption=0) == 2


def test_words_are_found_without_accents_and_capitals() -> None:
    kept = body.searchable("Rentrée", "Le CENTRE de vaccination à Saint-Aubin")
    assert all(word in kept for word in body.wanted("RENTREE saint-aubin à"))
    assert body.wanted("à 7") == ["7"]


def test_the_quiet_hours_hold_it_and_so_does_the_quarter_of_an_hour_before_them() -> None:
    def local(hour: int, minute: int = 0) -> datetime:
        return datetime(2026, 11, 21, hour, minute, tzinfo=PARIS)

    assert may_have_it(local(10), PARIS, QUIET) == local(10)
    assert may_have_it(local(20, 44), PARIS, QUIET) == local(20, 44)
    morning = datetime(2026, 11, 22, 7, 30, tzinfo=PARIS)
    assert may_have_it(local(20, 46), PARIS, QUIET) == morning
    assert may_have_it(local(23), PARIS, QUIET) == morning
    assert may_have_it(local(3), PARIS, None) == local(3)


@given(moments, st.times(), st.times())
def test_nobody_gets_it_in_their_quiet_hours(now: datetime, start: time, end: time) -> None:
    at = may_have_it(now, PARIS, (start, end))
    assert at >= now
    assert not in_quiet_hours(at, PARIS, start, end) or start == end


def test_reminders_come_at_nine_seven_and_two_days_before_and_only_those_to_come() -> None:
    deadline = datetime(2026, 12, 3, 23, 59, tzinfo=PARIS)
    now = datetime(2026, 11, 21, 10, tzinfo=PARIS)
    days = [at.strftime("%d/%m %H:%M") for at in reminders(deadline, now, PARIS, (7, 2))]
    assert days == ["26/11 09:00", "01/12 09:00"]
    late = datetime(2026, 11, 30, tzinfo=PARIS)
    assert len(reminders(deadline, late, PARIS, (7, 2))) == 1


@given(moments, moments, st.lists(st.integers(1, 60), max_size=4))
def test_no_reminder_is_in_the_past_or_after_the_deadline(
    deadline: datetime, now: datetime, days: list[int]
) -> None:
    found = reminders(deadline, now, PARIS, days)
    assert all(now < at < deadline for at in found)
    assert found == sorted(found)


def test_late_it_may_leave_until_the_end_of_its_local_day() -> None:
    at = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the clocks change that night
    assert end_of_day(at, PARIS).astimezone(PARIS).isoformat() == "2026-10-25T23:59:59+01:00"
    assert end_of_day(at, PARIS) > at + MARGIN - timedelta(hours=1)


@pytest.mark.parametrize(
    ("line", "title", "text", "whom"),
    [
        ("Rentrée", "Rentrée", "", ""),
        ("Rentrée | Bonjour ; à tous", "Rentrée", "Bonjour ; à tous", ""),
        ("Rentrée | membres : infirmiers | A | B", "Rentrée", "A\n\nB", "membres : infirmiers"),
        ("membres : tous | Rentrée", "Rentrée", "", "membres : tous"),
        ("", "", "", ""),
    ],
)
def test_a_line_is_a_title_a_text_and_whom_it_is_for(
    line: str, title: str, text: str, whom: str
) -> None:
    found = read(line)
    assert (found.title, found.text, found.whom) == (title, text, whom)


def test_words_without_a_bar_are_looked_for() -> None:
    assert is_writing("Rentrée | Bonjour")
    assert not is_writing("vaccination grippe")
