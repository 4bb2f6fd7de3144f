"""How sends ended: written down all at once, and what it means for the chat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.core import Lane
from bot.core.errors import SendFailed
from bot.core.events import Blocked, Event, Moved
from bot.core.people import ChatRef
from bot.core.ports import ChatAdapter
from bot.engine.intake import row
from bot.engine.pace import Gate
from storage import edits, inbox, pauses, sends
from storage.db import Tx
from storage.keyboards import new_key
from storage.outbox import Delivery, State
from storage.places import Place
from storage.sends import Send

PATIENCE = 12


@dataclass(frozen=True)
class Done:
    """`held`: it never left, since the platform had asked us to wait by then."""

    delivery: Send | None
    place: Place | None
    version: int
    message: str
    failed: SendFailed | None
    digest: str
    signs: tuple[str, ...] = ()
    held: bool = False


async def settle(
    tx: Tx, adapter: ChatAdapter, gate: Gate, done: Sequence[Done], now: datetime
) -> bool:
    """True if something was learnt that the features must hear (it is in the inbox now)."""
    outcomes = [_outcome(d, d.delivery, now) for d in done if d.delivery is not None]
    await sends.settle(tx, outcomes)
    stand = [(d, d.place) for d in done if d.place is not None]
    shown = [_shown(adapter, d, place, now) for d, place in stand if d.failed is None]
    await edits.settle(tx, shown)
    hurt = {place.id for d, place in stand if d.failed is not None and d.delivery is None}
    signs = {place.id for _, place in stand} if adapter.abilities.signs else set()
    fresh = await edits.again(tx, hurt | signs)
    for one, place in stand:
        if one.failed is not None and one.delivery is None and place.id in fresh:
            _not_edited(one, one.failed, fresh[place.id], now)
    if adapter.abilities.signs:
        owe_signs(tx, done, fresh, now)
    heard: list[Event] = []
    for one in done:
        if one.failed is not None and not one.held:
            heard += await _learn(tx, adapter, gate, one, one.failed, now)
    await inbox.keep(tx, [row(event) for event in heard])
    return bool(heard)


def owe_signs(tx: Tx, done: Sequence[Done], fresh: Mapping[str, Place], now: datetime) -> None:
    """The emoji under what was just shown, where they are not those that stand there. They go
    out after all words: they cost an event each."""
    for one in done:
        place = fresh.get(one.place.id) if one.place is not None else None
        owed = place or one.delivery
        signs = list(one.signs)
        if one.failed is not None or not one.message or owed is None:
            continue
        if signs == (place.marks if place is not None else []):
            continue
        if place is not None:
            place.marks = signs
        tx.add(
            Delivery(
                key=new_key(), platform=owed.platform, chat=owed.chat, thread=owed.thread,
                lane=int(Lane.SIGNS), body={"signs": signs}, reply_to=one.message, made_at=now,
                due_at=now,
            )
        )  # fmt: skip


def _outcome(one: Done, row: Send, now: datetime) -> dict[str, Any]:
    state, retry_at = State.SENT, None
    if one.failed is not None:
        state, retry_at = _after(one.failed, row, now)
    return {
        "row_id": row.id,
        "new_state": state,
        "new_message": one.message or None,
        "new_error": str(one.failed)[:200] if one.failed else None,
        "new_retry_at": retry_at,
        "new_sent_at": now if state is State.SENT else None,
    }


def _after(no: SendFailed, row: Send, now: datetime) -> tuple[State, datetime | None]:
    """Try again, or not: what is permanent never, a newsletter that may have arrived neither."""
    if no.moved is not None:
        return State.DUE, now + timedelta(seconds=1)
    if no.permanent or no.gone:
        return State.FAILED, None
    if no.unknown and row.lane == Lane.NEWS:
        return State.UNKNOWN, None
    if no.wait is not None:
        return State.DUE, now + no.wait
    if row.attempts >= PATIENCE and row.lane == Lane.NEWS:
        return State.FAILED, None
    return State.DUE, now + backoff(row.attempts)


def backoff(attempts: int) -> timedelta:
    """1, 2, 4 … 5 s: soon enough to resume within 5 s after a platform is back."""
    return timedelta(seconds=min(2 ** max(0, attempts - 1), 5))


def _shown(adapter: ChatAdapter, one: Done, place: Place, now: datetime) -> dict[str, Any]:
    private = adapter.is_private(place.where)
    gap = adapter.pace.edit_private if private else adapter.pace.edit_group
    return {
        "place": place.id,
        "new_message": one.message,
        "new_digest": one.digest,
        "new_shown": one.version if one.digest else one.version - 1,
        "rests_until": now + timedelta(seconds=gap),
    }


def _not_edited(one: Done, no: SendFailed, place: Place, now: datetime) -> None:
    place.attempts += 0 if no.wait is not None else 1
    place.edit_after = now + (no.wait or backoff(place.attempts))
    if no.permanent or no.gone or place.attempts >= PATIENCE:
        place.shown = max(place.shown, one.version)


async def _learn(
    tx: Tx, adapter: ChatAdapter, gate: Gate, one: Done, no: SendFailed, now: datetime
) -> list[Event]:
    owed = one.delivery or one.place
    assert owed is not None
    if no.wait is not None:
        chat = "" if no.everyone else owed.chat
        everyone = gate.hold(chat, now + no.wait, now)
        await pauses.put(tx, adapter.platform, "" if everyone else chat, now + no.wait)
    if no.moved is not None:
        return [_moved(owed.where, no.moved, now)]
    if no.gone:
        return [_blocked(owed.where, str(no), now, one.delivery.key if one.delivery else "")]
    return []


def _blocked(chat: ChatRef, why: str, now: datetime, owed: str) -> Blocked:
    """One for each send that found it: what it carried may be owed to another chat."""
    key = f"gone:{chat.chat}:{owed or int(now.timestamp())}"
    return Blocked(key=key, chat=chat, sender=None, at=now, reason=why[:80], owed=owed)


def _moved(old: ChatRef, new: ChatRef, now: datetime) -> Moved:
    return Moved(key=f"moved:{old.chat}:{new.chat}", chat=old, sender=None, at=now, new=new)
