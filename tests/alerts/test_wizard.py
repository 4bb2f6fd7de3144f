"""/alerte with nothing after it: asked step by step, corrected, left."""

from tests.alerts.people import BOTH, LINE, channel, coordinator, crew
from tests.playground import Playground


async def test_four_questions_lead_to_the_preview(play: Playground) -> None:
    ana, *_ = await crew(play, 2)
    claire = await coordinator(play)
    await claire.says("/alerte")
    assert claire.sees("Étape 1 sur 4", "Quelle gravité ?"), claire.screen()
    await claire.taps("Danger")
    assert claire.sees("Étape 2 sur 4", "Le titre")
    await claire.says("Fuite de gaz, rue Haute")
    assert claire.sees("Étape 3 sur 4", "quoi, où, que faire")
    await claire.says("Évitez le quartier.\nPompiers sur place.")
    assert claire.sees("Étape 4 sur 4", "À qui ?", "membres : Saint-Aubin")
    await claire.taps("Tous les membres")
    assert claire.sees("🚨 ALERTE · Fuite de gaz, rue Haute", "Danger immédiat.", "2 membres")
    await claire.taps("Envoyer")
    assert ana.sees("🚨 ALERTE · Fuite de gaz, rue Haute", "Évitez le quartier.\nPompiers")


async def test_it_is_in_the_menu_of_coordinators_and_in_no_other(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await ana.says("/menu")
    assert "🚨 Alerte" not in ana.buttons()
    await claire.says("/menu")
    await claire.taps("🚨 Alerte")
    assert claire.sees("Quelle gravité ?")


async def test_the_line_is_asked_only_for_what_it_did_not_say(play: Playground) -> None:
    await crew(play, 1)
    claire = await coordinator(play)
    await claire.says("/alerte important | Verglas | tous")
    assert claire.sees("Le texte : quoi, où, que faire ?"), claire.screen()
    await claire.says("Reportez les tournées de ce matin.")
    assert claire.sees("Aperçu", "Important.", "1 membre (1 Local)")


async def test_what_is_wrong_in_a_line_is_asked_again_and_the_rest_is_kept(
    play: Playground,
) -> None:
    await crew(play, 2)
    claire = await coordinator(play)
    await claire.says("/alerte urgent | Eau coupée | Rien à boire | membres:Saint-Aubin, Mars")
    assert claire.sees("Je ne sais pas qui est « Mars »", "Le reste est gardé")
    await claire.taps("Continuer sans eux")
    assert claire.sees("Aperçu", "Eau coupée", "2 membres")


async def test_everything_can_be_changed_before_it_leaves(play: Playground) -> None:
    ana, *_ = await crew(play, 2)
    claire = await coordinator(play)
    await claire.says(LINE)
    for field, said, shown in (
        ("Lieu", "place du marché", "Lieu : place du marché"),
        ("Titre", "Eau coupée", "🚨 ALERTE · Eau coupée"),
        ("Durée", "2 jours", "valable 48 h"),
        ("Source", "préfecture", "Source : préfecture"),
        ("Gravité", "rouge", "Danger immédiat."),
    ):
        await claire.taps("Modifier")
        await claire.taps(field)
        await claire.says(said)
        assert claire.sees(shown), claire.screen()
    await claire.taps("Envoyer")
    assert ana.sees("Eau coupée", "Lieu : place du marché", "jusqu'au lundi 23 novembre, 10 h")


async def test_what_stands_there_now_is_shown_and_can_be_taken_away(play: Playground) -> None:
    """A typo is mended by copying: nobody types five lines again at 17:40."""
    await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(f"{LINE} | partenaires : Ouvrez le gymnase.")
    await claire.taps("Modifier")
    await claire.taps("Texte des partenaires")
    assert claire.sees("En ce moment : « Ouvrez le gymnase. »", "à la place du vôtre"), (
        claire.screen()
    )
    await claire.taps("Ne rien mettre")
    assert not claire.sees("gymnase")
    await claire.taps("Modifier")
    await claire.taps("Lieu")
    assert not claire.sees("En ce moment")


async def test_what_is_too_long_is_asked_again_and_never_cut(play: Playground) -> None:
    await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(f"/alerte urgent | Eau | {'Ne buvez pas. ' * 90} | tous")
    assert claire.sees("C'est trop long", "Le texte : quoi")
    await claire.says("a\nb\nc\nd\ne\nf")
    assert claire.sees("C'est trop long : 11 caractères", "sur 5 lignes")
    await claire.says("Ne buvez pas.")
    assert claire.sees("Aperçu", "Ne buvez pas.")


async def test_an_alert_that_reaches_nobody_is_an_error(play: Playground) -> None:
    """ESC-8."""
    claire = await coordinator(play)
    await channel(play, "mairie", "Mairie de Saint-Aubin", alerts="danger")
    await claire.says(BOTH)
    assert claire.sees("Pour personne", "Sans Mairie de Saint-Aubin"), claire.screen()
    await claire.taps("Envoyer")
    assert claire.sees("n'atteindrait personne", "rien n'a été envoyé")
    assert claire.has_seen("Aperçu")


async def test_who_gets_it_and_who_cannot_be_reached_is_shown_first(play: Playground) -> None:
    ana, bea, _ = await crew(play, 3)
    await play.local.block(bea.account)
    claire = await coordinator(play)
    await claire.says(LINE)
    assert claire.sees("2 membres", "En plus, 1 injoignable."), claire.screen()
    await claire.taps("Voir qui")
    assert claire.has_seen("Recevront : Ana0 et Ana2")
    assert claire.has_seen("Ana1 : ")
    await claire.taps("Essai sur moi")
    assert claire.has_seen("telle qu'un membre la verra")
    assert ana.messages == []


async def test_left_halfway_nothing_is_sent(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(LINE)
    await claire.taps("Abandonner")
    assert claire.sees("Rien n'a été envoyé")
    assert ana.messages == []


async def test_the_same_alert_twice_is_told_before_the_second_leaves(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire, denis = await coordinator(play), await coordinator(play, "Denis")
    await claire.says(LINE)
    await denis.says(LINE)
    await claire.taps("Envoyer")
    await denis.taps("Envoyer")
    assert denis.sees("Une alerte du même titre est déjà en cours"), denis.screen()
    assert ana.everything.count("🚨 ALERTE") == 1
    await denis.taps("Envoyer")
    assert ana.everything.count("🚨 ALERTE") == 2
