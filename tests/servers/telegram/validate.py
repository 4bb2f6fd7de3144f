"""What a message may look like: its text, its caption, its keyboard."""

import json
from typing import Any
from urllib.parse import urlsplit

from tests.servers.telegram.calls import Call
from tests.servers.telegram.entities import checked_link, given, tidy, units
from tests.servers.telegram.errors import (
    BUTTON_DATA,
    BUTTON_URL,
    INLINE_EXPECTED,
    MARKUP_LONG,
    TEXT_EMPTY,
    bad,
)
from tests.servers.telegram.markup_html import parse_html
from tests.servers.telegram.markup_markdown import parse_markdown

Json = dict[str, Any]

TEXT_LIMIT = 4096  # UTF-16 units after entities are parsed
CAPTION_LIMIT = 1024
DATA_LIMIT = 64  # bytes
BUTTON_LIMIT = 100
MARKUP_LIMIT = 10_240  # bytes
BUTTON_KINDS = ("url", "callback_data", "switch_inline_query", "web_app", "login_url", "copy_text")


def formatted(raw: str, mode: str, entities: Any, *, empty: bool = False) -> tuple[str, list[Json]]:
    """Text and entities as Telegram keeps them. A parse mode wins over an array of entities."""
    if not mode:
        return tidy(raw, given(entities, raw) if entities else [], empty=empty)
    match mode.lower():
        case "html":
            text, found = parse_html(raw)
        case "markdownv2":
            text, found = parse_markdown(raw)
        case _:
            raise bad("unsupported parse_mode")
    return tidy(text, found, empty=empty)


def text_of(call: Call) -> Json:
    raw = call.text("text")
    if not raw:
        raise bad(TEXT_EMPTY)
    entities = call.json("entities", "entities")
    text, found = formatted(raw, call.text("parse_mode"), entities)
    return {"text": text, "entities": found} if found else {"text": text}


def caption_of(source: Call | Json) -> Json:
    """`caption` and `caption_entities`, from a call or from one item of an album."""
    if isinstance(source, Call):
        raw, mode = source.text("caption"), source.text("parse_mode")
        entities = source.json("caption_entities", "entities")
    else:
        raw, mode = str(source.get("caption") or ""), str(source.get("parse_mode") or "")
        entities = source.get("caption_entities")
    text, found = formatted(raw, mode, entities, empty=True)
    shown: Json = {"caption": text} if text else {}
    return shown | ({"caption_entities": found} if found else {})


def check_length(body: Json, text: str, caption: str) -> None:
    """`text` and `caption` are the errors to answer when they are too long."""
    if units(body.get("text", "")) > TEXT_LIMIT:
        raise bad(text)
    if units(body.get("caption", "")) > CAPTION_LIMIT:
        raise bad(caption)


def keyboard(call: Call) -> Json | None:
    """The reply markup in the form in which it comes back; None when there is none."""
    markup = call.json("reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if (rows := markup.get("keyboard")) is not None and not _is_rows(rows):
        raise bad('field "keyboard" must be an Array of Arrays')
    if (rows := markup.get("inline_keyboard")) is None:
        return markup or None
    if not _is_rows(rows):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    rows = [[_button(button) for button in row] for row in rows]
    return {"inline_keyboard": [row for row in rows if row]}


def _is_rows(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, list) for row in rows)


def _button(button: object) -> Json:
    unparsed = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad(unparsed + "InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise bad(unparsed + 'Can\'t find field "text"')
    for kind in BUTTON_KINDS:
        if button.get(kind):
            return {"text": button["text"], kind: button[kind]}
    raise bad(unparsed + "Text buttons are unallowed in the inline keyboard")


def check_keyboard(markup: Json | None, *, inline_only: bool = False) -> None:
    """What is checked once the chat is known: sizes of data and keyboard, addresses."""
    if not markup:
        return
    rows = markup.get("inline_keyboard")
    if rows is None:
        if inline_only:
            raise bad(INLINE_EXPECTED)
        return
    count = 0
    for row in rows:
        for button in row:
            count += 1
            data = button.get("callback_data")
            if data is not None and len(str(data).encode()) > DATA_LIMIT:
                raise bad(BUTTON_DATA)
            if "url" in button:
                _check_url(button["url"])
    if count > BUTTON_LIMIT or (count > 20 and len(json.dumps(rows)) > MARKUP_LIMIT):
        raise bad(MARKUP_LONG)


def _check_url(url: str) -> None:
    if checked_link(url) is not None:
        return
    scheme = urlsplit(url).scheme
    if scheme and "://" in url and scheme not in ("http", "https"):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    raise bad(BUTTON_URL)
