"""What a batch of events needs, fetched by set: people, keyboards, places, dialogs.

After it, a press costs no statement of its own until the handler asks for something new.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core import Event, Identity, Pressed, Said
from bot.core.events import Unpressed
from bot.engine.context import Ctx
from bot.engine.registry import Parts
from storage import dialogs, keyboards, people, places
from storage.db import Tx
from storage.keyboards import Keyboard
from storage.people import Account, Member


@dataclass(frozen=True)
class Crowd:
    """`held` keeps rows from being forgotten: a transaction remembers only what is in use."""

    people: dict[Identity, tuple[Member, Account]]
    keyboards: dict[str, Keyboard]
    held: tuple[Sequence[object], ...] = ()

    async def meet(self, tx: Tx, who: Identity | None) -> None:
        """Someone unknown when the crowd was gathered may have joined earlier in it."""
        if who is not None and who not in self.people:
            found = await people.of_account(tx, who)
            if found is not None:
                self.people[who] = found

    def person(self, who: Identity | None) -> tuple[Member | None, Account | None]:
        return self.people.get(who, (None, None)) if who else (None, None)


async def gather(tx: Tx, events: Sequence[Event]) -> Crowd:
    senders = {e.sender for e in events if e.sender is not None}
    presses = [e for e in events if isinstance(e, Pressed | Unpressed)]
    found = await people.load(tx, senders) if senders else {}
    keys = await keyboards.load(tx, [p.keyboard for p in presses]) if presses else {}
    pairs = [(e.chat, e.sender) for e in events if e.sender and isinstance(e, Said | Pressed)]
    wizards = await dialogs.load(tx, pairs) if pairs else ()
    wanted = {k.place_id for k in keys.values() if k.place_id} | {w.place for w in wizards}
    there = await places.load(tx, wanted - {""})
    return Crowd(found, keys, (wizards, there))


async def prefetch(ctx: Ctx, parts: Parts, crowd: Crowd, events: Sequence[Event]) -> None:
    """Let the actions that many press at once load what they need in one go."""
    wanted: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        if not isinstance(event, Pressed):
            continue
        keyboard = crowd.keyboards.get(event.keyboard)
        if keyboard is None or not 0 <= event.index < len(keyboard.keys):
            continue
        _, name, args, _ = keyboard.keys[event.index]
        action = parts.registry.actions.get(name)
        if action is not None and action.prefetch is not None:
            member, _ = crowd.person(event.sender)
            wanted.setdefault(name, []).append(
                {**action.typed(args), "me": member.id if member else 0}
            )
    for name, calls in wanted.items():
        action = parts.registry.actions[name]
        assert action.prefetch is not None
        await action.prefetch(ctx, calls)
