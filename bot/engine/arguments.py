"""Arguments of actions and cards: as a row keeps them, and as functions want them."""

from enum import Enum
from types import UnionType
from typing import Any, get_args

from bot.core.messages import Plain


def plain(value: object) -> Plain:
    found = value.value if isinstance(value, Enum) else value
    if found is not None and not isinstance(found, str | int | bool):
        raise TypeError(f"{value!r} cannot be kept in a row; pass an id")
    return found


def typed(hint: Any, value: Any) -> Any:
    if isinstance(hint, UnionType):
        if value is None:
            return None
        [hint] = [kind for kind in get_args(hint) if kind is not type(None)]
    return hint(value)
