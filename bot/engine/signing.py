"""Gives the keys of a message their signs, on platforms whose buttons are reactions."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core import Asks, ChatRef, Lane, Lang, Text
from bot.core.messages import Key
from bot.core.plain import fold
from bot.core.signs import MORE, assign, leading, window
from bot.engine.registry import Parts
from bot.engine.wording import Worded, wording_of
from storage.places import Place

PLENTY = 5.0
"""Events a second. A card with five buttons is six of them."""

SWITCHES = frozenset({"dialog.answer"})
"""What one taps again and again in one message, like «‹ Retour»: there, as with «➡️», the emoji
is a switch, and to lift it is a tap too."""

STROKE = "/"
_COMMAND = re.compile(r"(?<![\w/:.])/(\w+)")

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


def to_be_typed(parts: Parts, where: ChatRef, lane: int) -> bool:
    """Does a message there list numbers, where others have signs?"""
    return uses_signs(parts, where) and not can_afford(parts, where, lane)


def signed(
    worded: Worded, parts: Parts, where: ChatRef, place: Place | None, lane: int = Lane.ANSWERS
) -> Worded:
    """The same with signs; the place remembers what they mean. `lane` is of what has no place."""
    worded = _as_typed(worded, parts, where)
    if not uses_signs(parts, where):
        return worded
    if not can_afford(parts, where, place.lane if place else lane):
        return worded
    keys, calls = list(worded.wording.keys), [_opening(c, k) for c, k in _both(worded)]
    active = [n for n, call in enumerate(calls) if call[1]]
    shown, more = window(len(active), place.window if place else 0)
    several = _several([calls[n] for n in active])
    asked = [
        ("" if n in several else calls[active[n]][0], meaning(calls[active[n]][1:3]), n + 1)
        for n in shown
    ]
    before = place.signs if place else {}
    found = assign(asked, {sign: meaning(told) for sign, told in before.items()})
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


def _as_typed(worded: Worded, parts: Parts, where: ChatRef) -> Worded:
    """«Tapez !aide» where apps keep words with a stroke to themselves."""
    adapter, known = parts.adapters.get(where.platform), parts.registry.commands
    before = adapter.abilities.commands if adapter is not None else STROKE
    if before == STROKE:
        return worded

    def typed(found: re.Match[str]) -> str:
        return f"{before}{found[1]}" if fold(found[1]) in known else found[0]

    lines = tuple(
        tuple(span if span.link else replace(span, text=_COMMAND.sub(typed, span.text))
              for span in line)
        for line in worded.wording.lines
    )  # fmt: skip
    return replace(worded, wording=replace(worded.wording, lines=lines))


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


def _several(calls: Sequence[list[Any]]) -> set[int]:
    """Those that do the same to different things under the same emoji, as «✅ Sam. 9 h» and
    «✅ Sam. 13 h»: all of them get a number, for a bare ✅ would say «yes» and mean the first."""
    alike = Counter((call[1], leading(call[0])) for call in calls)
    return {
        n for n, call in enumerate(calls)
        if call[1] not in SWITCHES and alike[call[1], leading(call[0])] > 1
    }  # fmt: skip


def meaning(told: Sequence[Any]) -> str:
    """Of an action and its arguments: as comparable text."""
    action, args = told
    kept: Mapping[str, Any] = {k: v for k, v in args.items() if k != TURN}
    return json.dumps([action, kept], sort_keys=True)
