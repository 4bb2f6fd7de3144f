"""What happens later happens once, late or not, and not after it was cancelled."""

from tests.playground import Playground


async def test_a_timer_rings_once(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/plus_tard 10")
    await play.wait(minutes=9)
    assert not ana.has_seen("Ding")
    await play.wait(minutes=60)
    assert ana.everything.count("Ding") == 1


async def test_what_fell_due_while_the_machine_was_off_is_done_once(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/plus_tard 10")
    await play.shut()
    from datetime import timedelta

    play.now += timedelta(hours=9)
    await play.boot()
    await play.settle()
    await play.restart()
    await play.settle()
    assert ana.everything.count("Ding") == 1


async def test_a_cancelled_timer_never_rings(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/plus_tard 10", "/silence")
    await play.wait(hours=1)
    assert not ana.has_seen("Ding")
