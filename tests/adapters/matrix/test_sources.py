"""A room that is a source: what is posted there becomes a draft, as in a Telegram channel."""

import pytest
from sqlalchemy import select

from bot.core import Role
from storage.inbox import Heard
from tests.adapters.matrix.bot import Bot
from tests.adapters.matrix.story.cast import chooses
from tests.servers.matrix.fixtures import Matrix

READ_ONLY = {"power_level_content_override": {"events_default": 50}}


@pytest.mark.timeout(90)
@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
async def test_a_room_of_an_authority_that_lets_nobody_write_becomes_a_source(
    matrix: Matrix, bot: Bot, encrypted: bool
) -> None:
    """What was said before, answers and commands are none; nothing of them is written down."""
    claire, prefect = await matrix.people("Claire", "Prefect", encryption=encrypted)
    await claire.creates_direct_room_with(bot.account.user, encrypted=encrypted)
    await claire.sees("envoyez-moi votre code")
    await bot.knows(claire, Role.COORDINATOR)
    room = await prefect.creates_room(
        "Préfecture", bot.account.user, encrypted=encrypted, **READ_ONLY
    )
    await claire.has("Nouveau salon : Préfecture", "Je peux y lire, pas y écrire")
    await prefect.says("Ceci n'est pas pour le robot.", to=room)
    await chooses(claire, "Équipe", on="Nouveau salon")
    await claire.has("Préfecture", "Source d'alertes")
    await chooses(claire, "Source d'alertes", on="Préfecture")
    await claire.has("Ce qui y est publié devient un brouillon d'alerte.")
    post = await prefect.says("Vigilance rouge canicule.\nRestez au frais.", to=room)
    await claire.has("BROUILLON · Préfecture a publié", "Restez au frais.")
    await prefect.replies(post, "Merci du relais.")
    await prefect.says("Fin de la vigilance à 18 h.", to=room, msgtype="m.notice")
    await claire.has("BROUILLON · Préfecture", "Fin de la vigilance")
    await prefect.sends_file("carte.pdf", b"%PDF-1.7", "application/pdf", to=room)
    await claire.has("BROUILLON · Préfecture a publié (avec une pièce jointe)")
    assert claire.count("BROUILLON") == 3
    assert not prefect.count("BROUILLON", to=room)
    async with bot.db.reading() as tx:
        kept = str((await tx.scalars(select(Heard.event))).all())
    assert "pas pour le robot" not in kept
    assert "Merci du relais" not in kept
    assert prefect.id not in kept, "who posted is nobody's to know"
