"""Updates, the end by hand, the end by itself: every copy on every platform."""

from collections.abc import AsyncIterator

import pytest

from tests.alerts.people import BOTH, LINE, channel, coordinator, crew, ended, seen, sent
from tests.people.two_apps import on_both, on_two_platforms, other
from tests.playground import Playground


@pytest.fixture
async def both(sqlite_url: str) -> AsyncIterator[Playground]:
    async with on_two_platforms(sqlite_url) as play:
        yield play


async def test_an_update_goes_into_every_copy_and_answers_it(both: Playground) -> None:
    """ALRT-11, PART-6: on both platforms and in a channel."""
    ana = await both.person("Ana")
    _, bea = await on_both(both, "Bea")
    town = await channel(both, "mairie", "Mairie de Saint-Aubin", app=other(both))
    claire = await sent(both, BOTH)
    await claire.taps("Mise à jour")
    await claire.says("L'eau revient à 18 h.")
    await claire.taps("Le même texte")
    assert claire.sees("Aperçu · 📝 MISE À JOUR", "L'eau revient à 18 h."), claire.screen()
    await claire.taps("Envoyer")
    for one in (ana, bea, town):
        assert one.has_seen("📝 10 h : L'eau revient à 18 h."), one.screen()
        assert one.sees("📝 MISE À JOUR · Rupture d'eau", "L'eau revient à 18 h."), one.screen()
        assert one.messages[-1].wording.reply_to == one.messages[-2].id
    assert claire.has_seen("mise à jour envoyée à 3 destinataires")


async def test_partners_can_be_told_something_else_or_nothing(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    town = await channel(play, "mairie", "Mairie de Saint-Aubin")
    claire = await sent(play, BOTH)
    for label in ("Rien pour eux", "Ouvrez le gymnase."):
        await claire.taps("Mise à jour")
        await claire.says("Appelez vos patients sous dialyse.")
        if label.startswith("Rien"):
            await claire.taps(label)
        else:
            await claire.says(label)
        await claire.taps("Envoyer")
    assert ana.everything.count("📝 MISE À JOUR") == 2
    assert town.everything.count("📝 MISE À JOUR") == 1
    assert town.has_seen("Ouvrez le gymnase.")
    assert not town.has_seen("dialyse")


async def test_the_end_is_told_to_everyone_and_stands_on_every_copy(both: Playground) -> None:
    ana = await both.person("Ana")
    _, bea = await on_both(both, "Bea")
    town = await channel(both, "mairie", "Mairie de Saint-Aubin")
    claire = await sent(both, BOTH)
    await claire.taps("Fin d'alerte")
    assert claire.sees("un mot pour ceux qui l'ont reçue (2 membres et 1 canal)"), claire.screen()
    await claire.says("L'eau est de nouveau potable.")
    assert claire.sees(
        "Aperçu · 🏁 FIN D'ALERTE", "L'eau est de nouveau potable.", "Pour 2 membres et 1 canal.",
        "Pour les partenaires : « C'est terminé. Merci. »",
    ), claire.screen()  # fmt: skip
    assert not ana.has_seen("TERMINÉE")
    await claire.taps("Envoyer")
    for one in (ana, bea):
        assert one.has_seen("🏁 ALERTE TERMINÉE · Rupture d'eau")
        assert one.sees("🏁 FIN D'ALERTE · Rupture d'eau", "L'eau est de nouveau potable.")
        assert not {"✅ Bien reçu", "❓ Question"} & set(one.buttons())
    assert town.sees("🏁 FIN D'ALERTE", "C'est terminé. Merci.")
    assert claire.has_seen("3 destinataires sont prévenus.")
    assert claire.has_seen("🏁 ALERTE TERMINÉE")


async def test_an_alert_ends_by_itself_and_wakes_nobody_for_that(play: Playground) -> None:
    """ALRT-3."""
    people = await crew(play, 2)
    claire = await sent(play, f"{LINE} | valable 3 h")
    assert people[0].sees("valable jusqu'à 13 h")
    before = len(people[0].messages)
    await play.wait(hours=2, minutes=59)
    assert seen(people, "TERMINÉE") == 0
    before = len(people[0].messages)
    await play.wait(minutes=2)
    assert seen(people, "🏁 ALERTE TERMINÉE · Rupture d'eau") == 2
    assert len(people[0].messages) == before
    assert claire.has_seen("🏁 ALERTE TERMINÉE")
    await play.restart()
    assert seen(people, "🏁 ALERTE TERMINÉE") == 2


async def test_an_alert_that_is_over_cannot_be_updated_or_ended_again(play: Playground) -> None:
    """ALRT-7."""
    await crew(play, 1)
    claire, denis = await coordinator(play), await coordinator(play, "Denis")
    await claire.says(LINE)
    await claire.taps("Envoyer")
    await denis.says("/alertes")
    await denis.taps("Fin d'alerte")
    await claire.taps("Mise à jour")
    await denis.taps("Terminer sans")
    await claire.says("Encore une chose.")
    assert claire.sees("Cette alerte est terminée"), claire.screen()


async def test_who_has_not_got_it_yet_is_not_told_that_it_is_over(play: Playground) -> None:
    from tests.alerts.test_hold import NIGHT

    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    play.now = NIGHT
    await claire.says(LINE.replace("urgent", "important"))
    await claire.taps("Envoyer")
    await ended(claire)
    assert claire.has_seen("Personne à prévenir")
    await play.wait(hours=10)
    assert ana.messages == []


async def test_the_all_clear_wakes_those_who_are_helping_and_lets_the_others_sleep(
    play: Playground,
) -> None:
    from tests.alerts.test_hold import NIGHT

    ana, bea = await crew(play, 2)
    claire = await coordinator(play)
    play.now = NIGHT
    await claire.says(LINE)
    await claire.taps("Envoyer")
    await ana.taps("Je peux aider")
    await ended(claire)
    assert ana.sees("🏁 FIN D'ALERTE")
    assert bea.has_seen("🏁 ALERTE TERMINÉE")
    assert not bea.has_seen("FIN D'ALERTE")
    await play.wait(hours=9)
    assert bea.sees("🏁 FIN D'ALERTE")
