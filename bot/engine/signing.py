"""Gives the keys of a message their signs, on platforms whose buttons are reactions."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core import Asks, ChatRef, Lane, Lang, Text
from bot.core.messages import Key
from bot.core.signs import MORE, assign, window
from bot.engine.registry import Parts
from bot.engine.wording import Worded, wording_of
from storage.places import Place

PLENTY = 5.0
"""Events a second. A card with five buttons is six of them."""

TURN = "turn"
"""An argument that only says how often something was asked: no part of what a sign means."""


def uses_signs(parts: Parts, where: ChatRef) -> bool:
    adapter = parts.adapters.get(where.platform)
    return adapter is not None and adapter.abilities.signs


def can_afford(parts: Parts, where: ChatRef, lane: int) -> bool:
    """A sign costs an event. Where the server leaves few of them, only what is urgent and calls
    get any; the others show numbers to be typed."""
    adapter = parts.adapters.get(where.platform)
    rate = adapter.pace.everyone[0] if adapter is not None else 0.0
    return not 0 < rate < PLENTY or lane in (Lane.URGENT, Lane.CALLS)


def signed(
    worded: Worded, parts: Parts, where: ChatRef, place: Place | None, lane: int = Lane.ANSWERS
) -> Worded:
    """The same with signs; the place remembers what they mean. `lane` is of what has no place."""
    if not uses_signs(parts, where):
        return worded
    if not can_afford(parts, where, place.lane if place else lane):
        return worded
    keys, calls = list(worded.wording.keys), [_opening(c, k) for c, k in _both(worded)]
    active = [n for n, call in enumerate(calls) if call[1]]
    shown, more = window(len(active), place.window if place else 0)
    asked = [(calls[active[n]][0], _meaning(calls[active[n]]), n + 1) for n in shown]
    before = place.signs if place else {}
    found = assign(asked, {sign: _same(told) for sign, told in before.items()})
    for n, sign in zip(shown, found, strict=True):
        keys[active[n]] = replace(keys[active[n]], sign=sign)
        calls[active[n]][4] = sign
    if place is not None:
        told = {calls[active[n]][4]: calls[active[n]][1:3] for n in shown}
        place.signs = {**before, **{sign: does for sign, does in told.items() if sign}}
        if more:
            label = parts.catalog.label(Text("more-choices"), Lang(place.lang), parts.zone)
            keys.append(Key(label, sign=MORE))
            calls.append([label, "engine.more-signs", {"place_id": place.id}, [], MORE])
    wording = replace(worded.wording, keys=tuple(keys))
    return replace(worded, wording=wording, calls=calls)


def unsigned(row: dict[str, Any], keys: Sequence[list[Any]], asks: Asks) -> Worded:
    """As it was worded before its keys had signs: from its row, and its keyboard's `keys`."""
    old = wording_of(row)
    shown = tuple(Key(k.label, k.start, k.url, k.wide) for k in old.keys if k.sign != MORE)
    calls = [[*k[:4], ""] for k in keys if k[4] != MORE]
    dead = [[k.label, "", {}, [], ""] for k in shown]
    return Worded(replace(old, keys=shown, keyboard=""), calls or dead, asks)


def _both(worded: Worded) -> Iterator[tuple[list[Any], Key]]:
    return zip(worded.calls, worded.wording.keys, strict=True)


def _opening(call: list[Any], key: Key) -> list[Any]:
    """«Répondre en privé» opens a private chat where a link can carry a word there; here a tap
    brings the answer into the direct room that the person has."""
    if not key.start or call[1]:
        return list(call)
    return [call[0], "engine.open", {"payload": key.start}, call[3], ""]


def _meaning(call: list[Any]) -> str:
    return _same(call[1:3])


def _same(told: list[Any]) -> str:
    action, args = told
    kept: Mapping[str, Any] = {k: v for k, v in args.items() if k != TURN}
    return json.dumps([action, kept], sort_keys=True)
