"""What a platform wrote down of a run, in words that are the same for all of them."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tests.process.history import Evidence, Kill


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did, under the `key` by which the bot knows it. `text` is what they typed;
    `tap` is whatever names the button that they tapped, or whose tap they took back."""

    key: str
    account: str
    text: str = ""
    tap: tuple[str, ...] = ()
    back: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that the platform has of the bot. `turn`: the order of those in one chat."""

    at: float
    chat: str
    message: str
    turn: int


class Record(Protocol):
    @property
    def acts(self) -> Sequence[Act]: ...

    @property
    def undone(self) -> Set[str]:
        """Acts that somebody took back, so that they may never have been told."""

    @property
    def sent(self) -> Sequence[Sent]: ...

    @property
    def shown(self) -> Mapping[tuple[str, str], str]:
        """What stands in each message (chat, message id) now."""

    @property
    def repeats_safely(self) -> bool:
        """What is sent again is one message all the same."""

    @property
    def silent(self) -> Set[str]:
        """What buttons do that may only ask something back, on the card, or nothing at all."""

    def causes(self) -> Set[str]:
        """The keys of whatever may have been told to the bot."""

    def confirmed(self, kill: "Kill") -> Set[str]:
        """The acts of which the platform was told, by then, that they need not be told again."""

    def acknowledged(self, kill: "Kill") -> Set[str]:
        """The taps whose effect somebody was promised by then."""

    def does(self, act: Act, found: "Evidence") -> str:
        """What the button that was tapped does; "" if there is none."""

    def judge(self, found: "Evidence") -> Iterator[str]:
        """The rules that are this platform's own."""
