"""The evening on Telegram, with the real process, its limits and its pace: minutes, so that only
`make chaos` plays it. `make test` has it on the local platform and on Matrix."""

import json

import pytest

from tests.evening import judging
from tests.evening.tape import transcript
from tests.process.books import Books
from tests.process.bot import Bot
from tests.process.evening import TITLE, gathered, named, played, tape_of

pytestmark = [pytest.mark.process, pytest.mark.chaos, pytest.mark.timeout(300)]
LOG = [
    ("coordinator", "log-crisis-opened"), ("coordinator", "meet-log-sent"),
    ("coordinator", "log-alert-sent"), ("coordinator", "la mairie ouvre le gymnase"),
    ("coordinator", "log-call-sent"), ("bot", "log-call-filled"),
    ("coordinator", "log-alert-ended"), ("coordinator", "log-crisis-closed"),
]  # fmt: skip
PUBLISHED = ("coordinator", "log-alert-published")


@pytest.mark.parametrize(("people", "channels"), [(30, 6), (286, 41)], ids=["small", "all"])
async def test_the_evening_from_the_alert_to_the_log(bot: Bot, people: int, channels: int) -> None:
    """PART-4, PRIV-8, CRIS-2, CRIS-4, CRIS-8, CRIS-16, CRIS-17, NEWS-8."""
    bot.server.api.limits.on = True
    cast = await gathered(bot, people, channels)
    await bot.start()
    await played(cast)
    author = str(cast.claire.id)
    tape = [line for line in tape_of(bot.server.history) if line.who != author]
    members = [str(one.id) for one in (cast.denis, *cast.members)]
    halls = [str(group.id) for _, group, _ in cast.halls]
    radio = [str(group.id) for p, group, _ in cast.halls if "média" in p.words]
    assert (len(cast.members), len(halls)) == (people, channels)

    judging.everyone_got_it_once(tape, TITLE, members, halls)
    before, after = judging.nothing_slower_came_between(tape, TITLE, besides=radio)
    assert before > 0, "the newsletter was on its way"
    assert before + after == people, "and went on to everyone"
    judging.nobody_is_named(tape, halls, cast.names)
    judging.the_all_clear_reaches_every_copy(tape, TITLE)

    board = next(text for text in reversed(cast.claire.screen()) if "Envoyé à" in text)
    assert f"Envoyé à {len(members)} membres et {channels} canaux" in board
    assert judging.number(board, "Bien reçu") == people // 2
    rows = Books(bot.database).rows("SELECT office, text, said FROM crisis_log ORDER BY number")
    told = [(row["office"], _key(row)) for row in rows]
    assert [line for line in told if line != PUBLISHED] == LOG
    print(transcript(tape, named(cast)))


def _key(row: dict[str, object]) -> str:
    said = row["text"]
    found = json.loads(said) if isinstance(said, str) else said
    return str(found["key"]) if isinstance(found, dict) else str(row["said"])
