"""Wizards: run again at each answer, taken back, left, forgotten, restarted."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine.kit import parts
from tests.playground import Playground

ANSWERS = ("Alpes", "Bus", "Annecy", "Chamonix")


async def straight(play: Playground, name: str) -> str:
    person = play.stranger(name)
    await person.says("/voyage", *ANSWERS)
    await person.taps("Sac A")
    await person.taps("C'est tout")
    return person.last


async def test_a_wizard_reads_top_to_bottom_and_ends_in_its_own_message(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/voyage", "Alpes")
    assert ana.sees("Comment ?")
    assert ana.buttons() == ["🚌 Bus", "🚲 Vélo", "‹ Retour", "✖️ Abandonner"]
    await ana.taps("Vélo")
    assert ana.sees("Étape 1 ?")
    await ana.says("Annecy", "Chamonix")
    await ana.taps("Sac A")
    await ana.taps("Sac B")
    assert ana.buttons()[0].startswith("☑")
    before = len(ana.messages)
    await ana.taps("C'est tout")
    assert ana.sees("Voyage Alpes, bike, par Annecy, Chamonix, 2 sacs, dès 09:00")
    assert len(ana.messages) == before


async def test_after_a_typed_answer_the_old_message_loses_its_buttons(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/voyage", "Alpes")
    assert [bool(m.wording.keys) for m in ana.messages] == [False, True]


async def test_a_tap_edits_the_wizards_message(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/voyage", "Alpes")
    before = len(ana.messages)
    await ana.taps("Bus")
    assert len(ana.messages) == before


async def test_a_wizard_survives_a_restart_between_any_two_answers(play: Playground) -> None:
    ana = play.stranger("Ana")
    for line in ("/voyage", *ANSWERS):
        await ana.says(line)
        await play.restart()
    await ana.taps("Sac A")
    await play.restart()
    await ana.taps("C'est tout")
    assert ana.sees("Voyage Alpes, bus, par Annecy, Chamonix, 1 sacs")


async def test_a_fact_kept_between_questions_stays_as_it_was(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/voyage", "Alpes", "1")
    await play.wait(hours=2)
    await ana.says("Annecy", "Chamonix", "fini")
    assert ana.sees("dès 09:00")


async def test_a_button_of_an_older_question_is_out_of_date(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/voyage", "Alpes")
    old = ana.messages[-1]
    keyboard = old.wording.keyboard
    await ana.taps("Bus")
    await play.local.press_raw("ana", "ana", old.id, keyboard, 1)
    await play.settle()
    assert ana.sees("Cette question est passée")


async def test_a_long_answer_is_refused_with_its_length_and_asked_again(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/voyage", "x" * 10_000)
    assert ana.sees("10 000 caractères, 20 au plus", "Quel nom ?")
    await ana.says("Alpes")
    assert ana.sees("Comment ?")


async def test_leaving_says_so_and_keeps_nothing(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/voyage", "Alpes")
    await ana.taps("Abandonner")
    assert ana.sees("Abandonné")
    await ana.says("Bus")
    assert not ana.has_seen("Étape 1")


async def test_a_forgotten_wizard_ends_by_itself(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/voyage", "Alpes")
    await play.wait(hours=25)
    assert ana.sees("Ce questionnaire est fermé")
    assert not any(m.wording.keys for m in ana.messages)


async def test_a_new_wizard_takes_the_place_of_the_one_before(play: Playground) -> None:
    ana = play.stranger("Ana")
    await ana.says("/voyage", "Alpes", "/voyage")
    assert ana.sees("Quel nom ?")
    assert [bool(m.wording.keys) for m in ana.messages] == [False, False, True]
    await ana.says("Jura")
    assert ana.sees("Comment ?")


async def test_in_the_simple_display_every_step_is_a_new_message(play: Playground) -> None:
    ana = await play.person("Ana", simple=True)
    await ana.says("/voyage", "Alpes")
    assert ana.buttons()[:2] == ["Bus", "Vélo"]
    before = len(ana.messages)
    await ana.taps("Bus")
    assert len(ana.messages) == before + 1


moves = st.lists(st.sampled_from(["answer", "back", "wrong"]), max_size=25)


@given(moves)
@settings(
    max_examples=12, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
async def test_any_walk_of_answers_and_backs_ends_as_the_straight_walk(
    play: Playground, walk: list[str]
) -> None:
    parts.heard.clear()
    number = len(play.local.chats)
    wanted = await straight(play, f"S{number}")
    person = play.stranger(f"W{number}")
    await person.says("/voyage")
    at = 0
    for move in walk:
        if move == "back" and at > 0:
            await person.says("retour")
            at -= 1
        elif move == "answer" and at < len(ANSWERS):
            await person.says(ANSWERS[at])
            at += 1
        elif move == "wrong" and at in (0, 2, 3):
            await person.says("y" * 30)
    await person.says(*ANSWERS[at:])
    await person.taps("Sac A")
    await person.taps("C'est tout")
    assert person.last == wanted
