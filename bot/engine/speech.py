"""What a handler says: messages, live cards, wizards' steps. All of it is owed, not sent."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import TypeVar

from bot.core import Asks, ChatRef, Lane, Lang, Message, Span, Text
from bot.core.messages import Arg, Button
from bot.core.signs import MOST
from bot.engine.here import Here
from bot.engine.rows import body_row, new_place, owe, place_row
from bot.engine.signing import signed, to_be_typed, uses_signs
from bot.engine.wording import put_into_words
from storage import accounts, people, places
from storage.everyone import AccountRow, AnyAccount, AnyMember
from storage.keyboards import new_key
from storage.people import Account, Member
from storage.places import Place

M = TypeVar("M", bound=AnyMember)
A = TypeVar("A", bound=AnyAccount)


class Speech(Here):
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
        if self.reuse is not None:
            return self.show(message)
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
        typed = to_be_typed(self.parts, where, lane)
        many = uses_signs(self.parts, where) and len(message.buttons) > MOST
        if not slot and (many or (typed and message.buttons)):
            slot = f"keys:{new_key()}"  # it must be able to turn them, or to hear their numbers
        if slot:
            place = new_place(self.owed, self.now, slot, where, lang=lang, simple=simple, lane=lane)
            place.asks = worded.asks or (Asks.BACK if typed and message.buttons else Asks.NO)
        worded = signed(worded, self.parts, where, place, lane)
        row = body_row(self.tx, self.owed, self.now, worded, where, place.id if place else None)
        if place is not None:
            place.body, place.keyboard = row, row["keyboard"]
        found, own = (place.id, None) if place else (None, row)
        owe(
            self.owed, self.now, where, lane, found, own, about=about, reply_to=reply_to, at=at
        )  # fmt: skip
        return found or ""

    def reword(self, place: Place, message: Message) -> None:
        """Other words in a message that was said with a slot: its copy is edited."""
        worded = put_into_words(
            message, self.parts.catalog, Lang(place.lang), self.zone, simple=place.simple
        )
        worded = signed(worded, self.parts, place.where, place)
        place.body = body_row(self.tx, self.owed, self.now, worded, place.where, place.id)
        place.keyboard, place.asks = place.body["keyboard"], worded.asks
        place.version += 1

    def close(self, place: Place) -> None:
        """A message that loses its buttons and waits for nothing any more."""
        place.asks = Asks.NO
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
        reply_to: str = "",
        at: datetime | None = None,
    ) -> None:
        """A live message in a chat that has no copy of it yet (or a new `serial` of it)."""
        place = place_row(self.now, card, where, lang=lang, simple=simple, lane=lane, serial=serial)
        self.owed.places.append(place)
        owe(
            self.owed, self.now, where, lane, place["id"], None, about=about, reply_to=reply_to,
            at=at,
        )  # fmt: skip

    async def show_card(self, card: str, *, lane: Lane = Lane.ANSWERS, about: str = "") -> None:
        """The live message, here and now, below what was said; an older copy steps back."""
        where = self.event.chat
        if not self.event.private and self.account is not None:
            where = self.account.where
        old = self.owed.place(card, where) or await places.find(self.tx, card, where, hold=True)
        if old is not None:
            self.stand_back(old)
        self.deal(
            where, card, lane=lane, lang=self.lang, simple=self.simple, about=about,
            serial=old.serial + 1 if old else 0,
        )  # fmt: skip

    def stand_back(self, old: Place) -> None:
        """A copy that a newer one below it replaces."""
        key = "see-below" if old.title else "see-below-untitled"
        self.reword(old, Message((Text(key, {"title": Span(old.title)}),)))

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

    async def reach(
        self, members: Iterable[int], *, besides: str = ""
    ) -> dict[int, tuple[Member, Account]]:
        """Where each of these members is reached best: in the app that they prefer, in another one
        of theirs if that one is closed to us or down. Those who cannot be reached are left out;
        `besides` is a platform that is not looked at."""
        return self._open(await accounts.with_members(self.tx, members), besides)

    async def reach_these(
        self, members: Collection[AnyMember]
    ) -> dict[int, tuple[AnyMember, AccountRow]]:
        """The same for members who are at hand."""
        return self._open(await accounts.beside(self.tx, members))

    def _open(self, each: Iterable[tuple[M, list[A]]], besides: str = "") -> dict[int, tuple[M, A]]:
        found: dict[int, tuple[M, A]] = {}
        for member, theirs in each:
            here = [
                a for a in theirs
                if not a.unreachable and a.platform in self.parts.adapters and a.platform != besides
            ]  # fmt: skip
            here.sort(key=lambda a: a.platform in self.parts.down)
            if here and member.standing is not people.Standing.LEFT:
                found[member.id] = (member, here[0])
        return found
