"""Everything the features declare, by the names that people type and that rows hold."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.i18n import Catalog
from bot.core.people import ChatRef
from bot.core.plain import fold
from bot.core.ports import ChatAdapter
from bot.engine.feature import Action, Answers, Card, Command, Feature
from bot.engine.fetching import Files
from bot.engine.measures import Measures
from bot.engine.outside import Outside
from bot.engine.pulse import Pulse
from bot.settings import Settings


class Registry:
    def __init__(self, features: Sequence[Feature]) -> None:
        self.features = features
        self.commands: dict[str, Command] = {}
        self.actions: dict[str, Action[...]] = {}
        self.dialogs = {d.name: d for f in features for d in f.dialogs}
        self.makers = {m.name: m for f in features for m in f.makers}
        self._answers = {a.card.pattern: a for f in features for a in f.answers}
        self._cards = [c for f in features for c in f.cards]
        self._by_root: dict[str, list[Card[...]]] = {}
        for c in self._cards:
            self._by_root.setdefault(c.pattern.split(":")[0], []).append(c)
        self._fill()

    def _fill(self) -> None:
        for feature in self.features:
            for command in feature.commands:
                for name in (*command.names, *command.english):
                    _once(self.commands, fold(name), command)
            for action in feature.actions:
                for name in (action.name, *action.aliases):
                    _once(self.actions, name, action)

    def card(self, key: str) -> tuple[Card[...], dict[str, Any]] | None:
        for candidate in self._by_root.get(key.split(":")[0], ()):
            args = candidate.match(key)
            if args is not None:
                return candidate, args
        return None

    def answers_to(self, card: Card[...]) -> Answers | None:
        return self._answers.get(card.pattern)

    def listeners(self, fact: object) -> Iterable[Callable[..., Any]]:
        kind = type(fact)
        return [one.run for f in self.features for one in f.listeners if one.fact is kind]

    @cached_property
    def durable_names(self) -> list[str]:
        """Every name that a row may hold: none may ever be lost (see tests/durable_names.txt)."""
        named = {*self.actions, *self.dialogs, *self.makers}
        return sorted({*named, *(c.pattern for c in self._cards)})


def _once(table: dict[str, Any], name: str, value: Any) -> None:
    if table.get(name, value) is not value:
        raise ValueError(f"two declarations share the name {name!r}")
    table[name] = value


@dataclass(frozen=True)
class Parts:
    """What every handler, card and loop may need that is not a row."""

    registry: Registry
    catalog: Catalog
    settings: Settings
    adapters: dict[str, ChatAdapter]
    clock: Callable[[], datetime]
    down: set[str] = field(default_factory=set)
    """Platforms that take nothing from us now."""
    files: Files = field(default_factory=Files)
    outside: Outside = field(default_factory=Outside)
    pulse: Pulse = field(default_factory=Pulse)
    measures: Measures = field(default_factory=Measures)
    holds: Callable[[], bool] = lambda: True
    """Is the work still this process's? (Several may share it, see `bot.engine.leases`.)"""

    @property
    def zone(self) -> ZoneInfo:
        return self.settings.community.timezone

    def is_private(self, chat: ChatRef) -> bool:
        adapter = self.adapters.get(chat.platform)
        return adapter.is_private(chat) if adapter else True
