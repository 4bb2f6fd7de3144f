"""Who is told what happens in the demo: the page, or a test that looks on."""

from typing import Protocol

from bot.adapters.local.chats import Shown


class Audience(Protocol):
    """Every method only says that something is new; what it is can be asked."""

    def changed(self, chat: str, shown: Shown, edited: bool) -> None: ...
    def noticed(self, chat: str, account: str, text: str) -> None: ...
    def clock_changed(self) -> None: ...
    def scene_changed(self) -> None: ...
    def counts_changed(self) -> None: ...
    def unread_changed(self) -> None: ...
    def types(self, chat: str, text: str, seconds: float) -> None: ...
    def touches(self, chat: str, message: str, index: int) -> None: ...


class Nobody:
    """Nobody looks."""

    def changed(self, chat: str, shown: Shown, edited: bool) -> None:
        return

    def noticed(self, chat: str, account: str, text: str) -> None:
        return

    def clock_changed(self) -> None:
        return

    def scene_changed(self) -> None:
        return

    def counts_changed(self) -> None:
        return

    def unread_changed(self) -> None:
        return

    def types(self, chat: str, text: str, seconds: float) -> None:
        return

    def touches(self, chat: str, message: str, index: int) -> None:
        return
