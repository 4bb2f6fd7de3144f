"""A survey's plan is made: everyone who answered is told, and told once (ROTA-3)."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from bot.core import Lang
from handlers.staffing.rules.thanks import left_out
from storage.seats import State
from tests.playground import Person, Playground
from tests.staffing.attack import state
from tests.staffing.test_callout import coordinator, crew

THANKS = "le planning de Centre est fait sans vous cette fois"
SURVEY = "/mobiliser dispos Centre | sam 12/12 9h-13h, 14h-18h | 1 IDE | Lieu | payé"

some = st.sets(st.integers(1, 9))


@given(st.lists(st.integers(1, 9)), st.lists(st.tuples(some, some), min_size=1, max_size=4))
def test_over_any_number_of_steps_each_is_told_once_or_chosen(
    offered: list[int], steps: list[tuple[set[int], set[int]]]
) -> None:
    """In each step some more are chosen, and some more have answered."""
    chosen: set[int] = set()
    told: list[int] = []
    for more, later in steps:
        offered = [*offered, *sorted(later)]
        chosen |= more
        told += left_out(offered, chosen, told)
    assert len(told) == len(set(told))
    assert set(offered) <= chosen | set(told)
    assert set(told) <= set(offered)


async def answered(play: Playground, *nurses: Person) -> Person:
    claire = await coordinator(play)
    await claire.says(SURVEY)
    await claire.taps("Envoyer")
    for nurse in nurses:
        await nurse.taps("✅ Sam. 9 h")
    return claire


async def picks(claire: Person, *names: str) -> None:
    """In the only slot for which anyone is free."""
    await claire.taps("Choisir dans la grille")
    for name in names:
        await claire.taps(name)
    await claire.taps("C'est tout")


async def test_who_is_not_chosen_gets_one_kind_word_and_the_silent_none(play: Playground) -> None:
    """They were told nothing."""
    nurses = await crew(play, 5)
    claire = await answered(play, *nurses[:2])
    await nurses[2].says("si besoin le matin")
    await nurses[3].taps("Pas cette fois")
    await picks(claire, "inf1")
    assert claire.sees("Confirmer une place", "2 personnes avaient répondu et ne sont pas retenues")
    await claire.taps("Oui")
    assert claire.has_seen("2 personnes qui avaient répondu sont remerciées"), claire.screen()
    assert nurses[1].has_seen("On compte sur vous")
    for nurse in (nurses[0], nurses[2]):
        assert nurse.sees("Merci de votre réponse", THANKS, "Si cela change"), nurse.screen()
        assert nurse.has_seen("Le planning est fait sans vous cette fois. Merci"), nurse.screen()
        assert not nurse.has_seen("vous sera confirmé")
    for nurse in (nurses[1], nurses[3], nurses[4]):
        assert not nurse.has_seen(THANKS)


async def test_a_second_plan_tells_only_those_who_were_not_told_yet(play: Playground) -> None:
    nurses = await crew(play, 4)
    claire = await answered(play, *nurses[:2])
    await picks(claire, "inf0")
    await claire.taps("Oui")
    for nurse in nurses[2:]:
        await nurse.taps("✅ Sam. 14 h")
    await claire.taps("Choisir dans la grille")
    await claire.taps("C'est tout")
    await claire.taps("inf2")
    await claire.taps("C'est tout")
    assert claire.sees("Une personne avait répondu et n'est pas retenue"), claire.screen()
    await claire.taps("Oui")
    assert [n.everything.count(THANKS) for n in nurses] == [0, 1, 0, 1]
    assert [n.everything.count("On compte sur vous") for n in nurses] == [1, 0, 1, 0]


async def test_who_was_thanked_may_still_be_chosen_later(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await answered(play, *nurses)
    await picks(claire, "inf0")
    await claire.taps("Oui")
    assert nurses[1].has_seen(THANKS)
    await nurses[0].taps("Je ne peux plus venir")
    await picks(claire, "inf1")
    await claire.taps("Oui")
    assert await state(play, nurses[1]) == [State.COMING]
    assert nurses[1].sees("On compte sur vous"), nurses[1].screen()
    assert nurses[1].has_seen("C'est noté, vous venez")


async def test_a_plan_without_anyone_tells_nobody_that_it_is_made(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await answered(play, *nurses)
    await picks(claire)
    assert claire.sees("Personne n'est coché"), claire.screen()
    await claire.taps("Oui")
    assert claire.has_seen("Personne n'a été confirmé")
    assert not any(n.has_seen(THANKS) for n in nurses)


async def test_at_night_the_word_waits_for_the_morning(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await answered(play, *nurses)
    await play.wait(hours=13)
    await picks(claire, "inf0")
    await claire.taps("Oui")
    assert not nurses[0].has_seen("On compte sur vous")
    assert not nurses[1].has_seen(THANKS)
    await play.wait(hours=8, minutes=31)
    assert play.now.astimezone(play.settings.community.timezone).time() >= time(7, 30)
    assert nurses[0].has_seen("On compte sur vous"), nurses[0].screen()
    assert nurses[1].sees(THANKS), nurses[1].screen()


async def test_everyone_is_thanked_in_their_own_language_and_a_drill_says_so(
    play: Playground,
) -> None:
    """A11Y-1, DRILL-4."""
    kate = await play.person("Kate", lang=Lang.EN)
    nurse = (await crew(play, 1))[0]
    claire = await coordinator(play)
    await claire.says(SURVEY.replace("/mobiliser dispos", "/exercice mobiliser dispos"))
    await claire.taps("Envoyer")
    await kate.taps("Sat")
    await nurse.taps("✅ Sam. 9 h")
    await picks(claire, "inf0")
    await claire.taps("Oui")
    assert kate.sees("DRILL", "the rota of Centre is made without you this time"), kate.screen()
    assert nurse.sees("🧪 EXERCICE", "On compte sur vous"), nurse.screen()
