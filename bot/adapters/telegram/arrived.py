"""What of a message in several parts has arrived: another try goes on with the part that failed.

A restart forgets it: then all parts go out again.
"""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from typing import TypeAlias

from bot.core import ChatRef

REMEMBERED = 1_000
"""Deliveries that got stuck half way; those that arrived whole are forgotten."""
Name: TypeAlias = tuple[ChatRef, str]


class Arrived:
    """By the key of a delivery, and where it goes: a digest of each part, in order."""

    def __init__(self) -> None:
        self._parts: OrderedDict[Name, list[bytes]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._parts)

    def way(self, chat: ChatRef, key: str) -> "Way":
        return Way(self._parts, (chat, key))


@dataclass
class Way:
    """One try, part by part; `at` is how many are behind it."""

    _all: OrderedDict[Name, list[bytes]]
    _name: Name
    at: int = 0

    def past(self, part: bytes) -> bool:
        """Has this one arrived before? Not if other words have, or what is before it has not."""
        known = self._all.get(self._name, [])[self.at : self.at + 1] == [digest(part)]
        self.at += known
        return known

    def arrives(self, part: bytes) -> None:
        self._all.setdefault(self._name, [])[self.at :] = [digest(part)]
        self.at += 1
        while len(self._all) > REMEMBERED:
            self._all.popitem(last=False)

    def ends(self) -> None:
        self._all.pop(self._name, None)


def digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
