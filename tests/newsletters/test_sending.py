"""An issue is written, shown, held for half a minute, sent to those who want it, and kept."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core import Lang, Role
from bot.core.partners import Category
from handlers.newsletters import sending
from storage.ledger import progress
from storage.outbox import State
from tests.newsletters.editors import WORDS, channel, editor, issue, only, reader, sent
from tests.playground import Playground


async def test_it_is_shown_first_held_for_half_a_minute_then_leaves_and_is_kept(
    play: Playground,
) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    bo = await play.person("Bo")
    await issue(play, claire)
    assert claire.has_seen("Voici ce que liront les abonnés")
    assert claire.sees("Aperçu · 1 destinataire", "2 membres visés ne sont pas abonnés")
    await claire.taps("Envoyer")
    assert claire.sees("Part dans 30 secondes")
    await play.wait(seconds=25)
    assert not ana.messages
    await play.wait(seconds=25)
    assert ana.sees("NEWSLETTER · nº 1 · Rentrée", WORDS, "les appels continuent")
    assert not bo.messages
    assert claire.sees("est parti : un abonné."), claire.screen()
    await ana.says("/newsletter")
    assert ana.sees("Un numéro est paru", "nº 1 · Rentrée, samedi 21 novembre")


async def test_what_is_held_back_never_leaves_and_is_a_draft_again(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await issue(play, claire)
    await claire.taps("Envoyer")
    await play.wait(seconds=20)
    await claire.taps("Retenir l'envoi")
    assert claire.sees("n'est pas parti", "brouillon")
    await play.wait(minutes=5)
    assert not ana.messages
    await claire.taps("Aperçu et envoi")
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    assert ana.everything.count("Rentrée") == 1


async def test_a_member_cannot_hold_back_what_an_editor_sends(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await issue(play, claire)
    await claire.taps("Envoyer")
    shown = claire.messages[-1]
    await play.local.press_raw("ana", "claire", shown.id, shown.wording.keyboard, 0)
    await play.wait(minutes=1)
    assert ana.has_seen("Rentrée")


async def test_who_says_no_after_the_button_and_before_the_letter_gets_none(
    play: Playground,
) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await issue(play, claire)
    await claire.taps("Envoyer")
    await ana.says("/newsletter stop")
    await play.wait(minutes=1)
    assert not ana.has_seen("Rentrée")


async def test_in_quiet_hours_everyone_gets_it_when_they_wake_and_who_says_no_at_night_never(
    play: Playground,
) -> None:
    """NEWS-8: the slowest lane, and nobody's night."""
    claire, ana, bo = await editor(play), await reader(play, "Ana"), await reader(play, "Bo")
    play.now = datetime(2026, 11, 21, 21, 30, tzinfo=UTC)  # 22:30 in Paris
    await issue(play, claire)
    assert claire.sees("heures calmes")
    await claire.taps("Envoyer")
    await play.wait(minutes=5)
    assert claire.has_seen("Chacun le reçoit après ses heures calmes")
    assert not ana.messages
    await bo.says("/newsletter stop")
    await play.wait(hours=8)
    assert not ana.messages
    await play.wait(hours=1)
    assert ana.has_seen("Rentrée")
    assert not bo.has_seen("Rentrée")


async def test_shortly_before_the_quiet_hours_it_waits_too(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    play.now = datetime(2026, 11, 21, 19, 50, tzinfo=UTC)  # ten minutes before
    await sent(play, claire)
    assert not ana.messages


async def test_somebody_who_pauses_is_left_in_peace(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await ana.says("/pause une semaine")
    await issue(play, claire)
    assert claire.sees("Un abonné est en pause")
    await claire.taps("Envoyer")
    assert claire.sees("Personne ne recevrait ce numéro")


async def test_a_preview_that_is_out_of_date_sends_nothing_and_shows_what_is_new(
    play: Playground,
) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    denis = await play.person("Denis", Role.COORDINATOR)
    await issue(play, claire)
    await denis.says("/newsletter")
    await denis.taps("nº 1")
    await denis.taps("Titre et dates")
    await denis.taps("Titre")
    await denis.says("Hiver")
    await claire.taps("Envoyer")
    assert claire.has_seen("a changé depuis cet aperçu")
    assert claire.has_seen("NEWSLETTER · nº 1 · Hiver")
    await play.wait(minutes=1)
    assert not ana.messages
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    assert ana.has_seen("Hiver")


async def test_it_goes_to_a_profession_a_town_a_role_and_the_channels_that_want_it(
    play: Playground,
) -> None:
    """NEWS-3."""
    claire = await editor(play)
    ana = await reader(play, "Ana")
    doc = await reader(play, "Doc", profession="medecin")
    far = await reader(play, "Far", town="Garance")
    town, school = await channel(play, "mairie"), await channel(play, "ecole", wants=False)
    line = f"Note | {WORDS} | membres : infirmiers, Saint-Aubin ; canaux : partenaires"
    await issue(play, claire, f"/newsletter {line}")
    assert claire.sees("Aperçu · 1 destinataire (1 Local) et 1 canal")
    assert claire.sees("Un canal visé ne le recevra pas")
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    assert ana.has_seen("Note")
    assert town.sees("NEWSLETTER · nº 1 · Note", WORDS)
    assert town.buttons() == []
    assert not town.sees("/newsletter")
    assert (doc.messages, far.messages, school.messages) == ([], [], [])


async def test_it_goes_to_those_of_a_role(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    denis = await reader(play, "Denis", role=Role.COORDINATOR)
    await sent(play, claire, f"/newsletter Bureau | {WORDS} | membres : coordination")
    assert denis.has_seen("Bureau")
    await ana.says("/newsletter")
    assert ana.sees("Aucun numéro")


async def test_media_get_no_newsletter(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    radio = await channel(play, "radio", category=Category.MEDIA)
    await sent(play, claire, f"/newsletter Note | {WORDS} | membres : tous ; canaux : radio")
    assert ana.has_seen("Note")
    assert radio.messages == []


async def test_of_two_editors_who_send_it_one_does(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    denis = await play.person("Denis", Role.COORDINATOR)
    await issue(play, claire)
    await denis.says("/newsletter")
    await denis.taps("nº 1")
    await denis.taps("Aperçu et envoi")
    await claire.taps("Envoyer")
    await denis.taps("Envoyer")
    assert denis.sees("est déjà parti ou part à l'instant")
    await play.wait(minutes=1)
    assert ana.everything.count("Rentrée") == 1


async def test_the_simple_display_has_one_emoji_and_everything_else(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana", simple=True)
    await sent(play, claire)
    assert ana.sees("📰 NEWSLETTER", WORDS, "ci-dessous, ou /newsletter stop")
    assert "🔕" not in ana.last
    assert ana.buttons() == ["Ne plus recevoir la newsletter"]


async def test_each_reads_the_frame_in_their_language(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana", lang=Lang.EN)
    await sent(play, claire)
    assert ana.sees("no. 1 · Rentrée", "calls go on")


async def test_it_is_stopped_on_its_way(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    play.now = datetime(2026, 11, 21, 21, 30, tzinfo=UTC)
    await issue(play, claire)
    await claire.taps("Envoyer")
    await play.wait(minutes=1)
    await claire.taps("Arrêter l'envoi")
    assert claire.has_seen("1 ne le recevront pas"), claire.screen()
    await play.wait(hours=12)
    assert not ana.messages


async def test_a_copy_is_sent_once_over_a_restart(play: Playground) -> None:
    claire, ana = await editor(play), await reader(play, "Ana")
    await issue(play, claire)
    await claire.taps("Envoyer")
    await play.restart()
    await play.wait(minutes=1)
    await play.restart()
    await play.wait(minutes=5)
    assert ana.everything.count("Rentrée") == 1


async def test_many_leave_a_few_at_a_time(
    play: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NEWS-8."""
    monkeypatch.setattr(sending, "AT_ONCE", 5)
    claire = await editor(play)
    readers = [await reader(play, f"Ana{n}") for n in range(8)]
    await issue(play, claire)
    await claire.taps("Envoyer")
    play.now += timedelta(seconds=31)
    await play.app.alarm.ring()
    one = await only(play)
    async with play.db.reading() as tx:
        owed = await progress(tx, f"newsletter:{one.id}")
    assert owed[State.DUE] == 5
    await play.wait(minutes=1)
    assert all(one.has_seen("Rentrée") for one in readers)
    assert claire.sees("8 abonnés")
