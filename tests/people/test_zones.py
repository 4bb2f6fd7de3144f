"""Somebody who lives in another time zone: said in the settings, and their nights (REM-3)."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.core import Lang
from bot.engine import Ctx
from bot.engine.awake import awake_at
from bot.engine.owed import Owed
from storage.people import Member
from tests.meetings.people import announced
from tests.people.test_profile import read
from tests.playground import Person, Playground


async def lives(play: Playground, person: Person, zone: str) -> None:
    async with play.db.transaction() as tx:
        (await tx.get_one(Member, person.id)).zone = zone


async def test_a_zone_is_tapped_or_typed_and_said_back_with_its_time(play: Playground) -> None:
    """REM-3."""
    ana = await play.person("Ana")
    await ana.says("/reglages")
    assert ana.sees("Fuseau horaire : celui de la CPTS (Paris)"), ana.screen()
    await ana.taps("Fuseau horaire")
    assert ana.sees("Quel est le fuseau horaire chez vous", "à l'heure de la CPTS"), ana.screen()
    assert ana.buttons() == [
        "Celui de la CPTS (Paris)", "Guadeloupe et Martinique", "Guyane", "La Réunion", "Mayotte",
        "Nouvelle-Calédonie", "Polynésie", "Saint-Pierre-et-Miquelon", "✖️ Abandonner",
    ]  # fmt: skip
    await ana.taps("La Réunion")
    assert ana.sees("C'est noté : La Réunion, où il est 13 h."), ana.screen()
    await ana.taps("Réglages")
    assert ana.sees("Fuseau horaire : La Réunion"), ana.screen()
    await ana.taps("Fuseau horaire")
    await ana.says("Atlantide")
    assert ana.sees("« Atlantide »", "Exemples : Lisbonne, Europe/Lisbon"), ana.screen()
    await ana.says("lisbonne")
    assert ana.sees("Lisbonne, où il est 9 h"), ana.screen()
    assert (await read(play, ana.id)).zone == "Europe/Lisbon"
    for ours in ("celui de la cpts", "Paris"):
        await lives(play, ana, "Indian/Mayotte")
        await ana.says("/reglages")
        await ana.taps("Fuseau horaire")
        await ana.says(ours)
        assert ana.sees("vous ne lirez que l'heure de la CPTS"), ana.screen()
        assert (await read(play, ana.id)).zone == ""


async def test_in_english_and_in_the_simple_display(play: Playground) -> None:
    """REM-3, A11Y-10."""
    ana = await play.person("Ana", lang=Lang.EN, simple=True)
    await ana.says("/settings")
    assert ana.sees("Time zone: the CPTS's own (Paris)"), ana.screen()
    await ana.taps("Time zone")
    await ana.says("nowhere")
    assert ana.sees("I know no time zone for “nowhere”", "Lisbon"), ana.screen()
    await ana.says("new caledonia")
    assert ana.sees("Noted: New Caledonia, where it is 8 pm now."), ana.screen()
    await ana.says("/settings")
    assert ana.sees("Time zone: New Caledonia"), ana.screen()


async def test_it_is_exported_and_erased_with_the_person(play: Playground) -> None:
    """PRIV-1."""
    ana = await play.person("Ana")
    await lives(play, ana, "Indian/Reunion")
    await ana.says("/mesdonnees")
    await ana.taps("Recevoir")
    machine, page = (m.wording.attachment for m in ana.messages[-2:])
    assert machine is not None
    assert page is not None
    assert json.loads(machine.data)["people"]["zone"] == "Indian/Reunion"
    assert "Fuseau horaire" in page.data.decode()
    await ana.says("/quitter")
    await ana.taps("Oui, quitter")
    await ana.taps("Passer")
    assert (await read(play, ana.id)).zone == ""


async def test_ones_quiet_hours_are_those_of_ones_own_night(play: Playground) -> None:
    """REM-3: at 22 h in Nouméa nobody is asked; they are in the morning there."""
    ana, bob = await play.person("Ana"), await play.person("Bob")
    await lives(play, ana, "Pacific/Noumea")
    await play.wait(hours=3)
    await announced(play)
    assert bob.sees("CA de décembre")
    assert not ana.messages
    await play.wait(hours=20)
    [card] = ana.messages
    assert f"{card.at:%d/%m %H:%M}" == "21/11 20:30", card.at


@pytest.mark.parametrize(
    ("now", "awake"),
    [
        (datetime(2027, 3, 14, 4, 30, tzinfo=UTC), datetime(2027, 3, 14, 9, 30, tzinfo=UTC)),
        (datetime(2027, 3, 14, 0, 30, tzinfo=UTC), datetime(2027, 3, 14, 9, 30, tzinfo=UTC)),
        (datetime(2026, 11, 1, 3, 30, tzinfo=UTC), datetime(2026, 11, 1, 10, 30, tzinfo=UTC)),
        (datetime(2027, 3, 14, 9, 30, tzinfo=UTC), datetime(2027, 3, 14, 9, 30, tzinfo=UTC)),
    ],
)
async def test_a_night_in_which_the_clocks_change_ends_by_the_clock_there(
    play: Playground, now: datetime, awake: datetime
) -> None:
    """Miquelon changes on other days than Paris: 7:30 is 9:30 UTC from that morning on."""
    ana = await play.person("Ana")
    await lives(play, ana, "America/Miquelon")
    async with play.db.reading() as tx:
        member = await tx.get_one(Member, ana.id)
        found = awake_at(Ctx(tx, play.app.parts, now, Owed()), member)
    assert found - awake == timedelta()
