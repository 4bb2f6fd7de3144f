"""What a batch of events needs, fetched by set: people, keyboards, places, dialogs.

After it, a press costs no statement of its own until the handler asks for something new.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.core import Event, Identity, Pressed, Said
from bot.core.signs import same
from bot.engine.context import Ctx
from bot.engine.registry import Parts
from storage import dialogs, keyboards, outbox, people, places
from storage.db import Tx
from storage.keyboards import Keyboard
from storage.people import Account, Member
from storage.places import Place


@dataclass(frozen=True)
class Crowd:
    """`held` keeps rows from being forgotten: a transaction remembers only what is in use."""

    people: dict[Identity, tuple[Member, Account]]
    keyboards: dict[str, Keyboard]
    held: tuple[Sequence[object], ...] = ()
    signed: dict[tuple[str, str], tuple[Place | None, str]] = field(default_factory=dict)

    def located(self, event: Pressed) -> Pressed:
        """A tap on an emoji, with the keyboard and the position that it stands for now."""
        if not event.sign:
            return event
        _, keyboard = self.signed.get((event.chat.chat, event.message), (None, ""))
        found = self.keyboards.get(keyboard)
        for index, key in enumerate(found.keys if found else ()):
            if key[4] and same(key[4]) == same(event.sign):
                return replace(event, keyboard=keyboard, index=index)
        return event

    async def meet(self, tx: Tx, who: Identity | None) -> None:
        """Someone unknown when the crowd was gathered may have joined earlier in it."""
        if who is not None and who not in self.people and people.may_have_come(tx, who):
            found = await people.of_account(tx, who)
            if found is not None:
                self.people[who] = found

    def person(self, who: Identity | None) -> tuple[Member | None, Account | None]:
        return self.people.get(who, (None, None)) if who else (None, None)


async def gather(tx: Tx, events: Sequence[Event]) -> Crowd:
    senders = {e.sender for e in events if e.sender is not None}
    presses = [e for e in events if isinstance(e, Pressed)]
    signed = await _signed(tx, [p for p in presses if p.sign])
    found = await people.load(tx, senders) if senders else {}
    named = [*(p.keyboard for p in presses), *(keyboard for _, keyboard in signed.values())]
    keys = await keyboards.load(tx, named) if named else {}
    pairs = [(e.chat, e.sender) for e in events if e.sender and isinstance(e, Said | Pressed)]
    wizards = await dialogs.load(tx, pairs) if pairs else ()
    wanted = {k.place_id for k in keys.values() if k.place_id} | {w.place for w in wizards}
    there = await places.load(tx, wanted - {""})
    return Crowd(found, keys, (wizards, there), signed)


async def _signed(
    tx: Tx, presses: Sequence[Pressed]
) -> dict[tuple[str, str], tuple[Place | None, str]]:
    """What stands under the messages on which an emoji was tapped: their place, their keyboard."""
    if not presses:
        return {}
    found: dict[tuple[str, str], tuple[Place | None, str]] = {}
    for platform in {p.chat.platform for p in presses}:
        here = [p for p in presses if p.chat.platform == platform]
        chats, messages = {p.chat.chat for p in here}, {p.message for p in here}
        for chat, message, keyboard in await outbox.keyboards_of(tx, platform, chats, messages):
            found[chat, message] = (None, keyboard)
        for place in await places.of_messages(tx, platform, chats, messages):
            found[place.chat, place.message or ""] = (place, place.keyboard)
    return found


async def prefetch(ctx: Ctx, parts: Parts, crowd: Crowd, events: Sequence[Event]) -> None:
    """Let the actions that many press at once load what they need in one go."""
    wanted: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        if not isinstance(event, Pressed):
            continue
        event = crowd.located(event)
        keyboard = crowd.keyboards.get(event.keyboard)
        if keyboard is None or not 0 <= event.index < len(keyboard.keys):
            continue
        _, name, args, *_ = keyboard.keys[event.index]
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
