"""The community's professions: their stable keys, their names, and what people call them."""

from bot.core.professions.catalog import ALL, BY_CODE, BY_KEY, MAIN, NEIGHBOURS
from bot.core.professions.finding import candidates, find
from bot.core.professions.profession import Profession

__all__ = ["ALL", "MAIN", "Profession", "candidates", "find", "from_directory", "get", "neighbours"]


def get(key: str) -> Profession:
    """By the stored key; a key that is not known is a bug (KeyError)."""
    return BY_KEY[key]


def from_directory(code: str) -> Profession | None:
    """By a code of the national directory: «60», «93» or its successor «193»."""
    return BY_CODE.get(code.strip().lstrip("0"))


def neighbours(key: str) -> tuple[Profession, ...]:
    """Who may stand in for a vaccination, likeliest first; a call must allow it."""
    return tuple(BY_KEY[other] for other in NEIGHBOURS.get(key, ()))
