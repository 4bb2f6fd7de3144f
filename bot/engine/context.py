"""The one thing a handler receives. Everything it does is a row in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, Any

from bot.core import Call, ChatRef, Event, Identity, Lane, Lang, Message, Right, Role, Text, may
from bot.core.errors import Refusal
from bot.core.messages import Arg, Button
from bot.engine.owed import Owed
from bot.engine.registry import Parts
from bot.engine.wording import Worded, body, put_into_words
from storage import blobs, people, places, timers
from storage.audit import AuditRow
from storage.db import Tx
from storage.keyboards import Keyboard, new_key
from storage.outbox import Delivery
from storage.people import Account, Member
from storage.places import Place
from storage.timers import Timer

if TYPE_CHECKING:
    from bot.engine.feature import Dialog


class Ctx:
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
        self.args: dict[str, Any] = {}
        self.reuse: Place | None = None
        self.pressed: Place | None = None
        self.speaks: Lang | None = None

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
    def zone(self) -> tzinfo:
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

    def acting_for(self, member: Member) -> Ctx:
        """The same, in the name of somebody else: a coordinator who writes down a yes by phone."""
        return Ctx(
            self.tx, self.parts, self.now, self.owed, event=self._event, member=member
        )

    # What is said

    def say(self, key: str, *buttons: Button, **args: Arg) -> None:
        """Answer where the event came from."""
        self.show(Message((Text(key, args),), buttons))

    def show(self, message: Message) -> None:
        """Answer with a whole message. A wizard that ends with a tap ends in its own message."""
        if self._event is not None and not self._event.private and self.account is not None:
            self.post(self.account.where, message)
        elif self.reuse is not None:
            place, self.reuse = self.reuse, None
            self.reword(place, message)
        else:
            self.post(self.event.chat, message)

    def flip(self, message: Message) -> None:
        """Another page of the message whose button was pressed, in its place. Typed to, and in
        the simple display, a new message below; the old one loses its buttons."""
        page = self.pressed
        if page is not None and page.body is not None and not self.simple:
            page.lang, page.simple = self.lang.value, self.simple
            self.reword(page, message)
            return
        if page is not None and page.body is not None:
            self.close(page)
        self.post(self._here, message, slot=f"page:{new_key()}")

    @property
    def _here(self) -> ChatRef:
        """Where the person is answered: in private, even when they wrote in a group."""
        if not self.event.private and self.account is not None:
            return self.account.where
        return self.event.chat

    def post(
        self,
        where: ChatRef,
        message: Message,
        *,
        lane: Lane = Lane.ANSWERS,
        lang: Lang | None = None,
        simple: bool | None = None,
        about: str = "",
        reply_to: str = "",
        at: datetime | None = None,
        slot: str = "",
    ) -> str:
        """Owe a message to a chat. With a `slot` it is a place, whose id comes back, and can be
        worded anew later (`reword`)."""
        lang = lang or self.lang
        simple = self.simple if simple is None else simple
        worded = put_into_words(message, self.parts.catalog, lang, self.zone, simple=simple)
        place = None
        if slot:
            place = self._new_place(slot, where, lang, simple, lane)
            place.asks = worded.asks
        row = self._body(worded, where, place.id if place else None)
        if place is not None:
            place.body, place.keyboard = row, row["keyboard"]
        self._owe(where, lane, place.id if place else None, None if place else row, about=about,
                  reply_to=reply_to, at=at)  # fmt: skip
        return place.id if place else ""

    def reword(self, place: Place, message: Message) -> None:
        """Other words in a message that was said with a slot: its copy is edited."""
        worded = put_into_words(
            message, self.parts.catalog, Lang(place.lang), self.zone, simple=place.simple
        )
        place.body = self._body(worded, place.where, place.id)
        place.keyboard, place.asks = place.body["keyboard"], worded.asks
        place.version += 1

    def close(self, place: Place) -> None:
        """A message that loses its buttons and waits for nothing any more."""
        place.asks = False
        if place.body is not None and place.body["keys"]:
            place.body = {**place.body, "keys": [], "keyboard": ""}
            place.keyboard = ""
            place.version += 1

    def deal(
        self,
        where: ChatRef,
        card: str,
        *,
        lane: Lane,
        lang: Lang,
        simple: bool = False,
        about: str = "",
        serial: int = 0,
    ) -> None:
        """A live message in a chat that has no copy of it yet (or a new `serial` of it)."""
        place = self._new_place(card, where, lang, simple, lane, serial)
        self._owe(where, lane, place.id, None, about=about)

    async def show_card(self, card: str, *, lane: Lane = Lane.ANSWERS, about: str = "") -> None:
        """The live message, here and now, below what was said; an older copy steps back."""
        where = self.event.chat
        if not self.event.private and self.account is not None:
            where = self.account.where
        old = self.owed.place(card, where) or await places.find(self.tx, card, where)
        if old is not None:
            old.state, old.asks = places.State.GONE, False
        self.deal(
            where, card, lane=lane, lang=self.lang, simple=self.simple, about=about,
            serial=old.serial + 1 if old else 0,
        )  # fmt: skip

    def renew(self, card: str, *, children: bool = False) -> None:
        """This card's copies no longer show the truth: they are edited, everywhere, soon."""
        self.owed.touched.append((card, children))

    async def tell(
        self,
        members: Iterable[int],
        message: Message,
        *,
        lane: Lane = Lane.CALLS,
        about: str = "",
        slot: str = "",
    ) -> None:
        """One message for each of these members, where they are reached best."""
        for member, account in (await self.reach(members)).values():
            self.post(
                account.where, message, lane=lane, lang=Lang(member.lang), simple=member.simple,
                about=about, slot=slot,
            )  # fmt: skip

    async def reach(self, members: Iterable[int]) -> dict[int, tuple[Member, Account]]:
        """Where each of these members is reached best; those who cannot be are left out."""
        wanted = list(members)
        accounts = await people.accounts_of(self.tx, wanted)
        found = {}
        for member_id, theirs in accounts.items():
            member = await self.tx.get_one(Member, member_id)
            if not theirs[0].unreachable and member.standing is not people.Standing.LEFT:
                found[member_id] = (member, theirs[0])
        return found

    # What happens besides

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

    def start(self, dialog: Dialog, **args: Any) -> None:
        """Begin a wizard, in private. What it asked before in this chat is left."""
        self.starting = (dialog, args)

    async def happened(self, fact: object) -> None:
        """Tell the other features, now, in this transaction."""
        for run in self.parts.registry.listeners(fact):
            await run(self, fact)

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
            AuditRow(
                at=self.now,
                member_id=self.member.id if self.member else None,
                account=f"{sender.platform}:{sender.account}" if sender else "",
                what=what,
                on=on,
                before=before,
                after=after,
            )
        )

    def notice(self, key: str, **args: Arg) -> None:
        """A word for the presser alone, where the platform can; never the only confirmation."""
        label = self.parts.catalog.label(Text(key, args), self.lang, self.zone)
        self.owed.notices[self.event.key] = label

    # Rows

    def _new_place(
        self, card: str, where: ChatRef, lang: Lang, simple: bool, lane: Lane, serial: int = 0
    ) -> Place:
        place = Place(
            id=new_key(), card=card, platform=where.platform, chat=where.chat, thread=where.thread,
            serial=serial, lang=lang.value, simple=simple, lane=int(lane), state=places.State.LIVE,
            made_at=self.now, edit_after=self.now, version=1, shown=0, asks=False, digest="",
            keyboard="", account="", title="", attempts=0,
        )  # fmt: skip
        self.owed.places.append(place)
        return place

    def _body(self, worded: Worded, where: ChatRef, place_id: str | None) -> dict[str, Any]:
        attachment = worded.wording.attachment
        blob = blobs.keep(self.tx, attachment, self.now) if attachment else None
        row = body(worded.wording, blob)
        if any(action for _, action, _ in worded.calls):
            row["keyboard"] = new_key()
            self.owed.keyboards.append(
                Keyboard(
                    id=row["keyboard"], platform=where.platform, chat=where.chat,
                    thread=where.thread, place_id=place_id, keys=worded.calls, at=self.now,
                    account="",
                )
            )  # fmt: skip
        return row

    def _owe(
        self,
        where: ChatRef,
        lane: Lane,
        place_id: str | None,
        row: dict[str, Any] | None,
        *,
        about: str = "",
        reply_to: str = "",
        at: datetime | None = None,
    ) -> None:
        self.owed.deliveries.append(
            Delivery(
                key=new_key(), platform=where.platform, chat=where.chat, thread=where.thread,
                lane=int(lane), place_id=place_id, body=row, about=about, reply_to=reply_to,
                made_at=self.now, due_at=at or self.now,
            )
        )  # fmt: skip
