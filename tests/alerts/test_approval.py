"""What everyone reads is approved by a second person; administrators do not bypass it."""

import pytest
from sqlalchemy import select

from bot.core import Role
from bot.core.partners import Category
from storage.audit import AuditRow
from storage.lists import Listed, MemberList
from tests.alerts.people import LINE, channel, coordinator, crew, ended, sent
from tests.playground import Person, Playground

PUBLIC = LINE.replace("membres:Saint-Aubin", "membres:Saint-Aubin, canaux:médias")
RELEASE = "/alerte communiqué | Point sur la canicule | Buvez, restez au frais. | canaux:médias"


async def radio(play: Playground) -> Person:
    return await channel(play, "radio", "Radio Garance", category=Category.MEDIA)


async def test_members_are_told_at_once_and_media_once_a_second_person_agrees(
    play: Playground,
) -> None:
    """ALRT-5."""
    ana, *_ = await crew(play, 1)
    media = await radio(play)
    denis = await coordinator(play, "Denis")
    claire = await coordinator(play)
    await claire.says(PUBLIC)
    assert claire.sees("Radio Garance : publication après l'accord d'une deuxième personne")
    await claire.taps("Envoyer")
    assert ana.sees("🚨 ALERTE · Rupture d'eau")
    assert media.messages == []
    assert claire.sees("En attente de l'accord"), claire.screen()
    assert denis.sees("✋ ACCORD DEMANDÉ · à publier sur Radio Garance", "Reportez les soins")
    await denis.taps("Approuver")
    assert media.sees("🚨 ALERTE · Rupture d'eau")
    assert media.buttons() == []
    assert claire.has_seen("✅ Publié sur Radio Garance, après l'accord d'une deuxième")


async def test_an_administrator_does_not_bypass_it(play: Playground) -> None:
    """ALRT-5."""
    await crew(play, 1)
    media = await radio(play)
    denis = await coordinator(play, "Denis")
    boss = await play.person("Boss", Role.ADMINISTRATOR, town="Garance")
    await boss.says(PUBLIC)
    await boss.taps("Envoyer")
    assert media.messages == []
    assert not any("Approuver" in label for label in boss.buttons())
    shown = denis.messages[-1]
    await play.local.press_raw("boss", "boss", shown.id, shown.wording.keyboard, 0)
    await play.settle()
    assert media.messages == []
    await denis.taps("Refuser")
    assert boss.has_seen("n'approuve pas la publication : rien n'est paru")
    assert media.messages == []


async def test_the_next_of_the_list_is_asked_every_five_minutes(play: Playground) -> None:
    await crew(play, 1)
    media = await radio(play)
    denis, emma = await coordinator(play, "Denis"), await coordinator(play, "Emma")
    claire = await sent(play, PUBLIC)
    assert denis.has_seen("ACCORD DEMANDÉ")
    assert not emma.has_seen("ACCORD DEMANDÉ")
    await play.wait(minutes=5)
    assert emma.has_seen("ACCORD DEMANDÉ")
    await play.wait(minutes=5)
    assert claire.has_seen("Tous ceux qui peuvent approuver ont été prévenus")
    await denis.taps("Approuver")
    assert media.sees("🚨 ALERTE")
    assert emma.has_seen("Approuvé par Denis")


async def test_danger_may_be_published_by_one_person_and_that_is_written_down(
    play: Playground,
) -> None:
    await crew(play, 1)
    media = await radio(play)
    await coordinator(play, "Denis")
    claire = await sent(play, PUBLIC.replace("urgent", "danger"))
    assert media.messages == []
    await claire.taps("Danger : publier sans attendre")
    assert media.sees("Danger immédiat.")
    async with play.db.reading() as tx:
        rows = (await tx.scalars(select(AuditRow.what))).all()
    assert "alert.published-alone" in rows


@pytest.mark.parametrize("alone", [True, False])
async def test_a_press_release_goes_to_media_only_once_approved(
    play: Playground, alone: bool
) -> None:
    """ALRT-18."""
    ana, *_ = await crew(play, 1)
    media = await radio(play)
    claire = await coordinator(play)
    denis = None if alone else await coordinator(play, "Denis")
    await claire.says(RELEASE)
    assert claire.sees("📢 COMMUNIQUÉ · Point sur la canicule", "1 canal · sans accusé")
    await claire.taps("Envoyer")
    if denis is None:
        assert claire.sees("personne d'autre que vous ne peut l'approuver"), claire.screen()
        return
    await denis.taps("Approuver")
    assert media.sees("📢 COMMUNIQUÉ · Point sur la canicule", "Buvez, restez au frais.")
    assert media.buttons() == []
    assert ana.messages == []


async def test_an_update_of_what_is_public_is_approved_too(play: Playground) -> None:
    await crew(play, 1)
    media = await radio(play)
    denis = await coordinator(play, "Denis")
    claire = await sent(play, PUBLIC)
    await denis.taps("Approuver")
    await claire.taps("Mise à jour")
    await claire.says("Retour de l'eau ce soir.")
    await claire.taps("Le même texte")
    assert claire.sees("Radio Garance : publication après l'accord")
    await claire.taps("Envoyer")
    assert not media.has_seen("Retour de l'eau")
    await denis.taps("Approuver")
    assert media.sees("📝 MISE À JOUR", "Retour de l'eau ce soir.")
    assert media.everything.count("Retour de l'eau") == 2


async def test_what_is_over_needs_no_approval_any_more(play: Playground) -> None:
    await crew(play, 1)
    media = await radio(play)
    denis = await coordinator(play, "Denis")
    claire = await sent(play, PUBLIC)
    shown = denis.messages[-1]
    keyboard = shown.wording.keyboard
    await ended(claire)
    assert denis.has_seen("rien à approuver")
    await play.local.press_raw("denis", "denis", shown.id, keyboard, 0)
    await play.settle()
    assert denis.sees("Cette alerte est terminée"), denis.screen()
    assert media.messages == []


async def test_who_is_on_duty_is_asked_and_the_others_are_left_in_peace(play: Playground) -> None:
    """ALRT-5: the list that the settings name; each of it after five minutes."""
    await crew(play, 1)
    await radio(play)
    denis, emma, fanny = [await coordinator(play, name) for name in ("Denis", "Emma", "Fanny")]
    claire = await coordinator(play)
    async with play.db.transaction() as tx:
        tx.add(MemberList(name="Garde", folded="garde", made_by=claire.id, made_at=play.now))
        await tx.flush()
        tx.add_all([Listed(list_id=1, member_id=one.id) for one in (emma, fanny)])
    rules = play.settings.alerts.model_copy(update={"duty_list": "garde"})
    play.settings = play.settings.model_copy(update={"alerts": rules})
    await play.restart()
    await claire.says(PUBLIC)
    await claire.taps("Envoyer")
    asked = "ACCORD DEMANDÉ"
    assert [one.has_seen(asked) for one in (denis, emma, fanny)] == [False, True, False]
    await play.wait(minutes=5)
    assert [one.has_seen(asked) for one in (denis, emma, fanny)] == [False, True, True]
    await play.wait(minutes=5)
    assert claire.has_seen("Tous ceux qui peuvent approuver ont été prévenus")
    assert not denis.has_seen(asked)
