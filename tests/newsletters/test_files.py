"""A picture or a PDF goes along; a contributor's picture is the editor's to use."""

from dataclasses import replace

from bot.core.events import FileRef
from tests.alerts.test_files import PDF, given, photo, sends
from tests.newsletters.editors import WORDS, editor, reader, written
from tests.playground import Person, Playground


def came_with(person: Person) -> list[str]:
    found = [m.wording.attachment for m in person.messages]
    return [one.name for one in found if one is not None]


async def test_a_picture_sent_with_the_line_goes_to_everyone_without_what_it_betrays(
    play: Playground,
) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    simple = await reader(play, "Sim", simple=True)
    picture = given(play, photo(), "affiche.jpg", "image/jpeg")
    await sends(claire, f"/newsletter Rentrée | {WORDS} | tous", picture)
    assert came_with(claire) == ["affiche.jpg"]
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    assert came_with(ana) == ["affiche.jpg"]
    shown = ana.messages[-1].wording.attachment
    assert shown is not None
    assert b"Phone of Ana" not in shown.data
    assert shown.alt == "Rentrée"
    assert came_with(simple) == []
    assert simple.sees(WORDS)


async def test_a_document_is_added_on_the_desk_kept_in_the_archive_and_taken_away(
    play: Playground,
) -> None:
    claire, ana = await written(play), await reader(play, "Ana")
    await claire.taps("Image ou document")
    await sends(claire, "", given(play, b"MZ", "virus.exe", "application/x-msdownload"))
    assert claire.sees("Je ne joins qu'une image")
    await sends(claire, "", given(play, PDF, "big.pdf", "application/pdf", size=30_000_000))
    assert claire.sees("trop lourd : 20 Mo")
    await sends(claire, "", given(play, PDF, "plan.pdf", "application/pdf"))
    assert claire.sees("📄 Document : plan.pdf")
    await claire.taps("Aperçu et envoi")
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    assert came_with(ana) == ["plan.pdf"]
    await ana.says("/newsletter")
    await ana.taps("nº 1")
    assert came_with(ana) == ["plan.pdf", "plan.pdf"]


async def test_without_one_again(play: Playground) -> None:
    claire = await written(play)
    await claire.taps("Image ou document")
    await sends(claire, "", given(play, PDF, "plan.pdf", "application/pdf"))
    await claire.taps("Image ou document")
    await claire.taps("Sans image")
    assert not claire.sees("plan.pdf")


async def test_a_contributor_s_picture_is_the_editor_s_to_use(play: Playground) -> None:
    claire, ana = await written(play), await play.person("Ana")
    await claire.taps("Demander des textes")
    await claire.says("3 décembre", "ana")
    await claire.taps("C'est tout")
    await claire.taps("Envoyer")
    await sends(ana, "Voici notre équipe mobile, samedi matin.", _photo(play))
    assert ana.sees("Texte reçu")
    await claire.taps("Articles")
    await claire.taps("2. Voici")
    await claire.taps("Mettre son image")
    assert claire.sees("🖼 Image : equipe.jpg")


async def test_a_preview_says_how_many_messages_it_is_on_each_platform(play: Playground) -> None:
    """NEWS-5."""
    play.local.abilities = replace(play.local.abilities, longest=4096, caption=1024)
    claire = await editor(play)
    await reader(play, "Ana")
    words = "Un texte. " * 380
    await sends(claire, f"/newsletter Note | {words} | tous", _photo(play))
    assert claire.sees("Longueur : 2 messages sur Local."), claire.screen()
    await claire.says(f"/newsletter Courte | {WORDS} | tous")
    assert not claire.sees("Longueur")


def _photo(play: Playground) -> FileRef:
    return given(play, photo(), "equipe.jpg", "image/jpeg")


async def test_who_cannot_see_the_picture_reads_what_it_shows(play: Playground) -> None:
    """A11Y: in the simple display it was left out without a word."""
    claire = await written(play)
    ana, simple = await reader(play, "Ana"), await reader(play, "Sim", simple=True)
    await claire.taps("Image ou document")
    await sends(claire, "", given(play, photo(), "affiche.jpg", "image/jpeg"))
    await claire.taps("Sans description")
    assert claire.sees("sans description : qui ne voit pas l'écran n'en saura rien")
    await claire.taps("Image ou document")
    await sends(claire, "", given(play, photo(), "affiche.jpg", "image/jpeg"))
    await claire.says("L'affiche, avec les dates et l'adresse")
    assert not claire.sees("sans description"), claire.screen()
    await claire.taps("Aperçu et envoi")
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    assert simple.sees("L'affiche, avec les dates et l'adresse"), simple.screen()
    assert came_with(simple) == []
    shown = ana.messages[-1].wording.attachment
    assert shown is not None
    assert shown.alt == "L'affiche, avec les dates et l'adresse"
