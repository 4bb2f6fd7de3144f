"""Texts live beside their feature, in Fluent files; one bundle per language.

A pattern may hold **bold** words. What a variable brings is never markup: variables travel
through Fluent as private-use characters and are put in after the pattern was read.
"""

import logging
import re
from collections.abc import Hashable, Iterable, Mapping
from datetime import date, datetime, time, tzinfo
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from babel.dates import format_date, format_time
from babel.lists import format_list
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from bot.core.messages import Arg, Line, Span, Text
from bot.core.people import Lang

log = logging.getLogger(__name__)

_HOLE = re.compile("\ue000(\\d+)\ue001")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=(.*(?:\n(?:[ \t].*)?)*)", re.MULTILINE)
_NAMED = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
NBSP = "\u00a0"
REMEMBERED = 4096
"""Texts with their variables, the newest."""
_BOUND = re.compile("(?<=\u00ab) | (?=[\u00bb:;?!%\u2714])")
"""Where French sets a space that no line may break at (Lexique de l'Imprimerie nationale)."""


class Catalog:
    """Puts texts into words. A text missing in one language is said in the other.

    `always` is what every text may name without being given it: the community, for one. What was
    said a moment ago is remembered: a call to two hundred people is worded once.
    """

    def __init__(
        self, folders: Iterable[Path], always: Mapping[str, Arg] = MappingProxyType({})
    ) -> None:
        read = [
            (folder / f"{lang.value}.ftl").read_text("utf-8") for folder in folders for lang in Lang
        ]
        self._always, self._named = always, _named(tuple(read), tuple(always))
        self._words = {lang: tuple(read[n :: len(Lang)]) for n, lang in enumerate(Lang)}
        self._said: dict[Hashable, tuple[Line, ...]] = {}

    def lines(self, text: Text, lang: Lang, zone: tzinfo) -> tuple[Line, ...]:
        """The lines of a text; none if it is empty in this case (an optional line)."""
        asked = (_frozen(text), lang, zone)
        found = self._said.get(asked)
        if found is None:
            found = self._said[asked] = self._lines(text, lang, zone)
            if len(self._said) > REMEMBERED:
                del self._said[next(iter(self._said))]
        return found

    def _lines(self, text: Text, lang: Lang, zone: tzinfo) -> tuple[Line, ...]:
        holes: list[tuple[Span, ...]] = []
        pattern = self._format(text, lang, zone, holes)
        return tuple(_split(_spans(pattern, holes))) if pattern.strip() else ()

    def label(self, text: Text, lang: Lang, zone: tzinfo) -> str:
        """One line without any style: a button, a menu's help, a file's name."""
        lines = self.lines(text, lang, zone)
        joined = " ".join("".join(span.text for span in line) for line in lines)
        return re.sub(r"[ \n]+", " ", joined).strip()

    def has(self, key: str) -> bool:
        spoken = (_spoken(lang, files) for lang, files in self._words.items())
        return any(one.pattern(key) is not None for one in spoken)

    def _format(self, text: Text, lang: Lang, zone: tzinfo, holes: list[tuple[Span, ...]]) -> str:
        given = {name: self._always[name] for name in self._named.get(text.key, ())}
        given |= text.args
        args = {k: self._arg(v, lang, zone, holes) for k, v in given.items()}
        for choice in (lang, *(other for other in Lang if other is not lang)):
            words = self._pattern(text.key, choice, args)
            if words is not None:
                return words
        log.error("text missing", extra={"text_key": text.key})
        return text.key

    def _pattern(self, key: str, lang: Lang, args: Mapping[str, Any]) -> str | None:
        spoken = _spoken(lang, self._words[lang])
        pattern = spoken.pattern(key)
        if pattern is None:
            return None
        words, problems = spoken.bundle.format_pattern(pattern, dict(args))
        if problems:
            log.error("text incomplete", extra={"text_key": key, "problems": len(problems)})
        return _BOUND.sub(NBSP, str(words)) if lang is Lang.FR else str(words)

    def _arg(
        self, value: Arg, lang: Lang, zone: tzinfo, holes: list[tuple[Span, ...]]
    ) -> str | int:
        """Numbers stay numbers (for plurals) and short words stay words (for choices)."""
        if isinstance(value, int):
            return int(value)
        if isinstance(value, str) and re.fullmatch(r"[a-z-]{0,30}", value):
            return value
        holes.append(self._put(value, lang, zone))
        return f"\ue000{len(holes) - 1}\ue001"

    def _put(self, value: Arg, lang: Lang, zone: tzinfo) -> tuple[Span, ...]:
        match value:
            case Span():
                return (Span(_PRIVATE.sub("", value.text), value.bold, value.link),)
            case Text():
                inner: list[tuple[Span, ...]] = []
                return tuple(_spans(self._format(value, lang, zone, inner), inner))
            case tuple():
                return self._list([self._put(v, lang, zone) for v in value], lang)
            case datetime() | date() | time():
                return (Span(in_words(value, lang, zone)),)
            case int():
                return (Span(str(value)),)
            case str():
                return (Span(_PRIVATE.sub("", value)),)

    def _list(self, items: list[tuple[Span, ...]], lang: Lang) -> tuple[Span, ...]:
        """«a, b et c»; each item keeps its own style."""
        if not items:
            return ()
        marks = [f"\ue000{n}\ue001" for n in range(len(items))]
        return tuple(_spans(format_list(marks, locale=lang.value), items))


def in_words(value: date | datetime | time, lang: Lang, zone: tzinfo) -> str:
    """«samedi 12 décembre», «samedi 12 décembre, 9 h 30», «9 h»; local time of `zone`."""
    if isinstance(value, datetime):
        local = value.astimezone(zone)
        return f"{in_words(local.date(), lang, zone)}, {in_words(local.time(), lang, zone)}"
    if isinstance(value, time):
        if lang is Lang.EN:
            return str(format_time(value, "h:mm a", locale="en")).replace(":00", "").lower()
        minutes = f"{NBSP}{value.minute:02}" if value.minute else ""
        return f"{value.hour}{NBSP}h{minutes}"
    words = str(format_date(value, "EEEE d MMMM", locale="fr" if lang is Lang.FR else "en_GB"))
    return words.replace(" 1 ", " 1er ") if lang is Lang.FR else words


def _frozen(value: Arg) -> Hashable:
    """What words depend on, to find them again by it. (True and 1 are equal, and not the same.)"""
    if isinstance(value, Text):
        return value.key, tuple((name, _frozen(arg)) for name, arg in value.args.items())
    if isinstance(value, tuple):
        return tuple(_frozen(item) for item in value)
    return value.__class__, value


def apart(words: str) -> dict[str, str]:
    """The texts of a file by their keys, each as it stands there; the first where two have one."""
    return {entry[1]: entry[0] for entry in reversed([*_ENTRY.finditer(words)])}


class _Spoken:
    """The texts of a language. Each is read when it is first said: all of them take a third of a
    second, in which nobody would be answered."""

    def __init__(self, lang: Lang, files: tuple[str, ...]) -> None:
        self.bundle = FluentBundle([lang.value], use_isolating=False)
        self._unread = {
            key: text for words in reversed(files) for key, text in apart(words).items()
        }

    def pattern(self, key: str) -> Any:
        """For the bundle to put into words; None where there is no such text."""
        if key in self._unread:
            self._read(key)
        return self.bundle.get_message(key).value if self.bundle.has_message(key) else None

    def _read(self, key: str) -> None:
        """A text, and those that it names."""
        words = self._unread.pop(key)
        self.bundle.add_resource(FluentParser(with_spans=False).parse(words))
        for named in _NAMED.findall(words):
            if named in self._unread:
                self._read(named)


@cache
def _spoken(lang: Lang, files: tuple[str, ...]) -> _Spoken:
    """The same for every catalog."""
    return _Spoken(lang, files)


@cache
def _named(files: tuple[str, ...], names: tuple[str, ...]) -> dict[str, set[str]]:
    """By text, which of these it names in any language."""
    found: dict[str, set[str]] = {}
    for words in files:
        for key, body in _ENTRY.findall(words):
            found.setdefault(key, set()).update(name for name in names if f"${name}" in body)
    return found


def _spans(pattern: str, holes: list[tuple[Span, ...]]) -> list[Span]:
    """Read the markup of the pattern, then put in what the variables brought."""
    spans: list[Span] = []
    for position, piece in enumerate(_BOLD.split(pattern)):
        spans += _filled(piece, holes, bold=position % 2 == 1)
    return spans


def _filled(piece: str, holes: list[tuple[Span, ...]], *, bold: bool) -> list[Span]:
    spans: list[Span] = []
    for position, part in enumerate(_HOLE.split(piece)):
        if position % 2 == 1:
            spans += [Span(s.text, s.bold or bold, s.link) for s in holes[int(part)]]
        elif part:
            spans.append(Span(part, bold))
    return spans


def _split(spans: list[Span]) -> list[Line]:
    lines: list[list[Span]] = [[]]
    for span in spans:
        first, *more = span.text.split("\n")
        if first:
            lines[-1].append(Span(first, span.bold, span.link))
        for rest in more:
            lines.append([Span(rest, span.bold, span.link)] if rest else [])
    return [tuple(line) for line in lines]
