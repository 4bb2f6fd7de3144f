"""The list to phone from, on paper: A4, dated, numbered, with boxes to tick."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from fpdf import FPDF

from bot.assets import BOLD, REGULAR
from bot.engine.paper.letters import cut, readable, width, wrap

MARGIN, WIDTH, TOP, BOTTOM = 13.0, 184.0, 25.0, 278.0
"""Millimetres on A4; above TOP stands the head, below BOTTOM the foot."""

POINT = 25.4 / 72
"""Millimetres."""

ROW, NOTE, HEAD, GROUP, BOX, LEAD = 8.0, 4.2, 7.0, 9.0, 4.0, 5.2
COLUMNS = (52.0, 42.0, 33.0, 28.0)
TICKS = 9.6
INK, QUIET, RED, PALE, RULE = (
    (24, 36, 48),
    (84, 97, 110),
    (153, 27, 27),
    (238, 243, 246),
    (190, 199, 207),
)


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


class Printed(Protocol):
    """What stands on every page, and in the file's own description."""

    @property
    def title(self) -> str: ...
    @property
    def community(self) -> str: ...
    @property
    def secret(self) -> str: ...
    @property
    def made(self) -> str: ...
    @property
    def page(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def at(self) -> datetime: ...


F = TypeVar("F", bound=Printed)


class Paper(FPDF, Generic[F]):
    """Pages, and where on the page we are; fpdf2 calls `header` and `footer`."""

    def __init__(self, facts: F, *, compress: bool) -> None:
        super().__init__(format="A4", unit="mm")
        self.facts = facts
        self.set_compression(compress)
        self.add_font("Inter", "", REGULAR)
        self.add_font("Inter", "B", BOLD)
        self.set_auto_page_break(False)
        self.set_lang(facts.lang)
        self.set_title(facts.title)
        self.set_author(facts.community)
        self.set_subject(facts.secret)
        self.set_creation_date(facts.at)
        self.alias_nb_pages("{pages}")
        self.c_margin = 0
        self.at = TOP

    def header(self) -> None:
        self.say(MARGIN, 17, self.facts.community, WIDTH * 0.55, 10, bold=True)
        secret = width(self.facts.secret, 100, bold=True) * 9 * POINT / 100
        self.say(MARGIN + WIDTH - secret, 17, self.facts.secret, WIDTH, 9, bold=True, ink=RED)
        self.rule(20)
        self.at = TOP

    def footer(self) -> None:
        self.say(MARGIN, BOTTOM + 7, self.facts.made, WIDTH * 0.8, 8.5, ink=QUIET)
        said = self.facts.page.replace("{page}", str(self.page_no()))
        self.set_xy(MARGIN + WIDTH * 0.86, BOTTOM + 3.6)
        self.cell(WIDTH * 0.14, 5, said)

    def say(
        self,
        x: float,
        y: float,
        words: str,
        room: float,
        size: float,
        *,
        bold: bool = False,
        ink: tuple[int, int, int] = INK,
    ) -> None:
        """One line on the baseline `y`, shortened where it is wider than `room`."""
        self.set_text_color(*ink)
        self.set_font("Inter", "B" if bold else "", size)
        self.text(x, y, cut(readable(words), _fine(room - 1.5, size), 100, bold=bold))

    def rule(self, y: float) -> None:
        self.set_draw_color(*RULE)
        self.set_line_width(0.2)
        self.line(MARGIN, y, MARGIN + WIDTH, y)

    def keep(self, height: float) -> bool:
        """Begin a new page if this does not fit; whether it did not."""
        if self.at + height <= BOTTOM:
            return False
        self.add_page()
        return True


def _fine(room: float, size: float) -> int:
    """Millimetres as hundredths of the letters' size, in which widths are measured."""
    return max(1, round(room / (size * POINT) * 100))


def write_phone_list(facts: PhoneList, *, compress: bool = True) -> bytes:
    """PDF bytes."""
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
    return wrap(readable(line), _fine(WIDTH - 2, 10), 100, lines=4)


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
