"""Who is speaking, where, and what they may do."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Protocol


class Lang(StrEnum):
    FR = "fr"
    EN = "en"


class Role(IntEnum):
    """What a person is here; each role may do all that the lower ones may."""

    GUEST = 0
    MEMBER = 1
    OFFICER = 2
    COORDINATOR = 3
    ADMINISTRATOR = 4


class Right(StrEnum):
    """What can be allowed. A role brings the rights of its rank; a grant adds one."""

    ANYONE = "anyone"
    BELONG = "belong"
    READ_FIGURES = "read-figures"
    CALL = "call"
    ALERT = "alert"
    MEET = "meet"
    WRITE_NEWS = "write-news"
    KNOW_PEOPLE = "know-people"
    INVITE = "invite"
    CHANNELS = "channels"
    CRISIS = "crisis"
    ADMINISTER = "administer"


RANK: dict[Right, Role] = {
    Right.ANYONE: Role.GUEST,
    Right.BELONG: Role.MEMBER,
    Right.READ_FIGURES: Role.OFFICER,
    Right.CALL: Role.COORDINATOR,
    Right.ALERT: Role.COORDINATOR,
    Right.MEET: Role.COORDINATOR,
    Right.WRITE_NEWS: Role.COORDINATOR,
    Right.KNOW_PEOPLE: Role.COORDINATOR,
    Right.INVITE: Role.COORDINATOR,
    Right.CHANNELS: Role.COORDINATOR,
    Right.CRISIS: Role.COORDINATOR,
    Right.ADMINISTER: Role.ADMINISTRATOR,
}


class Holder(Protocol):
    """Anyone whose rights can be judged."""

    @property
    def role(self) -> Role: ...
    @property
    def active(self) -> bool: ...
    @property
    def grants(self) -> Collection[tuple[str, str]]: ...


def may(person: Holder | None, right: Right, scope: str = "") -> bool:
    """The only check of rights. A grant is (right, scope); the scope "" covers all."""
    if right is Right.ANYONE:
        return True
    if person is None or not person.active:
        return False
    if person.role >= RANK[right]:
        return True
    return any(r == right and s in ("", scope) for r, s in person.grants)


@dataclass(frozen=True, slots=True)
class Identity:
    """An account on one platform, by its permanent id. A member is a person with several."""

    platform: str
    account: str


@dataclass(frozen=True, slots=True)
class ChatRef:
    """A place to speak: a private chat, a group or a room, or a thread inside one."""

    platform: str
    chat: str
    thread: str = ""
