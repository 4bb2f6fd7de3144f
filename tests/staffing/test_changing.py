"""«✏️ Modifier» under the board: what a coordinator may change, and what comes of it."""

import pytest

from storage import changes
from storage.audit import about
from storage.callouts import State as CallState
from storage.seats import State
from tests.playground import Playground
from tests.staffing.attack import BUG, state
from tests.staffing.changes import ONE, TWO, change, plan_of, told
from tests.staffing.test_callout import crew, sent


async def test_the_preview_says_old_and_new_in_full_and_how_many_are_told(
    play: Playground,
) -> None:
    """ADM-3."""
    nurses = await crew(play, 2)
    claire = await sent(play, ONE)
    for nurse in nurses:
        await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h", send=False)
    assert claire.sees(
        "VRAI APPEL · Aperçu du changement · Centre",
        "• samedi 12 décembre, de 10 h à 14 h au lieu de 9 h à 13 h",
        "2 personnes seront prévenues et diront si c'est toujours possible.",
    ), claire.screen()
    assert [told(n) for n in nurses] == [0, 0], "nothing is sent yet"
    await claire.taps("Abandonner")
    assert (await plan_of(play)).shifts[0].starts_at.hour == 8


async def test_a_change_is_kept_as_it_was_and_as_it_is(play: Playground) -> None:
    """ADM-4."""
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h", "Autre changement", "Contact", "=Zoé 0600000000")
    async with play.db.reading() as tx:
        [row] = [r for r in await about(tx, "callout:1") if r.what == "callout.changed"]
        made = await changes.get(tx, 1)
    assert row.before is not None
    assert row.after is not None
    assert row.before["times"]["1"][0].startswith("2026-12-12T08:00")
    assert row.after["times"]["1"][0].startswith("2026-12-12T09:00")
    assert "Zoé" not in f"{row.before}{row.after}", "no words or numbers in the journal"
    assert made is not None
    assert made.after["contact"] == "Zoé 0600000000"
    assert made.made_by == claire.id


async def test_several_changes_go_out_as_one(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Horaire", "=10h-14h", "Autre changement", "Lieu", "=Salle des fêtes")
    assert told(nurse) == 1
    assert nurse.sees("de 10 h à 14 h au lieu", "Nouveau lieu : Salle des fêtes"), nurse.screen()


async def test_asking_for_more_gives_the_new_seats_to_who_waits_and_looks_again(
    play: Playground,
) -> None:
    """CALL-25."""
    people = [await play.person(f"P{n}") for n in range(6)]
    claire = await sent(play, "/mobiliser Centre | sam 12/12 9h-13h | 1 IDE | Gymnase | payé")
    for person in people[:2]:
        await person.taps("9 h")
    assert claire.has_seen("tous les postes sont pourvus")
    await change(claire, "Nombre", "=3", send=False)
    assert claire.sees("3 infirmiers (avant : 1)", "Personne n'est à prévenir"), claire.screen()
    await claire.taps("Envoyer")
    assert claire.has_seen("Il manque une personne en tout : la recherche continue.")
    assert people[1].sees("elle est à vous"), people[1].screen()
    assert people[2].has_seen("il manque 1 infirmier sur 3")
    assert [told(p) for p in people] == [0] * 6
    assert not people[5].has_seen("APPEL")
    await play.wait(minutes=16)
    assert people[5].has_seen("APPEL À VOLONTAIRES"), "the search goes on"


async def test_asking_for_fewer_stops_at_those_who_are_coming(play: Playground) -> None:
    nurses = await crew(play, 3)
    claire = await sent(play, "/mobiliser Centre | sam 12/12 9h-13h | 4 IDE | Gymnase | payé")
    for nurse in nurses[:2]:
        await nurse.taps("9 h")
    await change(claire, "Nombre", "=1", send=False)
    assert claire.sees("2 places sont déjà prises : pas moins de 2.", "appelez une de ces"), (
        claire.screen()
    )
    await claire.says("2 IDE")
    await claire.taps("Envoyer")
    assert nurses[2].sees("complet, merci !"), nurses[2].screen()
    assert claire.has_seen("tous les postes sont pourvus")
    assert [await state(play, n) for n in nurses[:2]] == [[State.COMING], [State.COMING]]
    await play.wait(hours=2)
    assert not nurses[2].has_seen("seul rappel")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("0", "au moins une personne"), ("501", "plus que je ne peux"), ("2", "déjà le nombre"),
        ("beaucoup", "Tapez un nombre"), ("3 médecins", "Tapez un nombre"), 
        ("-1", "Tapez un nombre"), ("9" * 30, "Tapez un nombre"),
    ],
)  # fmt: skip
async def test_a_number_that_cannot_be_is_said_why_and_asked_again(
    play: Playground, said: str, answer: str
) -> None:
    await crew(play, 1)
    claire = await sent(play, ONE)
    await change(claire, "Nombre", f"={said}", send=False)
    assert claire.sees(answer, "combien en tout ?"), claire.screen()
    assert not claire.has_seen(BUG)


async def test_which_slot_and_which_post_are_asked_where_there_are_several(
    play: Playground,
) -> None:
    await crew(play, 1)
    claire = await sent(play, TWO.replace("2 IDE", "1 MG, 2 IDE"))
    await change(claire, "Nombre", "14 h", "infirmiers", "=5")
    plan = await plan_of(play)
    assert [p.need for p in plan.posts] == [1, 2, 1, 5] or [p.need for p in plan.posts] == [
        1, 1, 2, 5,
    ]  # fmt: skip


async def test_a_call_that_looks_for_nobody_else_says_how_to_look_again(play: Playground) -> None:
    await crew(play, 1)
    claire = await sent(play, ONE)
    await claire.taps("Ne plus chercher")
    await change(claire, "Nombre", "=5")
    assert claire.has_seen("On ne cherche plus pour cet appel : « 🔓 Chercher à nouveau »")
    assert (await plan_of(play)).callout.state is CallState.SEALED


async def test_a_slot_is_added_and_looks_for_the_same_people(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await change(claire, "Créneau en plus", "=dim 13/12 14h-18h", send=False)
    assert claire.sees("• En plus : dimanche 13 décembre, de 14 h à 18 h : 2 infirmiers"), (
        claire.screen()
    )
    await claire.taps("Envoyer")
    assert told(nurse) == 0
    assert nurse.has_seen("2. dimanche 13 décembre, de 14 h à 18 h : il manque 2 infirmiers")
    await nurse.taps("✅ Dim. 14 h")
    assert claire.sees("14 h à 18 h : infirmiers 1 sur 2"), claire.screen()
    plan = await plan_of(play)
    assert plan.callout.ends_at == plan.shifts[1].ends_at


async def test_someone_who_cannot_be_written_to_is_named_with_their_number(
    play: Playground,
) -> None:
    """CALL-2."""
    from storage.people import Member

    nurse = (await crew(play, 1))[0]
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, nurse.id)).phone = "06 11 22 33 44"
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await play.local.block(nurse.account)
    await play.settle()
    await change(claire, "Lieu", "=Salle des fêtes", send=False)
    assert claire.sees("À prévenir vous-même", "inf0"), claire.screen()
    await claire.taps("Envoyer")
    assert claire.has_seen("inf0 : 06 11 22 33 44"), claire.screen()


async def test_nobody_is_woken_for_a_change_that_can_wait(play: Playground) -> None:
    nurse = (await crew(play, 1))[0]
    claire = await sent(play, ONE)
    await nurse.taps("9 h")
    await play.wait(hours=13)  # 23:00 in Paris
    await change(claire, "Horaire", "=10h-14h")
    assert claire.has_seen("à la fin de ses heures calmes"), claire.screen()
    assert told(nurse) == 0
    await play.wait(hours=10)
    assert told(nurse) == 1


async def test_a_survey_asks_those_who_were_free_whether_they_still_are(play: Playground) -> None:
    nurses = await crew(play, 2)
    claire = await sent(play, ONE.replace("/mobiliser", "/mobiliser dispos"))
    await nurses[0].taps("✅ Sam. 9 h")
    await change(claire, "Horaire", "=10h-14h")
    assert nurses[0].sees("Vous aviez dit être libre. Toujours possible ?"), nurses[0].screen()
    assert told(nurses[1]) == 0
    await nurses[0].taps("❌ Non")
    assert await state(play, nurses[0]) == [State.OUT]
