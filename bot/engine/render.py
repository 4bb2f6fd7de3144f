"""Words a card's copies, many at once, in the transaction that writes down their keyboards."""

import logging
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.core import Asks, Lane, Lang, Message, Wording
from bot.engine.feature import Card
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


@dataclass
class Together:
    """Copies that are worded together, and what they share."""

    tx: Tx
    parts: Parts
    now: datetime
    keyboards: list[dict[str, Any]] = field(default_factory=list)
    """Rows of the buttons that were made."""
    _shared: dict[Hashable, Any] = field(default_factory=dict)
    _said: dict[tuple[int, str, bool], tuple[Message, Worded]] = field(default_factory=dict)

    def card(self, place: Place) -> tuple[Card[...], dict[str, Any]] | None:
        return self.parts.registry.card(place.card)

    def view(self, place: Place) -> View:
        lang, simple = Lang(place.lang), place.simple
        return View(self.tx, self.parts, self.now, place.where, lang, simple, self._shared)

    def words(self, message: Message, place: Place) -> Worded:
        """The very same message is put into words once."""
        asked = id(message), place.lang, place.simple
        if asked not in self._said:
            catalog, zone = self.parts.catalog, self.parts.zone
            lang, simple = Lang(place.lang), place.simple
            worded = put_into_words(message, catalog, lang, zone, simple=simple)
            self._said[asked] = message, worded  # kept, so that no other gets its id
        return self._said[asked][1]

    def keyboard(self, worded: Worded, place: Place) -> str:
        """The id of a new revision of its buttons."""
        self.keyboards.append(worded.keyboard(place.id, place.where, self.now))
        made: str = self.keyboards[-1]["id"]
        return made


async def render(tx: Tx, parts: Parts, copies: Sequence[Place], now: datetime) -> dict[str, Copy]:
    """By place id. A card that cannot be worded is logged and left as it is."""
    together = Together(tx, parts, now)
    await _prefetch(together, copies)
    bodies = [p.body["blob"] for p in copies if p.body and p.body["blob"]]
    pictures = await blobs.load(tx, bodies)
    done: dict[str, Copy] = {}
    for place in copies:
        if place.body is not None:
            picture = pictures.get(place.body["blob"] or "")
            done[place.id] = _said(place, wording_of(place.body, picture))
            continue
        try:
            done[place.id] = await _worded(together, place)
        except Exception:
            log.exception("card failed", extra={"card": place.card.split(":")[0]})
            done[place.id] = Copy(place, place.version, None)
    await put(tx, Keyboard, together.keyboards)
    return done


def _said(place: Place, wording: Wording) -> Copy:
    """A wizard's step, worded when it was owed; not sent again as it is already shown."""
    digest = Worded(wording, [], Asks(place.asks)).digest
    same = digest == place.digest and place.shown > 0
    return Copy(place, place.version, None if same else wording, digest)


async def _prefetch(together: Together, copies: Sequence[Place]) -> None:
    wanted: dict[str, tuple[Any, Place, list[dict[str, Any]]]] = {}
    for place in copies:
        found = together.card(place) if place.body is None else None
        if found is not None and found[0].prefetch is not None:
            card, args = found
            wanted.setdefault(card.pattern, (card, place, []))[2].append(args)
    for card, place, calls in wanted.values():
        await card.prefetch(together.view(place), calls)


async def _worded(together: Together, place: Place) -> Copy:
    found, parts = together.card(place), together.parts
    if found is None:
        raise LookupError(place.card.split(":")[0])
    card, args = found
    message = await card.render(together.view(place), **args)
    if message is None:
        return Copy(place, place.version, None)
    worded = signed(together.words(message, place), parts, place.where, place)
    digest = worded.digest
    typed = worded.presses and to_be_typed(parts, place.where, place.lane)
    place.asks, place.title = worded.asks or (Asks.BACK if typed else Asks.NO), _title(worded)
    if digest == place.digest and place.shown > 0:
        return Copy(place, place.version, None, digest)
    place.keyboard = together.keyboard(worded, place) if worded.presses else ""
    urgent = place.lane == Lane.URGENT
    wording = replace(worded.wording, urgent=urgent, keyboard=place.keyboard)
    return Copy(place, place.version, wording, digest)


def _title(worded: Worded) -> str:
    first = worded.wording.lines[0] if worded.wording.lines else ()
    return "".join(span.text for span in first)[:80]
