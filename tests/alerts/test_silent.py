"""Those who do not answer: reminded, told on their other app, phoned; and left in peace."""

from collections.abc import AsyncIterator

import pytest

from bot.core import Role
from tests.alerts.people import BOTH, LINE, channel, coordinator, crew, sent
from tests.people.two_apps import on_both, on_two_platforms, other
from tests.playground import Playground


@pytest.fixture
async def both(sqlite_url: str) -> AsyncIterator[Playground]:
    async with on_two_platforms(sqlite_url) as play:
        yield play


async def test_only_the_silent_are_reminded_by_hand(play: Playground) -> None:
    """ALRT-9, ESC-3."""
    ana, bea = await crew(play, 2)
    claire = await sent(play)
    await ana.taps("Bien reçu")
    await claire.taps("Relancer")
    assert claire.has_seen("🔁 Une personne relancée. Ceux qui ont répondu")
    assert not ana.has_seen("Je n'ai pas encore votre réponse")
    assert bea.sees("🚨 ALERTE · Rupture d'eau", "Je n'ai pas encore votre réponse"), bea.screen()
    await claire.taps("Relancer")
    assert claire.sees("La relance vient de partir")
    await bea.taps("Bien reçu")
    assert bea.sees("✅ Bien reçu à 10 h. Merci."), bea.screen()
    assert bea.buttons() == ["🙋 Je peux aider", "❓ Question"]


async def test_not_acknowledged_it_comes_again_on_the_other_app(both: Playground) -> None:
    """ESC-1, ESC-7."""
    first, there = await on_both(both, "Bea")
    claire = await sent(both)
    assert there.sees("🚨 ALERTE · Rupture d'eau")
    assert first.has_seen("ALERTE") is False
    await both.wait(minutes=9)
    assert first.has_seen("ALERTE") is False
    await both.wait(minutes=1)
    assert first.sees("🚨 ALERTE · Rupture d'eau"), first.screen()
    assert not claire.has_seen("QUI APPELER")
    await first.taps("Bien reçu")
    assert there.has_seen("✅ Bien reçu à 10 h 10")
    await both.wait(minutes=30)
    assert not claire.has_seen("QUI APPELER")


async def test_who_has_opened_it_in_the_other_app_is_reminded_there(both: Playground) -> None:
    first, there = await on_both(both, "Bea")
    await sent(both)
    await first.says("/alertes")
    assert first.sees("🚨 ALERTE · Rupture d'eau")
    await both.wait(minutes=10)
    assert first.sees("Je n'ai pas encore votre réponse"), first.screen()
    assert there.everything.count("🚨 ALERTE") == 1


async def test_a_lost_app_is_made_up_for_by_the_other_one(both: Playground) -> None:
    first, there = await on_both(both, "Bea")
    claire = await coordinator(both)
    other_app = other(both)
    other_app.chat(there.chat).blocked = "blocked"
    await claire.says(LINE)
    await claire.taps("Envoyer")
    assert first.sees("🚨 ALERTE · Rupture d'eau"), first.screen()
    await both.wait(minutes=11)
    assert first.has_seen("Je n'ai pas encore votre réponse"), first.screen()


async def test_still_silent_the_coordinators_get_the_list_to_phone(both: Playground) -> None:
    """ESC-1, ESC-11, ALRT-10."""
    await on_both(both, "Bea")
    ana = await both.person("Ana")
    denis = await coordinator(both, "Denis")
    claire = await sent(both)
    await both.wait(minutes=11)
    assert ana.has_seen("Je n'ai pas encore votre réponse")
    for one in (claire, denis):
        assert one.has_seen("📞 QUI APPELER · Rupture d'eau"), one.screen()
        assert one.has_seen("• Ana, infirmier, Saint-Aubin : pas de numéro")
        assert not one.has_seen("• Bea")
    await both.wait(minutes=10)
    assert claire.has_seen("2 personnes n'ont pas répondu.")
    assert claire.has_seen("• Bea")
    paper = claire.messages[-1].wording.attachment
    assert paper is not None
    assert paper.mime == "application/pdf"
    assert paper.data.startswith(b"%PDF")


async def test_an_acknowledgement_stops_what_was_still_to_come(play: Playground) -> None:
    """ESC-4, ESC-6."""
    ana, *_ = await crew(play, 1)
    claire = await sent(play)
    await ana.taps("Bien reçu")
    await play.wait(hours=2)
    assert ana.everything.count("ALERTE") == 1
    assert not claire.has_seen("QUI APPELER")
    await play.restart()
    await play.wait(hours=2)
    assert ana.everything.count("ALERTE") == 1


async def test_enough_acknowledgements_leave_the_others_in_peace(play: Playground) -> None:
    """ESC-2, ESC-5."""
    ana, bea, cleo = await crew(play, 3)
    claire = await coordinator(play)
    await claire.says(f"{LINE} | accusés : 2")
    assert claire.sees("accusé demandé, 2 suffisent")
    await claire.taps("Envoyer")
    await ana.taps("Bien reçu")
    await bea.taps("Bien reçu")
    await play.wait(minutes=40)
    assert not cleo.has_seen("pas encore votre réponse")
    assert not claire.has_seen("QUI APPELER")


async def test_what_is_only_important_is_not_chased(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await sent(play, LINE.replace("urgent", "important"))
    await play.wait(hours=2)
    assert ana.everything.count("ALERTE") == 1
    assert not claire.has_seen("QUI APPELER")


async def test_the_list_to_phone_can_be_asked_for_at_any_time(play: Playground) -> None:
    ana, bea = await crew(play, 2)
    claire = await sent(play)
    await ana.taps("Bien reçu")
    await claire.taps("Qui appeler")
    assert claire.sees("une personne n'a pas répondu", "• Ana1, infirmier, Saint-Aubin")
    await bea.taps("Bien reçu")
    assert "📞 Qui appeler" not in claire.buttons()


async def test_a_coordinator_who_is_one_no_more_reads_no_names(play: Playground) -> None:
    await crew(play, 1)
    claire = await sent(play)
    boss = await play.person("Boss", Role.ADMINISTRATOR)
    async with play.db.transaction() as tx:
        from storage.people import Member

        (await tx.get_one(Member, claire.id)).rank = int(Role.MEMBER)
    await boss.says("/alertes")
    await boss.taps("Relancer")
    assert claire.has_seen("réservée à la coordination"), claire.screen()


async def test_who_is_in_a_pause_is_told_and_not_chased(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    await ana.says("/pause")
    await ana.taps("1 semaine")
    claire = await sent(play)
    assert ana.sees("🚨 ALERTE · Rupture d'eau")
    await play.wait(hours=1)
    assert not ana.has_seen("pas encore votre réponse")
    assert not claire.has_seen("QUI APPELER")
    await claire.taps("Relancer")
    assert claire.sees("tout le monde a répondu, ou est en pause"), claire.screen()


async def test_what_did_not_leave_is_named_with_the_reason(play: Playground) -> None:
    """ALRT-10, ONB-7."""
    ana, bea = await crew(play, 2)
    await channel(play, "mairie", "Mairie de Saint-Aubin")
    claire = await coordinator(play)
    await claire.says(BOTH)
    play.local.chat(bea.account).blocked = "blocked"
    play.local.chat("mairie").blocked = "kicked"
    await claire.taps("Envoyer")
    await play.wait(seconds=6)
    assert claire.has_seen("Envoyé à 1 membre ·"), claire.screen()
    assert claire.has_seen("Pas parti : 2")
    await claire.taps("Voir qui")
    assert claire.sees("📵 Ana1 : ", "📵 Mairie de Saint-Aubin : "), claire.screen()
    assert ana.has_seen("🚨 ALERTE")
