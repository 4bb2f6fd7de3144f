"""An alert on Telegram: with its picture, in a channel and in private, from the line to the end."""

import io
from datetime import UTC, datetime

import pytest
from PIL import Image

from bot.core.partners import Category, Level
from storage.chats import Chat, Use
from storage.db import Database
from storage.partners import Partner
from tests.process.books import quiet
from tests.process.bot import Bot
from tests.process.people import community, plain
from tests.process.transcript import transcript
from tests.servers.telegram import Group

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]
LINE = (
    "/alerte urgent | Rupture d'eau potable | Reportez les soins non urgents."
    " | tous, canaux:mairies | partenaires : Préparez la distribution d'eau."
    " | lieu : place du marché"
)


def photo() -> bytes:
    made, out = Image.new("RGB", (640, 400), "navy"), io.BytesIO()
    made.save(out, "JPEG")
    return out.getvalue()


async def gets_alerts(bot: Bot, channel: Group) -> None:
    """The channel of a town hall, known before the bot comes in."""
    db, now = Database(bot.database), datetime.now(UTC)
    async with db.transaction() as tx:
        partner = Partner(name="Mairie", category=Category.TOWN_HALL, level=Level.COOPERATION,
                          made_at=now)  # fmt: skip
        tx.add(partner)
        await tx.flush()
        tx.add(
            Chat(platform="telegram", chat=str(channel.id), title="Mairie", kind="channel",
                 use=Use.PARTNER, lang="fr", partner_id=partner.id, alerts_from="info",
                 added_at=now)
        )  # fmt: skip
    await db.close()


async def test_an_alert_from_the_line_to_the_all_clear(bot: Bot) -> None:
    """ALRT-8, ALRT-11: copies are edited and answered, the picture's caption is edited too."""
    claire, (ana, ben) = await community(bot, "Ana", "Ben")
    town = bot.server.channel("Mairie de Saint-Aubin")
    await gets_alerts(bot, town)
    await town.adds_bot(claire.user, "can_post_messages")
    await bot.start()
    await claire.user.sends_photo(photo(), LINE)
    await claire.sees(
        "Aperçu · 🚨 ALERTE", "📎 Avec une image", "2 membres (2 Telegram) et 1 canal"
    )
    await claire.taps("📣 Envoyer")
    card = await ana.sees("🚨 ALERTE · Rupture d'eau potable", "Urgent. Lieu : place du marché")
    await ben.has("Reportez les soins non urgents.")
    await claire.sees("Envoyé à 2 membres et 1 canal", "Bien reçu : 0")
    await ana.taps("Bien reçu")
    await ana.sees("✅ Bien reçu à")
    await claire.taps("🏁 Fin d'alerte")
    await claire.taps("Terminer sans un mot")
    note = await ana.sees("🏁 FIN D'ALERTE · Rupture d'eau potable", "C'est terminé. Merci.")
    assert note.reply_to == card
    await ben.has("🏁 FIN D'ALERTE")
    await quiet(bot)
    print(transcript(bot.server.history))
    assert plain(card).startswith("🏁 ALERTE TERMINÉE · Rupture d'eau potable")
    [picture] = [m for m in ana.user.messages if "photo" in m.body]
    assert str(picture.body["caption"]).startswith("🏁 ALERTE TERMINÉE")
    reader = [plain(m) for m in town.messages]
    assert not [words for words in reader if "Ana" in words or "Reportez" in words]
    assert any("Préparez la distribution d'eau." in words for words in reader)
