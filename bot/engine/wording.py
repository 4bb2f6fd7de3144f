"""From messages to words, and from words to rows and back."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import cached_property
from typing import Any

from bot.core import Attachment, ChatRef, Lang, Message, Text, Wording
from bot.core.i18n import Catalog
from bot.core.messages import Arg, Asks, Button, Call, Key, Line, Made, Span
from bot.settings import Settings
from storage.keyboards import new_key

EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2194-\u21aa\u25b6\u25c0\u2600-\u27bf\u2b00-\u2bff\u203c\u2049\u2139"
    "\u231a-\u23ff\ufe0f]+ ?"
)


def known_to_all(settings: Settings) -> Mapping[str, Arg]:
    """What every text may name: `community`, and the line for life-threatening emergencies."""
    line = settings.community.emergency
    return {
        "community": Span(settings.community.name),
        "emergency": Span(line) if line else Text("emergency-line"),
    }


@dataclass(frozen=True)
class Worded:
    """A wording without its keyboard's id, and what each key does: [label, action,
    args, words, sign]."""

    wording: Wording
    calls: list[list[Any]]
    asks: Asks
    only: str = ""
    until: datetime | None = None

    @property
    def presses(self) -> bool:
        """Is there a button that does something here?"""
        return any(action for _, action, *_ in self.calls)

    def keyboard(self, place_id: str | None, where: ChatRef, now: datetime) -> dict[str, Any]:
        """A new revision of its buttons: a row of `storage.keyboards`."""
        return {
            "id": new_key(), "platform": where.platform, "chat": where.chat,
            "thread": where.thread, "place_id": place_id, "keys": self.calls, "at": now,
            "account": self.only, "until": self.until,
        }  # fmt: skip

    @cached_property
    def digest(self) -> str:
        """The same for what looks the same and does the same."""
        shape = json.dumps(
            [body(self.wording), self.calls, self.only, self.until], sort_keys=True, default=str
        )
        picture = self.wording.attachment.data if self.wording.attachment else b""
        return hashlib.sha256(shape.encode() + picture).hexdigest()[:32]


def put_into_words(
    message: Message, catalog: Catalog, lang: Lang, zone: tzinfo, *, simple: bool = False
) -> Worded:
    """`simple` is for screen readers: no picture, one emoji at most."""
    lines = tuple(line for text in message.lines for line in catalog.lines(text, lang, zone))
    keys = tuple(_key(b, catalog.label(b.label, lang, zone)) for b in message.buttons)
    attachment = message.attachment
    if simple:
        lines, keys = (
            _calm(lines),
            tuple(replace(k, label=_bare(k.label, catalog, lang, zone)) for k in keys),
        )
        attachment = None if attachment and attachment.is_picture else attachment
    calls = [_call(b, key) for b, key in zip(message.buttons, keys, strict=True)]
    made, ready = (attachment, None) if isinstance(attachment, Made) else (None, attachment)
    wording = Wording(lines, keys, attachment=ready, made=made)
    only = message.only.account if message.only else ""
    return Worded(wording, calls, message.asks, only, message.until)


def _key(button: Button, label: str) -> Key:
    return Key(label, button.start, button.url, button.wide)


def _call(button: Button, key: Key) -> list[Any]:
    if button.call is None:
        return [key.label, "", {}, [], ""]
    return [key.label, button.call.action, dict(button.call.args), list(button.words), ""]


def _calm(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Keep the first emoji, which names the kind of message; drop the others."""
    seen = False
    calm: list[Line] = []
    for line in lines:
        spans = []
        for span in line:
            words = span.text
            if seen:
                words = EMOJI.sub("", words)
            elif found := EMOJI.search(words):
                seen = True
                words = words[: found.end()] + EMOJI.sub("", words[found.end() :])
            spans.append(replace(span, text=words))
        calm.append(tuple(spans))
    return tuple(calm)


def _bare(label: str, catalog: Catalog, lang: Lang, zone: tzinfo) -> str:
    """Without emoji. A box that is ticked or not is said in words: nothing else tells of it."""
    words = EMOJI.sub("", label).strip() or label
    key = {"☑": "ticked-said", "☐": "unticked-said"}.get(label[:1])
    return catalog.label(Text(key, {"label": Span(words)}), lang, zone) if key else words


def body(wording: Wording, blob: str | None = None) -> dict[str, Any]:
    """As a row keeps it. `blob` is where the attachment's bytes are."""
    return {
        "lines": [[[s.text, s.bold, s.link] for s in line] for line in wording.lines],
        "keys": [[k.label, k.start, k.url, k.wide, k.sign] for k in wording.keys],
        "keyboard": wording.keyboard,
        "reply_to": wording.reply_to,
        "urgent": wording.urgent,
        "blob": blob,
        "made": _made_row(wording.made),
    }


def wording_of(row: dict[str, Any], attachment: Attachment | None = None) -> Wording:
    return Wording(
        tuple(tuple(Span(t, b, link) for t, b, link in line) for line in row["lines"]),
        tuple(Key(*key) for key in row["keys"]),
        row["keyboard"],
        attachment,
        row["reply_to"],
        row["urgent"],
        _made(row.get("made")),
    )


def _made_row(made: Made | None) -> list[Any] | None:
    return [made.call.action, dict(made.call.args), made.by, made.picture] if made else None


def _made(row: list[Any] | None) -> Made | None:
    return Made(Call(row[0], row[1]), row[2], row[3]) if row else None
