"""Every button under every message of a meeting and of a poll leads somewhere."""

from pathlib import Path
from random import Random

from bot.adapters.local.temper import Asked, Mood, asked_by, choose
from tests.meetings.people import LINE, announced, members
from tests.playground import Playground
from tests.staffing.buttons import dead_ends

DATES = "/sondage dates Groupe | mar 15/12 20h, jeu 17/12 20h"


async def test_no_button_of_a_meeting_leads_nowhere(play: Playground, tmp_path: Path) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play, f"{LINE} | tous les mois | 1 place")
    await ana.taps("Sur place")
    await claire.taps("Annuler")
    await ana.says("/agenda")
    assert await dead_ends(play, [ana, claire], tmp_path) == []


async def test_no_button_of_a_poll_leads_nowhere(play: Playground, tmp_path: Path) -> None:
    [ana] = await members(play, "Ana")
    claire = await announced(play, DATES)
    await ana.taps("15/12")
    await claire.says("/reunions")
    assert await dead_ends(play, [ana, claire], tmp_path) == []


def test_the_demos_crowd_answers_a_meeting_by_itself() -> None:
    """It knows a question by its emoji: a yes is «sur place», a no «je n'y serai pas»."""
    labels = ["✅ Sur place", "💻 À distance", "❌ Je n'y serai pas", "📅 Agenda (.ics)"]
    assert asked_by(labels) is Asked.OFFER
    assert choose(Random(1), labels, Mood.YES) == [0]
    assert choose(Random(1), labels, Mood.NO) == [2]
