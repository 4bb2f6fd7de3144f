"""The main job's conversations on PostgreSQL too: the same words, the same seats."""

from collections.abc import Awaitable, Callable

import pytest

from tests.playground import Playground
from tests.staffing import (
    test_callout,
    test_changed,
    test_changing,
    test_changing_badly,
    test_groups,
    test_if_needed,
    test_officers,
    test_other_ways,
    test_sealed,
    test_thanks,
)

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
    test_if_needed.test_a_seat_is_held_for_each_who_is_asked_and_the_next_is_asked_when_they_decline,
    test_officers.test_an_officer_reads_the_board_in_numbers,
    test_sealed.test_who_was_asked_before_is_asked_again_in_a_new_message_when_the_search_goes_on,
    test_thanks.test_a_second_plan_tells_only_those_who_were_not_told_yet,
    test_other_ways.test_in_a_room_a_card_shows_counts_and_answers_are_private,
    test_changed.test_no_withdraws_from_that_slot_and_the_waiting_list_moves_up,
    test_changing.test_asking_for_more_gives_the_new_seats_to_who_waits_and_looks_again,
    test_changing.test_a_slot_is_added_and_looks_for_the_same_people,
    test_changing_badly.test_of_two_coordinators_who_change_the_same_the_second_reads_again,
)


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda c: c.__name__)
async def test_the_same_conversation_holds_on(
    play_everywhere: Playground, conversation: Callable[[Playground], Awaitable[None]]
) -> None:
    await conversation(play_everywhere)
