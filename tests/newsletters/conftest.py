"""Invitations, for those who join or come back."""

import pytest

from bot.core import Role
from handlers.people.minting import mint
from tests.people.conftest import Code
from tests.playground import Playground


@pytest.fixture
def code(play: Playground) -> Code:
    """A code that lets in at once."""

    async def make(uses: int = 10) -> str:
        async with play.db.transaction() as tx:
            made, _ = mint(
                tx, play.now, role=Role.MEMBER, uses=uses, days=90, by=None, at_once=True
            )
        return made

    return make
