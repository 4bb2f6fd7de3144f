"""The log on paper: A4, dated, a line for each event, with functions and nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.engine.paper.layout import HEAD, LEAD, MARGIN, PALE, POINT, QUIET, WIDTH
from bot.engine.paper.letters import readable, wrap

if TYPE_CHECKING:
    from bot.engine.paper.page import Paper

COLUMNS = (12.0, 34.0, 106.0, 32.0)
"""Number, time, what happened, function: millimetres."""

SIZE, ROW, LONGEST = 9.0, 4.4, 30
"""Points; millimetres from one line to the next; lines of one event at most."""


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    at: str
    words: str
    office: str


@dataclass(frozen=True, slots=True)
class LogPaper:
    """`facts` stand below the title, each on a line of its own; `heads` name the columns."""

    title: str
    community: str
    secret: str
    made: str
    page: str
    lang: str
    at: datetime
    facts: tuple[str, ...]
    heads: tuple[str, str, str, str]
    lines: tuple[Line, ...]


def write_log(log: LogPaper, *, compress: bool = True) -> bytes:
    """PDF bytes."""
    from bot.engine.paper.page import Paper

    paper = Paper(log, compress=compress)
    paper.add_page()
    for piece in _wrapped(log.title, WIDTH, 16, lines=3):
        paper.say(MARGIN, paper.at + 6, piece, WIDTH + 5, 16, bold=True)
        paper.at += 7.5
    paper.at += 2
    for fact in log.facts:
        for piece in _wrapped(fact, WIDTH, 10, lines=8):
            paper.say(MARGIN, paper.at + 3.5, piece, WIDTH + 5, 10, ink=QUIET)
            paper.at += LEAD
    paper.at += 3
    _heads(paper)
    for line in log.lines:
        _line(paper, line)
    return bytes(paper.output())


def _heads(paper: Paper[LogPaper]) -> None:
    paper.set_fill_color(*PALE)
    paper.rect(MARGIN, paper.at, WIDTH, HEAD, style="F")
    left = MARGIN
    for wide, words in zip(COLUMNS, paper.facts.heads, strict=True):
        paper.say(left + 1, paper.at + 4.8, words, wide, 8.5, bold=True, ink=QUIET)
        left += wide
    paper.at += HEAD


def _line(paper: Paper[LogPaper], line: Line) -> None:
    """It is not torn over two pages."""
    words = (str(line.number), line.at, line.words, line.office)
    cells = [
        _wrapped(said, wide - 2, SIZE, lines=LONGEST)
        for said, wide in zip(words, COLUMNS, strict=True)
    ]
    tall = ROW * max(len(pieces) for pieces in cells) + 2.6
    if paper.keep(tall):
        _heads(paper)
    left = MARGIN
    for pieces, wide in zip(cells, COLUMNS, strict=True):
        for number, said in enumerate(pieces):
            paper.say(left + 1, paper.at + 4.4 + ROW * number, said, wide + 3, SIZE)
        left += wide
    paper.rule(paper.at + tall)
    paper.at += tall


def _wrapped(words: str, room: float, size: float, *, lines: int) -> list[str]:
    """`room` in millimetres; letters are measured at 100 for exactness."""
    return wrap(readable(words), max(1, round(room / (size * POINT) * 100)), 100, lines=lines)
