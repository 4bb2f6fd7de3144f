"""The same on PostgreSQL, and on a platform whose buttons are emoji."""

from collections.abc import AsyncIterator

import pytest

from bot.core.signs import same
from tests.alerts.people import BOTH, channel, coordinator, crew, ended
from tests.emoji import Emoji, with_emoji
from tests.playground import Playground


@pytest.fixture
async def emoji(sqlite_url: str) -> AsyncIterator[Playground]:
    play = await with_emoji(sqlite_url)
    yield play
    await play.shut()


async def test_from_the_line_to_the_end(play_everywhere: Playground) -> None:
    play = play_everywhere
    ana, bea, cleo = await crew(play, 3)
    town = await channel(play, "mairie", "Mairie de Saint-Aubin")
    claire, denis = await coordinator(play), await coordinator(play, "Denis")
    await claire.says(BOTH)
    await claire.taps("Envoyer")
    await ana.taps("Je peux aider")
    await town.taps("Bien reçu")
    await bea.says("Et demain ?")
    await bea.taps("Envoyer")
    await denis.taps("Répondre")
    await denis.says("Aussi.")
    await play.wait(minutes=11)
    assert claire.has_seen("📞 QUI APPELER")
    assert not bea.has_seen("pas encore votre réponse")
    await cleo.says("ok")
    await claire.taps("Voir le suivi")
    assert claire.sees("Bien reçu : 3 · Peuvent aider : 1 · Questions : 1", "reçu : 1 sur 1"), (
        claire.screen(6)
    )
    await claire.taps("Mise à jour")
    await claire.says("Retour à 18 h.")
    await claire.taps("Le même texte")
    await claire.taps("Envoyer")
    assert bea.sees("📝 MISE À JOUR", "Retour à 18 h.")
    await ana.says("/signaler pénurie | Plus d'eau | Garance")
    await denis.taps("Pris en compte")
    assert ana.sees("pris en compte")
    await ended(claire)
    assert town.sees("🏁 FIN D'ALERTE")
    await ana.says("/mesdonnees")
    assert ana.messages


async def test_with_emoji_for_buttons_and_lifting_one_takes_the_answer_back(
    emoji: Playground,
) -> None:
    """PART-6."""
    ana, bea = await crew(emoji, 2)
    claire = await coordinator(emoji)
    await claire.says(BOTH.replace(", canaux:mairies", ""))
    await claire.taps("Envoyer")
    card = ana.messages[-1]
    assert [same(sign) for sign in card.marks] == ["✅", "🙋", "❓"]
    await ana.taps("Bien reçu")
    assert claire.sees("Bien reçu : 1"), claire.screen()
    app = emoji.local
    assert isinstance(app, Emoji)
    [(account, message, sign)] = [tap for tap in app.tapped() if tap[0] == "ana0"]
    await app.take_back(account, account, message, sign)
    await emoji.settle()
    await bea.taps("Je peux aider")
    signs = [key.sign for key in claire.messages[-1].wording.keys if key.sign]
    assert len({same(sign) for sign in signs}) == len(signs)
    assert claire.sees("Bien reçu : 1 · Peuvent aider : 1"), claire.screen()
    assert not ana.sees("Bien reçu à")
