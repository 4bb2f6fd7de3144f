"""The main job's conversations on PostgreSQL too: the same words, the same seats."""

from collections.abc import Awaitable, Callable

import pytest

from tests.playground import Playground
from tests.staffing import test_callout, test_groups, test_other_ways

CONVERSATIONS: tuple[Callable[[Playground], Awaitable[None]], ...] = (
    test_callout.test_a_coordinator_calls_and_members_fill_the_seats,
    test_callout.test_the_last_seat_is_sold_once,
    test_callout.test_the_waiting_list_moves_up_by_itself_and_says_so,
    test_callout.test_a_cancelled_call_stands_everyone_down_once,
    test_groups.test_nobody_is_asked_more_often_a_week_than_the_limit,
    test_groups.test_an_offer_that_nobody_answers_goes_to_the_next,
    test_groups.test_the_eve_is_confirmed_and_the_silent_are_listed_for_the_phone,
    test_groups.test_a_call_survives_a_restart_at_every_step,
    test_other_ways.test_a_survey_collects_first_and_everyone_is_told_once,
    test_other_ways.test_in_a_room_a_card_shows_counts_and_answers_are_private,
)


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda c: c.__name__)
async def test_the_same_conversation_holds_on(
    play_everywhere: Playground, conversation: Callable[[Playground], Awaitable[None]]
) -> None:
    await conversation(play_everywhere)
