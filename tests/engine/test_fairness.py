"""Nobody waits for one who floods the bot, who comes last, in order, and is told once."""

from hypothesis import given
from hypothesis import strategies as st

from bot.engine.fairness import CALM, EACH, FEW, MANY, Fairness, fairly
from storage import people
from tests.playground import Playground


@given(st.lists(st.sampled_from("abcde"), max_size=120), st.integers(1, 70))
def test_everyone_s_first_comes_before_anyone_s_second(senders: list[str], most: int) -> None:
    taken = fairly(list(enumerate(senders)), most)
    each = EACH if len(set(senders)) > 1 else most
    assert len(taken) == min(most, sum(min(each, senders.count(who)) for who in set(senders)))
    turns = [senders[: row + 1].count(senders[row]) for row in taken]
    assert turns == sorted(turns)
    for who in set(senders):
        theirs = [row for row in taken if senders[row] == who]
        assert theirs == sorted(theirs)


def test_a_flooder_comes_after_all_others_until_it_is_calm() -> None:
    fairness = Fairness()
    waiting = [(n, "flood") for n in range(MANY)] + [(1000, "ana"), (1001, "ana")]
    assert fairness.pick(waiting, 64) == [1000, 1001, *range(FEW)]
    assert fairness.pick(waiting[:-2], 64) == list(range(FEW))
    calm = waiting[:CALM]
    assert fairness.pick(calm, 64) == list(range(CALM))


async def test_a_flooder_is_told_once_and_others_are_answered_at_once(play: Playground) -> None:
    ana, ben = await play.person("Ana"), await play.person("Ben")
    for _ in range(600):
        await play.local.say("ana", "encore")
    await play.local.say("ben", "/aide")
    for _ in range(4):
        await play.app.dispatcher.handle_some()
    await play.app.postmen[0].round()
    await play.app.postmen[0].idle()
    assert ben.sees("Je veux…")
    assert ana.everything.count("Chacun aura sa réponse") <= 1
    async with play.db.reading() as tx:
        account = await people.of_account(tx, ana.who)
    assert account is not None
    assert account[1].flood_told_at == play.now
