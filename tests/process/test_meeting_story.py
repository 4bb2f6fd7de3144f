"""A meeting and a newsletter on Telegram, by the real process, half a minute's holding and all."""

import io
import re
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from icalendar import Calendar
from PIL import Image

from tests.process.bot import Bot
from tests.process.conftest import ended
from tests.process.people import Person, community, soon
from tests.process.transcript import transcript
from tests.servers.telegram import Message, TelegramServer

pytestmark = [pytest.mark.process, pytest.mark.chaos, pytest.mark.timeout(300)]


class Public(Bot):
    """With an address of its own that members may be told."""

    def _configuration(self) -> str:
        told = f'[web]\n            public_url = "http://127.0.0.1:{self.port}"'
        return super()._configuration().replace("[web]", told)


@pytest.fixture
async def public(tmp_path: Path, server: TelegramServer, new_sqlite: str) -> AsyncIterator[Public]:
    async with ended(Public(tmp_path, new_sqlite, server=server)) as bot:
        yield bot


def data(bot: Bot, message: Message) -> bytes:
    """What came along: a document, or the largest size of a picture."""
    sent = message.body.get("document") or message.body["photo"][-1]
    return bot.server.world.files.find(sent["file_id"]).data


async def fetched(url: str) -> tuple[int, str, str]:
    """As a calendar subscribes: status, kind, text."""
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, answer.content_type, await answer.text()


async def announced(claire: Person, line: str) -> None:
    await claire.says(line)
    await claire.sees("Aperçu")
    await claire.taps("📣 Envoyer")
    await claire.sees("Part dans 30 secondes")


async def test_a_meeting_from_its_line_to_the_calendar_that_is_fetched(public: Public) -> None:
    """REM-6, REM-10, REM-13, INT-6."""
    claire, (ana, ben) = await community(public, "Ana", "Ben")
    await public.start()
    await announced(claire, f"/reunion CA | {soon()} 20h-21h30 | Mairie ou https://v.example/ca")
    await public.kill()
    await public.start()
    await ana.sees("📅 RÉUNION · CA", "Serez-vous des nôtres ?")
    await ana.taps("Sur place")
    await ana.sees("C'est noté, vous venez sur place")
    await ben.says("en visio")
    await ben.sees("vous participez à distance")
    await claire.has("✅ Sur place : 1 · 💻 à distance : 1")
    found = await subscribed(public, ana)
    await moved(public, claire, ana, found)
    print(transcript(public.server.history))


async def subscribed(public: Public, ana: Person) -> re.Match[str]:
    """The file of one meeting, then the address of a calendar: whole, and its path."""
    await ana.taps(".ics")
    file = await ana.sees("ouvrez le fichier")
    [event] = Calendar.from_ical(data(public, file)).walk("VEVENT")
    assert str(event["SUMMARY"]) == "CA"
    await ana.says("/agenda")
    await ana.sees("MON AGENDA", "CA")
    await ana.taps("Abonnement privé")
    await ana.sees("Une adresse secrète")
    await ana.taps("Créer mon adresse")
    told = await ana.sees("montrée une seule fois")
    found = re.search(r"http://127\.0\.0\.1:\d+(/agenda/[a-z0-9]{26}\.ics)", told.text)
    assert found, told.text
    public.secrets.add(found[1])
    status, kind, text = await fetched(found[0])
    assert (status, kind) == (200, "text/calendar")
    assert "SUMMARY:CA" in text
    assert "Ana" not in text
    return found


async def moved(public: Public, claire: Person, ana: Person, found: re.Match[str]) -> None:
    """Calendars follow, over a restart too; the sheet; an invitation that comes as a file."""
    await claire.taps("✏️ Modifier")
    await claire.taps("Date et heures")
    await claire.sees("Quel nouvel horaire")
    await claire.says("20h30")
    await claire.sees("au lieu de 20 h")
    await claire.taps("📣 Envoyer")
    await ana.sees("⚠️ CHANGEMENT · CA", "Toujours possible ?")
    await ana.taps("✅ Oui")
    _, _, text = await fetched(found[0])
    assert "T203000" in text
    await public.restart()
    _, _, again = await fetched(f"http://127.0.0.1:{public.port}{found[1]}")
    assert "T203000" in again
    await claire.taps("Émargement")
    sheet = await claire.sees("Feuille d'émargement")
    assert data(public, sheet).startswith(b"%PDF-")
    await claire.user.sends_document(ICS.encode(), "invite.ics", mime="text/calendar")
    await claire.sees("📎", "Comité")
    await claire.taps("En faire une réunion")
    await claire.sees("Aperçu", "Comité", "Salle 3")


async def test_a_newsletter_with_a_picture_is_written_sent_read_and_stopped(bot: Bot) -> None:
    """NEWS-1, NEWS-2, NEWS-4, NEWS-6, NEWS-7."""
    claire, (ana, ben) = await community(bot, "Ana", "Ben")
    await bot.start()
    for reader in (ana, ben):
        await reader.says("/newsletter oui")
        await reader.sees("C'est noté, vous la recevrez")
    await written(claire, ben)
    await claire.says("/newsletter")
    await claire.taps("nº 1")
    await claire.taps("Image ou document")
    await claire.sees("Envoyez une image")
    await claire.user.sends_photo(poster())
    await claire.sees("Que montre l'image")
    await claire.says("L'affiche de la campagne, mardi au gymnase")
    await claire.sees("🖼 Image")
    await bot.restart()
    await claire.taps("Aperçu et envoi")
    await claire.sees("Aperçu · 2 destinataires")
    await claire.taps("📣 Envoyer")
    await claire.sees("Part dans 30 secondes")
    await bot.kill()
    await bot.start()
    for reader in (ana, ben):
        got = await reader.sees("📰 NEWSLETTER · nº 1 · Campagne grippe", "gymnase")
        shown = got if got.body.get("photo") else reader.user.messages[-2]
        assert Image.open(io.BytesIO(data(bot, shown))).size == (640, 400)
    await claire.sees("est parti : 2 abonnés")
    await ana.taps("Ne plus recevoir")
    await ana.sees("plus de newsletter. Les appels continuent")
    await ana.says("/newsletter gymnase")
    await ana.sees("Un numéro contient « gymnase »", "Vous ne la recevez pas")
    print(transcript(bot.server.history))


async def written(claire: Person, ben: Person) -> None:
    """By the wizard; its one text is asked of a colleague."""
    await claire.says("/newsletter")
    await claire.taps("Nouveau numéro")
    await claire.sees("Titre du numéro")
    await claire.says("Campagne grippe")
    await claire.sees("Le texte ?")
    await claire.taps("Plus tard")
    await claire.sees("Jusqu'à quel jour")
    await claire.says(soon())
    await claire.sees("Pour qui ?")
    await claire.taps("Tous les abonnés")
    await claire.taps("Demander des textes")
    await claire.sees("À qui demander un texte")
    await claire.says("Ben")
    await claire.taps("C'est tout")
    await claire.taps("📣 Envoyer")
    await ben.sees("Un texte de vous", "Campagne grippe")
    await ben.says("La vaccination commence mardi au gymnase. Venez nombreux, à pied si possible.")
    await ben.sees("Texte reçu")
    await claire.sees("Un texte est arrivé")


def poster() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 400), "#163448").save(out, "JPEG")
    return out.getvalue()


ICS = f"""BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@example
SUMMARY:Comité
DTSTART;TZID=Europe/Paris:{soon(12)[6:]}{soon(12)[3:5]}{soon(12)[:2]}T180000
DTEND;TZID=Europe/Paris:{soon(12)[6:]}{soon(12)[3:5]}{soon(12)[:2]}T193000
LOCATION:Salle 3
END:VEVENT
END:VCALENDAR"""
