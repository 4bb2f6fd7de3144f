"""A meeting and a newsletter on Matrix: by emoji and in words, in rooms that are encrypted or not,
with files that arrive and open, and in the simple display."""

import io
from datetime import timedelta
from itertools import takewhile

import pytest
from icalendar import Calendar
from PIL import Image

from bot.core import Role
from tests.adapters.matrix.bot import Bot
from tests.adapters.matrix.story.cast import Cast, chooses, gathered, sign_of, the_file
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.people import Person
from tests.servers.matrix.seen import Message

pytestmark = [pytest.mark.chaos, pytest.mark.timeout(240)]


@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
async def test_a_meeting_and_a_newsletter_from_the_line_to_the_archive(
    matrix: Matrix, bot: Bot, encrypted: bool
) -> None:
    """REM-6, REM-10, INT-6, NEWS-1, NEWS-2, NEWS-4, NEWS-6, A11Y-2."""
    cast = await gathered(matrix, bot, encrypted=encrypted)
    await bot.knows(cast.claire, Role.COORDINATOR)
    for nurse in cast.everyone[1:]:
        await bot.knows(nurse)
    try:
        await met(cast)
        await moved(cast)
        await attended(cast)
        await invited_by_file(cast)
        await polled(cast)
        await read(cast)
    finally:
        for person in cast.everyone:
            told(person)


def told(person: Person) -> None:
    """For whoever wants to read what was said (pytest -s)."""
    print(f"\n=== {person.name}")
    for one in person.said():
        print(f"{one.text}\n    {' '.join(one.reactions)}\n  --")


async def below(person: Person, list_: str, words: str) -> None:
    """The new copy is there, below the list that led to it."""

    def look() -> bool | None:
        newer = list(takewhile(lambda m: not m.has(list_), person.said()))
        return True if any(sign_of(m, words) for m in newer) else None

    await person.client.waits(look, 30, f"sees no {words} below {list_}")


def day(cast: Cast, days: int = 9) -> str:
    return f"{cast.bot.now() + timedelta(days=days):%d/%m}"


async def met(cast: Cast) -> None:
    claire, ana, ben, eva = cast.everyone
    await claire.says(f"!reunion CA | {day(cast)} 20h-21h30 | Mairie ou https://v.example/ca")
    await claire.sees("Aperçu", "RÉUNION · CA")
    await chooses(claire, "Envoyer", on="Aperçu")
    await claire.has("Part dans 30 secondes")
    await cast.bot.restart()
    cast.bot.passes(minutes=1)
    card = await ana.has("RÉUNION · CA", "Serez-vous des nôtres ?")
    assert card.encrypted is cast.encrypted
    await chooses(ana, "Sur place", on="Serez-vous")
    await ana.has("C'est noté, vous venez sur place")
    await ben.says("en visio")
    await ben.sees("vous participez à distance")
    await eva.says("non désolée")
    await eva.sees("vous n'y serez pas")
    await claire.has("✅ Sur place : 1 · 💻 à distance : 1 · ❌ absents : 1")
    await chooses(ana, "Agenda (.ics)", on="RÉUNION")
    await ana.has("ouvrez le fichier")
    [event] = Calendar.from_ical(await the_file(ana, ".ics")).walk("VEVENT")
    assert str(event["SUMMARY"]) == "CA"


async def moved(cast: Cast) -> None:
    claire, ana, ben, _ = cast.everyone
    await chooses(claire, "Modifier", on="Invités")
    await claire.has("Que voulez-vous changer ?")
    await chooses(claire, "Date et heures", on="Que voulez-vous changer")
    await claire.has("Quel nouvel horaire")
    await claire.says("20h30")
    await claire.sees("au lieu de 20 h")
    await chooses(claire, "Envoyer", on="au lieu de 20 h")
    await ana.has("CHANGEMENT · CA", "Toujours possible ?")
    await chooses(ana, "Oui", on="CHANGEMENT")
    await ben.has("CHANGEMENT", "Toujours possible ?")
    await ben.says("oui")
    await ben.sees("C'est noté")


async def attended(cast: Cast) -> None:
    claire, ana, _, _ = cast.everyone
    cast.bot.passes(days=9, hours=10)
    await ana.says("!reunions")
    await ana.sees("RÉUNIONS", "vous venez")
    await chooses(ana, "CA", on="RÉUNIONS")
    await below(ana, "RÉUNIONS", "J'y suis")
    await chooses(ana, "J'y suis", on="RÉUNION · CA")
    await ana.has("vous êtes là")
    await claire.says("!reunions")
    await claire.sees("RÉUNIONS")
    await chooses(claire, "CA", on="RÉUNIONS")
    await below(claire, "RÉUNIONS", "Qui est là")
    await claire.has("📍 Présents : 1 · 1 h 30 en tout", "1 infirmier (1 h 30)")
    await chooses(claire, "Qui est là", on="Présents")
    await claire.has("PRÉSENCES · CA · 1 sur 4")
    await chooses(claire, "Toutes celles et ceux", on="PRÉSENCES")
    await claire.has("PRÉSENCES · CA · 2 sur 4")
    await chooses(claire, "Émargement", on="Présents")
    assert (await the_file(claire, ".pdf")).startswith(b"%PDF-")


async def invited_by_file(cast: Cast) -> None:
    claire = cast.claire
    when = cast.bot.now() + timedelta(days=20)
    await claire.sends_file("invite.ics", ICS.format(day=f"{when:%Y%m%d}").encode(),
                            "text/calendar")  # fmt: skip
    await claire.sees("📎", "RÉUNION · Comité", "de 18 h à 19 h 30")
    await chooses(claire, "En faire une réunion", on="Comité")
    await claire.has("Aperçu", "RÉUNION · Comité", "Salle 3")
    await chooses(claire, "Abandonner", on="Aperçu")


async def polled(cast: Cast) -> None:
    claire, ana, ben, _ = cast.everyone
    await claire.says(f"!sondage dates Groupe | {day(cast, 8)} 20h, {day(cast, 10)} 20h | Mairie")
    await claire.sees("SONDAGE DE DATES · Groupe")
    await chooses(claire, "Envoyer", on="SONDAGE DE DATES")
    await claire.has("Part dans 30 secondes")
    cast.bot.passes(minutes=1)
    await ana.has("Quelles dates vous vont ?")
    await chooses(ana, day(cast, 10), on="Quelles dates")
    await ana.has("C'est noté : la 2.")
    await ben.says("2")
    await ben.sees("C'est noté : la 2.")
    await claire.has("2 ⭐ en tête")


async def read(cast: Cast) -> None:
    claire, ana, ben, _ = cast.everyone
    for reader in (ana, ben):
        await reader.says("!newsletter oui")
        await reader.sees("C'est noté, vous la recevrez")
    await ben.says("!reglages")
    await chooses(ben, "Affichage simple", on="RÉGLAGES")
    out = io.BytesIO()
    Image.new("RGB", (640, 400), "#163448").save(out, "PNG")
    await claire.says("!newsletter Grippe | La vaccination commence mardi au gymnase. | tous")
    await claire.sees("Aperçu")
    await chooses(claire, "Modifier", on="Aperçu · 2")
    await claire.has("NUMÉRO · nº 1")
    await chooses(claire, "Image ou document", on="NUMÉRO · nº 1")
    await claire.has("Envoyez une image")
    await claire.sends_file("affiche.png", out.getvalue(), "image/png")
    await claire.has("Que montre l'image")
    await claire.says("L'affiche de la campagne, mardi au gymnase")
    await claire.has("🖼 Image : affiche.png")
    await chooses(claire, "Aperçu et envoi", on="affiche.png")
    await chooses(claire, "Envoyer", on="Longueur")
    await claire.sees("Part dans 30 secondes")
    cast.bot.passes(minutes=1)
    await ana.has("NEWSLETTER · nº 1 · Grippe", "gymnase")
    assert Image.open(io.BytesIO(await _picture(ana))).size == (640, 400)
    await ben.has("NEWSLETTER · nº 1 · Grippe", "L'affiche de la campagne")
    cast.bot.passes(seconds=20)
    await claire.has("est parti : 2 abonnés")
    await chooses(ana, "Ne plus recevoir", on="nº 1 · Grippe")
    await ana.has("plus de newsletter. Les appels continuent")
    await ana.says("!newsletter gymnase")
    await ana.sees("Un numéro contient « gymnase »", "Vous ne la recevez pas")


async def _picture(person: Person) -> bytes:
    def look() -> Message | None:
        return next((m for m in person.said() if m.kind == "m.image"), None)

    return await person.opens(await person.client.waits(look, 30, "gets no picture"))


ICS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@example
SUMMARY:Comité
DTSTART;TZID=Europe/Paris:{day}T180000
DTEND;TZID=Europe/Paris:{day}T193000
LOCATION:Salle 3
END:VEVENT
END:VCALENDAR"""
