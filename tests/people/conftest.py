"""Invitations and newcomers, for the conversations."""

from collections.abc import Awaitable, Callable

import pytest

from bot.core import Role
from handlers.people.minting import mint
from tests.playground import Person, Playground

Code = Callable[..., Awaitable[str]]


@pytest.fixture
def code(play: Playground) -> Code:
    """A code, as the terminal or a coordinator would hand it out."""

    async def make(
        role: Role = Role.MEMBER, uses: int = 10, days: int = 30, *, at_once: bool = False
    ) -> str:
        async with play.db.transaction() as tx:
            made, _ = mint(tx, play.now, role=role, uses=uses, days=days, by=None, at_once=at_once)
        return made

    return make


async def joins(person: Person, code: str, name: str = "Claire Martin") -> None:
    """The shortest way in: four taps, one typed answer (the town is a button here)."""
    await person.says(f"/start {code}")
    await person.taps("J'ai lu")
    await person.says(name)
    await person.taps("Infirmière")
    await person.taps("Saint-Aubin")
    await person.taps("Passer")
