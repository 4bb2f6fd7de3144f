"""`parse_mode=MarkdownV2`, with the error texts of tdlib/td MessageEntity.cpp."""

import re
from dataclasses import dataclass
from typing import Any

from tests.servers.telegram.entities import checked_link, units
from tests.servers.telegram.markup_html import unparsed

Json = dict[str, Any]

RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler"}
NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
}
_LANGUAGE = re.compile(r"([^\s`]*)(?=\s)(?:\n)?|")


@dataclass(slots=True)
class _Open:
    kind: str
    offset: int  # in UTF-16 units of the result
    at: int  # position in the source
    start: int  # characters of the result before it
    language: str = ""


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    return _Markdown(source).parse()


class _Markdown:
    def __init__(self, source: str) -> None:
        self._source, self._at = source, 0
        self._text, self._size = "", 0
        self._open: list[_Open] = []
        self._entities: list[Json] = []
        self._quote: int | None = None  # where in the result the quotation began

    def parse(self) -> tuple[str, list[Json]]:
        while self._at < len(self._source):
            self._step()
        self._end_quote()
        if self._open:
            self._unended()
        return self._text, self._entities

    def _step(self) -> None:
        source, at = self._source, self._at
        here = source[at]
        if here == "\\" and at + 1 < len(source) and source[at + 1].isascii():
            return self._add(source[at + 1], 2)
        verbatim = bool(self._open) and self._open[-1].kind in ("code", "pre")
        if here == "\n" and self._quote is not None and not source.startswith(">", at + 1):
            self._end_quote()
        if here == ">" and not verbatim and (at == 0 or source[at - 1] == "\n"):
            self._quote = self._size if self._quote is None else self._quote
            return self._add("", 1)
        if here not in RESERVED or (verbatim and here != "`"):
            return self._add(here, 1)
        return self._mark(here)

    def _mark(self, here: str) -> None:
        mark = self._longest(here)
        if self._open and self._ends(mark):
            return self._end(mark)
        if here == "`":
            return self._begin_code(mark)
        if mark in MARKS:
            return self._begin(MARKS[mark], len(mark))
        if here == "[":
            return self._begin("text_link", 1)
        raise unparsed(
            f"Character '{here}' is reserved and must be escaped with the preceding '\\'"
        )

    def _longest(self, here: str) -> str:
        for mark in ("```", "__", "||"):
            if mark[0] == here and self._source.startswith(mark, self._at):
                return mark
        return here

    def _ends(self, mark: str) -> bool:
        match self._open[-1].kind:
            case "code":
                return mark[0] == "`"
            case "pre":
                return mark == "```"
            case "text_link":
                return mark == "]"
            case kind:
                return MARKS.get(mark) == kind

    def _begin(self, kind: str, width: int, language: str = "") -> None:
        self._open.append(_Open(kind, self._size, self._at, len(self._text), language))
        self._at += width

    def _begin_code(self, mark: str) -> None:
        if mark != "```":
            return self._begin("code", 1)
        head = _LANGUAGE.match(self._source, self._at + 3)
        language = (head.group(1) or "") if head else ""
        return self._begin("pre", 3 + (head.end() - head.start() if head else 0), language)

    def _end(self, mark: str) -> None:
        opened = self._open.pop()
        self._at += 1 if opened.kind == "code" else len(mark)
        made: Json = {
            "offset": opened.offset,
            "length": self._size - opened.offset,
            "type": opened.kind,
        }
        if opened.language:
            made["language"] = opened.language
        if opened.kind == "text_link":
            link = checked_link(self._url() or self._text[opened.start :])
            if link is None:
                return
            made["url"] = link
        if made["length"]:
            self._entities.append(made)

    def _url(self) -> str:
        if not self._source.startswith("(", self._at):
            return ""
        begin, url = self._at + 1, ""
        self._at += 1
        while self._at < len(self._source) and self._source[self._at] != ")":
            self._at += self._source[self._at] == "\\"
            url += self._source[self._at : self._at + 1]
            self._at += 1
        if self._at >= len(self._source):
            raise unparsed(f"Can't find end of a URL at byte offset {self._bytes(begin)}")
        self._at += 1
        return url

    def _end_quote(self) -> None:
        if self._quote is None:
            return
        if self._open:
            self._unended()
        if length := self._size - self._quote:
            quote = {"offset": self._quote, "length": length, "type": "blockquote"}
            self._entities.append(quote)
        self._quote = None

    def _unended(self) -> None:
        last = self._open[-1]
        name, offset = NAMES[last.kind], self._bytes(last.at)
        raise unparsed(f"Can't find end of {name} entity at byte offset {offset}")

    def _add(self, text: str, width: int) -> None:
        self._text += text
        self._size += units(text)
        self._at += width

    def _bytes(self, at: int) -> int:
        return len(self._source[:at].encode())
