"""The members whom no visitor plays: they read, wait, and touch real buttons, or type.

They see what their phones show and nothing else, and answer through the same door as anyone.
"""

import asyncio
import heapq
import itertools
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.adapters.local.chats import Change, Happening, Shown
from bot.adapters.local.clock import Clock
from bot.adapters.local.community import Persona
from bot.adapters.local.platform import Local
from bot.adapters.local.temper import Asked, Mood, asked_by, choose, delay, mood
from bot.core import Lang

MEANT = timedelta(minutes=10)
"""How long after a touch a new question in the chat is taken to follow from it."""

FOLLOWS = {Mood.MAYBE: "🤔", Mood.NO: "🚫"}
"""What begins the buttons of the question that a «si besoin» or a «je ne peux plus» leads to."""

WORDS = {
    (Lang.FR, Mood.YES): ("ok pour moi", "je viens", "dispo", "oui"),
    (Lang.EN, Mood.YES): ("ok for me", "I can come", "yes"),
    (Lang.FR, Mood.NO): ("désolée, pas cette fois", "non, désolée"),
    (Lang.EN, Mood.NO): ("sorry, not this time", "no, sorry"),
}


@dataclass(order=True, frozen=True)
class Plan:
    """Something one will do at a time of the demo's clock. `asked` None: it follows from what
    they have just done."""

    at: datetime
    order: int
    account: str = field(compare=False)
    message: str = field(compare=False)
    asked: Asked | None = field(compare=False)
    meant: Mood = field(compare=False)


class Crowd:
    """`held` are the accounts that visitors play: the crowd leaves those alone."""

    def __init__(
        self, local: Local, clock: Clock, people: Iterable[Persona], seed: int = 3
    ) -> None:
        self._local, self._clock = local, clock
        self._people = {p.account: p for p in people}
        self._dice = {a: random.Random(f"{seed}:{a}") for a in self._people}
        self._plans: list[Plan] = []
        self._orders = itertools.count()
        self._follows: dict[str, tuple[datetime, Mood]] = {}
        self._woken = asyncio.Event()
        self.held: set[str] = set()
        self.paused = False
        self.lang = Lang.FR

    @property
    def next_at(self) -> datetime | None:
        """When the next of them will answer."""
        return self._plans[0].at if self._plans and not self.paused else None

    def pause(self, paused: bool) -> None:
        self.paused = paused
        self._woken.set()

    async def run(self) -> None:
        """Answer until cancelled."""
        self._local.watchers.append(self.sees)
        try:
            while True:
                self._woken.clear()
                if not await self.answer_due():
                    await self._wait()
        finally:
            self._local.watchers.remove(self.sees)

    async def answer_due(self) -> bool:
        """Do the next thing that is due; False if there is none."""
        if self.paused or not self._plans or self._plans[0].at > self._clock.now():
            return False
        plan = heapq.heappop(self._plans)
        if plan.account not in self.held:
            await self._do(plan)
        return True

    async def _wait(self) -> None:
        """Until the next plan is due, or until plans have changed."""
        tasks: set[asyncio.Future[object]] = {asyncio.ensure_future(self._woken.wait())}
        if self.next_at is not None:
            tasks.add(asyncio.ensure_future(self._clock.until(self.next_at)))
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()

    # What they see

    def sees(self, happening: Happening) -> None:
        """What someone's phone shows now: perhaps they will answer it, later."""
        if not isinstance(happening, Change) or happening.shown.by:
            return
        persona = self._people.get(happening.chat)
        if persona is None or persona.account in self.held or not happening.shown.wording.keys:
            return
        labels = [key.label for key in happening.shown.wording.keys]
        asked = asked_by(labels)
        if asked is None:
            self._follow_up(persona, happening.shown, labels)
        elif not happening.edited:
            self._intend(persona, happening.shown, asked)

    def _intend(self, persona: Persona, shown: Shown, asked: Asked) -> None:
        dice = self._dice[persona.account]
        meant = mood(dice, persona.temper, asked)
        if meant is Mood.SILENT:
            return
        wait = delay(dice, persona.temper, asked, urgent=shown.wording.urgent)
        self._plan(persona, shown.id, wait, asked, meant)
        if asked is Asked.CALL and meant is Mood.YES and dice.random() < persona.temper.withdraws:
            later = wait + timedelta(hours=dice.uniform(1, 9))
            self._plan(persona, shown.id, later, Asked.CONFIRM, Mood.NO)

    def _follow_up(self, persona: Persona, shown: Shown, labels: list[str]) -> None:
        """«Pour quel créneau ?», «De quoi vous retirer ?»: answered at once."""
        until, meant = self._follows.get(persona.account, (self._clock.now(), Mood.YES))
        if until > self._clock.now() and following(labels, meant):
            del self._follows[persona.account]
            wait = timedelta(seconds=self._dice[persona.account].uniform(8, 30))
            self._plan(persona, shown.id, wait, None, meant)

    def _plan(
        self, persona: Persona, message: str, wait: timedelta, asked: Asked | None, meant: Mood
    ) -> None:
        at = self._clock.now() + wait
        plan = Plan(at, next(self._orders), persona.account, message, asked, meant)
        heapq.heappush(self._plans, plan)
        self._woken.set()

    # What they do

    async def _do(self, plan: Plan) -> None:
        shown = self._local.chat(plan.account).messages.get(plan.message)
        if shown is None or not shown.wording.keys:
            return
        labels = [key.label for key in shown.wording.keys]
        if plan.asked is None:
            await self._touch(plan, following(labels, plan.meant))
        elif words := self._in_words(plan, labels):
            await self._local.say(plan.account, words, reply_to=plan.message, lang=self.lang.value)
        else:
            await self._touch(plan, choose(self._dice[plan.account], labels, plan.meant))

    async def _touch(self, plan: Plan, positions: list[int]) -> None:
        """Each button is looked up anew: the first touch may have changed them."""
        shown = self._local.chat(plan.account).messages[plan.message]
        wanted = [shown.wording.keys[n].label for n in positions]
        for label in wanted:
            labels = [key.label for key in shown.wording.keys]
            if label in labels:
                if plan.asked is not None:
                    self._follows[plan.account] = (self._clock.now() + MEANT, plan.meant)
                await self._local.press(
                    plan.account, plan.account, plan.message, labels.index(label)
                )

    def _in_words(self, plan: Plan, labels: list[str]) -> str:
        """What they would type; "" where they touch a button, or only a button says which."""
        dice, persona = self._dice[plan.account], self._people[plan.account]
        words = WORDS.get((self.lang, plan.meant), ())
        several = sum(label.startswith("✅") for label in labels) != 1
        if plan.asked is not Asked.CALL or dice.random() >= persona.temper.types or not words:
            return ""
        if plan.meant is Mood.YES and several:
            return ""
        said = dice.choice(words)
        return said if persona.woman else said.replace("désolée", "désolé")


def following(labels: list[str], meant: Mood) -> list[int]:
    """The button that says more precisely what was meant, if there is one."""
    sign = FOLLOWS.get(meant)
    return [n for n, label in enumerate(labels) if sign and label.startswith(sign)][:1]
