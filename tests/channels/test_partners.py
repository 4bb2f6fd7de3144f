"""Partners: written down in a line, changed, reminded of, ended (PART-9)."""

from datetime import date

import pytest

from bot.core import ChatRef, Role
from bot.core.errors import SendFailed
from bot.core.partners import Level
from storage import partners
from storage.partners import Partner
from tests.channels.scene import TOWN, a_channel, a_partner, room
from tests.playground import Person, Playground

LINE = "/canaux partenaire Mairie de Garance | coopération | mairie | jusqu'au 31/12/2027 | 02 40 1"


async def coordinator(play: Playground) -> Person:
    return await play.person("Claire", Role.COORDINATOR)


async def test_a_partner_in_one_line_is_written_down_at_once(play: Playground) -> None:
    claire = await coordinator(play)
    await claire.says(LINE)
    assert claire.sees(
        "Mairie de Garance · mairie · coopération", "Contact : 02 40 1",
        "Convention, jusqu'au vendredi 31 décembre 2027", "Aucun salon : il ne reçoit rien.",
    ), claire.screen()  # fmt: skip
    await claire.says("/canaux partenaires")
    assert claire.sees("Un partenaire", "Mairie de Garance : mairie, coopération")


async def test_what_a_line_says_badly_is_asked_again_and_the_rest_is_kept(
    play: Playground,
) -> None:
    claire = await coordinator(play)
    await claire.says("/canaux partenaire Mairie de Garance | mairie | jusqu'au 40/12/2027 | 02 40")
    assert claire.sees("Étape 1 sur 2 · Quel niveau")
    await claire.says("coopération")
    assert claire.sees("Étape 2 sur 2", "Je n'ai pas compris la date « 40/12/2027 »")
    await claire.taps("Pas de convention")
    assert claire.sees("Mairie de Garance · mairie · coopération", "Convention : aucune")
    await claire.says(LINE)
    assert claire.sees("« Mairie de Garance » est déjà dans la liste"), claire.screen()


async def test_coordinators_are_told_60_days_before_an_agreement_ends_and_when_it_has(
    play: Playground,
) -> None:
    claire = await coordinator(play)
    await claire.says(LINE.replace("31/12/2027", "30/01/2027"))
    await play.wait(days=9)
    assert not claire.has_seen("se termine")
    await play.wait(days=2)
    assert claire.sees("La convention avec Mairie de Garance se termine dans 60 jours")
    await claire.taps("Modifier")
    await claire.taps("Convention")
    await claire.says("31/03/2027")
    assert claire.sees("jusqu'au mercredi 31 mars 2027"), claire.screen()
    await play.wait(days=61)
    assert claire.sees("se termine dans 60 jours")
    await play.wait(days=60)
    assert claire.sees("La convention avec Mairie de Garance est terminée."), claire.screen()


async def test_the_end_of_a_partnership_leaves_its_channels(play: Playground) -> None:
    claire, town = await a_channel(play)
    await claire.taps("Le partenaire")
    await claire.taps("Fin du partenariat")
    assert claire.sees("Je quitterai son salon")
    await claire.taps("Oui, y mettre fin")
    assert town.sees("je le quitte")
    with pytest.raises(SendFailed):
        play.local._open(ChatRef("local", TOWN))
    await claire.says("/canaux partenaires")
    assert claire.sees("Aucun partenaire pour l'instant", "En une ligne")


async def test_members_cannot_see_partners_or_channels(play: Playground) -> None:
    await a_partner(play, "Mairie de Garance", agreed_until=date(2027, 1, 1))
    bo = await play.person("Bo")
    await bo.says("/canaux partenaires")
    assert bo.sees("réservée à la coordination")
    await bo.says(LINE)
    assert not bo.has_seen("Étape")


async def test_many_partners_are_shown_six_at_a_time(play: Playground) -> None:
    claire = await coordinator(play)
    for n in range(8):
        await a_partner(play, f"École {n}", Level.CONSULTATION)
    await claire.says("/canaux")
    await claire.taps("Partenaires (8)")
    assert claire.sees("8 partenaires", "École 5")
    await claire.taps("Suite")
    assert claire.sees("École 7")
    assert not claire.sees("École 5")
    assert room(play).messages == []


async def test_a_partner_that_is_not_found_is_not_said_to_be_none_at_all(
    play: Playground,
) -> None:
    claire = await coordinator(play)
    await a_partner(play, "Mairie de Garance")
    await claire.says("/canaux partenaires lycée")
    assert claire.sees("Aucun partenaire ne s'appelle « lycée »"), claire.screen()
    assert not claire.sees("pour l'instant")


async def test_two_partners_never_get_one_name(play: Playground) -> None:
    """The title of a channel is offered as a name only while nobody has it."""
    claire = await coordinator(play)
    await a_partner(play, "Mairie de Garance")
    await play.add_bot(TOWN, "channel", "Mairie de Villeneuve · veille")
    await claire.taps("Partenaire")
    await claire.taps("Un autre, ou un nouveau")
    await claire.taps("Nouveau partenaire")
    assert claire.buttons()[0] == "Mairie de Villeneuve", claire.screen()
    await claire.says("mairie de garance")
    assert claire.sees("« Mairie de Garance » est déjà dans la liste"), claire.screen()
    async with play.db.transaction() as tx:
        tx.add(Partner(name="Mairie de Villeneuve", made_at=play.now))
    await claire.taps("Mairie de Villeneuve")
    async with play.db.reading() as tx:
        names = [p.name for p in await partners.all_of(tx)]
    assert sorted(set(names)) == sorted(names), claire.screen()
