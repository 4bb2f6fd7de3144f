"""The bot in a group, a channel or a room: whose it is, and what is lost."""

from bot.core import ChatRef, Role
from bot.core.events import Left, Rights
from tests.playground import Person, Playground

TOWN = "mairie"


async def two(play: Playground) -> tuple[Person, Person]:
    claire = await play.person("Claire", Role.COORDINATOR)
    denis = await play.person("Denis", Role.COORDINATOR)
    await play.add_bot(TOWN, "channel", "Mairie de Saint-Aubin")
    return claire, denis


def room(play: Playground) -> Person:
    return Person(play, "someone", 0, chat=TOWN)


async def test_every_coordinator_is_asked_and_the_bot_is_mute_until_one_answers(
    play: Playground,
) -> None:
    claire, denis = await two(play)
    assert claire.sees("Nouveau salon : Mairie de Saint-Aubin (Local), à qui") or claire.sees(
        "Nouveau salon : Mairie de Saint-Aubin"
    )
    assert denis.sees("À qui est-il ?")
    assert room(play).messages == []
    await denis.taps("Partenaire")
    assert claire.sees("partenaire (choix de Denis)"), claire.screen()
    assert room(play).sees("Aucune donnée personnelle n'y passe")


async def test_whoever_is_second_is_told_so_and_changes_nothing(play: Playground) -> None:
    claire, denis = await two(play)
    shown = claire.messages[-1]
    keyboard = shown.wording.keyboard
    await denis.taps("Équipe")
    await play.local.press_raw("claire", "claire", shown.id, keyboard, 0)
    await play.settle()
    assert claire.sees("Quelqu'un a déjà répondu pour ce salon")
    assert claire.has_seen("équipe (choix de Denis)")


async def test_a_member_may_not_say_whose_a_channel_is(play: Playground) -> None:
    claire, _ = await two(play)
    bo = await play.person("Bo")
    shown = claire.messages[-1]
    await play.local.press_raw("bo", "claire", shown.id, shown.wording.keyboard, 0)
    await play.settle()
    assert room(play).messages == []
    assert bo.messages == [] or not bo.has_seen("partenaire")


async def test_a_chat_that_is_lost_is_told_once_and_comes_back(play: Playground) -> None:
    """PART-8."""
    claire, denis = await two(play)
    await denis.taps("Partenaire")
    where = ChatRef("local", TOWN)
    for key in ("l1", "l2"):
        await play.tell(Left(key=key, chat=where, sender=None, at=play.now, private=False))
    assert claire.everything.count("Je ne peux plus écrire dans Mairie") == 1
    await claire.says("/canaux")
    assert claire.sees("Mairie de Saint-Aubin : partenaire (injoignable)"), claire.screen()
    await play.tell(
        Rights(key="r1", chat=where, sender=None, at=play.now, private=False, can_write=True)
    )
    await claire.says("/canaux")
    assert claire.sees("Mairie de Saint-Aubin : partenaire")
    assert not claire.sees("injoignable")


async def test_added_again_it_is_not_asked_again(play: Playground) -> None:
    claire, denis = await two(play)
    await denis.taps("Partenaire")
    before = len(claire.messages)
    await play.add_bot(TOWN, "channel", "Mairie de Saint-Aubin")
    assert len(claire.messages) == before
