"""An issue is written in steps, put together, locked, scheduled; nothing typed is lost."""

from tests.newsletters.editors import WORDS, editor, only, reader, sent, written
from tests.playground import Playground


async def test_the_wizard_counts_its_steps_and_ends_on_the_desk(play: Playground) -> None:
    claire = await editor(play)
    await claire.says("/newsletter")
    assert claire.sees("Rédaction", "Pas encore d'abonné")
    await claire.taps("Nouveau numéro")
    assert claire.sees("Étape 1 sur 4 · Titre du numéro")
    await claire.says("Rentrée")
    assert claire.sees("Étape 2 sur 4 · Le texte")
    await claire.taps("Plus tard")
    assert claire.sees("Étape 3 sur 4 ·")
    await claire.taps("Aucun texte attendu")
    assert claire.sees("Étape 4 sur 4 · Pour qui ?")
    await claire.taps("Tous les abonnés")
    assert claire.sees("NUMÉRO · nº 1 · Rentrée", "Brouillon.", "Pas encore de texte")
    await claire.says("/newsletter")
    assert claire.sees("nº 1 · Rentrée : brouillon")


async def test_a_line_that_is_partly_wrong_keeps_the_rest(play: Playground) -> None:
    claire = await editor(play)
    await reader(play, "Ana")
    await claire.says(f"/newsletter Rentrée | {WORDS} | membres : licornes")
    assert claire.sees("Je ne sais pas qui est « licornes »", "Pour qui ?")
    await claire.says("infirmiers")
    assert claire.sees("Aperçu · 1 destinataire")
    assert claire.has_seen(WORDS)


async def test_a_title_that_is_too_long_is_asked_again_and_the_text_kept(play: Playground) -> None:
    claire = await editor(play)
    await claire.says(f"/newsletter {'R' * 90} | {WORDS} | tous")
    assert claire.sees("Ce titre est trop long : 90 caractères, 80 au plus", "Le reste est gardé")
    await claire.says("Rentrée")
    assert claire.has_seen(WORDS)


async def test_patient_data_is_refused_before_it_is_kept(play: Playground) -> None:
    claire = await editor(play)
    await claire.says("/newsletter Note | Mme Martin, 2 55 08 14 168 025 38 | tous")
    assert claire.sees("donnée de patient")
    await claire.says("/newsletter")
    assert not claire.sees("Note")


async def test_articles_are_headed_ordered_and_left_out(play: Playground) -> None:
    claire = await written(play)
    await claire.taps("Articles")
    assert claire.sees("1. Le centre de vaccination […] (62 caractères)")
    await claire.taps("Ajouter un article")
    await claire.says("La cellule de crise se réunit jeudi au siège.", "Agenda")
    assert claire.sees("2. Agenda")
    await claire.taps("2. Agenda")
    await claire.taps("Monter")
    assert claire.sees("1. Agenda")
    await claire.taps("2. Le centre")
    await claire.taps("Laisser de côté")
    assert claire.sees("il ne paraîtra pas")
    await claire.taps("Articles")
    assert claire.sees("(laissé de côté)")
    await claire.taps("Le numéro")
    await claire.taps("Aperçu et envoi")
    assert claire.has_seen("Agenda\nLa cellule de crise")
    assert not claire.has_seen(f"rentrée\n\n{WORDS}")


async def test_a_line_that_begins_with_a_hash_is_a_bold_heading(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await sent(play, claire, "/newsletter Note | Bonjour à tous.\n# Vaccins\nOuverture | tous")
    spans = [s for line in ana.messages[-1].wording.lines for s in line]
    assert [s.text for s in spans if s.bold] == ["nº 1 · ", "Note", "Vaccins"]


async def test_title_intro_number_and_audience_are_changed_on_the_desk(play: Playground) -> None:
    claire = await written(play)
    for what, answer in (("Titre", "Hiver"), ("Introduction", "Bonjour."), ("Numéro", "nº 12")):
        await claire.taps("Titre et dates")
        await claire.taps(what)
        await claire.says(answer)
    assert claire.sees("nº 12 · Hiver")
    await claire.taps("Titre et dates")
    await claire.taps("Numéro")
    await claire.says("douze")
    assert claire.sees("Je ne lis pas de numéro", "Exemple : 12")
    await claire.taps("Abandonner")
    await claire.says("/newsletter")
    await claire.taps("nº 12")
    await claire.taps("Destinataires")
    await claire.says("membres : infirmiers")
    assert claire.sees("les abonnés parmi : infirmiers")


async def test_an_issue_without_a_text_is_not_sent(play: Playground) -> None:
    claire = await editor(play)
    await claire.says("/newsletter")
    await claire.taps("Nouveau numéro")
    await claire.says("Rentrée")
    await claire.taps("Plus tard")
    await claire.taps("Aucun texte attendu")
    await claire.taps("Tous les abonnés")
    await claire.taps("Aperçu et envoi")
    assert claire.sees("n'a pas encore de texte")


async def test_a_long_issue_says_how_many_messages_it_is_and_a_longer_one_is_refused(
    play: Playground,
) -> None:
    claire = await written(play)
    for _ in range(2):
        await claire.taps("Articles")
        await claire.taps("Ajouter un article")
        await claire.says("Un texte. " * 390)
        await claire.taps("Sans intertitre")
        await claire.taps("Le numéro")
    await claire.taps("Aperçu et envoi")
    assert claire.has_seen("Voici ce que liront")
    await claire.taps("Modifier")
    await claire.taps("Articles")
    await claire.taps("Ajouter un article")
    await claire.says("Un texte. " * 390)
    await claire.taps("Sans intertitre")
    await claire.taps("Le numéro")
    await claire.taps("Aperçu et envoi")
    assert claire.sees("C'est trop long", "10 000 au plus")


async def test_what_is_dropped_is_gone_for_good(play: Playground) -> None:
    claire = await written(play)
    await claire.taps("Supprimer")
    await claire.taps("Non, garder")
    await claire.taps("Supprimer")
    await claire.taps("Oui, supprimer")
    assert claire.sees("est supprimé")
    await claire.says("/newsletter")
    assert not claire.sees("Rentrée")
    assert (await only(play)).number == 1


async def test_a_member_writes_no_newsletter_and_their_words_are_looked_for(
    play: Playground,
) -> None:
    ana = await play.person("Ana")
    await ana.says("/newsletter Rentrée | Un texte | tous")
    assert ana.sees("Aucun numéro ne contient")


async def test_a_wizard_goes_on_after_a_restart(play: Playground) -> None:
    claire = await editor(play)
    await claire.says("/newsletter")
    await claire.taps("Nouveau numéro")
    await claire.says("Rentrée")
    await play.restart()
    await claire.says(WORDS)
    await claire.taps("Aucun texte attendu")
    await claire.taps("Tous les abonnés")
    assert claire.sees("nº 1 · Rentrée", "62 caractères")
