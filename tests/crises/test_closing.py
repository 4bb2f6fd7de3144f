"""Closing: the result in a sentence, to those who took part and to partners; the log as a file
(CRIS-8, CRIS-16, CRIS-17)."""

from datetime import timedelta

from bot.core import Role
from bot.engine import Ctx
from bot.engine.labels import labels
from bot.engine.owed import Owed
from handlers.crises.exporting import log_paper
from storage import crises
from storage.crises import Crisis
from tests.channels.scene import a_channel, room
from tests.crises.test_opening import LINE, opened
from tests.playground import Playground

RESULT = "Samedi : 640 personnes vaccinées, 14 professionnels."


async def test_the_result_goes_to_all_who_took_part_and_to_partners_without_names(
    play: Playground,
) -> None:
    """CRIS-17."""
    claire, town = await a_channel(play)
    await claire.taps("Recevoir les appels")
    nina, bo = await play.person("Nina"), await play.person("Bo")
    await claire.says(LINE)
    await claire.taps("Activer")
    await claire.says("/mobiliser Centre | demain 9h-13h | 1 infirmier | Gymnase | payé")
    await claire.taps("Envoyer")
    await nina.taps("9 h")
    await play.wait(days=2)
    await claire.says("/crise clore")
    assert claire.sees("Résultat en une phrase ?"), claire.screen()
    await claire.says(RESULT)
    assert claire.sees(
        "Aperçu · 1 destinataire (1 Local) et 1 canal", "FIN DE CRISE · Canicule",
        f"Résultat : {RESULT}", "Une personne est venue prêter main-forte",
    ), claire.screen()  # fmt: skip
    await claire.taps("Clore et envoyer")
    assert nina.sees("FIN DE CRISE · Canicule", "640 personnes"), nina.screen()
    assert town.sees("FIN DE CRISE · Canicule", "640 personnes"), town.screen()
    assert "Nina" not in room(play).everything
    assert not bo.has_seen("FIN DE CRISE")
    assert claire.has_seen(
        "Canicule : la crise est close. Message envoyé à une personne et un canal."
    ), claire.screen()


async def test_the_log_comes_as_a_file_with_functions_and_no_names(play: Playground) -> None:
    """CRIS-16."""
    claire, _ = await opened(play)
    await claire.says("/note la mairie ouvre le gymnase")
    await claire.says("/crise clore", RESULT)
    await claire.taps("Clore sans rien envoyer")
    assert claire.sees("Main courante · Canicule"), claire.screen()
    file = claire.messages[-1].wording.attachment
    assert file is not None
    assert file.name == "main-courante-canicule-2026-11-21.pdf"
    assert file.data.startswith(b"%PDF")
    async with play.db.reading() as tx:
        ctx = Ctx(tx, play.app.parts, play.now, Owed())
        row = await tx.get_one(Crisis, 1)
        paper = log_paper(ctx, labels(ctx), row, list(await crises.log(tx, 1)))
    assert [line.office for line in paper.lines] == ["coordination"] * 3
    assert paper.lines[1].words == "la mairie ouvre le gymnase"
    assert "Claire" not in repr(paper)
    await claire.says("/crise passées")
    assert claire.sees("Canicule : type 2, à la demande des autorités")
    await claire.taps("Canicule")
    assert claire.sees("FIN DE CRISE", f"Résultat : {RESULT}")


async def test_closing_is_left_or_sent_without_partners(play: Playground) -> None:
    claire, town = await a_channel(play)
    await claire.taps("Recevoir les appels")
    denis = await play.person("Denis", Role.COORDINATOR)
    await claire.says(LINE)
    await claire.taps("Activer")
    await claire.taps("Clore")
    await claire.taps("Passer")
    await claire.taps("Sans les partenaires")
    assert claire.sees("Aperçu · 1 destinataire"), claire.screen()
    await claire.taps("Modifier")
    await claire.says("Rien de grave.")
    await claire.taps("Abandonner")
    assert not denis.has_seen("FIN DE CRISE")
    await claire.says("/crise clore", "passer")
    await claire.taps("Sans les partenaires")
    await claire.taps("Clore et envoyer")
    assert denis.sees("FIN DE CRISE · Canicule", "Merci à tous")
    assert not town.has_seen("FIN DE CRISE")


async def test_a_closed_crisis_takes_nothing_more(play: Playground) -> None:
    claire, denis = await opened(play)
    await denis.taps("La situation")
    await claire.says("/crise clore", "passer")
    await claire.taps("Clore sans")
    await denis.taps("Phase")
    assert denis.sees("Cette crise est close"), denis.screen()
    await denis.says("/note encore")
    assert denis.sees("aucun plan n'est activé")
    await denis.says("/crise clore")
    assert denis.sees("Aucun plan n'est activé")


async def test_my_lines_are_in_my_data_and_stay_when_i_leave(play: Playground) -> None:
    """PRIV-1."""
    claire, denis = await opened(play)
    await play.person("Ada", Role.ADMINISTRATOR)
    await denis.says("/note la mairie ouvre le gymnase")
    await denis.says("/mesdonnees")
    await denis.taps("Recevoir")
    files = [m.wording.attachment for m in denis.messages if m.wording.attachment]
    assert any(b"la mairie ouvre le gymnase" in f.data for f in files if f is not None)
    await denis.says("/quitter", "oui", "passer")
    await play.wait(seconds=timedelta(minutes=1).total_seconds())
    await claire.says("/crise")
    await claire.taps("Main courante")
    assert claire.sees("la mairie ouvre le gymnase (coordination)"), claire.screen()
