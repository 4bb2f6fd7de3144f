"""How people, their roles and their professions are named; how answers are read."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Protocol, TypeVar

from bot.core import Lang, Role, Span, Text
from bot.core.messages import Arg
from bot.core.professions.catalog import BY_KEY
from bot.engine import Unclear

T = TypeVar("T")


class Professional(Protocol):
    """A member, or someone an invitation was made for."""

    @property
    def profession(self) -> str: ...
    @property
    def calling(self) -> str: ...


def as_is(words: str) -> Text:
    """A label that is the same in every language."""
    return Text("in-their-words", {"words": Span(words)})


def profession(person: Professional, lang: Lang) -> str:
    """«Infirmière, infirmier», or their own words for one that no list has."""
    if person.calling:
        return person.calling
    known = BY_KEY.get(person.profession, BY_KEY["autre"])
    return known.labelled(lang).partition(" ")[2]


def role(rank: int) -> Text:
    return Text(f"role-{Role(rank).name.lower()}")


def moment(at: datetime, now: datetime, zone: tzinfo) -> Arg:
    """«17 h 52» today, with the date on other days."""
    local = at.astimezone(zone)
    return local.time() if local.date() == now.astimezone(zone).date() else local


def understood(rule: Callable[[str], T | Text]) -> Callable[[str], T]:
    """A reader for `ask.read` from a rule that answers with a value or with why not."""

    def read(said: str) -> T:
        found = rule(said)
        if isinstance(found, Text):
            raise Unclear(found.key, **found.args)
        return found

    return read
