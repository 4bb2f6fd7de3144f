"""The evening on a real homeserver: eight members, two coordinators, three partners' rooms."""

import pytest

from storage import crises
from storage.crises import Crisis
from tests.adapters.matrix.bot import Bot
from tests.adapters.matrix.evening import MEMBERS, TITLE, gathered, played, tape_of
from tests.evening import judging
from tests.servers.matrix.fixtures import Matrix


@pytest.mark.timeout(180)
async def test_the_evening_from_the_alert_to_the_log(matrix: Matrix, bot: Bot) -> None:
    """PART-4, PRIV-8, CRIS-2, CRIS-4, CRIS-8, CRIS-16, CRIS-17, NEWS-8."""
    cast = await gathered(matrix, bot)
    await played(cast)
    tape = [line for line in tape_of(cast) if line.who != cast.claire.here]
    members = [one.here for one in (cast.denis, *cast.members)]
    halls = [room for _, _, room in cast.halls]

    judging.everyone_got_it_once(tape, TITLE, members, halls)
    before, after = judging.nothing_slower_came_between(tape, TITLE)
    assert (before > 0, before + after) == (True, len(MEMBERS))
    judging.nobody_is_named(tape, halls, ["Claire", "Denis", *MEMBERS])
    judging.the_all_clear_reaches_every_copy(tape, TITLE)
    board = next(text for text in reversed(cast.claire.screen()) if "Envoyé à" in text)
    assert "Envoyé à 9 membres et 3 canaux" in board
    assert judging.number(board, "Bien reçu") == len(MEMBERS) // 2
    async with bot.db.reading() as tx:
        entries = await crises.log(tx, (await tx.get_one(Crisis, 1)).id)
    assert [(e.office, e.text["key"] if e.text else e.said) for e in entries] == [
        ("coordinator", "log-crisis-opened"),
        ("coordinator", "log-alert-sent"),
        ("coordinator", "la mairie ouvre le gymnase"),
        ("coordinator", "log-call-sent"),
        ("bot", "log-call-filled"),
        ("coordinator", "meet-log-sent"),
        ("coordinator", "log-alert-ended"),
        ("coordinator", "log-crisis-closed"),
    ]
