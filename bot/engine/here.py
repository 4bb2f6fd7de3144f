"""Who is in front of the bot, where, and what they may do: the lower half of a handler's Ctx."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.core import Event, Identity, Lang, Right, may
from bot.core.errors import Refusal
from bot.engine.outside import Visited
from bot.engine.owed import Owed
from bot.engine.registry import Parts
from storage.db import Tx
from storage.people import Account, Member
from storage.places import Place

if TYPE_CHECKING:
    from bot.engine.feature import Dialog


class Here:
    def __init__(
        self,
        tx: Tx,
        parts: Parts,
        now: datetime,
        owed: Owed,
        *,
        event: Event | None = None,
        member: Member | None = None,
        account: Account | None = None,
    ) -> None:
        self.tx, self.parts, self.now, self.owed = tx, parts, now, owed
        self._event, self.member, self.account = event, member, account
        self.starting: tuple[Dialog, dict[str, Any]] | None = None
        self.card, self.dialog = "", ""
        self.reuse: Place | None = None
        self.pressed: Place | None = None
        self.speaks: Lang | None = None
        self.drill = False
        self.visited: Visited | None = None

    @property
    def event(self) -> Event:
        assert self._event is not None, "a job has nobody in front of it: name the chat"
        return self._event

    @property
    def me(self) -> Member:
        if self.member is None:
            raise Refusal("not-a-member")
        return self.member

    @property
    def who(self) -> Identity:
        if self.event.sender is None:
            raise Refusal("nobody-there")
        return self.event.sender

    @property
    def lang(self) -> Lang:
        """The person's own; `speaks` is what a guest chose in the wizard under way."""
        if self.speaks is not None:
            return self.speaks
        if self.member is not None:
            return Lang(self.member.lang)
        if self._event is not None and self._event.lang[:2] in list(Lang):
            return Lang(self._event.lang[:2])
        return Lang(self.parts.settings.community.language)

    @property
    def simple(self) -> bool:
        return self.member.simple if self.member else False

    @property
    def zone(self) -> ZoneInfo:
        return self.parts.zone

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def require(self, right: Right, scope: str = "") -> None:
        """Raises Refusal unless the person may. Commands and buttons are checked before."""
        if not may(self.member, right, scope):
            raise self.denied

    @property
    def denied(self) -> Refusal:
        """What someone is told who may not do this."""
        if self.member is None:
            return Refusal("not-a-member")
        return Refusal("not-for-you" if self.member.active else "not-active")
