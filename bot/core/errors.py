"""The ways in which things go wrong on purpose."""

from datetime import timedelta

from bot.core.messages import Arg, Button, Text
from bot.core.people import ChatRef


class Refusal(Exception):
    """A polite no: the event's work is undone and the text is said to the person."""

    def __init__(self, key: str, *buttons: Button, **args: Arg) -> None:
        super().__init__(key)
        self.text, self.buttons = Text(key, args), buttons


class TooSoon(Exception):
    """What an event is about is not known yet: it is undone, and handled again in a moment."""


class SendFailed(Exception):
    """An adapter could not deliver. The one question is whether trying again can help.

    `wait`: not before that much later, for this chat (or for the whole platform: `everyone`).
    `unknown`: the platform may have delivered it, its answer was lost.
    `gone`: the chat can no longer be written to at all. `moved`: it has another id now.
    """

    def __init__(
        self,
        why: str,
        *,
        permanent: bool = False,
        wait: timedelta | None = None,
        everyone: bool = False,
        unknown: bool = False,
        gone: bool = False,
        moved: ChatRef | None = None,
    ) -> None:
        super().__init__(why)
        self.permanent, self.wait, self.everyone = permanent, wait, everyone
        self.unknown, self.gone, self.moved = unknown, gone, moved
