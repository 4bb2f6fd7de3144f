"""`parse_mode=HTML`, with the error texts of tdlib/td MessageEntity.cpp (parse_html)."""

import re
from dataclasses import dataclass
from typing import Any

from tests.servers.telegram.entities import checked_link, units
from tests.servers.telegram.errors import ApiError, bad

Json = dict[str, Any]

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z]+));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_START = re.compile(r"<([^\s>]*)")
_END = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"\s*([^\s=>]+)\s*(?:=\s*(\"[^\"]*\"|'[^']*'|[\w.-]*))?")


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int  # in UTF-16 units of the result
    at: int  # characters of the result before it


def unparsed(problem: str) -> ApiError:
    return bad(f"can't parse entities: {problem}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    return _Html(source).parse()


class _Html:
    def __init__(self, source: str) -> None:
        self._source, self._text, self._size = source, "", 0
        self._open: list[_Open] = []
        self._entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        source, at = self._source, 0
        while (tag := source.find("<", at)) >= 0:
            self._add(source[at:tag])
            at = self._close(tag) if source.startswith("</", tag) else self._begin(tag)
        self._add(source[at:])
        if self._open:
            raise unparsed(f"Can't find end tag corresponding to start tag {self._open[-1].tag}")
        return self._text, self._entities

    def _add(self, raw: str) -> None:
        text = _CHARACTER.sub(_decoded, raw) if "&" in raw else raw
        self._text += text
        self._size += units(text)

    def _where(self, at: int) -> str:
        return f"at byte offset {len(self._source[:at].encode())}"

    def _begin(self, at: int) -> int:
        start = _START.match(self._source, at)
        assert start
        tag, end = start.group(1).lower(), self._source.find(">", start.end())
        if end < 0:
            raise unparsed(f"Unclosed start tag {self._where(at)}")
        if tag not in TAGS:
            raise unparsed(f'Unsupported start tag "{tag}" {self._where(at)}')
        argument, end = self._attributes(tag, at, start.end())
        if tag == "span" and argument != "tg-spoiler":
            raise unparsed(f'Tag "span" must have class "tg-spoiler" {self._where(at)}')
        self._open.append(_Open(tag, argument, self._size, len(self._text)))
        return end

    def _attributes(self, tag: str, begin: int, at: int) -> tuple[str, int]:
        wanted = {"a": "href", "code": "class", "span": "class", "tg-emoji": "emoji-id"}.get(tag)
        argument = ""
        while True:
            at += len(self._source[at:]) - len(self._source[at:].lstrip())
            if at >= len(self._source):
                raise unparsed(f"Unclosed start tag {self._where(begin)}")
            if self._source[at] == ">":
                return argument, at + 1
            found = _ATTRIBUTE.match(self._source, at)
            if not found:
                raise unparsed(f'Empty attribute name in the tag "{tag}" {self._where(begin)}')
            name, value = found.group(1), found.group(2)
            if value is None and (tag, name) != ("blockquote", "expandable"):
                raise unparsed(
                    "Expected equal sign in declaration of an attribute of the tag "
                    f'"{tag}" {self._where(begin)}'
                )
            if name == wanted:
                argument = _CHARACTER.sub(_decoded, (value or "").strip("\"'"))
            elif name == "expandable":
                argument = name
            at = found.end()

    def _close(self, at: int) -> int:
        if not self._open:
            raise unparsed(f"Unexpected end tag {self._where(at)}")
        end = _END.match(self._source, at)
        if not end:
            raise unparsed(f"Unclosed end tag {self._where(at)}")
        opened, found = self._open[-1], end.group(1).lower()
        if found and found != opened.tag:
            raise unparsed(
                f'Unmatched end tag {self._where(at)}, expected "</{opened.tag}>", '
                f'found "</{found}>"'
            )
        self._open.pop()
        if self._size > opened.offset:
            self._entity(opened)
        return end.end()

    def _entity(self, opened: _Open) -> None:
        made: Json = {
            "offset": opened.offset,
            "length": self._size - opened.offset,
            "type": TAGS[opened.tag],
        }
        if opened.tag == "a":
            link = checked_link(opened.argument or self._text[opened.at :])
            if link is None:
                return
            made["url"] = link
        elif opened.tag == "blockquote" and opened.argument:
            made["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            made["custom_emoji_id"] = opened.argument
        elif opened.tag == "pre" and self._is_code_of(made):
            made["language"] = self._entities.pop()["language"]
        elif opened.tag == "code" and opened.argument.startswith("language-"):
            made["language"] = opened.argument.removeprefix("language-")
        self._entities.append(made)

    def _is_code_of(self, pre: Json) -> bool:
        inner = self._entities[-1] if self._entities else {}
        same = all(inner.get(key) == pre[key] for key in ("offset", "length"))
        return same and inner["type"] == "code" and "language" in inner


def _decoded(found: re.Match[str]) -> str:
    number, decimal, name = found.groups()
    if name:
        return _NAMED.get(name, found.group())
    code = int(number, 16) if number else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF else found.group()
