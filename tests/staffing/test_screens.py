"""Every screen of a call, as a tired person reads it on a phone: short, exact, no dead end."""

from pathlib import Path

import pytest

from bot.core import Lang, Role
from storage.seats import State
from tests.playground import Person, Playground
from tests.staffing.attack import ONE, SOON, TWO, state
from tests.staffing.buttons import dead_ends
from tests.staffing.test_callout import coordinator, crew, sent

DAYS = ("lun 23/11", "mar 24/11", "mer 25/11", "jeu 26/11", "ven 27/11", "sam 28/11",
        "lun 30/11", "mar 1/12", "mer 2/12", "jeu 3/12", "ven 4/12", "sam 5/12")  # fmt: skip
LONG = "/mobiliser Centre | {} | 2 IDE | Gymnase | payé".format(
    "; ".join(f"{day} 8h30-13h, 13h30-18h" for day in DAYS)
)


def longest(person: Person) -> int:
    return max(len(m.wording.plain.splitlines()) for m in person.messages)


@pytest.mark.parametrize("lang", list(Lang))
async def test_every_button_that_is_shown_leads_somewhere(
    play: Playground, lang: Lang, tmp_path: Path
) -> None:
    """In the preview, the card, its questions, an offer, the board and what it asks."""
    simple = lang is Lang.EN
    nurses = [await play.person(f"Nurse{n}", lang=lang, simple=simple) for n in range(3)]
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre", lang=lang)
    send, no_longer = ("Send", "I can no longer") if simple else ("Envoyer", "Je ne peux plus")
    await claire.says(SOON.replace("8h-10h", "8h-10h, 9h-11h"))
    assert await dead_ends(play, [claire], tmp_path) == []
    await claire.taps(send)
    for nurse in nurses[:2]:
        await nurse.taps("8")
    await nurses[2].taps("If needed" if simple else "Si besoin")
    assert await dead_ends(play, nurses, tmp_path) == []
    await nurses[0].taps(no_longer)
    await nurses[0].says("/planning")
    await claire.taps("Cancel the call" if simple else "Annuler l'appel")
    assert await dead_ends(play, [claire, *nurses], tmp_path) == []


async def test_a_call_of_two_weeks_fits_on_a_phone(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, LONG)
    ana = nurses[0]
    assert ana.sees("Créneaux 1 à 6, sur 24 : touchez « Suite »"), ana.screen()
    assert claire.sees("… et 18 autres créneaux où il manque du monde", "En tout : 0 sur 48"), (
        claire.screen()
    )
    await ana.taps("Suite")
    assert ana.sees("Créneaux 7 à 12, sur 24"), ana.screen()
    await ana.taps("✅ Sam. 28/11 8 h 30")
    await ana.taps("Suite")
    await ana.says("tous")
    assert ana.sees("et 21 autres créneaux"), ana.screen()
    await ana.says("/planning")
    assert ana.sees("… et 16 autres créneaux"), ana.screen()
    await nurses[1].taps("Si besoin")
    assert len(nurses[1].buttons()) == 8, nurses[1].buttons()
    await nurses[1].taps("Suite")
    assert nurses[1].buttons()[0] == "🤔 Si besoin, Jeu. 26/11 8 h 30 – 13 h"
    await nurses[1].taps("Ne rien changer")
    await nurses[1].says("tous")
    assert claire.has_seen("✔ 24 créneaux complets"), claire.screen()
    assert max(longest(p) for p in (*nurses, claire)) <= 13


async def test_two_saturdays_are_told_apart_on_the_buttons(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, "/mobiliser X | sam 12/12 9h-13h; sam 19/12 9h-13h | 1 IDE | Lieu | payé")
    assert nurse.buttons()[:2] == ["✅ Sam. 12/12 9 h – 13 h", "✅ Sam. 19/12 9 h – 13 h"]


async def test_for_which_slot_is_asked_in_words_and_a_number_answers_it(play: Playground) -> None:
    """«1» after «Si besoin» took the seat."""
    nurse = (await crew(play, 1))[0]
    await sent(play, TWO)
    await nurse.taps("Si besoin")
    assert nurse.sees("Pour quel créneau, si besoin ?"), nurse.screen()
    await nurse.says("1")
    assert await state(play, nurse) == [State.MAYBE]
    assert nurse.sees("C'est noté, si besoin"), nurse.screen()


async def test_no_to_whether_to_withdraw_changes_nothing_and_says_so(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, ONE)
    await nurse.says("oui", "non", "non")
    assert await state(play, nurse) == [State.COMING]
    assert nurse.sees("C'est noté, vous venez"), nurse.screen()
    await nurse.says("je ne peux plus venir", "oui")
    assert await state(play, nurse) == [State.OUT], nurse.screen()


async def test_in_the_simple_display_each_answer_is_a_message_of_its_own(
    play: Playground,
) -> None:
    """An edit is not read out; and an emoji that is left out carries no meaning."""
    eve = await play.person("Eve", simple=True)
    await sent(play, TWO)
    await eve.taps("Sam. 9 h")
    assert eve.last.startswith("✅ C'est noté, vous venez"), eve.screen()
    await eve.taps("Je ne peux plus venir")
    await eve.taps("Si besoin")
    assert eve.sees("Pour quel créneau, si besoin ?"), eve.screen()
    assert eve.buttons()[0] == "Si besoin, Sam. 9 h – 13 h"


async def test_a_seat_that_nobody_took_in_time_is_not_said_to_be_gone(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    await play.wait(minutes=31)
    assert nurses[1].has_seen("mais elle est encore libre"), nurses[1].screen()
    assert claire.sees("une place s'est libérée", "il manque 1 infirmier sur 1"), claire.screen()


async def test_what_was_not_understood_is_read_on_the_board_itself(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.says("c'est payé combien ?")
    assert claire.sees("💬 inf0 : « c'est payé combien ? »"), claire.screen()


async def test_a_yes_typed_on_the_eve_confirms_the_seat(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, "/mobiliser X | lundi 14h-18h | 2 IDE | Lieu | payé")
    for nurse in nurses:
        await nurse.taps("14 h")
    await play.wait(hours=27)
    await nurses[0].says("oui")
    await play.wait(hours=7)
    assert claire.sees("une personne n'a pas encore confirmé", "inf1"), claire.screen()


async def test_try_it_on_me_shows_a_survey_as_a_survey(play: Playground) -> None:
    claire = await coordinator(play)
    await crew(play, 1)
    await claire.says("/mobiliser dispos Centre | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await claire.taps("Essai sur moi")
    assert claire.has_seen("Quand pourriez-vous venir ?"), claire.screen()
    assert not claire.has_seen("Pouvez-vous venir ?")
