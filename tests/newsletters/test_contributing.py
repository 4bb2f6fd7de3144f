"""Colleagues are asked for a text: by name, reminded twice, in one tap no; the editor sees who."""

from datetime import timedelta

from bot.core import Role
from tests.newsletters.editors import WORDS, editor
from tests.playground import Person, Playground

TEXT = "Notre équipe mobile a vu 40 personnes cette semaine. Merci à elle."


async def asked(play: Playground, *names: str, until: str = "jeudi 3 décembre") -> Person:
    """A draft for which these were asked; the names are of members who are there."""
    claire = await editor(play)
    await claire.says("/newsletter")
    await claire.taps("Nouveau numéro")
    await claire.says("Rentrée", WORDS, until)
    await claire.taps("Tous les abonnés")
    await claire.taps("Demander des textes")
    await claire.says(*names)
    await claire.taps("C'est tout")
    await claire.taps("Envoyer")
    return claire


async def test_those_chosen_by_name_are_asked_once_and_answer_in_reply(play: Playground) -> None:
    """NEWS-7."""
    ana, bo = await play.person("Ana Roux"), await play.person("Bo Bell")
    claire = await asked(play, "roux", "bo")
    assert claire.has_seen("Recevront cette demande : Ana Roux et Bo Bell")
    assert ana.sees("Un texte de vous pour le nº 1 · Rentrée ?", "jusqu'au jeudi 3 décembre")
    assert claire.sees("Attendu : Ana Roux et Bo Bell")
    await ana.says(TEXT)
    assert ana.sees("Texte reçu : 66 caractères")
    assert claire.has_seen("Un texte est arrivé pour le nº 1 · Rentrée : 1 sur 2")
    await bo.taps("Pas cette fois")
    assert bo.sees("C'est noté, pas cette fois")
    await claire.says("/newsletter")
    await claire.taps("nº 1")
    assert claire.sees("Reçu : Ana Roux", "Pas cette fois : Bo Bell")
    await claire.taps("Articles")
    await claire.taps("2. Notre équipe")
    assert claire.sees(TEXT)


async def test_they_are_reminded_seven_and_two_days_before_unless_they_have_answered(
    play: Playground,
) -> None:
    """NEWS-7."""
    ana, bo, chloe = [await play.person(n) for n in ("Ana", "Bo", "Chloé")]
    claire = await asked(play, "ana", "bo", "chloe")
    await bo.says(TEXT)
    await chloe.says("non")
    await play.wait(days=4)
    assert not ana.has_seen("RAPPEL")
    await play.wait(days=1)  # Thursday 26, 9:00
    assert ana.sees("RAPPEL · Un texte pour la newsletter")
    await play.wait(days=3)
    assert ana.everything.count("RAPPEL") == 1
    await play.wait(days=2)  # Tuesday 1
    assert ana.everything.count("Il est attendu") == 1  # the older copies have stepped back
    assert ana.has_seen("la suite est plus bas")
    assert not bo.has_seen("RAPPEL")
    assert not chloe.has_seen("RAPPEL")
    await play.wait(days=3)
    assert claire.has_seen("Date limite passée pour le nº 1 · Rentrée : 2 réponses sur 3")
    await ana.says(TEXT)
    assert ana.sees("Texte reçu")


async def test_a_text_is_changed_and_added_to_and_none_is_lost(play: Playground) -> None:
    ana = await play.person("Ana")
    claire = await asked(play, "ana")
    await ana.says("court")
    assert ana.sees("30 caractères au moins")
    await ana.says("oui")
    assert ana.sees("Écrivez votre texte ici")
    await ana.says("Long. " * 700)
    assert ana.sees("C'est trop long", "4 000 au plus", "en un seul message")
    await ana.says(TEXT)
    await ana.says("Et merci à la mairie pour la salle.", reply_to=ana.messages[0].id)
    assert ana.sees("Ajouté à votre texte : 103 caractères")
    await ana.taps("Changer mon texte")
    await ana.says("Un autre texte, qui remplace le premier.")
    assert ana.sees("Texte reçu : 40 caractères")
    await claire.taps("Articles")
    assert claire.sees("40 caractères")


async def test_what_comes_after_the_lock_is_not_taken_and_says_so(play: Playground) -> None:
    ana = await play.person("Ana")
    claire = await asked(play, "ana")
    first = ana.messages[-1].id
    await claire.taps("Verrouiller")
    assert ana.sees("Ce numéro est bouclé")
    await ana.says(TEXT, reply_to=first)
    assert ana.sees("votre texte n'a pas été pris. Gardez-le"), ana.screen()


async def test_a_name_that_nobody_has_or_several_have_is_asked_again(play: Playground) -> None:
    await play.person("Ana Roux")
    await play.person("Ana Petit")
    claire = await editor(play)
    await claire.says("/newsletter Rentrée | Un texte pour commencer | tous", "/newsletter")
    await claire.taps("nº 1")
    await claire.taps("Demander des textes")
    await claire.says("3 décembre", "Zorro")
    assert claire.sees("Je ne trouve personne du nom de « Zorro »")
    await claire.says("ana")
    assert claire.sees("Laquelle de ces personnes")
    await claire.taps("Ana Petit")
    assert claire.sees("Choisis : Ana Petit")
    await claire.says("petit")
    assert claire.sees("déjà sur la liste")
    await claire.taps("C'est tout")
    await claire.taps("À personne")
    assert not claire.sees("Attendu")


async def test_who_leaves_owes_nothing_and_leaves_nothing(play: Playground) -> None:
    ana = await play.person("Ana")
    claire = await asked(play, "ana")
    await ana.says(TEXT, "/quitter")
    await ana.taps("Oui, quitter")
    await ana.taps("Passer")
    await claire.says("/newsletter")
    await claire.taps("nº 1")
    assert not claire.sees("Ana")
    await claire.taps("Articles")
    assert not claire.sees("équipe mobile")


async def test_called_off_they_are_told(play: Playground) -> None:
    ana, bo = await play.person("Ana"), await play.person("Bo")
    claire = await asked(play, "ana", "bo")
    await bo.says("non")
    await claire.taps("Supprimer")
    await claire.taps("Oui, supprimer")
    assert ana.sees("ne paraîtra pas")
    assert not bo.has_seen("ne paraîtra pas")
    await play.wait(days=10)
    assert not ana.has_seen("RAPPEL")


async def test_at_night_they_are_asked_in_the_morning(play: Playground) -> None:
    ana = await play.person("Ana")
    play.now += timedelta(hours=13)  # 23:00 in Paris
    await asked(play, "ana")
    assert not ana.messages
    await play.wait(hours=10)
    assert ana.sees("Un texte de vous")


async def test_a_colleague_s_text_comes_without_their_name(play: Playground) -> None:
    ana, bo = await play.person("Ana Roux"), await play.person("Bo")
    await bo.says("/newsletter oui")
    claire = await asked(play, "roux")
    await ana.says(TEXT)
    await claire.taps("Aperçu et envoi")
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    assert bo.sees(TEXT)
    assert not bo.sees("Roux")


async def test_only_those_who_may_see_members_choose_them(play: Playground) -> None:
    await play.person("Ana")
    claire = await asked(play, "ana")
    denis = await play.person("Denis", Role.MEMBER)
    shown = claire.messages[-1]
    await play.local.press_raw("denis", "claire", shown.id, shown.wording.keyboard, 2)
    await play.settle()
    assert not denis.has_seen("À qui demander")


async def test_a_long_text_is_whole_though_it_was_first_asked_what_it_answers(
    play: Playground,
) -> None:
    """It was cut at 200 letters."""
    ana = await play.person("Ana")
    claire = await asked(play, "ana")
    await claire.says("/mobiliser Centre | sam 12/12 9h-13h | 2 IDE | Lieu | payé | tout le monde")
    await claire.taps("Envoyer")
    await ana.says("Une phrase de plus. " * 100)
    assert ana.sees("À quoi répondez-vous")
    await ana.taps("Un texte de vous")
    assert ana.sees("Texte reçu : 1 999 caractères"), ana.screen()
