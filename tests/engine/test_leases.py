"""Who does the work among several processes: by clocks of their own that only run."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.engine.leases import SAFE, TERM, Grip, Observed
from bot.engine.process import is_gone, myself
from storage.leases import Seen

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def seen(epoch: int = 1, renewed: int = 0, left: float = TERM, holder: str = "a") -> Seen:
    """A lease that was renewed so many times."""
    return Seen(holder, "elsewhere/1/1", epoch, NOON + timedelta(seconds=3 * renewed), left)


def test_a_lease_that_is_renewed_is_never_over() -> None:
    watch = Observed()
    assert not any(watch.over(seen(renewed=n), 3.0 * n) for n in range(100))


def test_a_lease_that_nobody_renews_is_over_after_its_term() -> None:
    watch = Observed()
    assert not watch.over(seen(), 0)
    assert not watch.over(seen(renewed=1), 3)
    assert not watch.over(seen(renewed=1), 3 + TERM - 0.1)
    assert watch.over(seen(renewed=1), 3 + TERM)


def test_one_that_was_over_long_before_we_came_is_not_waited_for() -> None:
    assert Observed().over(seen(left=-3600), 0)


def test_one_that_was_given_back_is_free_at_once() -> None:
    assert Observed().over(seen(holder=""), 0)


def test_a_database_whose_clock_jumps_an_hour_changes_nothing_for_who_watches() -> None:
    """Forward: the holder renews and is left in peace. Back: a dead one is not waited for."""
    watch = Observed()
    watch.over(seen(renewed=1), 0)
    assert not watch.over(seen(renewed=2, left=-3590), 3)
    watch = Observed()
    watch.over(seen(renewed=1), 0)
    assert not watch.over(seen(renewed=2, left=3610), 3)
    assert watch.over(seen(renewed=2, left=3597), 3 + TERM)


def test_at_first_sight_a_lease_is_waited_for_one_term_at_most() -> None:
    watch = Observed()
    assert not watch.over(seen(left=3600), 0)
    assert watch.over(seen(left=3590), TERM)


def test_a_grip_ends_by_itself_before_the_term_does() -> None:
    now = [100.0]
    grip = Grip(1, asked=100.0, clock=lambda: now[0])
    now[0] += SAFE - 0.1
    assert grip.holds()
    now[0] += 0.2
    assert not grip.holds()
    grip.asked = now[0]
    assert grip.holds()
    grip.lost.set()
    assert not grip.holds()
    assert SAFE < TERM


@given(
    renewals=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 50)), max_size=6),
    looks=st.lists(st.integers(1, 20), min_size=10, max_size=30),
    skew=st.integers(-1000, 1000),
    jump=st.integers(-1000, 1000),
)
def test_nobody_begins_while_the_holder_still_may_go_on(
    renewals: list[tuple[int, int]], looks: list[int], skew: int, jump: int
) -> None:
    """Whatever the pauses between renewals, however long each takes to arrive (tenths of seconds),
    whenever the other looks, whatever its own clock says, and if the database's clock jumps: it
    begins after the holder's grip has ended."""
    kept, at = [(0.0, 0.0)], 0.0
    for pause, delay in renewals:
        asked = at + pause / 10
        at = asked + delay / 10
        kept.append((asked, at))  # asked, then written down
    watch, now, jumped = Observed(), 0.0, 0
    for look in looks:
        now += look / 10
        asked, written = max(one for one in kept if one[1] <= now)
        found = seen(renewed=kept.index((asked, written)), left=TERM - (now - written) + jumped)
        if watch.over(found, now + skew):
            assert asked + SAFE <= now + 1e-6
            return
        jumped = jump


def test_a_process_knows_itself_and_sees_that_one_beside_it_is_gone() -> None:
    place, number, began = myself().rsplit("/", 2)
    assert not is_gone(myself())
    assert is_gone(f"{place}/{number}/{int(began) - 1}"), "its number was given to another one"
    assert is_gone(f"{place}/4194304/1"), "no process has a number as large as that"
    assert not is_gone("another machine/4194304/1")
    assert not is_gone("")
