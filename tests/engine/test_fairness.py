"""One who floods the bot is heard slowly, in order, and told once; nobody else waits for them."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from bot.engine.fairness import CALM, MANY, PAUSE, Fairness, fairly
from tests.playground import Playground


@given(st.lists(st.sampled_from("abcde"), max_size=80), st.integers(1, 70))
def test_everyone_s_first_comes_before_anyone_s_second(senders: list[str], most: int) -> None:
    taken = fairly(list(enumerate(senders)), most)
    assert len(taken) == min(most, len(senders))
    turns = [senders[: row + 1].count(senders[row]) for row in taken]
    assert turns == sorted(turns)
    for who in set(senders):
        assert [r for r in taken if senders[r] == who] == sorted(
            r for r in taken if senders[r] == who
        )


def test_a_flooder_is_slowed_until_it_is_calm_and_nobody_else() -> None:
    fairness = Fairness()
    waiting = [(n, "flood") for n in range(MANY)] + [(1000, "ana")]
    assert fairness.pick(waiting, 64, 0.0) == [1000, 0]
    assert fairness.pick(waiting[1:-1], 64, PAUSE / 2) == []
    assert fairness.pick(waiting[1:-1], 64, PAUSE) == [1]
    calm = waiting[-1 - CALM : -1]
    assert fairness.pick(calm, 64, PAUSE) == [row for row, _ in calm]
    assert not fairness.waits


async def test_a_flooder_is_told_once_and_others_are_answered_at_once(play: Playground) -> None:
    ana, ben = await play.person("Ana"), await play.person("Ben")
    for _ in range(600):
        await play.local.say("ana", "encore")
    await play.local.say("ben", "/aide")
    await play.app.dispatcher.handle_some()
    await play.app.postmen[0].round()
    await play.app.postmen[0].idle()
    assert ben.sees("Je veux…")
    await asyncio.sleep(PAUSE)
    await play.settle()
    assert ana.everything.count("Chacun aura sa réponse") == 1, ana.screen()
    assert ana.everything.count("encore") <= 3
