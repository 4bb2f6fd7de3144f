"""The slots are changed in the preview: each that stays keeps whom it needs."""

from tests.playground import Person, Playground
from tests.staffing.test_callout import coordinator, crew

BY_PART = (
    "/mobiliser Centre | sam 12/12 9h-13h, 14h-18h | matin 2 IDE, aprem 1 médecin | Lieu | payé"
)


async def _edited(play: Playground, times: str) -> Person:
    await crew(play, 2)
    await crew(play, 1, "medecin")
    claire = await coordinator(play)
    await claire.says(BY_PART)
    assert claire.sees("de 9 h à 13 h : 2 infirmiers", "de 14 h à 18 h : 1 médecin")
    await claire.taps("Modifier")
    await claire.taps("Créneaux")
    await claire.says(times)
    return claire


async def test_slots_that_move_keep_their_own_needs(play: Playground) -> None:
    """All slots got those of the first."""
    claire = await _edited(play, "sam 12/12 10h-13h, 15h-18h")
    assert claire.sees("de 10 h à 13 h : 2 infirmiers", "de 15 h à 18 h : 1 médecin"), (
        claire.screen()
    )
    assert not claire.has_seen("Mêmes besoins")


async def test_a_new_slot_takes_those_of_the_first_and_the_preview_says_so(
    play: Playground,
) -> None:
    claire = await _edited(play, "sam 12/12 9h-13h, 14h-18h; dim 13/12 9h-12h")
    assert claire.sees(
        "14 h à 18 h : 1 médecin", "dimanche 13 décembre, de 9 h à 12 h : 2 infirmiers",
        "Mêmes besoins que le premier créneau : dimanche 13 décembre, de 9 h à 12 h.",
    ), claire.screen()  # fmt: skip
    await claire.taps("Modifier")
    await claire.taps("Besoins")
    await claire.says("1 IDE")
    assert not claire.sees("Mêmes besoins"), claire.screen()


async def test_a_slot_that_is_dropped_leaves_the_other_as_it_was(play: Playground) -> None:
    claire = await _edited(play, "sam 12/12 14h-18h")
    assert claire.sees("14 h à 18 h : 1 médecin", "Un poste."), claire.screen()
