"""A wording as Telegram draws it: text with entities, never markup, and keys below.

Offsets and limits count UTF-16 units: https://core.telegram.org/api/entities#entity-length.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Any, TypeAlias
from unicodedata import category
from urllib.parse import quote

from bot.core import Span, Wording
from bot.core.messages import Key, Line, rows

TEXT = 4096
CAPTION = 1024
ENTITIES = 100
"""Telegram forgets those after the hundredth."""
MORE: Line = (Span("…"),)
JOINER = "\u200d"
REMEMBERED = 64
"""Texts: thousands get the same alert, and hundreds who answer a call read one of a few cards."""

Json: TypeAlias = dict[str, Any]
Link: TypeAlias = Callable[[str], str]
"""From the payload of `/start` to an address."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text and its entities, as https://core.telegram.org/bots/api#messageentity has them."""

    text: str
    entities: tuple[Json, ...] = ()


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def draw(lines: Sequence[Line]) -> Drawn:
    text, at = "", 0
    entities: list[Json] = []
    for number, line in enumerate(lines):
        if number:
            text, at = text + "\n", at + 1
        for span in line:
            size = units(span.text)
            entities += _styles(span, at, size)
            text, at = text + span.text, at + size
    return Drawn(text, tuple(entities))


def _styles(span: Span, at: int, size: int) -> Iterator[Json]:
    if not span.text.strip():
        return
    if span.bold:
        yield {"type": "bold", "offset": at, "length": size}
    if span.link.startswith(("https://", "http://", "tg://")):
        yield {"type": "text_link", "offset": at, "length": size, "url": span.link}


def parts(lines: Sequence[Line], most: int = TEXT) -> list[Drawn]:
    """The text in messages of at most `most` units each, cut at line ends where that can be.

    None begins with an empty line: one of such lines alone would be refused, and all after it lost.
    """
    return list(_parts(tuple(lines), most))


@lru_cache(REMEMBERED)
def _parts(lines: tuple[Line, ...], most: int) -> tuple[Drawn, ...]:
    piles: list[list[Line]] = [[]]
    size = styles = 0
    for line in chain.from_iterable(_broken(whole, most) for whole in lines):
        need, marks = 1 + _size(line), sum(s.bold + bool(s.link) for s in line)
        if piles[-1] and (size + need > most + 1 or styles + marks > ENTITIES):
            piles.append([])
            size = styles = 0
        if not piles[-1] and not _says(line):
            continue
        piles[-1].append(line)
        size, styles = size + need, styles + marks
    return tuple(draw(pile) for pile in piles if pile or len(piles) == 1)


def fit(lines: Sequence[Line], most: int) -> Drawn:
    """One message of it: whole, or as much of its beginning as there is room for."""
    whole = parts(lines, most)
    if len(whole) == 1:
        return whole[0]
    head = parts(lines, most - 2)[0]
    return Drawn(f"{head.text}\n{MORE[0].text}", head.entities)


def shortened(text: str, most: int) -> str:
    """A plain text of at most `most` units."""
    return text if units(text) <= most else text[: _cut(text, most - 1)] + MORE[0].text


def _says(line: Line) -> bool:
    return any(span.text.strip() for span in line)


def _size(line: Line) -> int:
    return sum(units(span.text) for span in line)


def _broken(line: Line, most: int) -> Iterator[Line]:
    """The line, in pieces if it alone is longer than a message."""
    if _size(line) <= most:
        yield line
        return
    piece: list[Span] = []
    room = most
    for span in line:
        rest = span.text
        while units(rest) > room:
            cut = _cut(rest, room)
            yield (*piece, replace(span, text=rest[:cut]))
            piece, room, rest = [], most, rest[cut:].lstrip(" ")
        if rest:
            piece.append(replace(span, text=rest))
            room -= units(rest)
    if piece:
        yield tuple(piece)


def _cut(text: str, room: int) -> int:
    """How many characters fit into `room` units; at a space if there is one near the end, and
    never inside of what is shown as one character."""
    fits = text.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore")
    space, end = fits.rfind(" "), len(fits)
    if space > end // 2:
        return space
    while 0 < end < len(text) and (text[end - 1] == JOINER or _belongs_before(text[end])):
        end -= 1
    return end or len(fits)


def _belongs_before(character: str) -> bool:
    """An accent, a skin, a joiner: it changes the one before it."""
    joins = character == JOINER or "\U0001f3fb" <= character <= "\U0001f3ff"
    return joins or category(character) in ("Mn", "Me")


def keyboard(wording: Wording, link: Link) -> Json | None:
    """An InlineKeyboardMarkup. A press brings back the keyboard's id and the key's position."""
    if not wording.keys:
        return None
    drawn = [
        [_button(wording.keys[n], f"k:{wording.keyboard}:{n}", link) for n in row]
        for row in rows(wording.keys)
    ]
    return {"inline_keyboard": drawn}


def _button(key: Key, data: str, link: Link) -> Json:
    label = key.label or "…"
    if key.url:
        return {"text": label, "url": key.url}
    if key.start:
        return {"text": label, "url": link(key.start)}
    return {"text": label, "callback_data": data}


def start_link(username: str, payload: str, into: str = "start") -> str:
    """https://core.telegram.org/bots/features#deep-linking; 64 characters at most."""
    return f"https://t.me/{username}" + (f"?{into}={quote(payload, safe='')}" if payload else "")
