"""Changes that cannot be, two coordinators at once, calls that are over: nothing half-done."""

from datetime import timedelta

import pytest

from bot.core import Role
from storage.people import Member
from storage.seats import State
from tests.playground import Person, Playground
from tests.staffing.attack import BUG, forged, state
from tests.staffing.changes import ONE, TWO, change, plan_of, told
from tests.staffing.test_callout import coordinator, crew, sent


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("hier 9h-13h", "c'est déjà passé"),
        ("14h-10h", "la fin est avant le début"),
        ("9h-13h", "C'est déjà l'horaire de ce créneau"),
        ("14h-18h", "déjà un créneau à ces heures"),
        ("10h", "il me faut un début et une fin"),
        ("dim 13/12", "à quelles heures ?"),
        ("31/02 9h-10h", "ce jour n'existe pas"),
        ("10h-12h, 15h-16h", "un seul créneau à la fois"),
        ("plus tard", "Je n'ai pas compris"),
        ("🤷", "Je n'ai pas compris"),
        ("x" * 3000, "Je n'ai pas compris"),
    ],
)
async def test_a_time_that_cannot_be_is_said_why_and_asked_again(
    play: Playground, said: str, answer: str
) -> None:
    """A11Y-5."""
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, TWO)
    await nurse.says("1")
    await change(claire, "Horaire", "9 h", f"={said}", send=False)
    assert claire.sees(answer, "Nouvel horaire du créneau"), claire.screen()
    assert not claire.has_seen(BUG)
    await claire.says("10h-13h")
    await claire.taps("Envoyer")
    assert told(nurse) == 1


async def test_a_day_that_can_be_meant_in_two_ways_is_asked(play: Playground) -> None:
    await crew(play, 1)
    claire = await sent(play, ONE)
    await change(claire, "Horaire", "=samedi 10h-14h", "samedi 12 décembre")
    assert (await plan_of(play)).shifts[0].starts_at.day == 12


async def test_a_date_of_next_year_is_said_with_its_year(play: Playground) -> None:
    await crew(play, 1)
    claire = await sent(play, ONE)
    await change(claire, "Horaire", "=21/11 8h-9h", send=False)
    assert claire.buttons()[0] == "dimanche 21 novembre 2027, de 8 h à 9 h", claire.screen()


async def _two(play: Playground) -> tuple[Person, Person]:
    claire = await sent(play, ONE)
    marc = await play.person("Marc", Role.COORDINATOR, profession="autre")
    await marc.says("/tableau")
    return claire, marc


async def test_of_two_coordinators_who_change_the_same_the_second_reads_again(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire, marc = await _two(play)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h", send=False)
    await change(marc, "Horaire", "=11h-15h", send=False)
    for boss in (claire, marc):
        await boss.taps("📣 Envoyer", settle=False)
    await play.settle()
    assert told(nurse) == 1
    assert marc.sees("Rien n'est encore envoyé", "de 11 h à 15 h au lieu de 10 h à 14 h"), (
        marc.screen()
    )
    await marc.taps("Envoyer")
    assert nurse.sees("de 11 h à 15 h au lieu de 10 h à 14 h"), nurse.screen()


async def test_the_same_change_of_two_coordinators_is_told_once(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire, marc = await _two(play)
    await nurse.taps("9 h")
    for boss in (claire, marc):
        await change(boss, "Horaire", "=10h-14h", "Autre changement", "Lieu", "=Salle", send=False)
    await claire.taps("Envoyer")
    await marc.taps("Envoyer")
    assert told(nurse) == 1
    assert marc.sees("Il n'y a plus rien à changer."), marc.screen()
    assert "📣 Envoyer" not in marc.buttons()


async def test_send_pressed_twice_is_one_change(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h", send=False)
    for _ in range(3):
        await claire.taps("📣 Envoyer", settle=False)
    await play.settle()
    assert told(nurse) == 1
    assert not claire.has_seen(BUG)


async def test_seats_taken_while_the_preview_was_read_are_not_lost(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, ONE)
    await change(claire, "Nombre", "=1", send=False)
    for nurse in nurses:
        await nurse.taps("9 h")
    await claire.taps("Envoyer")
    assert claire.has_seen("ce nombre est trop petit.\nIl n'y a plus rien à changer"), (
        claire.screen()
    )
    assert (await plan_of(play)).posts[0].need == 2
    assert [await state(play, n) for n in nurses] == [[State.COMING], [State.COMING]]


async def test_a_call_cancelled_meanwhile_is_not_changed(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire, marc = await _two(play)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h", send=False)
    await marc.taps("Annuler l'appel")
    await marc.taps("Oui, annuler")
    await claire.taps("📣 Envoyer")
    assert claire.sees("déjà annulé"), claire.screen()
    assert told(nurse) == 1, "the cancellation"
    assert (await plan_of(play)).shifts[0].starts_at.hour == 8


async def test_a_call_that_is_over_is_not_changed(play: Playground) -> None:
    await crew(play, 1)
    claire = await sent(play, ONE)
    board = claire.messages[-1]
    old, at = (board.id, board.wording.keyboard), claire.buttons().index("✏️ Modifier")
    play.now += timedelta(days=40)
    await play.local.press_raw(claire.account, claire.chat, *old, at)
    await play.settle()
    assert claire.has_seen("Cet appel est terminé"), claire.screen()
    assert "✏️ Modifier" not in claire.buttons()


async def test_a_slot_that_has_begun_keeps_its_hours(play: Playground) -> None:
    await crew(play, 1)
    claire = await sent(play, "/mobiliser X | 11h-13h, 15h-17h | 1 IDE | Lieu | payé")
    await change(claire, "Horaire", "11 h", "=12h-14h", send=False)
    await play.wait(minutes=90)
    await claire.taps("📣 Envoyer")
    assert claire.has_seen("ce créneau vient de commencer, ses heures ne changent plus.\nIl n'y a")
    await claire.taps("Abandonner")
    await change(claire, "Horaire", send=False)
    assert claire.sees("Nouvel horaire du créneau (samedi 21 novembre, de 15 h"), claire.screen()
    await claire.says("/annuler")
    await play.wait(hours=7)
    assert claire.has_seen("Cet appel est terminé")


async def test_neither_members_nor_strangers_change_a_call(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    board = claire.messages[-1].wording
    at = [k.label for k in board.keys].index("✏️ Modifier")
    play.stranger("Zed")
    for who in (nurse.account, "zed"):
        await forged(play, who, who, board.keyboard, at)
        await forged(play, who, claire.chat, board.keyboard, at)
    assert not any("changer ?" in m.wording.plain for m in (*nurse.messages, *claire.messages))
    await change(claire, "Horaire", "=10h-14h", send=False)
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, claire.id)).rank = int(Role.MEMBER)
    await claire.taps("📣 Envoyer")
    assert claire.sees("réservée à la coordination"), claire.screen()
    assert (await plan_of(play)).shifts[0].starts_at.hour == 8


async def test_a_change_survives_a_restart_at_every_step(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await coordinator(play)
    await claire.says(ONE)
    await claire.taps("Envoyer")
    await nurse.taps("9 h")
    for step in ("tap ✏️ Modifier", "tap Horaire", "say 10h-14h", "tap 📣 Envoyer"):
        await play.restart()
        how, words = step.split(" ", 1)
        await (claire.taps(words) if how == "tap" else claire.says(words))
    await play.restart()
    await nurse.taps("✅ Oui")
    assert nurse.sees("vous venez : samedi 12 décembre, de 10 h à 14 h"), nurse.screen()
