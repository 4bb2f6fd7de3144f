"""Words a card's copies, many at once, in the transaction that writes down their keyboards."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.core import Asks, Lane, Lang, Wording
from bot.engine.registry import Parts
from bot.engine.signing import signed, to_be_typed
from bot.engine.view import View
from bot.engine.wording import Worded, put_into_words, wording_of
from storage import blobs
from storage.db import Tx
from storage.keyboards import Keyboard
from storage.many import put
from storage.places import Place

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Copy:
    """A place worded: `version` is how fresh; None words mean that it stays as it is."""

    place: Place
    version: int
    wording: Wording | None
    digest: str = ""


async def render(tx: Tx, parts: Parts, copies: Sequence[Place], now: datetime) -> dict[str, Copy]:
    """By place id. A card that cannot be worded is logged and left as it is."""
    keyboards: list[dict[str, Any]] = []
    await _prefetch(tx, parts, copies, now)
    bodies = [p.body["blob"] for p in copies if p.body and p.body["blob"]]
    pictures = await blobs.load(tx, bodies)
    done: dict[str, Copy] = {}
    for place in copies:
        if place.body is not None:
            picture = pictures.get(place.body["blob"] or "")
            done[place.id] = _said(place, wording_of(place.body, picture))
            continue
        try:
            done[place.id] = await _worded(tx, parts, place, now, keyboards)
        except Exception:
            log.exception("card failed", extra={"card": place.card.split(":")[0]})
            done[place.id] = Copy(place, place.version, None)
    await put(tx, Keyboard, keyboards)
    return done


def _said(place: Place, wording: Wording) -> Copy:
    """A wizard's step, worded when it was owed; not sent again as it is already shown."""
    digest = Worded(wording, [], Asks(place.asks)).digest
    same = digest == place.digest and place.shown > 0
    return Copy(place, place.version, None if same else wording, digest)


async def _prefetch(tx: Tx, parts: Parts, copies: Sequence[Place], now: datetime) -> None:
    wanted: dict[str, tuple[Any, Place, list[dict[str, Any]]]] = {}
    for place in copies:
        found = parts.registry.card(place.card) if place.body is None else None
        if found is not None and found[0].prefetch is not None:
            card, args = found
            wanted.setdefault(card.pattern, (card, place, []))[2].append(args)
    for card, place, calls in wanted.values():
        await card.prefetch(_view(tx, parts, place, now), calls)


def _view(tx: Tx, parts: Parts, place: Place, now: datetime) -> View:
    return View(tx, parts, now, place.where, Lang(place.lang), place.simple)


async def _worded(
    tx: Tx, parts: Parts, place: Place, now: datetime, keyboards: list[dict[str, Any]]
) -> Copy:
    """`keyboards` gets the row of its buttons."""
    found = parts.registry.card(place.card)
    if found is None:
        raise LookupError(place.card.split(":")[0])
    card, args = found
    message = await card.render(_view(tx, parts, place, now), **args)
    if message is None:
        return Copy(place, place.version, None)
    worded = put_into_words(
        message, parts.catalog, Lang(place.lang), parts.zone, simple=place.simple
    )
    worded = signed(worded, parts, place.where, place)
    digest = worded.digest
    typed = worded.presses and to_be_typed(parts, place.where, place.lane)
    place.asks, place.title = worded.asks or (Asks.BACK if typed else Asks.NO), _title(worded)
    wording = replace(worded.wording, urgent=place.lane == Lane.URGENT)
    if digest == place.digest and place.shown > 0:
        return Copy(place, place.version, None, digest)
    if worded.presses:
        keyboards.append(worded.keyboard(place.id, place.where, now))
        place.keyboard = keyboards[-1]["id"]
        wording = replace(wording, keyboard=place.keyboard)
    else:
        place.keyboard = ""
    return Copy(place, place.version, wording, digest)


def _title(worded: Worded) -> str:
    first = worded.wording.lines[0] if worded.wording.lines else ()
    return "".join(span.text for span in first)[:80]
