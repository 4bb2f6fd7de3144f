"""The one thing a handler receives. Everything it does is a row in the same transaction."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.core import Call, ChatRef, Lane, Lang, Role, Text
from bot.core.messages import Arg
from bot.engine.rows import owe
from bot.engine.speech import Speech
from storage import places, timers
from storage.people import Member
from storage.timers import Timer

if TYPE_CHECKING:
    from bot.engine.feature import Dialog


class Ctx(Speech):
    def acting_for(self, member: Member) -> Ctx:
        """The same, in the name of somebody else: a coordinator who writes down a yes by phone."""
        return Ctx(self.tx, self.parts, self.now, self.owed, event=self._event, member=member)

    def at(
        self, when: datetime, call: Call, *, until: datetime | None = None, name: str = ""
    ) -> None:
        """Run a job later. After `until` it is of no use and counts as missed."""
        self.owed.timers.append(
            Timer(job=call.action, args=dict(call.args), due_at=when, until=until, name=name)
        )

    async def forget(self, name: str) -> None:
        """Cancel the timers of this name."""
        self.owed.drop_timers(name)
        await timers.cancel(self.tx, name)

    def renew_menu(self, where: ChatRef, role: Role, lang: Lang) -> None:
        """Show this chat the commands of this role, after the commit; losing it loses little."""
        self.owed.menus.append((where, role, lang))

    async def go_out(self, where: ChatRef) -> None:
        """Leave a group, channel or room, after what was said there in the same lane. What else it
        was owed is void."""
        await places.fall_silent(self.tx, where)
        owe(self.owed, self.now, where, Lane.ANSWERS, None, {"leave": True})

    def start(self, dialog: Dialog, **args: Any) -> None:
        """Begin a wizard, in private. What it asked before in this chat is left."""
        self.starting = (dialog, args)

    async def happened(self, fact: object) -> None:
        """Tell the other features, now, in this transaction."""
        for run in self.parts.registry.listeners(fact):
            await run(self, fact)

    async def answered(self, fact: object) -> bool:
        """The same; has any of them said something to it, or begun a wizard?"""
        before = len(self.owed.deliveries)
        await self.happened(fact)
        return len(self.owed.deliveries) > before or self.starting is not None

    def audit(
        self,
        what: str,
        on: str,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
    ) -> None:
        """Write down who did what to whom. Never texts, names or numbers: ids and states."""
        sender = self._event.sender if self._event else None
        self.owed.audit.append(
            {
                "at": self.now,
                "member_id": self.member.id if self.member else None,
                "account": f"{sender.platform}:{sender.account}" if sender else "",
                "what": what,
                "on": on,
                "before": before,
                "after": after,
            }
        )

    def notice(self, key: str, **args: Arg) -> None:
        """A word for the presser alone, where the platform can; never the only confirmation."""
        label = self.parts.catalog.label(Text(key, args), self.lang, self.zone)
        self.owed.notices[self.event.key] = label
