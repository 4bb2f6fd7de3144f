"""The board of a call is counted by the database, whoever and however many have answered."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from storage.callouts import Asked
from storage.seats import Seat
from tests.playground import Playground, unbound
from tests.staffing import truth
from tests.staffing.test_callout import coordinator, crew

CALL = "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | 2 IDE | Gymnase | payé"
QUESTION = "c'est payé combien ?"


@contextmanager
def rows_loaded() -> Iterator[list[object]]:
    """Whose answers are read meanwhile, one by one."""
    loaded: list[object] = []

    def note(row: object, _: object) -> None:
        loaded.append(row)

    for kind in (Asked, Seat):
        event.listen(kind, "load", note)
    try:
        yield loaded
    finally:
        for kind in (Asked, Seat):
            event.remove(kind, "load", note)


async def test_a_board_is_worded_without_reading_the_answers_one_by_one(play: Playground) -> None:
    """It read all who were asked: half a second of each edit where ten thousand were."""
    claire, nurses = await coordinator(play), await crew(play, 6)
    await claire.says(CALL)
    await claire.taps("Envoyer")
    for nurse in nurses[:2]:
        await nurse.taps("9 h")
    with rows_loaded() as loaded:
        async with play.db.reading() as tx:
            text, _ = await truth.now(play, tx, claire, "callout:1:board")
    assert "infirmiers 2 sur 2 ✔" in unbound(text), text
    assert loaded == []


async def test_of_many_who_wrote_something_else_the_first_are_named_and_the_others_counted(
    play: Playground,
) -> None:
    claire, nurses = await coordinator(play), await crew(play, 5)
    await claire.says(CALL)
    await claire.taps("📣")
    for nurse in reversed(nurses):
        await nurse.says(QUESTION)
    await claire.says("/tableau")
    named = [nurse.account for nurse in nurses if f"{nurse.account} : « {QUESTION}" in claire.last]
    assert named == [nurse.account for nurse in nurses[:3]], claire.last
    assert claire.sees("2 autres"), claire.last
