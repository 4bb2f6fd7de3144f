"""The whole main job on Matrix, from the first code to a room of several, in every kind of room."""

import pytest

from tests.adapters.matrix.bot import Bot
from tests.adapters.matrix.story import CHAPTERS
from tests.adapters.matrix.story.cast import gathered
from tests.servers.matrix.fixtures import Matrix
from tests.servers.matrix.seen import Shield


@pytest.mark.timeout(180)
@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
async def test_a_long_day_from_the_first_code_to_a_cancelled_call(
    matrix: Matrix, bot: Bot, encrypted: bool
) -> None:
    """CALL-1 to CALL-25 as one walks them; nothing unreadable, no shield beside the bot's words."""
    cast = await gathered(matrix, bot, encrypted=encrypted)
    for chapter in CHAPTERS:
        await chapter(cast)
    for person in cast.everyone:
        theirs = [m for _, m in person.client.seen if m.sender == bot.account.user]
        assert not [m.text for m in theirs if m.unreadable]
        assert {m.encrypted for m in theirs} == {encrypted}
        assert not encrypted or {m.shield for m in theirs} == {Shield("NONE")}
