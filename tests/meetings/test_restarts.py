"""The bot is started anew between each two steps: nothing is lost, nothing comes twice."""

import pytest

from tests.meetings.people import moved, organiser
from tests.playground import Person, Playground


@pytest.fixture
def restless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever somebody says or taps, a restart follows."""
    says, taps = Person.says, Person.taps

    async def and_restart(self: Person, *lines: str, reply_to: str = "") -> None:
        await says(self, *lines, reply_to=reply_to)
        await self.play.restart()

    async def tap_and_restart(self: Person, label: str, *, settle: bool = True) -> None:
        await taps(self, label, settle=settle)
        await self.play.restart()

    monkeypatch.setattr(Person, "says", and_restart)
    monkeypatch.setattr(Person, "taps", tap_and_restart)


@pytest.mark.usefixtures("restless")
async def test_a_poll_becomes_a_meeting_over_restarts(play: Playground) -> None:
    """REM-2, REM-4."""
    ana = await play.person("Ana")
    claire = await organiser(play)
    await claire.says("/sondage")
    await claire.taps("De dates")
    await claire.says("Groupe diabète")
    await claire.says("mar 15/12 20h")
    assert claire.sees("en voici une seule"), claire.screen()
    await claire.says("mar 15/12 20h, jeu 17/12 20h")
    await claire.taps("Envoyer")
    await play.wait(seconds=45)
    await ana.taps("17/12")
    await claire.taps("Retenir Jeu. 17/12")
    await claire.says("Mairie")
    await claire.taps("Envoyer")
    await play.wait(seconds=45)
    assert ana.everything.count("📅 RÉUNION · Groupe diabète") == 1, ana.screen()
    await ana.taps("Je viens")
    await moved(claire, "19h")
    await claire.taps("Envoyer")
    assert ana.everything.count("CHANGEMENT · Groupe diabète") == 1, ana.screen()
    await ana.taps("Oui")
    await play.wait(days=27)
    assert [m.wording.plain.count("RAPPEL") for m in ana.messages].count(1) == 3, ana.screen()
    await claire.says("/reunions")
    await claire.taps("Passées")
    await claire.taps("17/12")
    await claire.taps("Qui est là")
    await claire.taps("Ana")
    assert claire.sees("1 sur 2"), claire.screen()


@pytest.mark.usefixtures("restless")
async def test_a_newsletter_is_made_over_restarts(play: Playground) -> None:
    """NEWS-4, NEWS-7."""
    ana = await play.person("Ana")
    claire = await organiser(play)
    await ana.says("/newsletter oui")
    await claire.says("/newsletter")
    await claire.taps("Nouveau numéro")
    await claire.says("Rentrée")
    await claire.taps("Plus tard")
    await claire.says("jeudi 10 décembre")
    await claire.taps("Tous les abonnés")
    await claire.taps("Demander des textes")
    await claire.says("Ana")
    await claire.taps("C'est tout")
    await claire.taps("Envoyer")
    await ana.says("La vaccination commence mardi au gymnase. Venez nombreux, à pied.")
    await claire.says("/newsletter")
    await claire.taps("nº 1")
    await claire.taps("Aperçu et envoi")
    await claire.taps("Envoyer")
    await play.wait(minutes=2)
    assert ana.everything.count("📰 NEWSLETTER · nº 1 · Rentrée") == 1, ana.screen()
    assert claire.everything.count("est parti : un abonné") == 1, claire.screen()
    await ana.taps("Ne plus recevoir")
    assert ana.sees("plus de newsletter"), ana.screen()
