"""Channels and rooms that are sources: what is posted there becomes a draft of an alert."""

from sqlalchemy import select, update

from bot.core import ChatRef, Said
from bot.core.events import FileRef, Rights
from storage.chats import Chat, Use
from storage.inbox import Heard
from tests.alerts.people import channel, coordinator, crew
from tests.alerts.test_files import given, photo
from tests.playground import Person, Playground


async def posts(play: Playground, chat: str, text: str, *files: FileRef) -> None:
    """A channel's post: nobody is named who wrote it."""
    where = ChatRef("local", chat)
    await play.tell(
        Said(key=f"p{play.now}{text[:5]}", chat=where, sender=None, at=play.now, private=False,
             text=text, files=files)
    )  # fmt: skip


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
    """PRIV-9: what stands in any other channel is not even written down."""
    claire = await coordinator(play)
    await channel(play, "mairie", "Mairie de Saint-Aubin")
    await channel(play, "ars", "ARS Bretagne", source=True)
    await posts(play, "mairie", "Fête de la soupe samedi.")
    await posts(play, "inconnu", "Fête de la soupe samedi.")
    assert claire.messages == []
    await posts(play, "ars", "Rappel de lots.")
    async with play.db.reading() as tx:
        kept = [row.event["text"] for row in (await tx.scalars(select(Heard))).all()]
    assert kept == ["Rappel de lots."]


async def test_a_source_that_cannot_be_written_to_is_still_read(play: Playground) -> None:
    """An authority's room lets nobody write: that is how such rooms are."""
    claire = await coordinator(play)
    await play.add_bot("ars", "group", "ARS Bretagne")
    where = ChatRef("local", "ars")
    await play.tell(
        Rights(key="mute", chat=where, sender=None, at=play.now, private=False, can_write=False)
    )
    assert claire.sees("À qui est-il ?", "Je peux y lire, pas y écrire"), claire.screen()
    await claire.taps("Équipe")
    await claire.taps("Source d'alertes")
    assert claire.sees("Ce qui y est publié devient un brouillon d'alerte."), claire.screen()
    await posts(play, "ars", "Rappel de lots d'amoxicilline.")
    assert claire.sees("📥 BROUILLON · ARS Bretagne", "Rappel de lots"), claire.screen()
    assert Person(play, "x", 0, chat="ars").messages == []


async def test_a_room_that_is_heard_from_now_on_is_told(play: Playground) -> None:
    """People who talk there must know; a channel's own words are public anyway."""
    claire = await coordinator(play)
    room = await channel(play, "salle", "Salle", use=Use.TEAM, kind="group")
    async with play.db.transaction() as tx:
        await tx.execute(update(Chat).values(kind="room"))
    await claire.says("/canaux")
    await claire.taps("Salle")
    await claire.taps("Source d'alertes")
    assert room.sees("👂 Ce qui est écrit ici arrive maintenant à la coordination"), room.screen()
    await claire.taps("Source d'alertes")
    assert room.sees("n'arrive plus à la coordination")


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
