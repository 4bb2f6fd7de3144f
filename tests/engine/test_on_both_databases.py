"""The engine's promises hold on PostgreSQL too: the same conversations, word for word."""

# ruff: noqa: F401

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot.core import Asks
from bot.engine import outbox
from bot.engine.render import render
from handlers import basics
from storage import places
from storage.db import Tx
from storage.places import Place
from tests.engine import kit
from tests.engine.kit import parts
from tests.engine.test_cards import (
    test_a_press_on_a_copy_whose_send_was_never_settled_works,
    test_a_tap_edits_every_copy_and_sends_nothing_new,
    test_fifty_taps_on_one_card_are_one_edit,
)
from tests.engine.test_dialogs import (
    test_a_wizard_survives_a_restart_between_any_two_answers,
)
from tests.engine.test_events import (
    test_a_bug_in_a_crowd_does_not_touch_the_others,
    test_a_bug_is_tried_again_and_then_works,
    test_a_poisonous_event_is_parked_after_three_tries_with_one_apology,
    test_a_refusal_in_a_crowd_leaves_the_others_alone,
    test_a_refusal_undoes_what_came_before_it_and_is_said,
    test_an_event_told_twice_is_heard_once,
    test_nothing_is_lost_when_the_process_dies_between_intake_and_handling,
)
from tests.engine.test_postman import (
    test_a_crash_after_sending_sends_again_under_the_same_key,
    test_a_newsletter_waits_while_something_urgent_is_on_its_way,
    test_order_is_kept_within_a_chat_and_lane,
    test_urgent_leaves_first_also_in_the_same_chat,
)
from tests.engine.test_timers import (
    test_a_cancelled_timer_never_rings,
    test_a_timer_rings_once,
    test_what_fell_due_while_the_machine_was_off_is_done_once,
)
from tests.playground import Playground

pytestmark = pytest.mark.postgres


@pytest.fixture
async def play(postgres_url: str) -> AsyncIterator[Playground]:
    parts.bugs.clear()
    parts.heard.clear()
    play = Playground(postgres_url, (basics.feature, kit.feature))
    await play.boot()
    async with play.db.connect() as connection:
        await connection.run_sync(parts.Tally.metadata.tables["test_tallies"].create)
    yield play
    await play.shut()


@pytest.mark.parametrize("asked", [Asks.ANSWERED, Asks.NO])
async def test_a_copy_that_steps_back_while_it_is_being_edited_asks_nothing_any_more(
    play: Playground, monkeypatch: pytest.MonkeyPatch, asked: Asks
) -> None:
    """Two transactions write the same row: the one that began first knew it as it was before. If
    it asked nothing then, that it asks nothing now was no change, and was not written."""
    ana = play.stranger("Ana")
    await ana.says("/compte")
    rendered = asyncio.Event()

    async def slow(tx: Tx, parts: Any, copies: Sequence[Place], now: datetime) -> Any:
        found = await render(tx, parts, copies, now)
        rendered.set()
        await asyncio.sleep(0.3)
        return found

    async with play.db.transaction() as tx:
        (await tx.scalars(select(Place))).one().asks = int(asked)
        await places.touch(tx, ["tally:1"])
    monkeypatch.setattr(outbox, "render", slow)
    round = asyncio.create_task(play.app.postmen[0].round())
    await rendered.wait()
    await play.local.say("ana", "/compte")
    await play.app.dispatcher.handle_some()
    await round
    await play.settle()
    async with play.db.reading() as tx:
        found = (await tx.scalars(select(Place).order_by(Place.serial))).all()
    assert [(p.serial, p.asks > 0) for p in found] == [(0, False), (1, True)]
