"""Chats that are lost or muted: noticed as it happens, told once, seen in /canaux."""

from bot.core import ChatRef
from bot.core.events import Left, Rights
from tests.channels.scene import TOWN, room, two
from tests.playground import Playground

WHERE = ChatRef("local", TOWN)


async def rights(play: Playground, key: str, *, can_write: bool) -> None:
    await play.tell(
        Rights(
            key=key, chat=WHERE, sender=None, at=play.now, private=False, can_write=can_write
        )
    )  # fmt: skip


async def test_a_chat_that_is_lost_is_told_once_and_comes_back(play: Playground) -> None:
    """PART-8."""
    claire, denis = await two(play)
    await denis.taps("Équipe")
    for key in ("l1", "l2"):
        await play.tell(Left(key=key, chat=WHERE, sender=None, at=play.now, private=False))
    assert claire.everything.count("Plus rien ne part dans Mairie") == 1
    await claire.says("/canaux")
    assert claire.sees(
        "Un salon, dont un injoignable",
        "Mairie de Saint-Aubin : équipe, injoignable (on m'en a retiré)",
    ), claire.screen()
    await play.add_bot(TOWN, "channel", "Mairie de Saint-Aubin")
    assert claire.sees("Je peux de nouveau écrire dans Mairie de Saint-Aubin")
    await claire.says("/canaux")
    assert not claire.sees("injoignable")


async def test_a_right_that_is_taken_away_is_noticed_and_so_is_its_return(
    play: Playground,
) -> None:
    """PART-8: muted or demoted."""
    claire, denis = await two(play)
    await denis.taps("Équipe")
    await rights(play, "r1", can_write=False)
    assert claire.sees("Plus rien ne part", "je n'ai plus le droit d'y écrire"), claire.screen()
    await rights(play, "r2", can_write=True)
    assert claire.sees("Je peux de nouveau écrire")


async def test_a_send_that_fails_is_how_a_silent_loss_is_found(play: Playground) -> None:
    """PART-8."""
    claire, denis = await two(play)
    await denis.taps("Équipe")
    play.local.chat(TOWN).blocked = "removed"
    await denis.taps("Quitter")
    await denis.taps("Oui")
    assert not claire.has_seen("Plus rien ne part")  # it is left, by our own will


async def test_the_card_says_when_a_message_last_went_out_well(play: Playground) -> None:
    """PART-8."""
    claire, denis = await two(play)
    await denis.taps("Équipe")
    await play.wait(days=1)
    await claire.says("/canaux")
    await claire.taps("Mairie")
    assert claire.sees("Dernier message bien parti : samedi 21 novembre, 10 h."), claire.screen()
    assert room(play).sees("Bonjour")


async def test_what_nobody_owns_yet_is_lost_without_a_word(play: Playground) -> None:
    claire, _ = await two(play)
    await rights(play, "r1", can_write=False)
    assert not claire.has_seen("Plus rien ne part dans")
    await rights(play, "r2", can_write=True)
    await claire.taps("Équipe")
    assert room(play).sees("Bonjour")
