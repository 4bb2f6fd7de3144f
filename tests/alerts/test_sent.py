"""An alert, from the line that a coordinator types to the last acknowledgement."""

from tests.alerts.people import BOTH, channel, coordinator, crew, sent
from tests.playground import Playground


async def test_a_one_line_alert_goes_straight_to_the_preview(play: Playground) -> None:
    """ADM-3."""
    await crew(play, 3)
    await play.person("Bob", town="Garance")
    await channel(play, "mairie", "Mairie de Saint-Aubin")
    claire = await coordinator(play)
    await claire.says(BOTH)
    assert claire.sees(
        "VRAIE ALERTE · Aperçu · 🚨 ALERTE · Rupture d'eau potable à Saint-Aubin", "Urgent.",
        "Reportez les soins non urgents. Eau en bouteille à la mairie.",
        "3 membres (3 Local) et 1 canal · accusé demandé · valable 12 h",
    ), claire.screen()  # fmt: skip
    assert claire.buttons()[:4] == ["📣 Envoyer", "👁 Voir qui", "✏️ Modifier", "🧪 Essai sur moi"]


async def test_members_acknowledge_and_the_coordinator_sees_it(play: Playground) -> None:
    """ALRT-8, ALRT-15."""
    ana, bea, cleo = await crew(play, 3)
    claire = await sent(play)
    assert ana.sees(
        "🚨 ALERTE · Rupture d'eau potable à Saint-Aubin", "Reportez les soins non urgents.",
        "Source : mairie de Saint-Aubin, 10 h · valable jusqu'à 22 h",
    ), ana.screen()  # fmt: skip
    assert ana.buttons() == ["✅ Bien reçu", "🙋 Je peux aider", "❓ Question"]
    await ana.taps("Bien reçu")
    assert ana.sees("✅ Bien reçu à 10 h. Merci."), ana.screen()
    await bea.taps("Je peux aider")
    assert claire.sees(
        "Envoyé à 3 membres · Bien reçu : 2 · Peuvent aider : 1 · Questions : 0 ·"
        " Pas encore répondu : 1"
    ), claire.screen()
    assert cleo.buttons() == ["✅ Bien reçu", "🙋 Je peux aider", "❓ Question"]
