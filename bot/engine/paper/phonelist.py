"""The list to phone from, on paper: A4, dated, numbered, with boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.engine.paper.layout import (
    GROUP,
    HEAD,
    LEAD,
    MARGIN,
    PALE,
    POINT,
    QUIET,
    WIDTH,
    fine,
)
from bot.engine.paper.letters import readable, width, wrap

if TYPE_CHECKING:
    from bot.engine.paper.page import Paper

ROW, NOTE, BOX = 8.0, 4.2, 4.0
COLUMNS = (52.0, 42.0, 33.0, 28.0)
TICKS = 9.6


@dataclass(frozen=True, slots=True)
class Entry:
    """A person; `note` stands below the name («si besoin · libre samedi»)."""

    name: str
    profession: str
    town: str
    phone: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A call, or the whole community; `lead` says what is missing."""

    title: str
    lead: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class PhoneList:
    """`columns` are the heads of name, profession, town and phone; `ticks` those of the boxes;
    `page` is said with {page} and {pages} in it."""

    title: str
    community: str
    secret: str
    made: str
    page: str
    lang: str
    at: datetime
    columns: tuple[str, str, str, str]
    ticks: tuple[str, str, str]
    sections: tuple[Section, ...]


def write_phone_list(facts: PhoneList, *, compress: bool = True) -> bytes:
    """PDF bytes."""
    from bot.engine.paper.page import Paper

    paper = Paper(facts, compress=compress)
    paper.add_page()
    paper.say(MARGIN, paper.at + 6, facts.title, WIDTH, 18, bold=True)
    paper.at += 10
    for section in facts.sections:
        _section(paper, section)
    return bytes(paper.output())


def _section(paper: Paper[PhoneList], section: Section) -> None:
    lead = [part for line in section.lead.splitlines() for part in _wrapped(line)]
    paper.keep(12 + LEAD * len(lead) + HEAD + GROUP + ROW + NOTE)
    if section.title:
        paper.say(MARGIN, paper.at + 6, section.title, WIDTH, 13, bold=True)
        paper.at += 9
    for line in lead:
        paper.say(MARGIN, paper.at + 3.5, line, WIDTH + 5, 10, ink=QUIET)
        paper.at += LEAD
    paper.at += 2
    _heads(paper)
    for group in section.groups:
        _group(paper, group)
    paper.at += 4


def _wrapped(line: str) -> list[str]:
    return wrap(readable(line), fine(WIDTH - 2, 10), 100, lines=4)


def _heads(paper: Paper[PhoneList]) -> None:
    paper.set_fill_color(*PALE)
    paper.rect(MARGIN, paper.at, WIDTH, HEAD, style="F")
    for (left, wide), words in zip(_columns(), paper.facts.columns, strict=True):
        paper.say(left + 1, paper.at + 4.8, words, wide, 8.5, bold=True, ink=QUIET)
    for left, words in zip(_boxes(), paper.facts.ticks, strict=True):
        wide = width(words, 100, bold=True) * 7 * POINT / 100
        middle = left + (TICKS - wide) / 2
        paper.say(middle, paper.at + 4.8, words, TICKS + 4, 7, bold=True, ink=QUIET)
    paper.at += HEAD


def _columns() -> Iterator[tuple[float, float]]:
    """Left side and width of each column of words."""
    left = MARGIN
    for wide in COLUMNS:
        yield left, wide
        left += wide


def _boxes() -> list[float]:
    """Left sides of the columns of boxes."""
    return [MARGIN + sum(COLUMNS) + TICKS * number for number in range(3)]


def _group(paper: Paper[PhoneList], group: Group) -> None:
    """Its name is never alone at the foot of a page, and comes again on the next."""
    if paper.keep(GROUP + ROW + NOTE):
        _heads(paper)
    _group_name(paper, group.name)
    for entry in group.entries:
        tall = ROW + (NOTE if entry.note else 0)
        if paper.keep(tall):
            _heads(paper)
            _group_name(paper, group.name)
        _entry(paper, entry, tall)


def _group_name(paper: Paper[PhoneList], name: str) -> None:
    if name:
        paper.say(MARGIN + 1, paper.at + 6, name, WIDTH, 10.5, bold=True)
        paper.at += GROUP


def _entry(paper: Paper[PhoneList], entry: Entry, tall: float) -> None:
    top = paper.at
    words = (entry.name, entry.profession, entry.town, entry.phone)
    strong = (True, False, False, True)
    for (left, wide), said, bold in zip(_columns(), words, strong, strict=True):
        paper.say(left + 1, top + 5.3, said, wide, 9.5 if bold else 9, bold=bold)
    if entry.note:
        paper.say(MARGIN + 1, top + ROW + 1.8, entry.note, sum(COLUMNS), 8.5, ink=QUIET)
    paper.set_draw_color(*QUIET)
    paper.set_line_width(0.25)
    for left, _ in zip(_boxes(), paper.facts.ticks, strict=True):
        paper.rect(left + (TICKS - BOX) / 2, top + (ROW - BOX) / 2, BOX, BOX)
    paper.rule(top + tall)
    paper.at += tall
