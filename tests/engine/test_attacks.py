"""What a hostile client, a stepped clock and a double tap may do to the engine: nothing."""

from datetime import timedelta

import pytest

from bot.core import ChatRef, Identity, Pressed, Said
from tests.playground import Person, Playground

FORGED = ["", "\x00", "\ufffe", "x" * 5000, "'; drop table keyboards; --", "../../etc/passwd"]


def press(play: Playground, keyboard: str, index: int, *, key: str = "f1") -> Pressed:
    return Pressed(
        key=key, chat=ChatRef("local", "bo"), sender=Identity("local", "bo"), at=play.now,
        message="m1", keyboard=keyboard, index=index, token=key,
    )  # fmt: skip


@pytest.mark.parametrize("keyboard", FORGED)
async def test_a_forged_keyboard_is_out_of_date_and_no_bug(play: Playground, keyboard: str) -> None:
    bo = play.stranger("Bo")
    await play.tell(press(play, keyboard, 0))
    assert bo.sees("n'est plus à jour"), bo.screen()


@pytest.mark.parametrize("index", [-1, 2, 99, 2**63])
async def test_a_position_that_does_not_exist_is_out_of_date(play: Playground, index: int) -> None:
    bo = play.stranger("Bo")
    await bo.says("/compte")
    await play.tell(press(play, bo.messages[-1].wording.keyboard, index))
    assert bo.sees("n'est plus à jour"), bo.screen()
    assert bo.has_seen("COMPTE · 0")


async def test_a_keyboard_of_another_chat_does_nothing_here(play: Playground) -> None:
    ana, bo = play.stranger("Ana"), play.stranger("Bo")
    await ana.says("/compte")
    await play.tell(press(play, ana.messages[-1].wording.keyboard, 0))
    assert bo.sees("n'est plus à jour"), bo.screen()
    assert ana.has_seen("COMPTE · 0")


async def test_text_that_no_database_takes_does_not_turn_away_the_batch(
    play_everywhere: Playground,
) -> None:
    """PostgreSQL refuses NUL and halves of characters: the whole batch was lost with them."""
    play = play_everywhere
    ana, bo = play.stranger("Ana"), play.stranger("Bo")
    odd = Said(
        key="k\x00\ud800", chat=ChatRef("local", "bo"), sender=Identity("local", "bo"),
        at=play.now, text="/aide\x00 \udfff",
    )  # fmt: skip
    good = Said(
        key="k2", chat=ChatRef("local", "ana"), sender=Identity("local", "ana"), at=play.now,
        text="/aide",
    )  # fmt: skip
    await play.tell(odd, good, press(play, "\x00\x00", 0, key="k3"))
    assert ana.sees("lien d'invitation"), ana.screen()
    assert bo.has_seen("n'est plus à jour"), bo.screen()


async def test_a_clock_put_back_an_hour_does_not_hold_up_edits(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/compte")
    await ana.taps("Un de plus")
    play.now -= timedelta(hours=1)
    await ana.taps("Un de plus")
    assert ana.sees("COMPTE · 2"), ana.screen()


async def test_the_last_answer_of_a_wizard_given_twice_in_one_breath_ends_it_once(
    play: Playground,
) -> None:
    """The second press ran the ended wizard to its end again."""
    ana = play.stranger("Ana")
    await ana.says("/voyage", "Alpes", "Bus", "Annecy", "Chamonix")
    for _ in range(3):
        await ana.taps("C'est tout", settle=False)
    await play.settle()
    assert ana.everything.count("Voyage Alpes") == 1
    assert not ana.has_seen("erreur de ma part"), ana.screen()


async def test_a_button_for_one_person_in_a_group_is_theirs_and_ends_in_time(
    play: Playground,
) -> None:
    """Addressee and expiry of a keyboard's revision."""
    ana, bo = await play.person("Ana"), await play.person("Bo")
    play.local.chat("square", "group", "Place")
    here, there = (Person(play, name, 0, "square") for name in ("ana", "bo"))
    await ana.says("/compte")
    await here.says("/mienne 1")
    await there.taps("Un de plus")
    assert ana.has_seen("COMPTE · 0")
    assert "Ce bouton est pour quelqu'un d'autre." in play.local.notices.values()
    await here.taps("Un de plus")
    assert ana.has_seen("COMPTE · 1")
    play.now += timedelta(hours=2)
    await here.taps("Un de plus")
    assert ana.has_seen("COMPTE · 1")
    assert not bo.messages
