"""Paper for those who are not reached by a link: ten cards a page, each with its person's QR."""

from collections.abc import Callable, Sequence
from datetime import date, tzinfo
from io import BytesIO

from fpdf import FPDF

from bot.assets import BOLD, REGULAR
from bot.core import Lang, Span, Text, codes
from bot.core.i18n import Catalog
from handlers.people.importing import Invited
from handlers.people.inviting import qr_png

FONT = "Inter"
PAGE = (210.0, 297.0)
COLUMNS, ROWS = 2, 5
MARGIN = 8.0
CARD = ((PAGE[0] - 2 * MARGIN) / COLUMNS, (PAGE[1] - 2 * MARGIN) / ROWS)
QR = 34.0
"""Millimetres; a telephone reads this from arm's length."""


class Cards:
    """A sheet of cards in one language. `until` is the last day of the invitations."""

    def __init__(self, catalog: Catalog, lang: Lang, zone: tzinfo, until: date) -> None:
        self._catalog, self._lang, self._zone, self._until = catalog, lang, zone, until

    def pdf(self, invited: Sequence[Invited], link: Callable[[str], str]) -> bytes:
        paper = FPDF(format="A4")
        paper.set_auto_page_break(False)
        paper.add_font(FONT, "", REGULAR)
        paper.add_font(FONT, "B", BOLD)
        paper.set_title(self._say("badge-title"))
        paper.set_lang("fr-FR" if self._lang is Lang.FR else "en-GB")
        for number, one in enumerate(invited):
            place = number % (COLUMNS * ROWS)
            if place == 0:
                paper.add_page()
                _cut_lines(paper)
            x = MARGIN + place % COLUMNS * CARD[0]
            y = MARGIN + place // COLUMNS * CARD[1]
            self._card(paper, one, link(one.code), x, y)
        return bytes(paper.output())

    def _card(self, paper: FPDF, one: Invited, link: str, x: float, y: float) -> None:
        picture = BytesIO(qr_png(link))
        paper.image(picture, x=x + 3, y=y + 5, w=QR, h=QR, alt_text=self._say("invite-picture"))
        at, width = x + QR + 5, CARD[0] - QR - 8
        paper.set_xy(at, y + 5)
        size = 12 if len(one.name) <= 24 else 10
        self._line(paper, one.name[:60], width, size=size, style="B")
        self._line(paper, self._say("badge-community"), width, size=9)
        self._line(paper, self._say("badge-how"), width, size=8)
        until = self._say("badge-until", until=self._until)
        self._line(paper, until, width, size=8)
        paper.set_xy(x + 3, y + QR + 6)
        self._line(paper, link[:90], CARD[0] - 6, size=6.5)
        paper.set_x(x + 3)
        self._line(paper, codes.spaced(one.code), CARD[0] - 6, size=8, style="B")
        paper.set_x(x + 3)
        self._line(paper, self._say("badge-private"), CARD[0] - 6, size=7)

    def _line(self, paper: FPDF, words: str, width: float, *, size: float, style: str = "") -> None:
        at = paper.get_x()
        paper.set_font(FONT, style, size)
        paper.multi_cell(width, size * 0.45, words, align="L")
        paper.set_x(at)

    def _say(self, key: str, **args: date | Span) -> str:
        return self._catalog.label(Text(key, args), self._lang, self._zone)


def _cut_lines(paper: FPDF) -> None:
    paper.set_draw_color(150)
    paper.set_dash_pattern(dash=1, gap=1)
    for column in range(COLUMNS + 1):
        x = MARGIN + column * CARD[0]
        paper.line(x, MARGIN, x, PAGE[1] - MARGIN)
    for row in range(ROWS + 1):
        y = MARGIN + row * CARD[1]
        paper.line(MARGIN, y, PAGE[0] - MARGIN, y)
