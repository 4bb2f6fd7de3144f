"""The conversations of meetings on PostgreSQL too, where rows are locked one by one."""

from collections.abc import Awaitable, Callable

import pytest

from tests.meetings import (
    test_changing,
    test_hours,
    test_meeting,
    test_polls,
    test_reminders,
    test_series,
)
from tests.playground import Playground

CONVERSATIONS: tuple[Callable[[Playground], Awaitable[None]], ...] = (
    test_meeting.test_it_leaves_after_half_a_minute_and_can_be_held_back,
    test_meeting.test_the_last_place_is_given_once_and_a_free_one_goes_on,
    test_changing.test_whoever_comes_is_told_of_another_hour_and_asked,
    test_reminders.test_reminders_missed_in_an_outage_are_one_that_says_so,
    test_polls.test_the_best_date_becomes_a_meeting,
    test_hours.test_an_officer_gets_the_year_without_a_name,
    test_hours.test_who_was_there_is_kept_for_ten_years_and_the_answers_for_one,
    test_series.test_a_series_moves_to_other_days,
)


@pytest.mark.postgres
@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda one: one.__name__)
async def test_on_postgresql(
    postgres_url: str, conversation: Callable[[Playground], Awaitable[None]]
) -> None:
    play = Playground(postgres_url)
    await play.boot()
    await conversation(play)
    await play.shut()
