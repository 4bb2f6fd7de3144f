"""«/aide» of a partner, and what its level lets it do (PART-2, PART-9, PART-10)."""

from bot.core import ChatRef
from bot.core.events import Said
from bot.core.partners import Level
from tests.channels.scene import TOWN, a_channel
from tests.playground import Person, Playground


async def asks(play: Playground) -> None:
    """Somebody posts /aide in the channel."""
    await play.tell(
        Said(
            key=f"help{play.now}", chat=ChatRef("local", TOWN), sender=None, at=play.now,
            private=False, text="/aide",
        )
    )  # fmt: skip


async def comes(play: Playground, town: Person, name: str = "Ana") -> Person:
    """Someone touches the button in the channel: a private chat opens."""
    payload = town.messages[-1].wording.keys[-1].start
    ana = play.stranger(name)
    await play.local.receive_event(play.local.opened(ana.account, payload))
    await play.settle()
    return ana


async def test_help_in_a_partner_channel_tells_alerts_offer_and_contact(play: Playground) -> None:
    """PART-2: without an account."""
    _, town = await a_channel(play)
    await asks(play)
    assert town.sees(
        "Mairie de Saint-Aubin · partenaire de la CPTS du Pays de Garance",
        "vous pouvez répondre et offrir de l'aide.", "Aucune alerte en cours.",
        "Coordination : 02 40 00 00 00", "Urgence vitale",
    ), town.screen()  # fmt: skip
    assert town.buttons() == ["🤝 Nous pouvons aider"]


async def test_an_offer_reaches_the_coordinators_and_the_partner_is_told(play: Playground) -> None:
    """PART-10: «Nous pouvons aider», from a channel, in a private chat."""
    claire, town = await a_channel(play)
    await asks(play)
    ana = await comes(play, town)
    assert ana.sees("Étape 1 sur 3", "Au nom de Mairie de Saint-Aubin"), ana.screen()
    await ana.taps("Personnes")
    await ana.says("4 agents pour l'accueil, samedi")
    await ana.says("Mme Petit, 02 40 11 22 33")
    assert ana.sees("Transmis à 10 h, on vous rappelle."), ana.screen()
    assert claire.sees(
        "OFFRE D'AIDE · Mairie de Saint-Aubin", "Personnes :", "4 agents pour l'accueil, samedi",
        "À rappeler : Mme Petit, 02 40 11 22 33",
    ), claire.screen()  # fmt: skip
    await claire.taps("Accepter")
    assert claire.sees("Claire accepte et rappelle")
    assert ana.sees("La coordination accepte votre offre")
    assert not ana.has_seen("Claire")
    await ana.says("/aide")
    assert ana.sees("Que voulez-vous faire ?")


async def test_an_offer_that_is_not_needed_is_declined_with_thanks(play: Playground) -> None:
    claire, town = await a_channel(play)
    await asks(play)
    ana = await comes(play, town)
    await ana.says("véhicule", "un minibus samedi", "02 40 11 22 33")
    await claire.taps("Pas cette fois")
    assert ana.sees("Merci ! La coordination n'en a pas besoin")


async def test_consultation_answers_and_offers_nothing_yet(play: Playground) -> None:
    """PART-9: levels mean something."""
    _, town = await a_channel(play, Level.CONSULTATION)
    await asks(play)
    assert town.buttons() == ["💬 Nous écrire"]
    ana = await comes(play, town)
    assert ana.sees("vous pouvez répondre et signaler")
    assert "🤝 Nous pouvons aider" not in ana.buttons()


async def test_integration_proposes_a_call_that_a_coordinator_sends(play: Playground) -> None:
    """PART-9."""
    claire, town = await a_channel(play, Level.INTEGRATION)
    await play.person("Nina")
    await asks(play)
    ana = await comes(play, town)
    await ana.says("/annuler", "/aide")
    assert ana.sees("demandez un lien"), "nothing was offered yet: nobody is known"
    ana = await comes(play, town)
    await ana.taps("Lieu")
    await ana.says("le gymnase", "02 40 11 22 33")
    await ana.says("/aide")
    await ana.taps("Proposer un appel")
    await ana.says("Accueil d'urgence | sam 12/12 9h-13h | 1 infirmier | Gymnase | payé", "02 40")
    assert claire.sees("APPEL PROPOSÉ · Mairie de Saint-Aubin", "Accueil d'urgence")
    await claire.taps("Préparer l'appel")
    assert ana.sees("La coordination prépare votre appel")
    await claire.taps("Voir l'aperçu")
    assert claire.sees("VRAI APPEL · Aperçu", "Accueil d'urgence"), claire.screen()


async def test_five_offers_in_an_hour_are_enough(play: Playground) -> None:
    _, town = await a_channel(play)
    await asks(play)
    for _ in range(5):
        ana = await comes(play, town)
        await ana.says("lieu", "le gymnase", "02 40")
    ana = await comes(play, town)
    assert ana.sees("5 messages en une heure"), ana.screen()


async def test_a_patient_in_an_offer_is_refused_before_it_is_kept(play: Playground) -> None:
    """PRIV-5."""
    claire, town = await a_channel(play)
    await asks(play)
    ana = await comes(play, town)
    await ana.says("personnes", "le patient a le numéro 1 85 05 78 006 084 91")
    assert ana.sees("donnée de patient"), ana.screen()
    assert not claire.has_seen("OFFRE")


async def test_a_link_of_a_channel_that_is_no_partner_s_any_more_opens_nothing(
    play: Playground,
) -> None:
    claire, town = await a_channel(play)
    await asks(play)
    await claire.taps("Le partenaire")
    await claire.taps("Fin du partenariat")
    payload = town.messages[-1].wording.keys[-1].start if town.messages[-1].wording.keys else ""
    await claire.taps("Oui")
    ana = play.stranger("Ana")
    for said in (payload or "aider-123456789", "aider-999999999999999999", "aider-1"):
        await play.local.receive_event(play.local.opened("ana", said))
        await play.settle()
    assert not ana.has_seen("Au nom de")
    assert ana.has_seen("Ce lien ne sert plus")


async def test_no_name_or_number_of_a_member_ever_reaches_a_partner(play: Playground) -> None:
    """PRIV-8: a call goes there, fills, and is cancelled."""
    claire, town = await a_channel(play)
    await claire.taps("Recevoir les appels")
    nina = await play.person("Nina")
    await claire.says("/mobiliser Centre | sam 12/12 9h-13h | 2 infirmier | Gymnase | payé")
    await claire.taps("Envoyer")
    await nina.taps("9 h")
    await claire.taps("Élargir")
    assert town.has_seen("Centre"), town.screen()
    await asks(play)
    for name in ("Nina", "Claire"):
        assert name not in town.everything


async def test_a_partnership_that_ends_in_the_middle_of_an_offer_is_not_said_to_be_too_low(
    play: Playground,
) -> None:
    claire, town = await a_channel(play)
    await asks(play)
    ana = await comes(play, town)
    await ana.says("lieu")
    await claire.taps("Le partenaire")
    await claire.taps("Fin du partenariat")
    await claire.taps("Oui")
    await ana.says("le gymnase")
    assert ana.sees("Rien n'est transmis : ce partenariat a pris fin."), ana.screen()
    assert not claire.has_seen("OFFRE")
