"""Live messages: edited, not repeated; pressed by the keyboard that was seen."""

import pytest

from bot.core import ChatRef, Wording
from storage.places import Place
from tests.engine.kit.parts import Tally
from tests.playground import Person, Playground


async def count(play: Playground) -> int:
    async with play.db.reading() as tx:
        return (await tx.get_one(Tally, 1)).count


async def three(play: Playground) -> list[Person]:
    people = [play.stranger(name) for name in ("Ana", "Bo", "Cy")]
    for person in people:
        await person.says("/compte")
    return people


async def test_a_tap_edits_every_copy_and_sends_nothing_new(play: Playground) -> None:
    people = await three(play)
    await people[0].taps("Un de plus")
    assert [p.last for p in people] == ["🔢 COMPTE · 1"] * 3
    assert [len(p.messages) for p in people] == [1, 1, 1]


async def test_fifty_taps_on_one_card_are_one_edit(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/compte")
    edits: list[str] = []
    real = play.local.edit

    async def edit(chat: ChatRef, message: str, wording: Wording) -> None:
        edits.append(wording.plain)
        await real(chat, message, wording)

    play.local.edit = edit  # type: ignore[method-assign]
    for _ in range(50):
        await ana.taps("Un de plus", settle=False)
    await play.settle()
    assert edits == ["🔢 COMPTE · 50"]


async def test_a_press_is_answered_by_the_keyboard_that_was_seen(play: Playground) -> None:
    """An old revision of a card's buttons still does what it said."""
    ana = play.stranger("Ana")
    await ana.says("/compte")
    seen = ana.messages[-1]
    keyboard = seen.wording.keyboard
    await ana.taps("Un de plus")
    assert ana.messages[-1].wording.keyboard != ""
    await play.local.press_raw("ana", "ana", seen.id, keyboard, 0)
    await play.settle()
    assert await count(play) == 2


@pytest.mark.parametrize(
    ("keyboard", "index"),
    [("", 0), ("nonsense", 0), ("' OR 1=1 --", 0), (None, 2), (None, -1), (None, 10**9)],
)
async def test_forged_presses_are_refused(
    play: Playground, keyboard: str | None, index: int
) -> None:
    ana = play.stranger("Ana")
    await ana.says("/compte")
    shown = ana.messages[-1]
    name = shown.wording.keyboard if keyboard is None else keyboard
    await play.local.press_raw("ana", "ana", shown.id, name, index)
    await play.settle()
    assert ana.sees("n'est plus à jour")
    assert await count(play) == 0


async def test_a_keyboard_of_another_chat_is_refused(play: Playground) -> None:
    ana, bo = play.stranger("Ana"), play.stranger("Bo")
    await ana.says("/compte")
    await bo.says("/aide")
    keyboard = ana.messages[-1].wording.keyboard
    await play.local.press_raw("bo", "bo", "m1", keyboard, 0)
    await play.settle()
    assert bo.sees("n'est plus à jour")
    assert await count(play) == 0


async def test_a_press_on_a_copy_whose_send_was_never_settled_works(play: Playground) -> None:
    """The crash came between the send and its settling; the person taps what they see."""
    ana = play.stranger("Ana")
    await play.local.say("ana", "/compte")
    await play.app.dispatcher.handle_some()
    await play.app.postmen[0].round()
    await play.app.postmen[0].idle()
    [shown] = ana.messages
    async with play.db.transaction() as tx:
        from sqlalchemy import select

        place = (await tx.scalars(select(Place))).one()
        assert place.message is None
    play.app.postmen[0].flights.done.clear()
    await play.local.press("ana", "ana", shown.id, 0)
    await play.app.dispatcher.handle_some()
    assert await count(play) == 1
    async with play.db.reading() as tx:
        assert (await tx.scalars(select(Place))).one().message == shown.id


async def test_an_edit_that_changes_nothing_is_not_sent(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/compte")
    before = ana.messages[-1].wording
    async with play.db.transaction() as tx:
        from storage import places

        await places.touch(tx, ["tally:1"])
    await play.settle()
    assert ana.messages[-1].wording is before


async def test_a_deleted_copy_does_not_keep_the_postman_busy(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/compte")
    shown = ana.messages[-1]
    keyboard = shown.wording.keyboard
    del play.local.chat("ana").messages[shown.id]
    await play.local.press_raw("ana", "ana", shown.id, keyboard, 0)
    await play.settle()
    assert await count(play) == 1
    assert not await play.app.postmen[0].round()


async def test_the_presser_is_let_go_after_the_commit(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/compte")
    token = await play.local.press("ana", "ana", ana.messages[-1].id, 0)
    await play.settle()
    assert play.local.notices[token] == ""
    token = await play.local.press("ana", "ana", ana.messages[-1].id, 1)
    await play.settle()
    assert "Refusé" in play.local.notices[token]


async def test_an_edit_that_landed_unnoticed_is_edited_away_when_all_is_as_before(
    play: Playground,
) -> None:
    """The crash came between an edit and its settling, and what it showed is true no more."""
    ana = play.stranger("Ana")
    await ana.says("/compte")
    await ana.taps("Un de plus", settle=False)
    await play.app.dispatcher.handle_some()
    await play.app.postmen[0].round()
    await play.app.postmen[0].idle()
    assert ana.sees("COMPTE · 1")
    play.app.postmen[0].flights.done.clear()
    async with play.db.transaction() as tx:
        (await tx.get_one(Tally, 1)).count = 0
    await play.restart()
    await play.settle()
    assert ana.sees("COMPTE · 0")


async def test_a_card_that_is_sent_again_after_a_crash_comes_to_show_what_is_true_by_then(
    play: Playground,
) -> None:
    """Under the same key the platform answers with the message that is there, and its words."""
    ana = play.stranger("Ana")
    await play.local.say("ana", "/compte")
    await play.app.dispatcher.handle_some()
    await play.app.postmen[0].round()
    await play.app.postmen[0].idle()
    assert ana.sees("COMPTE · 0")
    play.app.postmen[0].flights.done.clear()
    async with play.db.transaction() as tx:
        (await tx.get_one(Tally, 1)).count = 1
    await play.restart()
    await play.settle()
    assert [m.wording.plain for m in ana.messages] == ["🔢 COMPTE · 1"]
