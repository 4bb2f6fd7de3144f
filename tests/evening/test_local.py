"""The evening on the local platform: 286 professionals, 41 channels, at Telegram's pace."""

from collections.abc import AsyncIterator

import pytest

from storage import crises
from storage.crises import Crisis
from tests.evening import judging
from tests.evening.playing import Evening, Paced, gathered
from tests.evening.story import ACKED, CHAPTERS, HALLS, RESULT, SEATS, TITLE
from tests.playground import Playground

RADIO = "#radio.des.rives"


@pytest.fixture
async def evening(sqlite_url: str) -> AsyncIterator[Evening]:
    play = Playground(sqlite_url, platform=Paced)
    await play.boot()
    yield await gathered(play)
    await play.shut()


async def log_of(evening: Evening) -> list[tuple[str, str]]:
    """(function, key of the text or words) of each line."""
    async with evening.play.db.reading() as tx:
        row = await tx.get_one(Crisis, 1)
        entries = await crises.log(tx, row.id)
    return [(e.office, e.text["key"] if e.text else e.said) for e in entries]


async def test_the_evening_from_the_alert_to_the_log(evening: Evening) -> None:
    """PART-4, PRIV-8, CRIS-4, CRIS-8, CRIS-16, CRIS-17, NEWS-8."""
    for chapter in CHAPTERS:
        await chapter(evening)
    claire, denis = evening.claire, evening.denis
    tape = [line for line in evening.tape if line.who != claire.account]
    assert (len(evening.members), len(evening.channels)) == (286, 41)

    members = [*evening.members, denis.account]
    judging.everyone_got_it_once(tape, TITLE, members, evening.channels)
    before, after = judging.nothing_slower_came_between(tape, TITLE, besides=[RADIO])
    assert before > 0, "the newsletter was on its way"
    assert before + after == len(evening.members), "and went on to everyone"
    judging.nobody_is_named(tape, evening.channels, evening.names)
    judging.the_all_clear_reaches_every_copy(tape, TITLE)

    await claire.says("/crise passées")
    await claire.taps("Canicule")
    assert claire.sees(
        f"Résultat : {RESULT}", f"Un appel : {SEATS} places prises sur {SEATS}",
        f"bien reçu {ACKED} sur {len(members)} ; partenaires {HALLS} sur 40",
    ), claire.screen()  # fmt: skip
    board = next(m for m in evening.tape[::-1] if m.who == "claire" and "Envoyé à" in m.text)
    assert f"Envoyé à {len(members)} membres et {len(evening.channels)} canaux" in board.text
    assert judging.number(board.text, "Bien reçu") == ACKED

    assert await log_of(evening) == [
        ("coordinator", "log-crisis-opened"),
        ("coordinator", "log-alert-sent"),
        ("coordinator", "log-alert-published"),
        ("coordinator", "la mairie ouvre le gymnase"),
        ("coordinator", "log-call-sent"),
        ("bot", "log-call-filled"),
        ("coordinator", "meet-log-sent"),
        ("coordinator", "log-alert-ended"),
        ("coordinator", "log-crisis-closed"),
    ]
