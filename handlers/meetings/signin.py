"""The sheet that people sign, on paper: A4, by profession, with who was there so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.engine.paper.layout import GROUP, HEAD, LEAD, MARGIN, PALE, QUIET, WIDTH

if TYPE_CHECKING:
    from bot.engine.paper.page import Paper

ROW = 11.0
"""Millimetres: room for a signature."""

COLUMNS = (62.0, 44.0, 26.0, 52.0)
CERTIFIED = 24.0
"""Millimetres: who organised it signs below."""
BLANK = 6
"""Empty lines at the end, for those who were not invited."""


@dataclass(frozen=True, slots=True)
class Signer:
    name: str
    town: str
    here: str = ""


@dataclass(frozen=True, slots=True)
class SignIn:
    """`lead` says when, where and by whom; `groups` are (profession, people); `columns` the heads
    of name, town, arrival and signature."""

    title: str
    community: str
    secret: str
    made: str
    page: str
    lang: str
    at: datetime
    lead: tuple[str, ...]
    columns: tuple[str, str, str, str]
    groups: tuple[tuple[str, tuple[Signer, ...]], ...]
    others: str
    certified: str


def write_sign_in(facts: SignIn, *, compress: bool = True) -> bytes:
    """PDF bytes."""
    from bot.engine.paper.page import Paper

    paper = Paper(facts, compress=compress)
    paper.add_page()
    paper.say(MARGIN, paper.at + 6, facts.title, WIDTH, 17, bold=True)
    paper.at += 10
    for line in facts.lead:
        paper.say(MARGIN, paper.at + 3.5, line, WIDTH, 10, ink=QUIET)
        paper.at += LEAD
    paper.at += 2
    _heads(paper)
    for name, people in facts.groups:
        _group(paper, name, people)
    _group(paper, facts.others, (Signer("", ""),) * BLANK)
    if paper.keep(CERTIFIED):
        _again(paper)
    paper.say(MARGIN, paper.at + 10, facts.certified, WIDTH, 10)
    return bytes(paper.output())


def _again(paper: Paper[SignIn]) -> None:
    """A page that lies alone says what was signed on it."""
    said = " · ".join((paper.facts.title, *paper.facts.lead[:1]))
    paper.say(MARGIN, paper.at + 4, said, WIDTH, 10, bold=True)
    paper.at += LEAD + 3


def _heads(paper: Paper[SignIn]) -> None:
    paper.set_fill_color(*PALE)
    paper.rect(MARGIN, paper.at, WIDTH, HEAD, style="F")
    left = MARGIN
    for wide, words in zip(COLUMNS, paper.facts.columns, strict=True):
        paper.say(left + 1, paper.at + 4.8, words, wide, 8.5, bold=True, ink=QUIET)
        left += wide
    paper.at += HEAD


def _group(paper: Paper[SignIn], name: str, people: tuple[Signer, ...]) -> None:
    """Its name is never alone at the foot of a page, and comes again on the next."""
    if paper.keep(GROUP + ROW):
        _again(paper)
        _heads(paper)
    _name(paper, name)
    for one in people:
        if paper.keep(ROW):
            _again(paper)
            _heads(paper)
            _name(paper, name)
        _row(paper, one)


def _name(paper: Paper[SignIn], name: str) -> None:
    paper.say(MARGIN + 1, paper.at + 6, name, WIDTH, 10.5, bold=True)
    paper.at += GROUP


def _row(paper: Paper[SignIn], one: Signer) -> None:
    top, left = paper.at, MARGIN
    for wide, words, bold in zip(COLUMNS, (one.name, one.town, one.here, ""),
                                 (True, False, False, False), strict=True):  # fmt: skip
        if words:
            paper.say(left + 1, top + 7, words, wide, 10 if bold else 9, bold=bold)
        left += wide
    paper.rule(top + ROW)
    paper.at += ROW
