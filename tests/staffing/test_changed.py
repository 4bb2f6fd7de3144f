"""A call that was sent is changed: what those concerned read, and what their answer does."""

import pytest

from bot.core import Role
from storage.seats import State
from tests.playground import Playground
from tests.staffing.attack import BUG, SOON, state
from tests.staffing.changes import ONE, TWO, change, plan_of, told
from tests.staffing.test_callout import crew, sent


async def test_a_slot_is_moved_and_those_concerned_are_asked_whether_they_still_can(
    play: Playground,
) -> None:
    coming, silent, refused = await crew(play, 3)
    claire = await sent(play, ONE)
    await coming.taps("9 h")
    await refused.taps("Pas cette fois")
    await change(claire, "Horaire", "=10h-14h")
    assert coming.sees(
        "⚠️ CHANGEMENT · Centre : samedi 12 décembre, de 10 h à 14 h au lieu de 9 h à 13 h.",
        "Toujours possible ? Sans réponse, votre place est gardée.",
    ), coming.screen()
    assert coming.buttons() == ["✅ Oui", "❌ Non"]
    assert [told(silent), told(refused)] == [0, 0]
    for one in (coming, silent, refused):
        assert one.messages[0].wording.plain.replace("\u00a0", " ").count("de 10 h à 14 h")
    assert claire.sees("de 10 h à 14 h : infirmiers 1 sur 2", "réponse attendue : inf0."), (
        claire.screen()
    )


async def test_yes_is_confirmed_in_the_message_itself(play: Playground) -> None:
    """A11Y-3."""
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h")
    before = len(nurse.messages)
    await nurse.taps("✅ Oui")
    assert len(nurse.messages) == before
    assert nurse.sees("CHANGEMENT", "✅ C'est noté, vous venez : samedi 12 décembre, de 10 h"), (
        nurse.screen()
    )
    assert not claire.has_seen("réponse attendue")
    assert await state(play, nurse) == [State.COMING]


async def test_no_withdraws_from_that_slot_and_the_waiting_list_moves_up(play: Playground) -> None:
    """CALL-25."""
    nurses = await crew(play, 3)
    await sent(play, TWO)
    claire = await play.person("Marc", Role.COORDINATOR, profession="autre")
    for nurse in nurses:
        await nurse.says("les deux")
    await claire.says("/tableau")
    await change(claire, "Horaire", "9 h", "=10h-13h")
    assert [told(n) for n in nurses] == [1, 1, 1]
    assert nurses[2].sees("Vous êtes sur la liste d'attente. Toujours possible ?")
    await nurses[0].taps("❌ Non")
    assert nurses[0].sees("vous ne venez plus : samedi 12 décembre, de 10 h à 13 h."), nurses[
        0
    ].screen()
    assert await state(play, nurses[0]) == [State.OUT, State.COMING]
    assert nurses[2].sees("elle est à vous", "de 10 h à 13 h"), nurses[2].screen()


async def test_no_answer_keeps_the_seat(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h")
    await play.wait(days=2)
    assert await state(play, nurse) == [State.COMING]
    assert claire.has_seen("infirmiers 1 sur 2")


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("oui", State.COMING), ("1", State.COMING), ("ok", State.COMING), ("👍", State.COMING),
        ("ok à partir de 11h", State.COMING), ("oui je viens toujours", State.COMING),
        ("toujours", State.COMING),
        ("non", State.OUT), ("2", State.OUT), ("désolé", State.OUT), ("❌", State.OUT),
        ("je ne peux plus", State.OUT),
    ],
)  # fmt: skip
async def test_a_change_is_answered_in_words_too(play: Playground, said: str, after: State) -> None:
    """A11Y-2, CALL-31."""
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h")
    await nurse.says(said)
    assert await state(play, nurse) == [after], nurse.screen()
    assert nurse.sees("C'est noté"), nurse.screen()
    assert nurse.everything.count("Toujours possible") == 0
    assert nurse.everything.count("C'est noté") <= 4, "said once below, once in the message"


async def test_words_that_are_no_answer_are_kept_and_the_question_stays_open(
    play: Playground,
) -> None:
    """CALL-12."""
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h")
    await nurse.says("c'est payé combien ?")
    assert nurse.sees("Je ne suis pas sûr", "rien ne change pour vous"), nurse.screen()
    assert claire.has_seen("« c'est payé combien ? »"), claire.screen()
    await nurse.says("oui")
    assert nurse.sees("vous venez"), nurse.screen()


async def test_a_place_that_is_held_is_taken_or_left_under_the_change(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    assert nurses[1].sees("Vous la prenez ?")
    await change(claire, "Horaire", "=9h-11h")
    assert nurses[1].sees("Une place vous y est gardée jusqu'à 10 h 30. Vous la prenez ?"), nurses[
        1
    ].screen()
    await nurses[1].says("oui")
    assert await state(play, nurses[1]) == [State.COMING], nurses[1].screen()
    assert nurses[1].sees("vous venez : dimanche 22 novembre, de 9 h à 11 h")
    assert "✅ Je la prends" not in [k.label for m in nurses[1].messages for k in m.wording.keys]


async def test_a_second_change_closes_the_first_question(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h")
    first = nurse.messages[-1].id
    await change(claire, "Horaire", "=11h-15h")
    assert nurse.sees("de 11 h à 15 h au lieu de 10 h à 14 h"), nurse.screen()
    older = next(m for m in nurse.messages if m.id == first)
    assert "cela a encore changé depuis" in older.wording.plain.replace("\u00a0", " ")
    assert older.wording.keys == ()
    await nurse.says("oui")
    assert nurse.sees("vous venez : samedi 12 décembre, de 11 h à 15 h"), nurse.screen()


async def test_another_place_takes_the_open_question_along_to_its_own_message(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h")
    first = nurse.messages[-1].id
    await change(claire, "Lieu", "=Salle des fêtes")
    older = next(m for m in nurse.messages if m.id == first)
    assert (older.wording.keys, "C'est noté" in older.wording.plain) == ((), False)
    await nurse.says("oui")
    assert nurse.everything.count("✅ C'est noté, vous venez") == 4, nurse.everything


async def test_a_cancelled_call_takes_its_question_along(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h")
    card = nurse.messages[-1]
    old = (card.id, card.wording.keyboard)
    await claire.taps("Annuler l'appel")
    await claire.taps("Oui, annuler")
    assert not any("Oui" in k.label for m in nurse.messages for k in m.wording.keys)
    await play.local.press_raw(nurse.account, nurse.chat, *old, 0)
    await play.settle()
    assert nurse.sees("Cet appel est annulé"), nurse.screen()


async def test_an_eve_question_asked_before_the_change_does_not_answer_it(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, "/mobiliser X | lundi 14h-18h | 2 IDE | Lieu | payé")
    await nurse.taps("14 h")
    await play.wait(hours=27)
    eve = nurse.messages[-1]
    assert nurse.sees("Vous venez toujours demain ?"), nurse.screen()
    await change(claire, "Horaire", "=15h-19h")
    await play.local.press(nurse.account, nurse.chat, eve.id, 0)
    await play.settle()
    assert nurse.sees("Cela a changé entre-temps : lundi 23 novembre, de 15 h"), nurse.screen()
    await nurse.taps("✅ Oui")
    await play.wait(hours=7)
    assert not claire.has_seen("n'a pas encore confirmé"), "the yes to the change counts"


async def test_in_the_simple_display_the_answer_is_a_message_of_its_own(play: Playground) -> None:
    """A11Y-10."""
    eve = await play.person("Eve", simple=True)
    claire = await sent(play, ONE)
    await eve.taps("9 h")
    await change(claire, "Horaire", "=10h-14h")
    before = len(eve.messages)
    await eve.taps("Oui")
    assert len(eve.messages) == before + 1
    assert eve.sees("C'est noté, vous venez : samedi 12 décembre, de 10 h"), eve.screen()


async def test_answering_twice_or_with_an_old_button_changes_nothing(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h")
    card = nurse.messages[-1]
    old = (card.id, card.wording.keyboard)
    for _ in range(2):
        await nurse.taps("✅ Oui", settle=False)
    await play.settle()
    await nurse.taps("Je ne peux plus venir")
    await play.local.press_raw(nurse.account, nurse.chat, *old, 0)
    await play.settle()
    assert nurse.sees("Votre nom n'est plus"), nurse.screen()
    assert await state(play, nurse) == [State.OUT]
    assert not nurse.has_seen(BUG)
    assert (await plan_of(play)).posts[0].taken == 0
    assert claire.has_seen("infirmiers 0 sur 2")
