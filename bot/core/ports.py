"""What the engine asks of a chat platform, and what a platform may ask of the engine."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol, TypeAlias

from bot.core.events import Event
from bot.core.messages import Wording
from bot.core.people import ChatRef, Lang, Role

Intake: TypeAlias = Callable[[Sequence[Event], str], Awaitable[None]]
"""Hand over a batch and the platform's cursor after it ("" where it has none).

When it returns, both are on disk: only then may the platform be told.
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a platform takes messages: a token bucket is (per second, burst).

    `0` per second means no limit. Edits have a least distance in seconds, per place. For so many
    seconds `ahead` starts are planned at once: a look at what is owed costs more than a send. In
    a process that has much else to do it is more, for as long. `window` is (starts, seconds): so
    many at most really start in any so many seconds, whatever was planned; 0: no such limit.
    """

    everyone: tuple[float, float] = (0, 0)
    private: tuple[float, float] = (0, 0)
    group: tuple[float, float] = (0, 0)
    edit_private: float = 0.0
    edit_group: float = 0.0
    in_flight: int = 50
    ahead: float = 0.0
    window: tuple[int, float] = (0, 0)


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a platform can do; everything else is degraded by its adapter.

    `repeats_safely`: sending twice under one key delivers once. `signs`: its buttons are emoji
    put under the message (`mark`); `notices`: a presser can be told something alone; `commands`:
    what people put before a command's word, where apps swallow others. `longest`: characters in
    one message, more go out as several; `caption`: beside a file, more go out apart from it.
    `tells_rights`: it says so when the right to write in a group is taken or given back; else it
    is asked (`may_write`). `keeps`: for how long it keeps what people do for a bot that does not
    listen; None: as long as it takes.
    """

    repeats_safely: bool = False
    edits: bool = True
    signs: bool = False
    notices: bool = True
    commands: str = "/"
    longest: int = 1_000_000
    caption: int = 1_000_000
    tells_rights: bool = True
    keeps: timedelta | None = None


@dataclass(frozen=True, slots=True)
class MenuEntry:
    name: str
    help: str


class ChatAdapter(Protocol):
    @property
    def platform(self) -> str: ...
    @property
    def pace(self) -> Pace: ...
    @property
    def abilities(self) -> Abilities: ...

    async def receive(self, intake: Intake, cursor: str) -> None:
        """Run until cancelled: everything the platform tells, from `cursor` on."""
        ...

    async def send(self, chat: ChatRef, wording: Wording, *, key: str) -> str:
        """Deliver, and return the platform's message id. Raises SendFailed, nothing else."""
        ...

    async def edit(self, chat: ChatRef, message: str, wording: Wording) -> None:
        """Change a message that was sent. Raises SendFailed, nothing else."""
        ...

    async def mark(self, chat: ChatRef, message: str, signs: Sequence[str], *, key: str) -> None:
        """Put exactly these emoji under a message of ours. Raises SendFailed, nothing else."""
        ...

    async def fetch(self, file: str) -> bytes:
        """The bytes of a file that somebody sent, by the id of its FileRef. Raises SendFailed,
        nothing else."""
        ...

    async def leave(self, chat: ChatRef) -> None:
        """Go out of a group, channel or room; where it has gone already, nothing. Raises
        SendFailed, nothing else."""
        ...

    async def may_write(self, chat: ChatRef) -> bool:
        """Whether the bot may write in this group or room now. Raises SendFailed, nothing else."""
        ...

    async def let_go(self) -> None:
        """After `receive` was cancelled because another process has the account now: nothing more
        is asked of the platform, nothing of it held. `receive` may be called again later."""
        ...

    async def acknowledge(self, token: str, notice: str) -> None:
        """End the waiting of a press; `notice` may be shown to the presser alone."""
        ...

    async def menu(
        self, chat: ChatRef | None, role: Role, lang: Lang, entries: Sequence[MenuEntry]
    ) -> None:
        """Show these commands in one chat, or in every private chat (`chat` None)."""
        ...

    def is_private(self, chat: ChatRef) -> bool: ...

    def invite_link(self, payload: str) -> str:
        """An address that opens a private chat with the bot and says `/start payload`."""
        ...

    def group_link(self, payload: str) -> str:
        """An address that takes the bot into a group and says `/start payload` there; "" where
        none can."""
        ...
