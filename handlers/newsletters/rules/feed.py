"""A website's feed: read from its bytes, told apart from what was known, put into words.

RSS and Atom in all their kinds are feedparser's work. Before it gets to see them they are checked
to be XML that is well-formed, not too deep, and declares nothing: entities can be made to fill a
memory, or to read files.
"""

import hashlib
import re
from calendar import timegm
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from xml.parsers import expat

from bot.core.guard import Outcome, judge
from bot.core.plain import clean
from handlers.newsletters.rules.body import excerpt

DEEPEST = 50
KEPT = 200
"""Entries of a feed that are looked at: the newest stand first."""
MOST = 5
"""Entries of one announcement: after a move of the website all of them look new."""
FRESH = timedelta(days=7)
TITLE, SUMMARY = 120, 300


@dataclass(frozen=True)
class Entry:
    """`keys` are hashes by which it is known again: of its id, and of its address and title, for
    a website that moves gives everything new ids."""

    keys: tuple[str, ...]
    title: str
    link: str
    summary: str
    at: datetime | None


@dataclass(frozen=True)
class Feed:
    title: str
    entries: tuple[Entry, ...]


class Trap(ValueError):
    """XML that is refused whatever it holds."""


def read(data: bytes) -> Feed:
    """Raises ValueError with «doctype», «deep», «unreadable» or «no-feed»."""
    _check(data)
    from feedparser import parse

    found = parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if not found.version:
        raise ValueError("no-feed")
    entries = (_entry(one) for one in found.entries[:KEPT])
    return Feed(_line(found.feed.get("title", ""), TITLE), tuple(e for e in entries if e.link))


def _check(data: bytes) -> None:
    depth = 0

    def begin(name: str, attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Trap("deep")

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*what: object) -> None:
        raise Trap("doctype")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = declared
    try:
        parser.Parse(data, True)
    except Trap:
        raise
    except (expat.ExpatError, LookupError, ValueError):  # the last: an encoding it does not know
        raise ValueError(_why(data)) from None


def _why(data: bytes) -> str:
    """A page of the website itself was given, or something that is broken."""
    return "no-feed" if re.search(rb"<html[\s>]", data[:2000], re.IGNORECASE) else "unreadable"


def _entry(one: Any) -> Entry:
    link = str(one.get("link", "")).strip()
    link = link if re.fullmatch(r"https?://[^\s<>\"]{1,400}", link) else ""
    title = _line(one.get("title", ""), TITLE)
    id_ = str(one.get("id", ""))
    keys = (*([_hash(f"id:{id_}")] if id_ else ()), _hash(f"link:{link} {title}"))
    at = one.get("published_parsed") or one.get("updated_parsed")
    return Entry(
        keys,
        title,
        link,
        _line(one.get("summary", ""), SUMMARY),
        _moment(at) if at else None,
    )


def _moment(at: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(timegm(at), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:40]


class _Words(HTMLParser):
    """The words of a page without its marks."""

    SILENT = frozenset({"script", "style", "iframe", "template"})

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(" ")
        self._silent += tag in self.SILENT

    def handle_endtag(self, tag: str) -> None:
        self.found.append(" ")
        self._silent -= tag in self.SILENT and self._silent > 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)


def _line(marked: object, most: int) -> str:
    """One line of plain words, cut at a word."""
    words = _Words()
    words.feed(str(marked)[: most * 40])
    words.close()
    return excerpt(clean("".join(words.found)), most)


def fresh(entries: Iterable[Entry], known: Collection[str], now: datetime) -> list[Entry]:
    """What has not been told, the oldest first: not what is old though it was not known, nor
    what must not be passed on."""
    new = [
        one
        for one in entries
        if not any(key in known for key in one.keys)
        and (one.at is None or now - FRESH <= one.at)
        and judge(f"{one.title} {one.summary}").outcome is not Outcome.BLOCK
    ]
    return _newest_first(new)[:MOST][::-1]


def _newest_first(entries: list[Entry]) -> list[Entry]:
    """As the feed has them, where it gives no times."""
    return sorted(entries, key=lambda one: one.at or datetime.max.replace(tzinfo=UTC), reverse=True)


def told(site: str, entries: Sequence[Entry]) -> tuple[str, str]:
    """Title and body: one entry by its own title, several under the site's."""
    if len(entries) == 1:
        [one] = entries
        return one.title or site, "\n".join(part for part in (one.summary, one.link) if part)
    pieces = [f"# {one.title or one.link}\n{one.link}" for one in entries]
    return site, "\n\n".join(pieces)
