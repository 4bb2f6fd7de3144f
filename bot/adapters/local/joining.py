"""How the community settles in: each member opens their invitation and answers what is asked."""

import asyncio
from collections.abc import Callable, Mapping, Sequence

from bot.adapters.local.chats import Change, Happening, Shown
from bot.adapters.local.community import Persona
from bot.adapters.local.platform import Local
from bot.core import Event, Lang
from bot.core.plain import fold

AT_ONCE = 48
STEPS = 8
PATIENCE = 15.0
"""Real seconds that a batch waits for the bot's answers before it goes on without them."""


class Door:
    """People join in batches: what a batch says comes in at once, as after a poll."""

    def __init__(self, local: Local, lang: Lang = Lang.FR) -> None:
        self._local, self._lang = local, lang
        self._awaited: set[str] = set()
        self._all = asyncio.Event()

    async def open(
        self,
        people: Sequence[Persona],
        codes: Mapping[str, str],
        arrived: Callable[[int], None] = lambda n: None,
    ) -> None:
        """`codes` by account. `arrived` is told how many are through."""
        self._local.watchers.append(self._sees)
        try:
            for start in range(0, len(people), AT_ONCE):
                batch = [p for p in people[start : start + AT_ONCE] if p.account in codes]
                await self._join(batch, codes)
                arrived(min(len(people), start + AT_ONCE))
        finally:
            self._local.watchers.remove(self._sees)

    async def _join(self, batch: Sequence[Persona], codes: Mapping[str, str]) -> None:
        await self._tell([self._says(p, f"/start {codes[p.account]}") for p in batch])
        await self._answer(batch)
        weekly = [p for p in batch if p.week]
        await self._tell([self._says(p, f"/dispos {p.usual_week}") for p in weekly])
        await self._answer(weekly)

    async def _answer(self, batch: Sequence[Persona]) -> None:
        """Answer what the bot asks of each, step after step."""
        going: Sequence[Persona] = batch
        for _ in range(STEPS):
            found = [(p, event) for p in going if (event := self._next(p)) is not None]
            going = [p for p, _ in found]
            await self._tell([event for _, event in found])

    def _next(self, persona: Persona) -> Event | None:
        """The button or the words that answer the newest message; None if it asks nothing."""
        shown = self._local.chat(persona.account).newest
        if shown is None or shown.by or not shown.wording.keys:
            return None
        index = answer_to(persona, shown)
        if index is None:
            return None
        return self._local.pressed(
            persona.account, persona.account, shown.id, shown.wording.keyboard, index
        )

    def _says(self, persona: Persona, words: str) -> Event:
        return self._local.said(persona.account, words, lang=self._lang.value)

    async def _tell(self, events: Sequence[Event]) -> None:
        """Hand the batch over; wait until the bot has answered everyone in it."""
        if not events:
            return
        self._awaited = {e.sender.account for e in events if e.sender is not None}
        self._all.clear()
        await self._local.receive_event(*events)
        try:
            async with asyncio.timeout(PATIENCE):
                await self._all.wait()
        except TimeoutError:
            self._awaited.clear()

    def _sees(self, happening: Happening) -> None:
        if isinstance(happening, Change) and not happening.shown.by:
            self._awaited.discard(happening.chat)
            if not self._awaited:
                self._all.set()


def answer_to(persona: Persona, shown: Shown) -> int | None:
    """Consent, one's own profession or town where they are offered, else what can be skipped."""
    labels = [fold(key.label) for key in shown.wording.keys]
    for fits in (
        lambda label: label.startswith("✅"),
        lambda label: fold(persona.town) in label or fold(persona.word) in label,
        lambda label: label in ("passer", "skip", "c'est bon", "ok"),
    ):
        found = [n for n, label in enumerate(labels) if fits(label)]
        if found:
            return found[0]
    return None
