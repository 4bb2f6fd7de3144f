"""Lists of members («équipe mobile»): DIR-8, and whoever leaves is on none (ONB-14)."""

import pytest

from bot.core import Role
from handlers.people.rules.picking import Picked, Someone, is_a_name, pick
from storage import lists
from tests.playground import Person, Playground


async def crew(play: Playground) -> Person:
    paul = await play.person("Paul", Role.COORDINATOR)
    for name in ("Léa Martin", "Luc Martin", "Ana Dupont"):
        await play.person(name)
    return paul


async def on(play: Playground, name: str) -> int:
    async with play.db.reading() as tx:
        row = await lists.named(tx, name)
        return len(await lists.members_of(tx, row.id)) if row else -1


async def test_a_list_is_made_in_one_line_and_doubts_are_asked(play: Playground) -> None:
    """DIR-8."""
    paul = await crew(play)
    await paul.says("/membres liste équipe mobile : martin, Dupont, Durand")
    assert paul.sees("« martin » : qui ?"), paul.screen()
    assert paul.buttons()[:3] == ["Léa Martin", "Luc Martin", "Aucun d'eux"]
    await paul.taps("Léa Martin")
    assert paul.sees("Je ne connais pas Durand", "Ajoutés : Léa Martin et Ana Dupont"), (
        paul.screen()
    )
    await paul.says("luc")
    assert paul.sees("Léa Martin, Luc Martin et Ana Dupont")
    await paul.says("c'est tout")
    assert paul.sees("équipe mobile · 3 personnes", "membres : équipe mobile"), paul.screen()
    await paul.says("/mobiliser Centre | sam 12/12 9h-13h | 1 infirmier | Gymnase | payé")
    assert paul.sees("Aperçu")


async def test_the_wizard_makes_fills_renames_and_deletes(play: Playground) -> None:
    paul = await crew(play)
    await paul.says("/membres")
    await paul.taps("Listes")
    assert paul.sees("Aucune liste pour l'instant")
    await paul.taps("Nouvelle liste")
    assert paul.sees("Étape 1 sur 2")
    await paul.says("infirmiers")
    assert paul.sees("ne peut pas être le nom d'une liste")
    await paul.says("Équipe mobile")
    await paul.says("personne de ce nom")
    assert paul.sees("Je ne connais pas personne de ce nom")
    await paul.taps("Personne pour l'instant")
    assert paul.sees("Équipe mobile · personne")
    await paul.taps("Ajouter")
    await paul.says("ana dupont, léa martin")
    await paul.taps("C'est tout")
    assert paul.sees("2 personnes", "Ana Dupont et Léa Martin")
    await paul.taps("Retirer")
    await paul.taps("Ana Dupont")
    await paul.taps("‹ Retour")
    assert paul.sees("une personne", "Léa Martin")
    await paul.taps("Renommer")
    await paul.says("Référents canicule")
    assert paul.sees("Référents canicule · une personne")
    await paul.taps("Supprimer")
    await paul.taps("Oui, la supprimer")
    assert paul.sees("Aucune liste pour l'instant")


async def test_whoever_leaves_is_on_no_list_and_whoever_is_suspended_still_is(
    play: Playground,
) -> None:
    """ONB-14."""
    paul = await crew(play)
    await paul.says("/membres liste renfort : ana dupont, luc martin", "c'est tout")
    assert await on(play, "renfort") == 2
    await paul.says("/membres luc")
    await paul.taps("Suspendre")
    assert await on(play, "renfort") == 2
    ana = Person(play, "ana dupont", 0)
    await ana.says("/quitter", "oui", "passer")
    assert ana.sees("Vous avez quitté la communauté"), ana.screen()
    assert await on(play, "renfort") == 1


async def test_members_may_not_see_lists(play: Playground) -> None:
    await crew(play)
    bo = await play.person("Bo")
    await bo.says("/membres liste renfort : bo")
    assert bo.sees("réservée à la coordination")
    assert await on(play, "renfort") == -1


PEOPLE = [
    Someone(1, "Léa Martin", "lea martin saint-aubin"),
    Someone(2, "Luc Martin", "luc martin garance"),
    Someone(3, "Anne-Sophie Roy", "anne-sophie roy garance"),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("léa, roy", Picked((1, 3))),
        ("Martin Garance et sophie", Picked((2, 3))),
        ("martin ; Durand", Picked((), (("martin", (1, 2)),), ("Durand",))),
        ("Luc Martin\nluc", Picked((2,))),
        (" , ;", Picked()),
    ],
)
def test_people_are_meant_by_what_is_typed_of_their_names(words: str, found: Picked) -> None:
    assert pick(words, PEOPLE) == found


@pytest.mark.parametrize("name", ["équipe mobile", "Référents canicule", "garde 2027"])
def test_a_name_that_an_audience_understands(name: str) -> None:
    assert is_a_name(name, ("Garance",))


@pytest.mark.parametrize("name", ["infirmiers", "Garance", "tous", "a, b", "nuit et jour", "aucun"])
def test_a_name_that_would_mean_something_else_is_none(name: str) -> None:
    assert not is_a_name(name, ("Garance",))


async def test_a_flood_of_names_gets_a_short_answer(play: Playground) -> None:
    paul = await crew(play)
    for line in (f"{'x' * 9000} : martin", "renfort : " + "zz," * 3000, "renfort : " + "y" * 9000):
        await paul.says(f"/membres liste {line}")
        assert len(paul.last) < 900
        await paul.says("/annuler")
    assert await on(play, "renfort") == -1
