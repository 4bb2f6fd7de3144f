"""What must be refused, or taken as nothing more than text, with words that say what to do."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.core import ChatRef, Identity, Pressed, Role, Said
from bot.core.events import FileRef
from storage.callouts import Callout
from storage.people import Member, Standing
from storage.seats import Seat, State
from tests.playground import Person, Playground
from tests.staffing.test_callout import coordinator, crew, sent

ONE = "/mobiliser Centre | sam 12/12 9h-13h | 1 IDE | Lieu | payé"
TWO = "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | 1 IDE | Lieu | payé"
TOMORROW = "/mobiliser Centre | demain 14h-18h | 1 IDE | Lieu | payé"
SOON = "/mobiliser Centre | demain 8h-10h | 1 IDE | Lieu | payé"
BUG = "erreur de ma part"


async def calls(play: Playground) -> list[Callout]:
    async with play.db.reading() as tx:
        return list((await tx.scalars(select(Callout))).all())


async def state(play: Playground, person: Person) -> list[State]:
    async with play.db.reading() as tx:
        rows = await tx.scalars(
            select(Seat).where(Seat.member_id == person.id).order_by(Seat.shift_id)
        )
        return [seat.state for seat in rows]


# The line of a call


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("hier 9h-13h | 3 IDE", "c'est déjà passé"),
        ("31/02 9h-13h | 3 IDE", "ce jour n'existe pas"),
        ("sam 12/12 25h-26h | 3 IDE", "cette heure n'existe pas"),
        ("sam 12/12 9h-13h | 0 IDE", "il faut au moins une personne"),
        ("sam 12/12 9h-13h | 3 licornes", "3 licornes"),
        ("sam 12/12 9h-13h | -2 IDE", "il faut au moins une personne"),
        ("sam 12/12 9h-13h | 99999999999999999999 IDE", "99999999999999999999"),
    ],
)
async def test_what_cannot_be_called_for_is_named_and_the_rest_is_kept(
    play: Playground, line: str, told: str
) -> None:
    claire = await coordinator(play)
    await crew(play, 3)
    await claire.says(f"/mobiliser Centre | {line} | Gymnase | payé")
    assert claire.sees(told, "xemple", "Le reste est gardé"), claire.screen()
    await claire.says("2 IDE" if "IDE" in line and "12/12 9h" in line else "sam 12/12 9h-13h")
    if "licornes" in line:
        await claire.says("2 IDE")
    assert claire.sees("Aperçu", "Centre", "Gymnase"), claire.screen()
    assert not await calls(play)


async def test_more_seats_than_people_is_said_in_words_before_anything_is_sent(
    play: Playground,
) -> None:
    await crew(play, 3)
    claire = await coordinator(play)
    await claire.says("/mobiliser Centre | sam 12/12 9h-13h | 6 IDE | Lieu | payé")
    assert claire.sees("⚠️ Plus de postes que de personnes : 6 infirmiers pour 3"), claire.screen()
    await claire.taps("Envoyer")
    assert claire.has_seen("3 personnes sollicitées"), claire.screen()


@pytest.mark.parametrize(
    "title",
    [
        "<b>Centre</b> & <script>",
        "🌸🌸 Centre 🌸",
        "**Centre** _de_ `vaccination`",
        "{ $x } { card-head }",
        "Centre [ici](https://example.org)",
    ],
)
async def test_a_title_is_text_and_nothing_else(play: Playground, title: str) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, f"/mobiliser {title} | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    assert nurse.last.startswith(f"🙋 APPEL À VOLONTAIRES · {title}\n"), nurse.screen()
    shown = nurse.messages[-1].wording.lines[0]
    assert [s.text for s in shown if s.bold] == [title]


async def test_direction_marks_and_control_characters_are_not_part_of_a_title(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, "/mobiliser \u202eCen\u200btre\x00 | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    assert nurse.last.startswith("🙋 APPEL À VOLONTAIRES · Centre\n"), nurse.screen()


async def test_a_title_that_is_too_long_is_asked_again_and_never_cut(play: Playground) -> None:
    claire = await coordinator(play)
    await crew(play, 1)
    await claire.says(f"/mobiliser {'x' * 300} | sam 12/12 9h-13h | 1 IDE | Gymnase | payé")
    assert claire.sees("300 caractères, 80 au plus", "Le reste est gardé"), claire.screen()
    await claire.says("y" * 10_000)
    assert claire.sees("caractères, 80 au plus"), claire.screen()
    await claire.says("Centre")
    assert claire.sees("Aperçu", "Centre", "Gymnase"), claire.screen()


async def test_a_place_that_is_too_long_is_asked_again_and_never_cut(play: Playground) -> None:
    claire = await coordinator(play)
    await crew(play, 1)
    await claire.says(f"/mobiliser Centre | sam 12/12 9h-13h | 1 IDE | {'a b ' * 90} | payé")
    assert claire.sees("120 au plus", "Le reste est gardé"), claire.screen()
    await claire.says("Gymnase")
    assert claire.sees("Aperçu", "Lieu : Gymnase"), claire.screen()


async def test_a_title_of_marks_only_is_asked_again(play: Playground) -> None:
    claire = await coordinator(play)
    await claire.says("/mobiliser")
    assert claire.sees("Quel est le besoin ?"), claire.screen()
    await claire.says("\u202e\u200b \u200f")
    assert claire.sees("Écrivez quelques mots", "Quel est le besoin ?"), claire.screen()


async def test_a_patients_number_in_a_title_is_refused_and_the_wizard_stands(
    play: Playground,
) -> None:
    claire = await coordinator(play)
    await claire.says("/mobiliser")
    await claire.says("Visite 2 55 08 14 168 025 38")
    assert claire.sees("donnée de patient"), claire.screen()
    await claire.says("Visites à domicile")
    assert claire.sees("Quand ?"), claire.screen()
    await claire.says("/mobiliser Visite 2 55 08 14 168 025 38 | demain 9h-12h | 1 IDE | L | payé")
    assert claire.sees("donnée de patient"), claire.screen()
    assert not await calls(play)


async def test_a_part_of_the_day_that_no_slot_has_is_said_before_sending(
    play: Playground,
) -> None:
    claire = await coordinator(play)
    await crew(play, 2)
    await claire.says("/mobiliser Centre | sam 12/12 14h-18h | matin 2 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    assert claire.sees("Personne n'est demandé", "samedi 12 décembre, de 14 h à 18 h"), (
        claire.screen()
    )
    assert not await calls(play)


async def test_an_answer_is_never_useful_after_the_start(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await coordinator(play)
    await claire.says(
        "/mobiliser Centre | sam 12/12 9h-13h | 1 IDE | Lieu | payé | avant dim 13/12 20h"
    )
    assert claire.sees("Réponse utile avant samedi 12 décembre, 9 h"), claire.screen()
    await claire.taps("Envoyer")
    assert nurse.sees("Réponse utile avant samedi 12 décembre, 9 h"), nurse.screen()


async def test_a_photo_where_words_were_asked_is_answered_and_the_question_stands(
    play: Playground,
) -> None:
    claire = await coordinator(play)
    nurse = (await crew(play, 1))[0]
    photo = FileRef(id="1", name="planning.jpg", mime="image/jpeg", size=9)
    await claire.says("/mobiliser")
    await play.local.say("claire", "", files=(photo,))
    await play.settle()
    assert claire.sees("réponse écrite"), claire.screen()
    await claire.says("Centre", "sam 12/12 9h-13h", "1 IDE", "Lieu")
    await claire.taps("Oui, barème")
    await claire.taps("Envoyer")
    await play.local.say("inf0", "", files=(photo,))
    await play.settle()
    assert not nurse.has_seen(BUG)
    assert await state(play, nurse) == []


async def test_an_answer_of_ten_thousand_characters_is_kept_short_and_said_to_be_unclear(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.says("oui " * 2500)
    assert nurse.sees("Je ne suis pas sûr de comprendre"), nurse.screen()
    assert len(nurse.last) < 500
    assert claire.has_seen("Une réponse à lire"), claire.screen()
    assert nurse.has_seen("Votre message pour la coordination"), nurse.everything


# Who may, and what is pressed


@pytest.mark.parametrize(
    "line",
    [
        ONE,
        "/exercice mobiliser Centre | sam 12/12 9h-13h | 1 IDE | Lieu | payé",
        "/tableau",
        "/liste_appel",
    ],
)
async def test_what_coordinators_type_does_nothing_for_a_member_or_a_stranger(
    play: Playground, line: str
) -> None:
    await crew(play, 1)
    nurse, zed = await play.person("Ana"), play.stranger("Zed")
    await nurse.says(line)
    assert nurse.sees("réservée à la coordination"), nurse.screen()
    await zed.says(line)
    assert zed.sees("demandez un lien d'invitation"), zed.screen()
    assert not await calls(play)


async def forged(
    play: Playground, who: str, chat: str, keyboard: str, index: int, message: str = "m1"
) -> None:
    await play.local.press_raw(who, chat, message, keyboard, index)
    await play.settle()


async def test_a_button_of_somebody_elses_chat_and_forged_ones_change_nothing(
    play: Playground,
) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, ONE)
    mine = nurses[0].messages[-1].wording.keyboard
    board = claire.messages[-1].wording.keyboard
    nurse = nurses[1]
    for keyboard, index in (
        (mine, 0), (board, 0), (board, 5), (mine, 99), (mine, -1), ("", 0), ("\x00\ufffe", 0),
        ("'; drop table seats; --", 3), ("x" * 5000, 0), (mine.upper(), 0),
    ):  # fmt: skip
        await forged(play, nurse.account, nurse.chat, keyboard, index)
        assert nurse.sees("n'est plus à jour"), nurse.screen()
    assert not nurse.has_seen(BUG)
    assert await state(play, nurse) == []
    await forged(play, nurse.account, nurses[0].chat, mine, 0)
    assert await state(play, nurses[0]) == [], "nobody answers for somebody else"
    assert "infirmier 0 sur 1" in claire.everything


async def test_a_button_of_a_call_that_is_over_or_cancelled_says_so(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, TOMORROW)
    old = nurses[0].messages[-1]
    await claire.taps("Annuler l'appel")
    await claire.taps("Oui, annuler")
    await forged(play, nurses[0].account, nurses[0].chat, old.wording.keyboard or "", 0, old.id)
    await claire.says("/mobiliser Autre | demain 14h-18h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    card = nurses[0].messages[-1]
    keyboard = card.wording.keyboard
    await play.wait(hours=40)
    await forged(play, nurses[0].account, nurses[0].chat, keyboard, 0, card.id)
    assert nurses[0].sees("Cet appel est terminé. Tapez /appels"), nurses[0].screen()
    assert await state(play, nurses[0]) == []


@pytest.mark.parametrize(
    "payload",
    ["call-999", "call--1", "call-0", "call-", "call-1x", "call-" + "9" * 30, "call-" + "9" * 5000,
     "call-٣", "call-²", "call-1.5"],
)  # fmt: skip
async def test_a_link_to_a_call_that_is_not_ones_own_is_no_error_of_ours(
    play: Playground, payload: str
) -> None:
    nurse = (await crew(play, 1))[0]
    doctor = await play.person("Doc", profession="medecin")
    await sent(play, ONE)
    before = len(nurse.messages)
    await nurse.says(f"/start {payload}")
    assert not nurse.has_seen(BUG), nurse.screen()
    assert len(nurse.messages) > before
    await doctor.says("/start call-1")
    assert doctor.sees("ne cherche pas votre profession"), doctor.screen()
    zed = play.stranger("Zed")
    await zed.says("/start call-1")
    assert not zed.has_seen("Centre"), zed.screen()


async def test_a_suspended_member_presses_in_vain_and_what_was_held_is_free(
    play: Playground,
) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, TWO)
    await nurses[0].taps("9 h")
    card = nurses[0].messages[-1]
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, nurses[0].id)).standing = Standing.SUSPENDED
    await forged(play, nurses[0].account, nurses[0].chat, card.wording.keyboard, 0, card.id)
    assert nurses[0].sees("Votre participation est suspendue"), nurses[0].screen()
    assert claire.has_seen("infirmier 1 sur 1")


async def test_a_coordinator_who_is_none_any_more_sends_nothing(play: Playground) -> None:
    await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(ONE)
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, claire.id)).rank = int(Role.MEMBER)
    await claire.taps("Envoyer")
    assert claire.sees("réservée à la coordination"), claire.screen()
    assert not await calls(play)


# Time


async def test_a_preview_left_for_a_day_is_closed_and_its_buttons_send_nothing(
    play: Playground,
) -> None:
    await crew(play, 1)
    claire = await coordinator(play)
    await claire.says(ONE)
    old = claire.messages[-1]
    keyboard = old.wording.keyboard
    await play.wait(hours=25)
    assert claire.has_seen("resté sans réponse"), claire.screen()
    await forged(play, claire.account, claire.chat, keyboard, 0, old.id)
    assert not claire.has_seen(BUG)
    assert not await calls(play)


async def test_a_call_whose_start_has_passed_meanwhile_is_not_sent_and_can_be_mended(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await coordinator(play)
    await claire.says("/mobiliser Centre | 11h-13h | 1 IDE | Lieu | payé")
    await play.wait(hours=2)
    await claire.taps("Envoyer")
    assert claire.sees("a déjà commencé"), claire.screen()
    await claire.taps("Modifier")
    await claire.taps("Créneaux")
    await claire.says("demain 9h-13h")
    await claire.taps("Envoyer")
    assert nurse.sees("dimanche 22 novembre, de 9 h à 13 h"), nurse.screen()


async def test_a_clock_that_goes_back_an_hour_loses_no_answer_and_shows_it(
    play: Playground,
) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, ONE)
    await nurses[0].taps("9 h")
    play.now -= timedelta(hours=1)
    await nurses[1].taps("Liste d'attente")
    assert nurses[1].sees("Liste d'attente : samedi 12 décembre"), nurses[1].screen()
    await nurses[0].taps("Je ne peux plus")
    assert nurses[1].has_seen("C'est noté, vous venez : samedi 12 décembre"), nurses[1].screen()
    assert claire.has_seen("infirmier 1 sur 1")


# People who go


async def test_a_coordinator_hears_of_nobody_who_blocked_the_bot_as_asked(
    play: Playground,
) -> None:
    nurses = await crew(play, 3)
    claire = await coordinator(play)
    await claire.says(ONE)
    await play.local.block("inf0")
    await play.settle()
    await claire.taps("Envoyer")
    assert claire.has_seen("2 personnes sollicitées"), claire.screen()
    assert claire.sees("Sollicités : 2"), claire.screen()
    assert not nurses[0].messages


async def test_who_leaves_with_an_offered_seat_leaves_it_to_the_next(play: Playground) -> None:
    nurses = await crew(play, 3)
    await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    assert nurses[1].sees("Vous la prenez ?"), nurses[1].screen()
    await nurses[1].says("/quitter", "oui", "passer", "oui")
    assert nurses[2].sees("Vous la prenez ?"), nurses[2].screen()
    await nurses[2].taps("Je la prends")
    assert nurses[2].has_seen("vous venez : dimanche 22 novembre")


# Answers that come twice or too late


async def test_no_said_twice_is_heard_twice_and_counts_once(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.says("non")
    assert nurse.sees("C'est noté : pas cette fois"), nurse.screen()
    before = len(nurse.messages)
    await nurse.says("non")
    assert len(nurse.messages) > before + 1, "silence is no answer"
    assert claire.has_seen("pas cette fois : 1")


async def test_a_question_whether_to_withdraw_is_asked_in_words_below_what_was_typed(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, TWO)
    await nurse.says("1")
    await nurse.says("non")
    assert nurse.sees("Vous retirer"), nurse.screen()
    assert "🚫 Me retirer de Sam. 9 h – 13 h" in nurse.buttons(), nurse.screen()
    assert "C'est noté, vous venez : samedi 12 décembre, de 9 h à 13 h" in nurse.everything


@pytest.mark.parametrize("said", ["1", "oui"])
async def test_a_number_typed_to_which_shift_to_leave_leaves_it(
    play: Playground, said: str
) -> None:
    """It took the shift instead."""
    nurse = (await crew(play, 1))[0]
    await sent(play, TWO)
    await nurse.says("1", "non", said)
    assert await state(play, nurse) == [State.OUT], nurse.screen()
    assert nurse.has_seen("on ne compte plus sur vous"), nurse.screen()


async def test_a_typed_yes_to_a_full_slot_is_not_said_to_be_a_seat(play: Playground) -> None:
    nurses = await crew(play, 2)
    await sent(play, ONE)
    await nurses[0].says("oui")
    await nurses[1].says("oui")
    assert await state(play, nurses[1]) == [State.WAITING]
    assert nurses[1].sees("liste d'attente"), nurses[1].screen()
    assert not nurses[1].has_seen("vous venez")


async def test_a_typed_yes_to_a_survey_is_not_said_to_be_a_seat(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, "/mobiliser dispos Centre | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    await nurse.says("oui")
    assert nurse.sees("libre"), nurse.screen()
    assert not nurse.has_seen("vous venez")


async def test_yes_to_both_takes_the_one_that_can_be_taken_and_says_why_not_the_other(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, "/mobiliser Avant | sam 12/12 15h-16h | 1 IDE | Lieu | payé")
    await nurse.taps("15 h")
    await claire.says(TWO)
    await claire.taps("Envoyer")
    await nurse.says("les deux", reply_to=nurse.messages[-1].id)
    assert await state(play, nurse) == [State.COMING, State.COMING], nurse.screen()
    assert nurse.has_seen("vous venez : samedi 12 décembre, de 9 h à 13 h"), nurse.screen()
    assert nurse.has_seen("déjà attendu ailleurs"), nurse.screen()


async def test_if_needed_of_someone_whose_profession_is_not_sought_any_more_is_no_bug(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, TWO)
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, nurse.id)).profession = "medecin"
    for said in ("Si besoin",):
        await nurse.taps(said)
    await nurse.says("si besoin")
    assert not nurse.has_seen(BUG), nurse.screen()
    assert nurse.has_seen("ne cherche pas votre profession"), nurse.screen()


async def test_an_offer_of_a_cancelled_call_cannot_be_taken(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, SOON)
    for nurse in nurses:
        await nurse.taps("8 h")
    await nurses[0].taps("Je ne peux plus")
    old = nurses[1].messages[-1]
    keyboard = old.wording.keyboard
    await claire.taps("Annuler l'appel")
    await claire.taps("Oui, annuler")
    await forged(play, nurses[1].account, nurses[1].chat, keyboard, 0, old.id)
    assert nurses[1].sees("Cet appel est annulé"), nurses[1].screen()


async def test_a_cancelled_call_is_no_shift_any_more(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, TOMORROW)
    await nurse.taps("14 h")
    await claire.taps("Annuler l'appel")
    await claire.taps("Oui, annuler")
    await nurse.says("/planning")
    assert nurse.sees("aucun créneau"), nurse.screen()
    await nurse.says("/annuler")
    assert not any("14 h" in label for label in nurse.buttons()), nurse.screen()


async def test_a_shift_of_a_cancelled_call_cannot_be_confirmed_or_checked_into(
    play: Playground,
) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, "/mobiliser Centre | lundi 14h-18h | 1 IDE | Lieu | payé")
    await nurse.taps("14 h")
    await play.wait(hours=27)
    assert nurse.sees("Vous venez toujours demain ?"), nurse.screen()
    eve = nurse.messages[-1]
    keyboard = eve.wording.keyboard
    await claire.taps("Annuler l'appel")
    await claire.taps("Oui, annuler")
    await forged(play, nurse.account, nurse.chat, keyboard, 0, eve.id)
    assert nurse.sees("Cet appel est annulé"), nurse.screen()


async def test_an_eve_question_is_not_asked_on_the_day_itself(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, "/mobiliser Centre | lundi 14h-18h | 1 IDE | Lieu | payé")
    await nurse.taps("14 h")
    play.now += timedelta(hours=47)  # the machine was off until Monday, 9:00
    await play.settle()
    assert not nurse.has_seen("demain ?"), nurse.screen()


async def test_nobody_who_said_if_needed_is_woken_at_night(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    await sent(play, "/mobiliser Centre | lundi 8h-12h | 1 IDE | Lieu | payé")
    await nurse.taps("Si besoin")
    for _ in range(46):
        before = len(nurse.messages)
        await play.wait(hours=1)
        local = play.now.astimezone(play.settings.community.timezone)
        if len(nurse.messages) > before:
            assert 8 <= local.hour < 22, f"{local}: {nurse.screen()}"
    assert nurse.has_seen("Vous aviez dit « si besoin »"), nurse.everything


async def test_a_survey_answered_after_the_planning_was_made_is_heard_and_can_be_chosen(
    play: Playground,
) -> None:
    nurses = await crew(play, 2)
    claire = await sent(
        play, "/mobiliser dispos Centre | sam 12/12 9h-13h, 14h-18h | 1 IDE | Lieu | payé"
    )
    await nurses[0].taps("9 h")
    await claire.taps("Choisir dans la grille")
    await claire.taps("inf0")
    await claire.taps("C'est tout")
    await claire.taps("Oui")
    assert nurses[0].has_seen("On compte sur vous")
    await nurses[1].taps("14 h")
    assert nurses[1].sees("vous seriez libre"), nurses[1].screen()
    await nurses[0].taps("Sam. 14 h")
    assert await state(play, nurses[0]) == [State.COMING, State.FREE]
    assert claire.has_seen("infirmier 1 sur 1")


async def test_nobody_is_chosen_from_a_grid_beyond_the_need(play: Playground) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, "/mobiliser dispos Centre | sam 12/12 9h-13h | 1 IDE | Lieu | payé")
    for nurse in nurses:
        await nurse.taps("9 h")
    await claire.taps("Choisir dans la grille")
    await claire.taps("inf0")
    await claire.taps("inf1")
    await claire.taps("C'est tout")
    assert claire.sees("2 personnes cochées pour 1 place"), claire.screen()
    await claire.taps("inf1")
    await claire.taps("C'est tout")
    await claire.taps("Oui")
    assert claire.has_seen("infirmier 1 sur 1"), claire.screen()
    assert not nurses[1].has_seen("On compte sur vous")


async def test_nobody_is_chosen_from_a_grid_for_two_shifts_at_once(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(
        play, "/mobiliser dispos Centre | sam 12/12 9h-13h, 11h-15h | 1 IDE | Lieu | payé"
    )
    await nurse.taps("9 h")
    await nurse.taps("11 h")
    await claire.taps("Choisir dans la grille")
    for _ in range(2):
        await claire.taps("inf0")
        await claire.taps("C'est tout")
    await claire.taps("Oui")
    assert await state(play, nurse) == [State.COMING, State.FREE], claire.screen()
    assert claire.has_seen("inf0 : déjà"), claire.screen()


async def test_a_person_added_by_hand_to_a_full_slot_is_said_to_wait(play: Playground) -> None:
    ana = await play.person("Ana Durand")
    bea = await play.person("Bea Martin")
    claire = await sent(play, ONE)
    await ana.taps("9 h")
    await claire.taps("Ajouter une personne")
    await claire.says("martin")
    assert claire.has_seen("liste d'attente"), claire.screen()
    assert not claire.has_seen("C'est noté : Bea Martin, samedi 12 décembre, de 9 h à 13 h. La")
    assert bea.sees("liste d'attente"), bea.screen()


async def test_a_person_added_by_hand_who_is_expected_elsewhere_is_named(
    play: Playground,
) -> None:
    """The coordinator was told that she herself was."""
    ana = await play.person("Ana Durand")
    claire = await sent(play, ONE)
    await ana.taps("9 h")
    await claire.says("/mobiliser Autre | sam 12/12 10h-12h | 1 IDE | Lieu | payé")
    await crew(play, 1)
    await claire.says("/annuler", "/mobiliser Autre | sam 12/12 10h-12h | 1 IDE | Lieu | payé")
    await claire.taps("Envoyer")
    await claire.taps("Ajouter une personne")
    await claire.says("durand")
    assert claire.sees("Ana Durand", "déjà"), claire.screen()
    assert not claire.has_seen("Vous êtes déjà"), claire.screen()


async def test_who_opened_a_call_before_their_group_was_asked_does_not_stop_the_group(
    play: Playground,
) -> None:
    """The second copy of a card broke the whole group's asking."""
    people = [await play.person(f"P{n}") for n in range(6)]
    await sent(play, ONE)
    late = people[5]
    assert not late.messages
    await late.says("/appels")
    assert late.sees("APPEL À VOLONTAIRES"), late.screen()
    await play.wait(minutes=50)
    assert all(p.has_seen("APPEL À VOLONTAIRES") for p in people)
    await late.taps("9 h")
    assert late.sees("C'est noté, vous venez"), late.screen()


async def test_a_press_told_with_a_nul_in_it_is_kept_and_refused(
    play_everywhere: Playground,
) -> None:
    play = play_everywhere
    ana = await play.person("Ana")
    tap = Pressed(
        key="k\x00", chat=ChatRef("local", "ana"), sender=Identity("local", "ana"), at=play.now,
        message="m\x00", keyboard="\x00\x00", index=0, token="t",
    )  # fmt: skip
    said = Said(
        key="s", chat=ChatRef("local", "ana"), sender=Identity("local", "ana"), at=play.now,
        text="/appels \x00\ud800",
    )  # fmt: skip
    await play.tell(tap, said)
    assert ana.has_seen("n'est plus à jour"), ana.screen()
    assert ana.has_seen("Aucun appel"), ana.screen()
