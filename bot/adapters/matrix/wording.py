"""From a wording to what Matrix shows: text, and the same as HTML. Everything is escaped here."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from markupsafe import escape

from bot.core import Span, Wording
from bot.core.messages import Key, Line
from bot.core.signs import bare

Json: TypeAlias = dict[str, Any]
Link: TypeAlias = Callable[[str], str]

LONGEST = 44_000
"""Bytes of a content in clear: encrypted it takes a third more, and an event holds 65,536
(https://spec.matrix.org/v1.13/client-server-api/#size-limits)."""

CUT: Line = (Span("[…]"),)


def content(
    wording: Wording, link: Link, *, chatter: bool = False, mention: Sequence[str] = ()
) -> Json:
    """An `m.room.message`. `chatter` does not notify; `mention` are those whom it must."""

    def made(lines: Sequence[Line]) -> Json:
        found = _text(lines, "m.notice" if chatter else "m.text")
        found["m.mentions"] = {"user_ids": list(mention)} if mention else {}
        if wording.reply_to:
            found["m.relates_to"] = {"m.in_reply_to": {"event_id": wording.reply_to}}
        return found

    return _fitting(_lines(wording, link), made)


def replacing(message: str, wording: Wording, link: Link) -> Json:
    """An edit of that message (https://spec.matrix.org/v1.13/client-server-api/#event-replacements).
    An edit notifies nobody and mentions nobody anew."""

    def made(lines: Sequence[Line]) -> Json:
        inner = {**_text(lines, "m.text"), "m.mentions": {}}
        return {
            **inner,
            "body": f"* {inner['body']}",
            "formatted_body": f"* {inner['formatted_body']}",
            "m.new_content": inner,
            "m.relates_to": {"rel_type": "m.replace", "event_id": message},
        }

    return _fitting(_lines(wording, link), made)


def _text(lines: Sequence[Line], kind: str) -> Json:
    return {
        "msgtype": kind,
        "body": "\n".join("".join(_plain(span) for span in line) for line in lines),
        "format": "org.matrix.custom.html",
        "formatted_body": "<br>".join("".join(_html(span) for span in line) for line in lines),
    }


def _fitting(lines: Sequence[Line], made: Callable[[Sequence[Line]], Json]) -> Json:
    """No more than an event can hold; what is cut is said to be."""
    whole = made(lines)
    kept = list(lines)
    while len(json.dumps(whole)) > LONGEST and kept:
        kept = kept[: len(kept) * 3 // 4] if len(kept) > 1 else [_half(kept[0])]
        whole = made([*kept, CUT])
    return whole


def _half(line: Line) -> Line:
    text = "".join(span.text for span in line)
    return (Span(text[: len(text) // 2]),)


def _lines(wording: Wording, link: Link) -> list[Line]:
    return [*wording.lines, *_choices(wording.keys, link)]


def _choices(keys: Sequence[Key], link: Link) -> Iterator[Line]:
    """«✅ Sam. 9 h – 13 h»: what each emoji under the message means. Where none is placed, the
    number that one types instead; what is under «➡️» is told when it comes under the message."""
    placed = any(key.sign for key in keys)
    number = 0
    for key in keys:
        number += not (key.url or key.start)
        if key.sign:
            yield (Span(f"{key.sign} {bare(key.label)}"),)
        elif key.url or key.start:
            address = key.url or link(key.start)
            yield (Span(f"{key.label}: "), Span(address, link=address))
        elif not placed:
            yield (Span(f"{number}. {key.label}"),)


def _plain(span: Span) -> str:
    return f"{span.text} ({span.link})" if span.link and span.link != span.text else span.text


def _html(span: Span) -> str:
    words = str(escape(span.text)).replace("\n", "<br>")
    if span.link:
        words = f'<a href="{escape(span.link)}">{words}</a>'
    return f"<strong>{words}</strong>" if span.bold else words
