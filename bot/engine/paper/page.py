"""A page of paper with its head and foot.

The library behind it is a tenth of the time of a start: whoever prints loads this then.
"""

from datetime import datetime
from typing import Generic, Protocol, TypeVar

from fpdf import FPDF

from bot.assets import BOLD, REGULAR
from bot.engine.paper.layout import BOTTOM, INK, MARGIN, POINT, QUIET, RED, RULE, TOP, WIDTH, fine
from bot.engine.paper.letters import cut, readable, width


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
        self.text(x, y, cut(readable(words), fine(room - 1.5, size), 100, bold=bold))

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
