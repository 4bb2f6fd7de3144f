"""What appeared is listed, searched by words, read again, by those for whom it was."""

from datetime import timedelta

from bot.core import Lang
from bot.core.audience import EVERYONE
from storage.newsletters import Issue, State
from tests.newsletters.editors import editor, issue, reader, sent
from tests.playground import Playground

LONG = "Le centre de vaccination ouvre samedi à Saint-Aubin, venez nombreux."


async def test_a_member_searches_it_by_words_and_reads_it(play: Playground) -> None:
    """NEWS-6."""
    claire, ana = await editor(play), await reader(play, "Ana")
    await sent(play, claire, f"/newsletter Rentrée | {LONG} | tous")
    await sent(play, claire, "/newsletter Hiver | La grippe arrive, protégez-vous bien. | tous")
    await ana.says("/newsletter vaccination saint-aubin")
    assert ana.sees("Un numéro contient", "nº 1 · Rentrée")
    assert not ana.sees("Hiver")
    await ana.taps("nº 1")
    assert ana.sees("NEWSLETTER · nº 1 · Rentrée", LONG)
    await ana.taps("Tous les numéros")
    assert ana.sees("2 numéros sont parus", "nº 2 · Hiver")
    await ana.taps("Chercher")
    await ana.says("Protegez")
    assert ana.sees("Un numéro contient « Protegez »", "nº 2 · Hiver")
    await ana.says("/newsletter licorne")
    assert ana.sees("Aucun numéro ne contient « licorne »")


async def test_in_english(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana", lang=Lang.EN)
    await sent(play, claire, f"/newsletter Rentrée | {LONG} | tous")
    await ana.says("/newsletter")
    assert ana.sees("One issue has appeared", "no. 1 · Rentrée", "You get it")


async def test_what_was_for_others_is_not_in_one_s_archive(play: Playground) -> None:
    claire = await editor(play)
    ana, doc = await play.person("Ana"), await reader(play, "Doc", profession="medecin")
    await sent(play, claire, f"/newsletter Note | {LONG} | membres : médecins")
    await ana.says("/newsletter")
    assert ana.sees("Aucun numéro")
    await doc.says("/newsletter")
    assert doc.sees("nº 1 · Note")
    shown = doc.messages[-1]
    await play.local.press_raw("ana", "doc", shown.id, shown.wording.keyboard, 0)
    await play.settle()
    assert not ana.has_seen(LONG)


async def test_drafts_are_in_nobody_s_archive(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await issue(play, claire)
    await ana.says("/newsletter")
    assert ana.sees("Aucun numéro n'est encore paru")


async def test_older_ones_are_a_page_further(play: Playground) -> None:
    ana = await reader(play, "Ana")
    async with play.db.transaction() as tx:
        tx.add_all(
            Issue(
                number=n, title=f"Mois {n}", audience=EVERYONE.pack(), state=State.SENT, body=LONG,
                made_at=play.now, left_at=play.now + timedelta(minutes=n),
            )
            for n in range(8)
        )  # fmt: skip
    await ana.says("/newsletter")
    assert ana.sees("8 numéros", "Mois 7")
    await ana.taps("Plus anciens")
    assert ana.sees("Mois 0")
    assert not ana.sees("Mois 7")


async def test_an_editor_takes_one_out(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await sent(play, claire, f"/newsletter Rentrée | {LONG} | tous")
    await claire.says("/newsletter")
    await claire.taps("Archives")
    await claire.taps("nº 1")
    await claire.taps("Retirer des archives")
    await claire.taps("Oui, retirer")
    await ana.says("/newsletter")
    assert ana.sees("Aucun numéro")
