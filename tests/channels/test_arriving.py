"""The bot in a group, a channel or a room: whose it is, what it gets, and that it really leaves."""

import pytest

from bot.core import ChatRef, Role
from bot.core.errors import SendFailed
from storage import chats
from tests.channels.scene import TOWN, a_partner, room, two
from tests.playground import Playground


async def test_every_coordinator_is_asked_and_the_bot_is_mute_until_one_answers(
    play: Playground,
) -> None:
    claire, denis = await two(play)
    assert claire.sees("Nouveau salon : Mairie de Saint-Aubin", "À qui est-il ?"), claire.screen()
    assert denis.sees("À qui est-il ?")
    assert room(play).messages == []
    await denis.taps("Équipe")
    assert claire.sees("équipe", "Choix de Denis"), claire.screen()
    assert room(play).sees("Les messages de la coordination arrivent aussi ici")


async def test_whoever_is_second_is_told_so_and_changes_nothing(play: Playground) -> None:
    claire, denis = await two(play)
    shown = claire.messages[-1]
    keyboard = shown.wording.keyboard
    await denis.taps("Équipe")
    await play.local.press_raw("claire", "claire", shown.id, keyboard, 0)
    await play.settle()
    assert claire.sees("Quelqu'un a déjà répondu pour ce salon")
    assert claire.has_seen("équipe")


async def test_a_member_may_not_say_whose_a_channel_is(play: Playground) -> None:
    claire, _ = await two(play)
    bo = await play.person("Bo")
    shown = claire.messages[-1]
    await play.local.press_raw("bo", "claire", shown.id, shown.wording.keyboard, 0)
    await play.settle()
    assert room(play).messages == []
    assert bo.messages == [] or not bo.has_seen("partenaire")


async def test_a_channel_that_bears_a_partner_s_name_is_theirs_with_one_tap(
    play: Playground,
) -> None:
    claire, denis = await two(play, partner="Mairie de Saint-Aubin")
    await denis.taps("Partenaire")
    assert claire.sees("partenaire, Mairie de Saint-Aubin", "ne reçoit rien pour l'instant")
    assert room(play).sees("Aucune donnée personnelle n'y passe", "/aide")


async def test_a_channel_of_somebody_unknown_brings_the_wizard_of_a_new_partner(
    play: Playground,
) -> None:
    """PART-9: category, level, contact, agreement."""
    claire, denis = await two(play)
    await denis.taps("Partenaire")
    assert claire.sees("partenaire, à préciser")
    await denis.taps("Un autre, ou un nouveau")
    await denis.taps("Nouveau partenaire")
    assert denis.sees("Étape 1 sur 5", "Nom du partenaire ?"), denis.screen()
    await denis.taps("Mairie de Saint-Aubin")
    assert denis.buttons()[0] == "mairie"
    await denis.taps("mairie")
    await denis.taps("Coopération")
    await denis.says("Mme Petit, 02 40 11 22 33")
    await denis.says("Convention 2026-14, jusqu'au 32/12/2027")
    assert denis.sees("Je n'ai pas compris la date « 32/12/2027 »", "Étape 5 sur 5"), denis.screen()
    await denis.says("Convention 2026-14, jusqu'au 31/12/2027")
    assert denis.sees(
        "Mairie de Saint-Aubin · mairie · coopération", "Mme Petit, 02 40 11 22 33",
        "Convention 2026-14, jusqu'au vendredi 31 décembre 2027", "Salon : Mairie de Saint-Aubin",
    ), denis.screen()  # fmt: skip
    assert claire.sees("partenaire, Mairie de Saint-Aubin")


async def test_what_a_channel_gets_is_chosen_there(play: Playground) -> None:
    _, denis = await two(play, partner="Mairie de Saint-Aubin")
    await denis.taps("Partenaire")
    await denis.taps("Recevoir les appels")
    await denis.taps("☐ Recevoir les newsletters")
    await denis.taps("Alertes : aucune")
    await denis.taps("Dès important")
    assert denis.sees("C'est noté : les alertes dès « important »")
    assert denis.has_seen(
        "Reçoit : les appels (en dernier, sans aucun nom), les alertes dès « important » et les"
        " newsletters."
    ), denis.screen()
    await denis.taps("☑ Recevoir les newsletters")
    await denis.taps("Source d'alertes")
    assert denis.has_seen("sans aucun nom) et les alertes dès « important »."), denis.screen()
    assert denis.has_seen("devient un brouillon d'alerte")


async def test_leaving_really_leaves(play: Playground) -> None:
    claire, denis = await two(play)
    await denis.taps("Quitter")
    assert claire.sees("je l'ai quitté")
    with pytest.raises(SendFailed):
        play.local._open(ChatRef("local", TOWN))
    assert room(play).messages == []
    await claire.says("/canaux")
    assert claire.sees("Je ne suis dans aucun salon")
    await play.add_bot(TOWN, "channel", "Mairie de Saint-Aubin")
    assert claire.sees("À qui est-il ?"), claire.screen()


async def test_a_channel_in_use_is_left_after_a_question_and_a_good_bye(play: Playground) -> None:
    claire, denis = await two(play)
    await denis.taps("Équipe")
    await denis.taps("Quitter")
    assert denis.sees("Quitter Mairie de Saint-Aubin ?")
    await denis.taps("Non, y rester")
    assert denis.sees("j'y reste")
    await denis.says("/canaux")
    await denis.taps("Mairie de Saint-Aubin")
    await denis.taps("Quitter")
    await denis.taps("Oui, quitter")
    assert denis.sees("J'ai quitté Mairie de Saint-Aubin")
    assert room(play).sees("je le quitte")
    assert not claire.has_seen("Plus rien ne part")


async def test_added_again_it_is_not_asked_again(play: Playground) -> None:
    claire, denis = await two(play)
    await denis.taps("Équipe")
    before = len(claire.messages)
    await play.add_bot(TOWN, "channel", "Mairie de Saint-Aubin")
    assert len(claire.messages) == before


async def test_a_known_partner_is_found_by_a_piece_of_its_name(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR)
    await a_partner(play, "École Jean-Moulin")
    await a_partner(play, "École Jules-Ferry")
    await play.add_bot(TOWN, "group", "Directeurs")
    await claire.taps("Partenaire")
    await claire.taps("Un autre, ou un nouveau")
    await claire.says("école")
    assert claire.sees("École Jean-Moulin et École Jules-Ferry", "nom en entier"), claire.screen()
    await claire.says("lycée")
    assert claire.sees("Aucun partenaire ne s'appelle « lycée »")
    await claire.says("moulin")
    assert claire.sees("École Jean-Moulin", "Salon : Directeurs"), claire.screen()


async def test_a_channel_finds_its_partner_through_a_restart_between_any_two_steps(
    play: Playground,
) -> None:
    """PART-9, PART-10: whose it is, what it gets, an offer of help from it."""
    _, denis = await two(play)
    for tap in ("Partenaire", "Un autre, ou un nouveau", "Nouveau partenaire", "Mairie", "mairie"):
        await play.restart()
        await denis.taps(tap)
    for said in ("coopération", "Mme Petit, 02 40 11 22 33", "jusqu'au 31/12/2027"):
        await play.restart()
        await denis.says(said)
    assert denis.sees("Mairie de Saint-Aubin · mairie · coopération"), denis.screen()
    for tap in ("Alertes : aucune", "Dès urgent", "Recevoir les appels"):
        await play.restart()
        await denis.taps(tap)
    assert denis.has_seen(
        "Reçoit : les appels (en dernier, sans aucun nom) et les alertes dès « urgent »."
    ), denis.screen()
    async with play.db.reading() as tx:
        door = next(iter(await chats.all_of(tx))).door
    petit = play.stranger("Petit")
    await play.local.receive_event(play.local.opened(petit.account, door))
    for said in ("personnes", "4 agents", "02 40 11 22 33"):
        await play.restart()
        await petit.says(said)
    await play.restart()
    await denis.taps("Accepter")
    assert petit.sees("La coordination accepte votre offre"), petit.screen()
    assert room(play).everything.count("Bonjour") == 1
