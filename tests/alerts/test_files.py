"""Pictures and PDFs, what was forwarded, and channels whose posts become drafts."""

import io

import pytest
from PIL import Image

from bot.core import ChatRef, Said
from bot.core.events import FileRef
from bot.engine.sent import bare
from tests.alerts.people import LINE, channel, coordinator, crew
from tests.playground import Person, Playground

PDF = b"%PDF-1.7 a map"


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


async def posts(play: Playground, chat: str, text: str, *files: FileRef) -> None:
    """A channel's post: nobody is named who wrote it."""
    where = ChatRef("local", chat)
    await play.tell(
        Said(key=f"p{play.now}{text[:5]}", chat=where, sender=None, at=play.now, private=False,
             text=text, files=files)
    )  # fmt: skip


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
    from dataclasses import replace

    picture = given(play, photo(), "fwd.jpg", "image/jpeg")
    await play.tell(
        replace(said, quoted=post, quoted_from="Préfecture", quoted_files=(picture,))
    )  # fmt: skip
    assert claire.sees(
        "🚨 ALERTE · Vigilance rouge canicule.", "Restez au frais, buvez", "Source : Préfecture",
        "📎 Avec une image",
    ), claire.screen()  # fmt: skip
    await claire.taps("Envoyer")
    assert ana.has_seen("prenez des nouvelles des voisins")


async def test_a_patient_in_what_was_forwarded_is_refused(play: Playground) -> None:
    from dataclasses import replace

    claire = await coordinator(play)
    said = play.local.said("claire", "/alerte urgent | tous")
    await play.tell(replace(said, quoted="Mme Dupont, 1 84 12 76 451 089 46, est tombée"))
    assert claire.sees("donnée de patient"), claire.screen()
    async with play.db.reading() as tx:
        from sqlalchemy import text

        kept = (await tx.execute(text("SELECT event FROM inbox"))).all()
    assert "Dupont" not in str(kept)


async def test_a_post_in_a_source_channel_becomes_a_draft_that_one_coordinator_takes(
    play: Playground,
) -> None:
    ana, *_ = await crew(play, 1)
    claire, denis = await coordinator(play), await coordinator(play, "Denis")
    room = await channel(play, "ars", "ARS Bretagne", alerts="", source=True)
    await posts(play, "ars", "Rappel de lots d'amoxicilline.\nVérifiez vos stocks.")
    for one in (claire, denis):
        assert one.sees("📥 BROUILLON · ARS Bretagne a publié", "Vérifiez vos stocks.")
    await denis.taps("En faire une alerte")
    assert denis.sees("Quelle gravité ?"), denis.screen()
    await denis.taps("Important")
    await denis.taps("Tous les membres")
    assert denis.sees("🚨 ALERTE · Rappel de lots", "Source : ARS Bretagne"), denis.screen()
    await denis.taps("Envoyer")
    assert claire.has_seen("Repris par Denis")
    assert ana.sees("Vérifiez vos stocks.")
    assert room.messages == []


async def test_only_sources_are_listened_to(play: Playground) -> None:
    claire = await coordinator(play)
    await channel(play, "mairie", "Mairie de Saint-Aubin")
    await posts(play, "mairie", "Fête de la soupe samedi.")
    await posts(play, "inconnu", "Fête de la soupe samedi.")
    assert claire.messages == []


async def test_a_draft_can_be_ignored(play: Playground) -> None:
    claire = await coordinator(play)
    await channel(play, "ars", "ARS Bretagne", source=True)
    await posts(play, "ars", "Bonne année !", given(play, photo(), "voeux.jpg", "image/jpeg"))
    assert claire.sees("(avec une pièce jointe)")
    shown = claire.messages[-1]
    keyboard = shown.wording.keyboard
    await claire.taps("Ignorer")
    assert claire.sees("Ignoré par Claire.")
    await play.local.press_raw("claire", "claire", shown.id, keyboard, 0)
    await play.settle()
    assert claire.sees("Ce brouillon a été ignoré")


async def test_a_patient_in_a_post_is_not_kept_and_the_bot_stays_silent_there(
    play: Playground,
) -> None:
    claire = await coordinator(play)
    room = await channel(play, "ars", "ARS Bretagne", source=True)
    await posts(play, "ars", "Mme Dupont, 1 84 12 76 451 089 46")
    assert claire.messages == []
    assert room.messages == []
