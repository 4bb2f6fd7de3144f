"""How the community settles in: people open their invitations and answer what they are asked,
and the bot is added to the partners' channels."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from bot.adapters.local.chats import Change, Happening, Shown
from bot.adapters.local.community import Partner, Persona
from bot.adapters.local.platform import Local
from bot.core import Event, Lang
from bot.core.plain import fold

log = logging.getLogger(__name__)

AT_ONCE = 64
READERS = 12
STEPS = 8
PATIENCE = 15.0
"""Real seconds that a batch waits for the bot's answers before it goes on without them."""


class Door:
    """People join in batches: what a batch says comes in at once, as after a poll."""

    def __init__(self, local: Local, lang: Lang = Lang.FR) -> None:
        self._local, self._lang = local, lang
        self._awaited: set[str] = set()
        self._pressed: set[str] = set()
        self._all = asyncio.Event()

    async def open(
        self,
        people: Sequence[Persona],
        codes: Mapping[str, str],
        arrived: Callable[[int], None] = lambda n: None,
    ) -> None:
        """Everyone joins. `codes` by account; `arrived` is told how many are through."""
        for batch in _batches([p for p in people if p.account in codes]):
            await self._say([(p, f"/start {codes[p.account]}") for p in batch])
            arrived(len(batch))

    async def weeks(self, people: Sequence[Persona]) -> None:
        """Everyone types their usual week."""
        for batch in _batches([p for p in people if p.week]):
            await self._say([(p, f"/dispos {p.usual_week}") for p in batch])

    async def bind(self, admin: Persona, partners: Sequence[Partner]) -> None:
        """The bot is added to each channel; the administrator says whose it is, and which of
        them want calls too."""
        cards = _Cards(admin.account)
        with self._watched(cards.sees):
            for partner in partners:
                await self._local.add_bot(partner.chat, "channel", partner.name, READERS)
            await cards.wait(len(partners))
        await self._decide(admin, cards.asked, {p.chat for p in partners})
        willing = [card for card, p in zip(cards.asked, partners, strict=False) if p.helps]
        await self._decide(admin, willing, {admin.account})

    async def _decide(self, admin: Persona, cards: Sequence[Shown], told: set[str]) -> None:
        """The first button of each card; it shows in these chats."""
        with self._watched(self._sees):
            self._expect(told)
            await self._local.receive_event(*(self._touch(admin, card, 0) for card in cards))
            await self._patiently()

    @contextmanager
    def _watched(self, sees: Callable[[Happening], None]) -> Iterator[None]:
        self._local.watchers.append(sees)
        try:
            yield
        finally:
            self._local.watchers.remove(sees)

    async def _say(self, lines: Sequence[tuple[Persona, str]]) -> None:
        with self._watched(self._sees):
            said = [self._local.said(p.account, w, lang=self._lang.value) for p, w in lines]
            await self._tell(said)
            await self._answer([p for p, _ in lines])

    async def _answer(self, batch: Sequence[Persona]) -> None:
        """Answer what the bot asks of each, step after step."""
        going: Sequence[Persona] = batch
        for _ in range(STEPS):
            if not going:
                return
            found = [(p, event) for p in going if (event := self._next(p)) is not None]
            going = [p for p, _ in found]
            await self._tell([event for _, event in found])

    def _next(self, persona: Persona) -> Event | None:
        """The button or the words that answer the newest message; None if it asks nothing."""
        shown = self._local.chat(persona.account).newest
        if shown is None or shown.by or not shown.wording.keys:
            return None
        if shown.wording.keyboard in self._pressed:
            return None
        index = answer_to(persona, shown)
        if index is None:
            return None
        return self._touch(persona, shown, index)

    def _touch(self, persona: Persona, shown: Shown, index: int) -> Event:
        me = persona.account
        self._pressed.add(shown.wording.keyboard)
        return self._local.pressed(me, me, shown.id, shown.wording.keyboard, index)

    async def _tell(self, events: Sequence[Event]) -> None:
        """Hand the batch over; wait until the bot has answered everyone in it."""
        if not events:
            return
        self._expect({e.sender.account for e in events if e.sender is not None})
        await self._local.receive_event(*events)
        await self._patiently()

    def _expect(self, chats: set[str]) -> None:
        """Something new from the bot in each of these chats."""
        self._awaited = chats
        self._all.clear()

    async def _patiently(self) -> None:
        await _in_time(self._all)

    def _sees(self, happening: Happening) -> None:
        if isinstance(happening, Change) and not happening.shown.by:
            self._awaited.discard(happening.chat)
            if not self._awaited:
                self._all.set()


class _Cards:
    """The «à qui est-il ?» cards that an administrator has got so far."""

    def __init__(self, account: str) -> None:
        self._account = account
        self.asked: list[Shown] = []
        self._more = asyncio.Event()

    def sees(self, happening: Happening) -> None:
        if isinstance(happening, Change) and happening.chat == self._account:
            keys = happening.shown.wording.keys
            if not happening.edited and any(k.label.startswith("🏛") for k in keys):
                self.asked.append(happening.shown)
                self._more.set()

    async def wait(self, many: int) -> None:
        while len(self.asked) < many and await _in_time(self._more):
            self._more.clear()


async def _in_time(happens: asyncio.Event) -> bool:
    """Wait for it; False if the bot did not answer in time, which is logged and let be."""
    try:
        async with asyncio.timeout(PATIENCE):
            await happens.wait()
    except TimeoutError:
        log.warning("somebody was not answered")
        return False
    return True


def _batches(people: Sequence[Persona]) -> list[Sequence[Persona]]:
    return [people[start : start + AT_ONCE] for start in range(0, len(people), AT_ONCE)]


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
