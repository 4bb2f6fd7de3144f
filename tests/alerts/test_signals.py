"""/signaler: what members and partners see in the field, and what coordinators make of it."""

import pytest

from bot.core.partners import Level
from handlers.alerts.rules.signal import cases, read
from tests.alerts.people import channel, coordinator, crew
from tests.playground import Person, Playground

LINE = "/signaler pénurie | Plus de doliprane pédiatrique depuis lundi | Saint-Aubin"


async def test_a_line_goes_to_the_coordinators_and_its_sender_hears_of_it(
    play: Playground,
) -> None:
    """ALRT-17."""
    ana, *_ = await crew(play, 1)
    claire, denis = await coordinator(play), await coordinator(play, "Denis")
    await ana.says(LINE)
    assert ana.sees("📣 Transmis à la coordination à 10 h"), ana.screen()
    assert claire.sees(
        "📣 SIGNALEMENT · pénurie, Saint-Aubin", "« Plus de doliprane pédiatrique depuis lundi »",
        "Signalé à 10 h par Ana0.",
    ), claire.screen()  # fmt: skip
    shown = denis.messages[-1]
    keyboard = shown.wording.keyboard
    await claire.taps("Pris en compte")
    assert ana.sees("Votre signalement (pénurie) : pris en compte par la coordination")
    assert denis.sees("✅ Pris en compte par Claire.")
    await play.local.press_raw("denis", "denis", shown.id, keyboard, 2)
    await play.settle()
    assert denis.sees("Quelqu'un s'est déjà occupé")


async def test_asked_step_by_step(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await ana.says("/signaler")
    assert ana.sees("Étape 1 sur 3", "15, 112, ou 114"), ana.screen()
    await ana.taps("Service saturé")
    await ana.says("Urgences, 6 h d'attente")
    await ana.taps("Garance")
    assert claire.sees("service saturé, Garance", "« Urgences, 6 h d'attente »")


async def test_unusual_cases_are_a_number_and_nothing_else(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await ana.says("/signaler cas inhabituels | Saint-Aubin")
    assert ana.sees("Combien de cas ?")
    await ana.says("12 enfants avec la fièvre")
    assert ana.sees("Un nombre seulement"), ana.screen()
    await ana.says("12")
    assert claire.sees("cas inhabituels, Saint-Aubin", "Nombre de cas : 12")
    assert not claire.has_seen("fièvre")


async def test_its_steps_are_counted_for_a_number_too(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    await ana.says("/signaler")
    await ana.taps("Cas inhabituels")
    assert ana.sees("Étape 2 sur 3 · Combien de cas ?"), ana.screen()
    await ana.says("4")
    assert ana.sees("Étape 3 sur 3 · Dans quelle commune ?")


async def test_a_line_that_is_too_long_says_so(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await ana.says("/signaler pénurie | Garance | " + "x" * 5000)
    assert ana.sees("C'est trop long : 5 000 caractères, 400 au plus.", "Quel produit"), (
        ana.screen()
    )
    await ana.says("Plus de gants")
    assert claire.sees("pénurie, Garance", "« Plus de gants »")


async def test_the_alert_made_of_it_says_where(play: Playground) -> None:
    ana, bea = await crew(play, 2)
    claire = await coordinator(play)
    await ana.says(LINE)
    await claire.taps("En faire une alerte")
    await claire.says("urgent", "Stocks à la garde.", "tous")
    await claire.taps("Envoyer")
    assert bea.sees("Urgent. Lieu : Saint-Aubin"), bea.screen()


async def test_it_becomes_an_alert_and_its_sender_is_told_when_that_leaves(
    play: Playground,
) -> None:
    """ALRT-17."""
    ana, bea = await crew(play, 2)
    claire = await coordinator(play)
    await ana.says(LINE)
    await claire.taps("En faire une alerte")
    await claire.taps("Abandonner")
    assert claire.has_seen("SIGNALEMENT")
    await claire.taps("En faire une alerte")
    await claire.taps("Info")
    await claire.says("Stocks dans les pharmacies de garde.")
    await claire.taps("Tous les membres")
    assert claire.sees("ℹ️ INFO · Plus de doliprane"), claire.screen()
    assert not ana.has_seen("une alerte est partie")
    await claire.taps("Envoyer")
    await play.wait(seconds=31)
    assert ana.has_seen("(pénurie) : une alerte est partie")
    assert bea.sees("Plus de doliprane")
    assert claire.has_seen("🚨 Alerte envoyée par Claire.")


async def test_it_becomes_a_call_through_the_command_of_another_feature(
    play: Playground,
) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await ana.says("/signaler autre | On manque de bras au centre | Garance")
    await claire.taps("En faire un appel")
    assert ana.sees("la coordination prépare un appel à volontaires")
    assert claire.has_seen("🙋 Appel préparé par Claire.")
    await claire.taps("Préparer l'appel")
    assert claire.sees("Étape 1"), claire.screen()


async def test_a_partner_flags_in_one_line_from_its_own_group(play: Playground) -> None:
    claire = await coordinator(play)
    town = await channel(play, "mairie", "Mairie de Saint-Aubin", kind="group")
    await Person(play, "zoe", 0, chat="mairie").says(LINE)
    assert town.sees("Transmis à la coordination"), town.screen()
    assert claire.sees("par Mairie de Saint-Aubin")
    await claire.taps("Pris en compte")
    assert town.sees("pris en compte par la coordination")
    assert "Claire" not in town.everything


async def test_who_speaks_for_a_partner_flags_in_private(play: Playground) -> None:
    claire = await coordinator(play)
    town = await channel(play, "mairie", "Mairie de Saint-Aubin", level=Level.CONSULTATION)
    zoe = play.stranger("Zoe")
    await zoe.says("/signaler")
    assert not zoe.has_seen("Que signalez-vous")
    async with play.db.reading() as tx:
        from storage import chats

        [row] = await chats.open_ones(tx)
    await zoe.says(f"/start aider-{row.token}")
    await zoe.says("/signaler")
    await zoe.taps("Agression")
    await zoe.says("Agent d'accueil menacé")
    await zoe.taps("Saint-Aubin")
    assert zoe.sees("Transmis", "17 ou 112"), zoe.screen()
    assert claire.sees("agression, Saint-Aubin", "par Mairie de Saint-Aubin")
    assert town.messages == []


async def test_nobody_floods_the_coordination(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    for _ in range(8):
        await ana.says(LINE)
    assert claire.everything.count("SIGNALEMENT") == 6
    assert ana.sees("déjà envoyé 6 signalements")


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("12", 12),
        ("12 cas", 12),
        ("3 cases", 3),
        ("douze", 0),
        ("12 enfants", 0),
        ("", 0),
        ("0", 0),
    ],
)
def test_a_number_of_cases_is_a_number(said: str, number: int) -> None:
    assert cases(said) == number


def test_a_line_about_cases_keeps_no_word() -> None:
    found = read("cas inhabituels | 4 | Mme Dupont | saint aubin", ["Saint-Aubin"])
    assert (found.number, found.words, found.town) == (4, "", "Saint-Aubin")
