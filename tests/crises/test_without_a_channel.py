"""Partners without a channel are told in private, where somebody writes in their name (CRIS-17)."""

from bot.core import Lang, Role
from bot.core.partners import Level
from storage.partners import Voice
from tests.channels.scene import TOWN, a_channel, a_partner
from tests.crises.test_closing import RESULT
from tests.crises.test_opening import LINE
from tests.playground import Person, Playground


async def voice(play: Playground, partner: int, name: str, lang: Lang = Lang.FR) -> Person:
    """Somebody whom a code has let speak for a partner."""
    found = play.stranger(name)
    async with play.db.transaction() as tx:
        tx.add(
            Voice(
                platform="local", account=found.account, chat=found.chat, partner_id=partner,
                lang=lang.value, by_code=True, since=play.now,
            )
        )  # fmt: skip
    return found


async def lonely(play: Playground, level: Level = Level.COOPERATION) -> tuple[Person, Person]:
    """Claire; and Mme Petit, who writes for a town hall that has no channel."""
    claire = await play.person("Claire", Role.COORDINATOR)
    return claire, await voice(play, await a_partner(play, "Mairie de Garance", level), "Petit")


async def test_a_partner_without_a_channel_reads_the_result_in_private(play: Playground) -> None:
    """CRIS-17."""
    claire, petit = await lonely(play)
    await claire.says(LINE)
    await claire.taps("Activer")
    assert petit.messages == [], "a seat in the cell is for coordination and above"
    await claire.says("/crise clore", RESULT)
    assert claire.sees("Aperçu · 1 partenaire en privé"), claire.screen()
    await claire.taps("Voir qui")
    assert claire.has_seen("En privé, faute de salon : Mairie de Garance"), claire.screen()
    await claire.taps("Clore et envoyer")
    assert petit.sees("FIN DE CRISE · Canicule", "640 personnes"), petit.screen()
    assert "Claire" not in petit.everything
    assert claire.has_seen("la crise est close. Message envoyé à un partenaire en privé.")


async def test_a_seat_in_the_cell_is_told_in_private_of_every_step(play: Playground) -> None:
    """CRIS-3, PART-9."""
    claire, petit = await lonely(play, Level.COORDINATION)
    await claire.says(LINE)
    assert claire.sees("Aperçu · 1 partenaire en privé"), claire.screen()
    await claire.taps("Activer")
    assert petit.sees("PLAN ACTIVÉ · Canicule"), petit.screen()
    await claire.taps("Phase")
    await claire.taps("Résolution")
    await claire.taps("Envoyer")
    assert petit.sees("CHANGEMENT DE PHASE · Canicule")


async def test_who_reads_it_in_the_channel_is_not_written_to_in_private(play: Playground) -> None:
    claire, town = await a_channel(play, Level.COORDINATION)
    petit = await voice(play, 1, "Petit")
    await claire.says(LINE)
    assert claire.sees("Aperçu · 1 canal"), claire.screen()
    await claire.taps("Activer")
    assert (town.has_seen("PLAN ACTIVÉ"), petit.messages) == (True, [])


async def test_a_channel_that_is_lost_is_no_way_to_reach_its_partner(play: Playground) -> None:
    """PART-8."""
    claire, _ = await a_channel(play, Level.COORDINATION)
    petit = await voice(play, 1, "Petit")
    await play.local.block(TOWN, "removed")
    await play.settle()
    await claire.says(LINE)
    await claire.taps("Activer")
    assert petit.sees("PLAN ACTIVÉ · Canicule"), claire.screen()


async def test_a_partner_whom_nothing_reaches_is_named_with_its_number(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR)
    await a_partner(play, "CCAS de Garance", Level.COORDINATION, contact="Mme Roy, 02 40 1")
    await claire.says(LINE)
    assert claire.sees("Un partenaire n'a ni salon ni correspondant : à appeler."), claire.screen()
    await claire.taps("Voir qui")
    assert claire.has_seen("CCAS de Garance : à appeler, Mme Roy, 02 40 1"), claire.screen()


async def test_a_coordinator_who_also_speaks_for_a_partner_is_told_once(play: Playground) -> None:
    claire, _ = await lonely(play, Level.COORDINATION)
    denis = await play.person("Denis", Role.COORDINATOR)
    async with play.db.transaction() as tx:
        tx.add(
            Voice(platform="local", account="denis", chat="denis", partner_id=1, lang="fr",
                  by_code=True, since=play.now)
        )  # fmt: skip
    await claire.says(LINE)
    await claire.taps("Activer")
    assert denis.everything.count("PLAN ACTIVÉ") == 1


async def test_a_partner_reads_it_in_their_own_language_and_without_partners_not_at_all(
    play: Playground,
) -> None:
    claire = await play.person("Claire", Role.COORDINATOR)
    garance = await a_partner(play, "Mairie de Garance")
    smith = await voice(play, garance, "Smith", Lang.EN)
    await claire.says(LINE)
    await claire.taps("Activer")
    await claire.says("/crise clore", "passer")
    await claire.taps("Sans les partenaires")
    assert claire.sees("Aperçu · 0 destinataire"), claire.screen()
    await claire.taps("Avec les partenaires")
    await claire.taps("Clore et envoyer")
    assert smith.sees("END OF CRISIS · Canicule", "Thank you all"), smith.screen()
