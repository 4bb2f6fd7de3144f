"""What waits half a minute before it leaves can be held back until then, and not after."""

from tests.playground import Person, Playground


async def delayed(play: Playground) -> tuple[Person, Person]:
    clerk, ana = await play.person("Clerk"), play.stranger("Ana")
    await clerk.says("/retarde ana")
    return clerk, ana


async def test_what_waits_leaves_after_half_a_minute_and_says_so(play: Playground) -> None:
    clerk, ana = await delayed(play)
    await play.wait(seconds=29)
    assert not ana.messages
    await play.wait(seconds=2)
    assert ana.has_seen("COMPTE")
    assert ana.has_seen("Ding")
    assert clerk.everything.count("Parti.") == 1


async def test_what_is_held_back_never_leaves(play: Playground) -> None:
    clerk, ana = await delayed(play)
    await play.wait(seconds=20)
    await clerk.taps("Retenir l'envoi")
    assert clerk.sees("Retenu :", "tally:9"), clerk.screen()
    await play.wait(minutes=5)
    assert not ana.messages
    assert not clerk.has_seen("Parti.")


async def test_held_back_it_can_be_sent_again(play: Playground) -> None:
    clerk, ana = await delayed(play)
    await clerk.taps("Retenir l'envoi")
    await clerk.says("/retarde ana")
    await play.wait(minutes=1)
    assert ana.everything.count("COMPTE") == 1


async def test_what_left_is_not_held_back(play: Playground) -> None:
    clerk, ana = await delayed(play)
    await play.wait(minutes=1)
    await clerk.taps("Retenir l'envoi")
    assert clerk.sees("déjà parti"), clerk.screen()
    assert ana.has_seen("COMPTE")


async def test_it_can_be_held_back_after_a_restart(play: Playground) -> None:
    clerk, ana = await delayed(play)
    await play.restart()
    await clerk.taps("Retenir l'envoi")
    await play.wait(minutes=1)
    assert not ana.messages
