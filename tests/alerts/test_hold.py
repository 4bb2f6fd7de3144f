"""Severities: what leaves at once, what waits, what passes quiet hours, what can be held back."""

from datetime import UTC, datetime

from sqlalchemy import select

from bot.core import Lane
from storage.outbox import Delivery
from tests.alerts.people import LINE, channel, coordinator, crew, seen, sent
from tests.playground import Playground

INFO = LINE.replace("urgent", "info")
NIGHT = datetime(2026, 11, 21, 22, tzinfo=UTC)  # 23:00 in Paris


async def lanes(play: Playground, about: str) -> set[int]:
    async with play.db.reading() as tx:
        return set(await tx.scalars(select(Delivery.lane).where(Delivery.about == about)))


async def test_what_is_merely_info_waits_half_a_minute_and_can_be_held_back(
    play: Playground,
) -> None:
    """ALRT-16."""
    people = await crew(play, 3)
    claire = await sent(play, INFO)
    assert claire.has_seen("part dans 30 secondes")
    assert seen(people, "INFO") == 0
    await claire.taps("Retenir l'envoi")
    assert claire.sees("est annulée : rien n'est parti."), claire.screen()
    await play.wait(minutes=2)
    assert seen(people, "INFO") == 0


async def test_info_that_nobody_held_back_leaves_after_half_a_minute(play: Playground) -> None:
    people = await crew(play, 2)
    claire = await sent(play, INFO)
    await play.wait(seconds=31)
    assert seen(people, "ℹ️ INFO · Rupture d'eau") == 2
    assert "⏪ Retenir l'envoi" not in claire.buttons()
    assert claire.sees("Envoyé à 2 membres"), claire.screen()


async def test_urgent_leaves_at_once_and_held_back_its_copies_say_so(play: Playground) -> None:
    """ALRT-16: a message that notifies, for an edit does not."""
    people = await crew(play, 2)
    await channel(play, "mairie", "Mairie de Saint-Aubin")
    claire = await sent(play, LINE.replace("membres:Saint-Aubin", "tous | canaux:mairies"))
    assert seen(people, "🚨 ALERTE · Rupture d'eau") == 2
    await claire.taps("Retenir l'envoi")
    ana = people[0]
    assert ana.sees("🚫 ALERTE ANNULÉE · Rupture d'eau", "Message annulé"), ana.screen()
    assert not ana.has_seen("🚨 ALERTE · Rupture")
    assert not ana.has_seen("Reportez les soins")
    assert ana.messages[-1].wording.reply_to == ana.messages[-2].id
    assert claire.has_seen("Déjà parti, et prévenu : 3.")
    assert play.local.chat("mairie").newest.wording.plain.startswith("🚫 ALERTE ANNULÉE")  # type: ignore[union-attr]


async def test_after_half_a_minute_it_is_too_late_to_hold_back(play: Playground) -> None:
    people = await crew(play, 1)
    claire = await sent(play)
    shown = claire.messages[-1]
    index = [k.label for k in shown.wording.keys].index("⏪ Retenir l'envoi")
    keyboard = shown.wording.keyboard
    await play.wait(seconds=40)
    assert "⏪ Retenir l'envoi" not in claire.buttons()
    await play.local.press_raw("claire", "claire", shown.id, keyboard, index)
    await play.settle()
    assert claire.sees("Fin d'alerte"), claire.screen()
    assert seen(people, "🚨 ALERTE") == 1


async def test_urgent_passes_quiet_hours_and_important_waits_for_the_morning(
    play: Playground,
) -> None:
    """ALRT-14."""
    ana, *_ = await crew(play, 1)
    claire = await coordinator(play)
    play.now = NIGHT
    await claire.says(LINE.replace("urgent", "important"))
    assert claire.sees("Une personne est en heures calmes"), claire.screen()
    await claire.taps("Envoyer")
    assert ana.messages == []
    assert claire.sees("Envoyé à personne pour l'instant", "Pas encore parti : 1"), claire.screen()
    await claire.says(LINE.replace("Rupture", "Coupure"))
    await claire.taps("Envoyer")
    assert ana.sees("🚨 ALERTE · Coupure d'eau"), ana.screen()
    assert await lanes(play, "alert:2") == {Lane.URGENT}
    await play.wait(hours=9)
    assert ana.has_seen("🚨 ALERTE · Rupture d'eau")


async def test_who_chose_the_night_is_told_at_night(play: Playground) -> None:
    ana, *_ = await crew(play, 1)
    await ana.says("/reglages")
    claire = await coordinator(play)
    play.now = NIGHT
    await ana.taps("nuit")
    await claire.says(LINE.replace("urgent", "important"))
    await claire.taps("Envoyer")
    assert ana.has_seen("🚨 ALERTE · Rupture"), ana.screen()
