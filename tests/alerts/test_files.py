"""Pictures and PDFs, and what was forwarded."""

import io
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from PIL import Image

from bot.core.events import FileRef
from bot.engine.sent import bare
from tests.alerts.people import LINE, coordinator, crew, ended
from tests.people.two_apps import on_both, on_two_platforms
from tests.playground import Person, Playground

PDF = b"%PDF-1.7 a map"


@pytest.fixture
async def both(sqlite_url: str) -> AsyncIterator[Playground]:
    async with on_two_platforms(sqlite_url) as play:
        yield play


def photo() -> bytes:
    """A picture that tells where it was taken."""
    made, out = Image.new("RGB", (8, 4), "red"), io.BytesIO()
    exif = made.getexif()
    exif[0x0110] = "Phone of Ana"
    made.save(out, "JPEG", exif=exif)
    return out.getvalue()


def given(play: Playground, data: bytes, name: str, mime: str, size: int = 0) -> FileRef:
    play.local.files[name] = data
    return FileRef(id=name, name=name, mime=mime, size=size or len(data))


async def sends(person: Person, text: str, file: FileRef) -> None:
    await person.app.say(person.account, text, files=(file,))
    await person.play.settle()


async def test_a_picture_sent_with_the_line_comes_after_the_words(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    simple = await play.person("Sim", simple=True)
    claire = await coordinator(play)
    await sends(claire, LINE, given(play, photo(), "map.jpg", "image/jpeg"))
    assert claire.sees("📎 Avec une image"), claire.screen()
    await claire.taps("Envoyer")
    words, picture = ana.messages[-2:]
    assert "Reportez les soins" in words.wording.plain
    assert picture.wording.attachment is not None
    assert picture.wording.attachment.mime == "image/jpeg"
    assert b"Phone of Ana" not in picture.wording.attachment.data
    assert [m.wording.attachment for m in simple.messages] == [None]


async def test_a_pdf_can_be_added_in_the_wizard_and_taken_away(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(LINE)
    await claire.taps("Modifier")
    await claire.taps("Image ou PDF")
    await claire.says("le plan")
    assert claire.sees("Envoyez une image"), claire.screen()
    await sends(claire, "", given(play, b"MZ", "virus.exe", "application/x-msdownload"))
    assert claire.sees("Je ne joins qu'une image")
    await sends(claire, "", given(play, PDF, "plan.pdf", "application/pdf", 21 * 1024 * 1024))
    assert claire.sees("trop lourd : 20 Mo au plus")
    await sends(claire, "", given(play, PDF, "plan.pdf", "application/pdf"))
    assert claire.sees("📎 Avec un PDF.")
    await claire.taps("Essai sur moi")
    tried = [m.wording.attachment for m in claire.messages if m.wording.attachment]
    assert [a.data for a in tried] == [PDF]
    await claire.taps("Envoyer")
    attached = ana.messages[-1].wording.attachment
    assert attached is not None
    assert (attached.name, attached.data) == ("plan.pdf", PDF)


async def test_a_file_that_cannot_be_fetched_does_not_stop_the_words(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await sends(claire, LINE, FileRef(id="gone", name="x.pdf", mime="application/pdf", size=9))
    await claire.taps("Envoyer")
    assert ana.has_seen("Reportez les soins")
    assert not any(m.wording.attachment for m in ana.messages)


def test_what_is_no_picture_is_not_sent_on_as_one() -> None:
    with pytest.raises(OSError, match="identify"):
        bare(b"<svg onload=alert(1)>", "image/png")
    with pytest.raises(ValueError, match="no PDF"):
        bare(b"MZ", "application/pdf")


async def test_an_answer_to_a_forwarded_message_takes_its_text_and_picture(
    play: Playground,
) -> None:
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    post = "Vigilance rouge canicule.\nRestez au frais, buvez, prenez des nouvelles des voisins."
    said = play.local.said("claire", "/alerte danger | tous")
    picture = given(play, photo(), "fwd.jpg", "image/jpeg")
    await play.tell(
        replace(said, quoted=post, quoted_from="Préfecture", quoted_files=(picture,))
    )  # fmt: skip
    assert claire.sees(
        "🚨 ALERTE · Vigilance rouge canicule", "Restez au frais, buvez", "Source : Préfecture",
        "📎 Avec une image",
    ), claire.screen()  # fmt: skip
    await claire.taps("Envoyer")
    assert ana.has_seen("prenez des nouvelles des voisins")


async def test_a_patient_in_what_was_forwarded_is_refused(play: Playground) -> None:
    claire = await coordinator(play)
    said = play.local.said("claire", "/alerte urgent | tous")
    await play.tell(replace(said, quoted="Mme Dupont, 1 84 12 76 451 089 46, est tombée"))
    assert claire.sees("donnée de patient"), claire.screen()
    async with play.db.reading() as tx:
        from sqlalchemy import text

        kept = (await tx.execute(text("SELECT event FROM inbox"))).all()
    assert "Dupont" not in str(kept)


async def test_a_picture_sent_at_the_preview_is_taken(play: Playground) -> None:
    """At 17:40 nobody looks for «✏️ Modifier» first."""
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(LINE)
    await sends(claire, "voici le plan", given(play, photo(), "map.jpg", "image/jpeg"))
    assert claire.sees("Aperçu", "📎 Avec une image."), claire.screen()
    await sends(claire, "", given(play, b"x", "plan.docx", "application/msword"))
    assert claire.sees("Je ne joins qu'une image", "📎 Avec une image."), claire.screen()
    await claire.taps("Envoyer")
    assert ana.messages[-1].wording.attachment is not None


async def test_a_file_of_the_wrong_kind_with_the_line_loses_nothing_of_the_line(
    play: Playground,
) -> None:
    await crew(play, 1)
    claire = await coordinator(play)
    await sends(claire, LINE, given(play, b"x", "plan.docx", "application/msword"))
    assert claire.sees("Je ne joins qu'une image"), claire.screen()
    await claire.taps("Sans pièce jointe")
    assert claire.sees("Aperçu · 🚨 ALERTE · Rupture d'eau", "1 membre"), claire.screen()


async def test_what_is_too_long_to_be_taken_over_whole_is_said_to_be_cut(
    play: Playground,
) -> None:
    await crew(play, 1)
    claire = await coordinator(play)
    said = play.local.said("claire", "/alerte danger | tous")
    await play.tell(replace(said, quoted="Canicule\n" + "Restez au frais. " * 100))
    assert claire.sees("✂️ Le texte repris faisait 1 708 caractères"), claire.screen()
    await claire.taps("Modifier")
    await claire.taps("Texte")
    await claire.says("Restez au frais.")
    assert not claire.sees("✂️")


async def test_the_picture_comes_on_the_other_app_and_says_when_it_is_over(
    both: Playground,
) -> None:
    """ALRT-11."""
    first, there = await on_both(both, "Bea")
    claire = await coordinator(both)
    await sends(claire, LINE, given(both, photo(), "map.jpg", "image/jpeg"))
    await claire.taps("Envoyer")
    await both.wait(minutes=10)
    assert [m.wording.attachment is not None for m in first.messages[-2:]] == [False, True]
    await ended(claire)
    for one in (first, there):
        [picture] = [m for m in one.messages if m.wording.attachment]
        assert picture.wording.plain.startswith("🏁 ALERTE TERMINÉE"), picture.wording.plain
