"""What screens say, where they once said something that was not so."""

import pytest

from bot.core import Lang, Role
from bot.core.partners import Category
from storage.chats import Use
from tests.alerts.people import BOTH, LINE, channel, coordinator, crew, sent
from tests.alerts.test_approval import PUBLIC, RELEASE, radio
from tests.alerts.test_hold import NIGHT
from tests.playground import Playground

INFO = LINE.replace("urgent", "info")


async def test_what_asks_for_no_answer_waits_for_none(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await sent(play, INFO)
    await play.wait(minutes=1)
    assert ana.sees("ℹ️ INFO · Rupture d'eau")
    assert not {"🔁 Relancer", "📞 Qui appeler"} & set(claire.buttons())
    assert not claire.has_seen("Pas encore répondu")
    await claire.taps("Voir qui")
    assert not claire.has_seen("Pas encore répondu")


async def test_held_back_it_says_how_many_had_left_and_what_they_read_now(
    play: Playground,
) -> None:
    ana, *_ = await crew(play, 2)
    await channel(play, "mairie", "Mairie de Saint-Aubin")
    claire = await sent(play, BOTH.replace("urgent", "important"))
    await claire.taps("Retenir l'envoi")
    assert claire.sees("Retenu : 0. Déjà parti : 3, où l'on lit maintenant « Message annulé »")
    assert claire.has_seen("Annulée à 10 h.")
    assert ana.sees("🚫 ALERTE ANNULÉE", "Message annulé : n'en tenez pas compte.")


async def test_a_release_tells_that_it_waits_for_a_second_person(play: Playground) -> None:
    """ALRT-18: not that it leaves in half a minute, and of members not a word."""
    media = await radio(play)
    denis, claire = await coordinator(play, "Denis"), await sent(play, RELEASE)
    assert claire.has_seen("paraîtra dès qu'une deuxième personne aura donné son accord")
    assert claire.sees("Envoyé à personne pour l'instant\n"), claire.screen()
    await denis.taps("Approuver")
    await play.wait(minutes=1)
    assert media.sees("📢 COMMUNIQUÉ")
    await claire.says("/alertes")
    assert claire.sees("Envoyé à 1 canal\n"), claire.screen()
    assert "Denis" not in claire.everything
    await claire.taps("Voir qui")
    assert claire.sees("✋ Publication approuvée par Denis")


async def test_a_release_for_members_is_told_to_go_to_channels(play: Playground) -> None:
    await radio(play)
    claire = await coordinator(play)
    await claire.says("/alerte communiqué | Canicule | Buvez. | tous, canaux:médias")
    assert claire.sees("Pour 1 canal", "Un communiqué ne va qu'aux canaux"), claire.screen()


async def test_an_update_is_approved_in_the_words_that_appear(play: Playground) -> None:
    """ALRT-5, ADM-3."""
    await crew(play, 1)
    media = await radio(play)
    denis, claire = await coordinator(play, "Denis"), await sent(play, PUBLIC)
    await denis.taps("Approuver")
    for answer in ("Refuser", "Approuver"):
        await claire.taps("Mise à jour")
        await claire.says("Retour de l'eau ce soir.")
        await claire.taps("Le même texte")
        assert claire.sees("Pour 1 membre.", "Radio Garance : publication après"), claire.screen()
        await claire.taps("Envoyer")
        asked = denis.messages[-1].wording.plain
        await denis.taps(answer)
        if answer == "Refuser":
            assert claire.sees("la mise à jour n'est pas parue sur les canaux publics")
    assert asked.partition("\n")[2] == media.messages[-1].wording.plain
    assert "📝 MISE À JOUR · Rupture d'eau" in asked


async def test_what_is_over_is_not_urgent_any_more(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await sent(play, LINE.replace("urgent |", "danger |") + " | lieu : mairie")
    assert ana.sees("Danger immédiat. Lieu : mairie")
    await claire.taps("Fin d'alerte")
    await claire.says("Merci à toutes et tous.")
    await claire.taps("Envoyer")
    assert ana.has_seen("🏁 ALERTE TERMINÉE")
    assert not ana.has_seen("Danger immédiat.")
    assert ana.has_seen("Lieu : mairie")
    assert not ana.has_seen("C'est terminé. Merci."), "thanked once is enough"


async def test_an_answer_is_no_new_alert_on_a_locked_phone(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    denis, _ = await coordinator(play, "Denis"), await sent(play)
    await ana.taps("Question")
    await ana.says("Où est la citerne ?")
    assert ana.messages[-1].wording.plain.startswith("❓ QUESTION · Rupture d'eau")
    await denis.taps("Répondre")
    assert denis.sees("« Où est la citerne ? » Votre réponse ?")
    await denis.says("Place du marché.")
    told = ana.messages[-1].wording.plain
    assert told.startswith("💬 RÉPONSE · Rupture d'eau"), told
    assert ana.sees("La coordination : Place du marché.")


async def test_partners_are_told_apart_from_members_without_the_emoji(play: Playground) -> None:
    """A11Y-10: with the simple display too."""
    town = await channel(play, "mairie", "Mairie de Saint-Aubin")
    await crew(play, 1)
    claire = await play.person("Claire", Role.COORDINATOR, town="Garance", simple=True)
    await claire.says(BOTH)
    await claire.taps("Envoyer")
    await town.taps("Bien reçu")
    await claire.taps("Voir qui")
    assert claire.sees("Partenaires, bien reçu : Mairie de Saint-Aubin"), claire.screen()


@pytest.mark.parametrize(
    ("lang", "said"),
    [(Lang.FR, "membres : Saint-Aubin ; canaux : mairies"),
     (Lang.EN, "members: Saint-Aubin; channels: town halls")],
)  # fmt: skip
async def test_the_example_is_in_the_reader_s_language_and_is_understood(
    play: Playground, lang: Lang, said: str
) -> None:
    await crew(play, 1)
    await channel(play, "mairie", "Mairie de Saint-Aubin")
    claire = await play.person("Claire", Role.COORDINATOR, town="Garance", lang=lang)
    await claire.says("/alerte urgent | Eau | Rien")
    assert claire.sees(said), claire.screen()
    await claire.says(said)
    assert claire.sees("🚨 ALERT", "1 memb", "1 c"), claire.screen()


async def test_with_the_simple_display_no_half_of_an_emoji_is_left(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, town="Garance", simple=True)
    await claire.says("/alerte")
    assert claire.buttons()[:2] == ["Info", "Important"]


async def test_the_label_typed_with_its_emoji_is_the_label(play: Playground) -> None:
    """It once became the text of the alert."""
    await crew(play, 1)
    claire = await coordinator(play)
    await claire.says("/alerte urgent | Eau | tous")
    await claire.says("✖️ Abandonner")
    assert claire.sees("Rien n'a été envoyé"), claire.screen()
    await claire.says("/alerte")
    await claire.says("🚨 Urgent")
    assert claire.sees("Le titre"), claire.screen()


async def test_a_second_wrong_answer_is_not_blamed_on_the_first(play: Playground) -> None:
    await crew(play, 1)
    claire = await coordinator(play)
    await claire.says("/alerte urgent | Eau | Rien | membres:Nulleville")
    await claire.says("Mars")
    assert claire.sees("Je ne sais pas qui est « Mars »")
    assert not claire.sees("Nulleville")


async def test_it_says_how_many_hear_of_it_in_the_morning_only(play: Playground) -> None:
    """Before an update or the end of what does not press, and when the silent are reminded."""
    ana, bea = await crew(play, 2)
    claire = await sent(play, LINE.replace("urgent", "important") + " | valable 24 h")
    await bea.taps("Je peux aider")
    play.now = NIGHT.replace(minute=30)
    await claire.says("/alertes")
    await claire.taps("Relancer")
    assert claire.sees("Une personne relancée, dont 1 à la fin des heures calmes"), claire.screen()
    await claire.says("/alertes")
    await claire.taps("Mise à jour")
    await claire.says("Toujours coupée.")
    assert claire.sees("Pour 2 membres, dont une personne à la fin de ses heures calmes.")
    await claire.taps("Envoyer")
    assert not ana.has_seen("MISE À JOUR")
    assert bea.sees("MISE À JOUR")


async def test_a_team_room_is_no_partner(play: Playground) -> None:
    """Its people answer in private: the room itself is waited for by nobody."""
    await channel(play, "salon", "Salon infirmier", use=Use.TEAM, kind="group")
    await channel(play, "radio", "Radio", category=Category.MEDIA, alerts="")
    claire = await sent(play, LINE.replace("membres:Saint-Aubin", "canaux:équipe"))
    await play.wait(seconds=6)
    assert claire.sees("Envoyé à 1 canal\n"), claire.screen()
    assert not claire.has_seen("Partenaires, bien reçu")
