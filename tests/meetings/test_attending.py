"""Who was there: «📍 J'y suis», the organiser's roll, the sheet to sign, the file."""

from datetime import timedelta

from tests.meetings.people import LINE, announced, members
from tests.playground import Person, Playground
from tests.staffing.test_exporting import Sheets


async def on_the_day(play: Playground) -> tuple[Person, Person, Person, Person]:
    """Half an hour before it begins. Ana comes, Bob declined, Zoé said nothing."""
    ana, bob, zoe = await members(play, "Ana", "Bob", "Zoé")
    claire = await announced(play, f"{LINE} | sans rappel")
    await ana.taps("Sur place")
    await bob.taps("Je n'y serai pas")
    play.now += timedelta(days=24, hours=9, minutes=29)
    await play.settle()
    return claire, ana, bob, zoe


async def test_members_say_that_they_are_there(play: Playground) -> None:
    """REM-10."""
    claire, ana, _, _ = await on_the_day(play)
    await ana.says("/reunions")
    await ana.taps("15/12")
    await ana.taps("J'y suis")
    assert ana.sees("📍 C'est noté, vous êtes là."), ana.screen()
    await claire.says("/reunions")
    await claire.taps("15/12")
    assert claire.has_seen("📍 Présents : 1"), claire.screen()


async def test_nobody_is_there_a_day_before(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play)
    await ana.taps("Sur place")
    assert not any("J'y suis" in label for label in ana.buttons())
    assert not any("Qui est là" in label for label in claire.buttons())


async def test_the_organiser_ticks_who_is_there(play: Playground) -> None:
    """REM-10."""
    claire, ana, bob, zoe = await on_the_day(play)
    await claire.says("/reunions")
    await claire.taps("15/12")
    await claire.taps("Qui est là")
    assert claire.sees("PRÉSENCES · CA de décembre · 0 sur 4"), claire.screen()
    assert claire.buttons()[:3] == ["☐ Ana", "☐ Bob (avait dit non)", "☐ Claire (sans réponse)"]
    await claire.taps("Toutes celles et ceux")
    await claire.taps("Bob")
    assert claire.sees("2 sur 4"), claire.screen()
    await claire.taps("Bob")
    assert claire.sees("1 sur 4"), claire.screen()
    assert ana.has_seen("vous êtes là")
    assert not bob.has_seen("vous êtes là")
    await claire.taps("Une autre personne")
    await claire.says("licorne")
    assert claire.sees("Je ne trouve personne pour « licorne »"), claire.screen()
    await claire.says("zoe")
    assert claire.has_seen("C'est noté : Zoé, CA de décembre"), claire.screen()
    assert zoe.has_seen("vous êtes là")


async def test_the_file_proves_who_was_there_by_profession(play: Playground) -> None:
    """REM-10, REP-9."""
    claire, _, _, _ = await on_the_day(play)
    await claire.says("/reunions")
    await claire.taps("15/12")
    await claire.taps("Qui est là")
    await claire.taps("Toutes celles et ceux")
    await claire.taps("Exporter")
    found = claire.messages[-1].wording.attachment
    assert found is not None, claire.screen()
    assert found.name == "presences-ca-de-decembre-2026-12-15.xlsx"
    file = Sheets(found.data)
    rows = {row[0]: row for row in file.rows(1)[2:]}
    assert rows["Ana"][3:4] + rows["Ana"][5:6] == ["sur place", "oui"]
    assert rows["Ana"][-1] == "90"
    assert ["Infirmiers", "3", "1", "1", "1.5"] in file.rows(2)
    assert file.rows(2)[-1] == ["Ensemble", "4", "1", "1", "1.5"]


async def test_who_was_there_can_be_written_down_later(play: Playground) -> None:
    claire, _, _, _ = await on_the_day(play)
    await play.wait(days=3)
    await claire.says("/reunions")
    await claire.taps("Passées")
    await claire.taps("15/12")
    await claire.taps("Qui est là")
    await claire.taps("Ana")
    assert claire.sees("1 sur 4"), claire.screen()


async def test_the_sheet_to_sign_is_a_pdf(play: Playground) -> None:
    """REM-10."""
    claire, _, _, _ = await on_the_day(play)
    await claire.says("/reunions")
    await claire.taps("15/12")
    await claire.taps("Émargement")
    found = claire.messages[-1].wording.attachment
    assert found is not None, claire.screen()
    assert found.mime == "application/pdf"
    assert found.name == "emargement-ca-de-decembre-2026-12-15.pdf"
    assert found.data.startswith(b"%PDF-")
