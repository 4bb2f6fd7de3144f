"""What a crisis came to, for whoever must account for it; and who may read it (CRIS-8)."""

from bot.core import Role
from tests.crises.test_closing import RESULT
from tests.crises.test_log import CALL
from tests.crises.test_opening import LINE, opened
from tests.playground import Person, Playground

ALERT = "/alerte important | Rupture d'eau | Reportez les soins | membres : infirmiers"


async def an_hour(play: Playground) -> tuple[Person, Person]:
    """A plan, a call that one nurse takes, an alert that she acknowledges."""
    claire, _ = await opened(play)
    nina = await play.person("Nina")
    await play.person("Bo")
    await claire.says(CALL)
    await claire.taps("Envoyer")
    await nina.taps("9 h")
    await claire.says(ALERT)
    await claire.taps("Envoyer")
    await nina.taps("Bien reçu")
    return claire, nina


async def test_a_closed_crisis_tells_what_was_done_in_it_and_not_what_goes_on_now(
    play: Playground,
) -> None:
    """CRIS-8."""
    claire, nina = await an_hour(play)
    await play.wait(hours=2)
    await claire.says("/crise clore", RESULT)
    assert claire.sees("Encore en cours : un appel et une alerte."), claire.screen()
    await claire.taps("Clore sans rien envoyer")
    await play.wait(hours=2)
    await claire.says(CALL.replace("Centre", "Ailleurs"))
    await claire.taps("Envoyer")
    await nina.says("/mesdonnees")
    await claire.says("/crise passées")
    await claire.taps("Canicule")
    assert claire.sees(
        "FIN DE CRISE · Canicule", f"Résultat : {RESULT}", "Un appel : une place prise sur 1.",
        "« Rupture d'eau » : bien reçu 1 sur 2",
        "Du samedi 21 novembre, 10 h au samedi 21 novembre, 12 h.",
    ), claire.screen()  # fmt: skip
    assert not claire.sees("Ailleurs")


async def test_a_crisis_without_calls_and_alerts_says_so(play: Playground) -> None:
    claire, _ = await opened(play)
    await claire.says("/crise clore", "passer")
    await claire.taps("Clore sans rien envoyer")
    await claire.says("/crise passées")
    await claire.taps("Canicule")
    assert claire.sees("🙋 Aucun appel.", "🚨 Aucune alerte."), claire.screen()


async def test_an_elected_officer_reads_the_situation_and_the_log_without_names(
    play: Playground,
) -> None:
    """CRIS-8, PRIV-8: «to show funder and authorities what was done»."""
    claire, _ = await an_hour(play)
    await claire.says("/note la mairie ouvre le gymnase")
    yves = await play.person("Yves", Role.OFFICER)
    await yves.says("/crise")
    assert yves.sees("PLAN ACTIVÉ · Canicule", "une place prise sur 1"), yves.screen()
    assert yves.buttons() == ["📖 Main courante", "📄 Exporter", "🔄 Actualiser"]
    await yves.taps("Main courante")
    assert yves.sees("la mairie ouvre le gymnase (coordination)"), yves.screen()
    await yves.taps("La situation")
    await yves.taps("Exporter")
    assert yves.messages[-1].wording.attachment is not None
    assert "Claire" not in yves.everything


async def test_an_elected_officer_changes_nothing(play: Playground) -> None:
    yves = await play.person("Yves", Role.OFFICER)
    await yves.says("/crise")
    assert yves.sees("Aucun plan n'est activé"), yves.screen()
    assert not yves.sees("en active un")
    for line in (LINE, "/crise clore", "/note x", "/exercice crise"):
        await yves.says(line)
        assert yves.sees("réservée à la coordination"), yves.screen()
    claire, _ = await opened(play)
    await yves.says("/crise")
    shown = claire.messages[-1]
    for index in range(len(shown.wording.keys)):
        await play.local.press_raw("yves", "claire", shown.id, shown.wording.keyboard, index)
    await play.settle()
    await claire.says("/crise")
    assert claire.sees("Phase : réaction", "Main courante : une ligne"), claire.screen()


async def test_the_situation_keeps_to_twelve_lines_in_the_worst_evening(play: Playground) -> None:
    claire, _ = await opened(play, LINE.replace("préfecture", "exercice"))
    await play.person("Nina")
    for n in range(4):
        await claire.says(CALL.replace("/mobiliser Centre", f"/exercice mobiliser Centre {n}"))
        await claire.taps("Envoyer")
        await claire.says(ALERT.replace("/alerte", "/exercice alerte").replace("eau", f"eau {n}"))
        await claire.taps("Envoyer")
    await claire.says("/crise")
    assert claire.sees("4 appels ouverts", "Rupture d'eau", "et 2 de plus"), claire.screen()
    assert len(claire.last.split("\n")) <= 12, claire.last
