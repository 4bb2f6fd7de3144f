"""A call's line that must be refused, or taken as nothing more than text."""

import pytest

from bot.core.events import FileRef
from tests.playground import Playground
from tests.staffing.attack import BUG, ONE, calls, state
from tests.staffing.test_callout import coordinator, crew, sent


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
    assert claire.has_seen("💬 inf0 : « oui oui"), claire.screen()
    assert nurse.has_seen("Votre message pour la coordination"), nurse.everything
