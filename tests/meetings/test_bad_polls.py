"""Polls that cannot be asked as they were typed: what is wrong is said, and what is right kept."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import Lang, Role
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import polls as rules
from handlers.meetings.rules.polls import Question
from tests.meetings.people import members, organiser
from tests.meetings.reading import NOW, PARIS
from tests.playground import Playground


async def test_one_date_is_kept_and_another_is_asked_for(play: Playground) -> None:
    """It was asked «Quelles dates ?» as if none had been said, and the one was lost."""
    claire = await organiser(play)
    await claire.says("/sondage dates Groupe | mar 15/12 20h | Mairie")
    assert claire.sees("Une seule date est notée : mardi 15 décembre, de 20 h"), claire.screen()
    await claire.says("jeu 17/12 18h")
    assert claire.sees(
        "1. mardi 15 décembre, de 20 h à 21 h 30", "2. jeudi 17 décembre, de 18 h à 19 h 30",
    ), claire.screen()  # fmt: skip


async def test_the_same_date_twice_is_one_date(play: Playground) -> None:
    """Both were shown, and one was sent."""
    claire = await organiser(play)
    await claire.says("/sondage dates Groupe | 15/12 20h, 15/12 20h-21h30")
    assert claire.sees("Une seule date est notée"), claire.screen()


async def test_every_tuesday_offers_the_next_four(play: Playground) -> None:
    claire = await organiser(play)
    await claire.says("/sondage dates Groupe | tous les mardis 20h")
    assert claire.sees("1. mardi 24 novembre", "4. mardi 15 décembre"), claire.screen()


async def test_too_many_dates_are_counted_as_they_are(play: Playground) -> None:
    claire = await organiser(play)
    days = ", ".join(f"{day}/12 20h" for day in range(1, 13))
    await claire.says(f"/sondage dates Groupe | {days}")
    assert claire.sees("Il faut de 2 à 10 dates, en voici 12"), claire.screen()


async def test_an_end_after_the_first_date_is_said_before_it_is_sent(play: Playground) -> None:
    claire = await organiser(play)
    await claire.says("/sondage dates Groupe | 15/12 20h, 17/12 20h | avant le 20/12")
    assert claire.sees("La fin vient après la première date"), claire.screen()
    await claire.taps("Modifier")
    await claire.taps("Fin")
    await claire.says("avant le 10/12")
    assert not claire.sees("La fin vient après"), claire.screen()


async def test_a_question_that_is_too_long_is_said_to_be(play: Playground) -> None:
    """It was asked for again without a word."""
    claire = await organiser(play)
    await claire.says("/sondage " + "Quel horaire " * 20 + "| matin | soir")
    assert claire.sees("Ce titre est trop long : 259 caractères, 160 au plus"), claire.screen()
    await claire.says("Quel horaire ?")
    assert claire.sees("SONDAGE · Quel horaire ?", "1. matin", "2. soir"), claire.screen()


async def test_yes_and_no_are_in_the_language_of_whoever_asks(play: Playground) -> None:
    claire = await play.person("Claire", Role.COORDINATOR, lang=Lang.EN)
    await members(play, "Ana")
    await claire.says("/poll Shall we meet on Mondays?")
    await claire.taps("Yes, no, no opinion")
    assert claire.sees("1. Yes", "2. No", "3. No opinion"), claire.screen()


async def test_a_number_of_places_that_is_none_is_asked_for_again(play: Playground) -> None:
    """It became part of the place."""
    claire = await organiser(play)
    await claire.says("/reunion CA | mar 15/12 20h | Mairie | places : -3")
    assert claire.sees("Je n'ai pas compris combien de places : « -3 »"), claire.screen()
    await claire.says("12")
    assert claire.sees("Lieu : Mairie", "Sur place : 12 places"), claire.screen()
    assert "Mairie," not in claire.last


async def test_an_hour_that_comes_twice_in_autumn_is_the_first_of_them(play: Playground) -> None:
    """Two buttons were offered that said the same."""
    claire = await organiser(play)
    await claire.says("/reunion Nuit de garde | 31/10/2027 2h-3h30 | Mairie")
    assert claire.sees("dimanche 31 octobre 2027, de 2 h (heure d'été) à 3 h 30"), claire.screen()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Garde | 28/03/2027 2h30 | Mairie", "cette heure n'existe pas"),
        ("Fin | mar 15/12 21h-20h | Mairie", "la fin est avant le début"),
        ("Fin | 29/02/2027 20h | Mairie", "ce jour n'existe pas"),
        ("Fin | 15/12/3000 20h | Mairie", "dans plus de deux ans"),
        ("Fin | 15/11/2026 20h | Mairie", "c'est déjà passé"),
    ],
)
async def test_times_that_cannot_be_say_why_and_keep_the_rest(
    play: Playground, line: str, why: str
) -> None:
    claire = await organiser(play)
    await claire.says(f"/reunion {line}")
    assert claire.sees("Je n'ai pas compris", why, "Le reste est gardé"), claire.screen()
    await claire.says("mar 15/12 20h")
    assert claire.sees("Lieu : Mairie"), claire.screen()


async def test_the_31st_of_each_month_is_asked_about(play: Playground) -> None:
    claire = await organiser(play)
    await claire.says("/reunion Fin de mois | le 31 de chaque mois 20h | Mairie")
    assert claire.sees("certains mois n'ont pas ce jour"), claire.screen()
    await claire.taps("le dernier jour")
    assert claire.sees("lundi 30 novembre", "Puis jeudi 31 décembre"), claire.screen()


async def test_days_of_the_month_in_english(play: Playground) -> None:
    """«the 15» was said, and an error written."""
    claire = await play.person("Claire", Role.COORDINATOR, lang=Lang.EN)
    for number, said in ((2, "2nd"), (15, "15th"), (21, "21st"), (23, "23rd")):
        await claire.says(f"/meeting Board | {number}/12 20h | every month | Hall")
        if not claire.sees(f"Each month on the {said}"):
            assert any(f"Each month on the {said}" in label for label in claire.buttons())


@given(st.integers(2, 24 * 60 * 9))
def test_a_poll_ends_awake_and_before_its_first_date(minutes: int) -> None:
    """«avant dimanche 22 novembre, 3 h» was what a poll for the next evening said."""
    start = NOW + timedelta(minutes=minutes)
    one = patterns.of(start, start + timedelta(hours=1), PARIS)
    ends = rules.closes_at(Question("X", (one, one)), NOW, PARIS)
    assert NOW < ends <= patterns.first(one, PARIS).start
    local: datetime = ends.astimezone(PARIS)
    if minutes > 24 * 60:
        assert rules.MORNING <= local.time() <= rules.EVENING
