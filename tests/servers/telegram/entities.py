"""Formatted text: lengths in UTF-16 code units, entities given by the bot, entities found in text.

Source: https://core.telegram.org/bots/api#messageentity and tdlib/td MessageEntity.cpp.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from tests.servers.telegram.errors import TEXT_BLANK, bad, sentence

Json = dict[str, Any]

GIVEN = {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "blockquote",
    "expandable_blockquote",
    "custom_emoji",
}
FOUND = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
FARTHEST = 1_000_000

_FIND = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<url>(?:https?://|tg://)[^\s<>\"«»]*[^\s<>\"«».,;:!?)\]]"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|fr|eu|io|me)\b(?:/[^\s<>\"«»]*[^\s<>\"«».,;:!?)\]])?)"
    r"|(?<![\w/<])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<mention>@\w{3,32})\b"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
)
_HINT = re.compile(r"[@/#]|\.\w")


def units(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def find(text: str) -> list[Json]:
    """Entities that Telegram recognises by itself: commands, mentions, addresses, hashtags."""
    if not _HINT.search(text):
        return []
    return [
        {
            "offset": units(text[: match.start()]),
            "length": units(match.group()),
            "type": match.lastgroup,
        }
        for match in _FIND.finditer(text)
    ]


def checked_link(url: str) -> str | None:
    """The link as Telegram keeps it, or None when it takes it for none (mailto:, tel:, a word)."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme.lower() in ("tg", "ton", "tonsite"):
        return url
    if parts.scheme.lower() not in ("http", "https", "ftp") or "." not in (parts.hostname or ""):
        return None
    return parts._replace(
        scheme=parts.scheme.lower(), netloc=parts.netloc.lower(), path=parts.path or "/"
    ).geturl()


def given(entities: object, text: str) -> list[Json]:
    """The bot's own array of MessageEntity, validated against the text."""
    if not isinstance(entities, list):
        raise bad("can't parse entities JSON object")
    return [checked for entity in entities if (checked := _checked(entity, text))]


def _checked(entity: object, text: str) -> Json | None:
    if not isinstance(entity, dict):
        raise bad("can't parse MessageEntity: expected an Object")
    for name in ("offset", "length"):
        if not isinstance(entity.get(name), int):
            raise bad(f"can't parse MessageEntity: Can't find field \"{name}\"")
    kind, offset, length = entity.get("type"), entity["offset"], entity["length"]
    if kind not in GIVEN | FOUND:
        raise bad("can't parse MessageEntity: Unsupported type specified")
    if not 0 <= offset <= FARTHEST:
        raise sentence(f"Receive an entity with incorrect offset {offset}")
    if not 0 <= length <= FARTHEST:
        raise sentence(f"Receive an entity with incorrect length {length}")
    if kind in FOUND or not length:
        return None
    _check_ends(offset, length, text)
    shown = {"offset": offset, "length": length, "type": kind}
    if kind == "text_link":
        link = checked_link(str(entity.get("url", "")))
        if link is None:
            raise sentence(f"Entity URL '{entity.get('url', '')}' is invalid: Wrong HTTP URL")
        shown["url"] = link
    return shown | {name: entity[name] for name in ("user", "language") if name in entity}


def _check_ends(offset: int, length: int, text: str) -> None:
    end, size = offset + length, units(text)
    if offset > size:
        raise sentence(f"Entity begins after the end of the text at UTF-16 offset {offset}")
    if end > size:
        raise sentence(
            f"Entity beginning at UTF-16 offset {offset} "
            f"ends after the end of the text at UTF-16 offset {end}"
        )
    if text.isascii():
        return
    raw = text.encode("utf-16-le")
    if _splits(raw, offset):
        raise sentence(f"Entity begins in a middle of a UTF-16 symbol at offset {offset}")
    if _splits(raw, end):
        raise sentence(
            f"Entity beginning at UTF-16 offset {offset} "
            f"ends in a middle of a UTF-16 symbol at offset {end}"
        )


def _splits(raw: bytes, offset: int) -> bool:
    return 2 * offset < len(raw) and 0xDC <= raw[2 * offset + 1] <= 0xDF


def tidy(text: str, entities: list[Json], *, empty: bool) -> tuple[str, list[Json]]:
    """Text without the white space around it, entities sorted, those of white space left out.

    Telegram's own finds are added where the bot's links and code leave room.
    """
    text = text.replace("\r", "").replace("\t", " ")
    bare = text.strip(" \n")
    if not bare:
        if empty:
            return "", []
        raise bad(TEXT_BLANK)
    lead, size = len(text) - len(text.lstrip(" \n")), units(bare)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, size)
        if start < end and _slice(bare, start, end).strip():
            kept.append(entity | {"offset": start, "length": end - start})
    solid = [e for e in kept if e["type"] in ("text_link", "text_mention", "code", "pre")]
    kept += [found for found in find(bare) if not any(_meet(found, other) for other in solid)]
    if len(kept) > 1:
        kept.sort(key=lambda e: (e["offset"], -e["length"], e["type"]))
    return bare, kept


def _slice(text: str, start: int, end: int) -> str:
    if text.isascii():
        return text[start:end]
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "replace")


def _meet(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )
