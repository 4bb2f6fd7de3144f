"""What a client shows: rooms and messages as they stand, edits folded and reactions gathered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SPACES = str.maketrans("\u00a0\u202f", "  ")


@dataclass(frozen=True)
class Shield:
    """What the client puts beside an encrypted message: NONE, GREY or RED, and its reason."""

    colour: str
    reason: str | None = None


@dataclass(frozen=True)
class Room:
    """`encrypted` as the client knows; `inviter` while it is an invitation."""

    id: str
    name: str
    membership: str
    encrypted: bool
    inviter: str | None
    direct: bool


@dataclass(frozen=True)
class Member:
    """`power` is infinite for those who made a room of version 12 or newer."""

    id: str
    name: str
    membership: str
    power: float
    avatar: str | None


@dataclass(frozen=True)
class Message:
    """One event as the client shows it now.

    kind: its msgtype. unreadable: why it could not be decrypted. content: in clear, as edited.
    reactions: for each emoji, who placed it and with which event. notifies, highlights: what the
    default rules of the person's account say. changed: when its text last changed here.
    """

    id: str
    room: str
    sender: str
    type: str
    at: int
    kind: str | None
    body: str
    html: str | None
    mentions: tuple[str, ...]
    mentions_room: bool
    replies_to: str | None
    edited: bool
    redacted: bool
    encrypted: bool
    unreadable: str | None
    shield: Shield | None
    notifies: bool
    highlights: bool
    reactions: Mapping[str, Mapping[str, str]]
    content: Mapping[str, Any] = field(repr=False)
    changed: int = 0

    @property
    def text(self) -> str:
        return self.body.translate(SPACES)

    def has(self, *words: str) -> bool:
        return all(word in self.text for word in words)

    def reacted(self, key: str) -> set[str]:
        """Who placed this emoji."""
        return set(self.reactions.get(key, {}))


@dataclass(frozen=True)
class Verifying:
    """A verification by emoji as this side sees it. `phase`: requested … done or cancelled."""

    id: str
    other: str
    device: str | None
    room: str | None
    mine: bool
    phase: str
    emojis: tuple[str, ...]
    cancelled: str | None


def message(line: Mapping[str, Any], changed: int) -> Message:
    shield = Shield(**line["shield"]) if line["shield"] else None
    return Message(
        **{**line, "shield": shield, "mentions": tuple(line["mentions"]), "changed": changed}
    )
