"""A meeting as somebody elsewhere reads it: the community's time first, then their own (REM-3)."""

from bot.core import Lang
from storage import chats
from storage.chats import Chat
from tests.channels.scene import TOWN, a_channel
from tests.meetings.people import LINE, announced, members, moved
from tests.meetings.test_bad_input import marked
from tests.meetings.test_calendars import events, fetched, file_of, subscribed
from tests.meetings.test_polls import DATES, OPINION, asked
from tests.people.test_zones import lives
from tests.playground import Playground

OWN = "Chez vous : du mardi 15 décembre 23 h au mercredi 16 décembre 0 h 30 (heure de La Réunion)"


async def test_every_message_of_a_meeting_adds_the_own_time(play: Playground) -> None:
    """REM-3: card, list, change, reminder, cancellation; nobody else reads a second time."""
    ana, bob = await members(play, "Ana", "Bob")
    await lives(play, ana, "Indian/Reunion")
    await lives(play, bob, "Europe/Madrid")
    claire = await announced(play)
    assert ana.sees("CA de décembre · mardi 15 décembre, de 20 h à 21 h 30", OWN), ana.screen()
    await ana.taps("Sur place")
    assert ana.sees(OWN), ana.screen()
    await ana.says("/reunions")
    assert ana.sees("de 20 h à 21 h 30", "· chez vous : mar. 15/12 23 h"), ana.screen()
    await ana.says("/agenda")
    assert ana.sees("CA de décembre · chez vous : mar. 15/12 23 h"), ana.screen()
    await moved(claire, "18h")
    await claire.taps("Envoyer")
    new = "Chez vous : mardi 15 décembre, de 21 h à 22 h 30 (heure de La Réunion)"
    assert ana.sees("CHANGEMENT", "de 18 h à 19 h 30", new), ana.screen()
    await play.wait(days=18)
    assert ana.sees("RAPPEL", new), ana.screen()
    await claire.taps("Annuler")
    await claire.taps("Oui, annuler")
    assert ana.sees("ANNULÉ · CA de décembre", new), ana.screen()
    assert bob.sees("ANNULÉ")
    assert "hez vous" not in bob.everything + claire.everything


async def test_what_stands_in_the_chat_follows_a_new_zone(play: Playground) -> None:
    ana = await play.person("Ana", lang=Lang.EN)
    await announced(play)
    assert not ana.has_seen("Where you are")
    await ana.says("/settings")
    await ana.taps("Time zone")
    await ana.says("Tahiti")
    own = "Where you are: Tuesday 15 December, 9 am to 10:30 am (Tahiti time)"
    assert ana.has_seen(own), ana.screen()
    await ana.says("/settings")
    await ana.taps("Time zone")
    await ana.taps("The CPTS's own")
    assert not ana.has_seen("Where you are"), ana.screen()


async def test_answers_in_words_and_the_simple_display_say_it_too(play: Playground) -> None:
    ana = await play.person("Ana", simple=True)
    await lives(play, ana, "Indian/Reunion")
    await announced(play)
    await ana.taps("Sur place")
    assert ana.sees("vous venez", OWN.partition(" : ")[2]), ana.screen()


async def test_a_room_elsewhere_reads_its_own_time(play: Playground) -> None:
    """REM-3, REM-12."""
    await marked(play, "Équipe")
    async with play.db.transaction() as tx:
        (await tx.get_one(Chat, 1)).zone = "Indian/Reunion"
    claire = await announced(play, f"{LINE} | tous ; canaux : équipe")
    room = play.local.chat("room").messages
    await moved(claire, "18h")
    await claire.taps("Envoyer")
    await play.wait(days=24)
    await claire.taps("Annuler")
    await claire.taps("Oui, annuler")
    said = [m.wording.plain.replace("\u00a0", " ") for m in room.values()]
    new = "Chez vous : mardi 15 décembre, de 21 h à 22 h 30 (heure de La Réunion)"
    assert [new in one for one in said] == [False, True, True, True], said  # a cancelled card


async def test_a_coordinator_chooses_the_zone_of_a_channel(play: Playground) -> None:
    """REM-3: on its card in /canaux."""
    claire, _ = await a_channel(play)
    assert not claire.sees("Fuseau horaire :")
    await claire.taps("Fuseau horaire")
    assert claire.sees("Quel est le fuseau horaire de Mairie de Saint-Aubin"), claire.screen()
    await claire.says("nulle part")
    assert claire.sees("Exemples : Lisbonne"), claire.screen()
    await claire.says("Guyane")
    assert claire.sees("C'est noté : Mairie de Saint-Aubin lira aussi", "Guyane"), claire.screen()
    assert claire.has_seen("Fuseau horaire : Guyane"), claire.screen()
    async with play.db.reading() as tx:
        assert [chat.zone for chat in await chats.all_of(tx)] == ["America/Cayenne"]
    await claire.says(f"/canaux {TOWN}")
    await claire.taps("Mairie")
    await claire.taps("Fuseau horaire")
    await claire.taps("Celui de la CPTS")
    assert claire.sees("ne lira que l'heure de la CPTS (Paris)"), claire.screen()


async def test_a_poll_of_dates_says_each_in_ones_own_time(play: Playground) -> None:
    """REM-3, REM-4."""
    ana, bob = await members(play, "Ana", "Bob")
    await lives(play, ana, "Pacific/Noumea")
    claire = await asked(play, DATES)
    assert ana.sees(
        "1. mardi 15 décembre, de 20 h à 21 h 30 · chez vous : mer. 16/12 6 h",
        "3. vendredi 18 décembre, de 12 h 30 à 14 h · chez vous : ven. 18/12 22 h 30",
    ), ana.screen()  # fmt: skip
    assert not bob.has_seen("chez vous")
    await ana.taps("15/12")
    await claire.taps("Retenir Mar. 15/12")
    await claire.taps("Envoyer")
    await play.wait(seconds=45)
    assert ana.has_seen("· chez vous : mer. 16/12 6 h"), ana.screen()


async def test_a_poll_of_opinion_has_no_time(play: Playground) -> None:
    [ana] = await members(play, "Ana")
    await lives(play, ana, "Pacific/Noumea")
    await asked(play, OPINION)
    assert ana.sees("1. matin"), ana.screen()
    assert not ana.has_seen("chez vous")


async def test_files_and_feeds_keep_the_communitys_zone(play: Playground) -> None:
    """REM-3: whatever calendar opens them puts them in its own time."""
    [ana] = await members(play, "Ana")
    await lives(play, ana, "Indian/Reunion")
    await announced(play)
    await ana.taps("Sur place")
    await ana.taps(".ics")
    [file] = events(file_of(ana))
    feed = await fetched(play, await subscribed(play, ana))
    assert feed is not None
    [fed] = events(feed)
    assert [one["DTSTART"].params["TZID"] for one in (file, fed)] == ["Europe/Paris"] * 2
    assert [one.start.hour for one in (file, fed)] == [20, 20]
