"""A bot on two platforms, one with buttons and one with emoji, and people who are on both."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.core import Lang, Role
from tests.emoji import Emoji
from tests.playground import Person, Playground


class Other(Emoji):
    platform = "other"


@asynccontextmanager
async def on_two_platforms(url: str) -> AsyncIterator[Playground]:
    play = Playground(url, more=[Other])
    await play.boot()
    yield play
    await play.shut()


def other(play: Playground) -> Other:
    found = play.others[0]
    assert isinstance(found, Other)
    return found


def code_in(words: str) -> str:
    found = re.search(r"/(?:lier|link) (\w{5}-\w{5})", words)
    assert found, words
    return found[1]


async def shown_code(person: Person) -> str:
    await person.says("/lier")
    return code_in(person.last)


async def on_both(
    play: Playground, name: str, role: Role = Role.MEMBER, *, lang: Lang = Lang.FR,
    profession: str = "infirmier",
) -> tuple[Person, Person]:  # fmt: skip
    """The same person in the first app and, joined and preferred, in the other one."""
    first = await play.person(name, role, lang=lang, profession=profession)
    second = play.stranger(f"{name}-there", app=other(play))
    await second.says(f"/lier {await shown_code(first)}")
    second.id = first.id
    return first, second
