"""How the community settles in: people open their invitations and answer what they are asked,
and the bot is added to the partners' channels."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Self

from bot.adapters.local.chats import Change, Happening, Shown
from bot.adapters.local.community import Partner, Persona
from bot.adapters.local.platform import Local
from bot.core import Event, Lang
from bot.core.plain import fold

log = logging.getLogger(__name__)

AT_ONCE = 64
"""So many answers are told together: as many as the bot takes in one transaction."""

INSIDE = 2 * AT_ONCE
"""So many people are at the door at one time: half of them answer while half are written to."""

READERS = 12
PATIENCE = 15.0
"""Real seconds that people wait for the bot's answers before they go on without them."""


class Door:
    """People come as a crowd: what several of them do is told together, as after a poll."""

    def __init__(self, local: Local, lang: Lang = Lang.FR) -> None:
        self._local, self._lang = local, lang
        self._pressed: set[str] = set()

    async def open(
        self,
        people: Sequence[Persona],
        codes: Mapping[str, str],
        arrived: Callable[[int], None] = lambda n: None,
    ) -> None:
        """Everyone joins. `codes` by account; `arrived` is told how many more are through."""
        lang, invited = self._lang.value, [p for p in people if p.account in codes]
        await self._pass(
            invited, lambda p: self._local.opened(p.account, codes[p.account], lang), arrived
        )

    async def weeks(self, people: Sequence[Persona]) -> None:
        """Everyone types their usual week."""
        lang, free = self._lang.value, [p for p in people if p.week]
        await self._pass(
            free, lambda p: self._local.said(p.account, f"/dispos {p.usual_week}", lang=lang)
        )

    async def subscribe(self, people: Sequence[Persona]) -> None:
        """These want the newsletter; the others will be asked."""
        lang = self._lang.value
        await self._pass(
            people, lambda p: self._local.said(p.account, "/newsletter oui", lang=lang)
        )

    async def bind(self, admin: Persona, partners: Sequence[Partner]) -> None:
        """The administrator writes the partners down; the bot is added to each channel, whose it is
        says its name; and some of them want calls too."""
        await self._write_down(admin, partners)
        added = [self._local.added(p.chat, "channel", p.name, READERS) for p in partners]
        with _Answers(self._local, self._pressed) as answers:
            await self._local.receive_event(*added)
            await answers.until(lambda: len(self._cards(admin)) == len(partners))
        cards = self._cards(admin)
        await self._decide(admin, cards)
        await self._decide(admin, [c for c, p in zip(cards, partners, strict=False) if p.helps])
        await self._alerts(admin, [c for c, p in zip(cards, partners, strict=False) if p.warned])

    async def _write_down(self, admin: Persona, partners: Sequence[Partner]) -> None:
        """One line for each of them."""
        lines = [self._local.said(admin.account, p.line, lang=self._lang.value) for p in partners]
        before = self._told(admin)
        with _Answers(self._local, self._pressed) as answers:
            await self._local.receive_event(*lines)
            await answers.until(lambda: self._told(admin) >= before + len(partners))

    def _told(self, admin: Persona) -> int:
        return sum(not m.by for m in self._local.chat(admin.account).messages.values())

    def _cards(self, admin: Persona) -> list[Shown]:
        """The «à qui est-il ?» cards that the administrator has got so far."""
        shown = self._local.chat(admin.account).messages.values()
        return [m for m in shown if m.wording.keys and m.wording.keys[0].label.startswith("🏛")]

    async def _decide(self, admin: Persona, cards: Sequence[Shown]) -> None:
        """The first button of each card, until the card has changed."""
        with _Answers(self._local, self._pressed) as answers:
            await self._local.receive_event(*(self._touch(admin, card, 0) for card in cards))
            await answers.until(lambda: all(c.wording.keyboard not in self._pressed for c in cards))

    async def _alerts(self, admin: Persona, cards: Sequence[Shown]) -> None:
        """These get alerts, of a severity that is asked for each."""
        opened = self._beginning(admin, cards, "🚨")
        with _Answers(self._local, self._pressed) as answers:
            await self._local.receive_event(*opened)
            await answers.until(lambda: len(self._asking(admin)) >= len(opened))
        await self._local.receive_event(*self._beginning(admin, self._asking(admin), "❗"))

    def _beginning(self, admin: Persona, cards: Sequence[Shown], sign: str) -> list[Event]:
        """A touch on the button of each that begins so."""
        found = [(card, _begins(card, sign)) for card in cards]
        return [self._touch(admin, card, at) for card, at in found if at is not None]

    def _asking(self, admin: Persona) -> list[Shown]:
        """Where it is asked from which severity on."""
        shown = self._local.chat(admin.account).messages.values()
        return [m for m in shown if not m.by and _begins(m, "❗") is not None]

    async def _pass(
        self,
        people: Sequence[Persona],
        begin: Callable[[Persona], Event],
        through: Callable[[int], None] = lambda n: None,
    ) -> None:
        """Each begins so, and goes on until the bot asks nothing more of them."""
        waiting, inside = deque(people), dict[str, Persona]()
        turn: Sequence[str] = ()
        with _Answers(self._local, self._pressed) as answers:
            while waiting or inside:
                events = [e for account in turn if (e := self._next(inside, account))]
                if left := len(turn) - len(events):
                    through(left)
                for one in _some(waiting, INSIDE - len(inside)):
                    inside[one.account] = one
                    events.append(begin(one))
                answers.forget(e.chat.chat for e in events)
                if events:
                    await self._local.receive_event(*events)
                turn = await answers.wait(inside, min(AT_ONCE, len(inside)))
                if not turn:
                    return

    def _next(self, inside: dict[str, Persona], account: str) -> Event | None:
        """The button that answers the newest message; who is asked nothing more is through."""
        shown = self._local.chat(account).newest
        index = answer_to(inside[account], shown) if shown else None
        if shown is None or index is None:
            del inside[account]
            return None
        return self._touch(inside[account], shown, index)

    def _touch(self, persona: Persona, shown: Shown, index: int) -> Event:
        me = persona.account
        self._pressed.add(shown.wording.keyboard)
        return self._local.pressed(me, me, shown.id, shown.wording.keyboard, index)


class _Answers:
    """Whom the bot has answered, since they were last forgotten."""

    def __init__(self, local: Local, pressed: Collection[str]) -> None:
        self._local, self._pressed = local, pressed
        self._there: set[str] = set()
        self._more = asyncio.Event()

    def __enter__(self) -> Self:
        self._local.watchers.append(self._sees)
        return self

    def __exit__(self, *_: object) -> None:
        self._local.watchers.remove(self._sees)

    def forget(self, chats: Iterable[str]) -> None:
        self._there.difference_update(chats)

    async def wait(self, chats: Collection[str], many: int) -> list[str]:
        """As soon as so many of these were answered: they. None of them if that takes too long."""

        def found() -> list[str]:
            return [chat for chat in chats if chat in self._there]

        return found() if await self.until(lambda: len(found()) >= many) else []

    async def until(self, true: Callable[[], bool]) -> bool:
        """Wait until the chats are so; False if nothing came for too long."""
        while not true():
            self._more.clear()
            if not await _in_time(self._more):
                return False
        return True

    def _sees(self, happening: Happening) -> None:
        if isinstance(happening, Change) and not happening.shown.by:
            newest = self._local.chat(happening.chat).newest
            if newest and not newest.by and newest.wording.keyboard not in self._pressed:
                self._there.add(happening.chat)
            self._more.set()


async def _in_time(happens: asyncio.Event) -> bool:
    """Wait for it; False if the bot did not answer in time, which is logged and let be."""
    try:
        async with asyncio.timeout(PATIENCE):
            await happens.wait()
    except TimeoutError:
        log.warning("somebody was not answered")
        return False
    return True


def _begins(shown: Shown, sign: str) -> int | None:
    """The button that begins so."""
    found = [n for n, k in enumerate(shown.wording.keys) if k.label.startswith(sign)]
    return found[0] if found else None


def _some(waiting: deque[Persona], most: int) -> Iterator[Persona]:
    while waiting and most > 0:
        most -= 1
        yield waiting.popleft()


def answer_to(persona: Persona, shown: Shown) -> int | None:
    """Consent, one's own profession or town where they are offered, else what can be skipped."""
    labels = [fold(key.label) for key in shown.wording.keys]
    for fits in (
        lambda label: label.startswith("✅"),
        lambda label: fold(persona.town) in label or fold(persona.word) in label,
        lambda label: label in ("oui", "yes", "passer", "skip"),
    ):
        found = [n for n, label in enumerate(labels) if fits(label)]
        if found:
            return found[0]
    return None
