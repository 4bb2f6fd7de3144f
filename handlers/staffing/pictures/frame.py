"""What every picture has: a title above, bands that warn, and a foot that says when it was made."""

from dataclasses import dataclass

from bot.engine.paper.letters import wrap
from handlers.staffing.pictures.canvas import DRILL, GAP_INK, INK, PAPER, QUIET, Canvas, Colour

MARGIN = 40
TITLE, BODY, SMALL = 42, 26, 22
"""Pixels; a picture of 1080 pixels is shown at about a third of that on a phone."""


@dataclass(frozen=True, slots=True)
class Frame:
    """`place` stands under the title; `drill` and `secret` are bands, empty when there is none;
    `cut` says what did not fit."""

    title: str
    made: str
    place: str = ""
    drill: str = ""
    secret: str = ""
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block of text; `band` paints its whole width."""

    words: str
    size: int
    bold: bool = False
    ink: Colour = INK
    band: Colour | None = None

    @property
    def height(self) -> int:
        return round(self.size * (1.75 if self.band else 1.32))


def head(frame: Frame, width: int) -> list[Line]:
    """The bands and the title, as lines that fit into `width` pixels."""
    room = width - 2 * MARGIN
    bands = [*_band(frame.drill, room, DRILL), *_band(frame.secret, room, GAP_INK)]
    title = [Line(w, TITLE, bold=True) for w in wrap(frame.title, room, TITLE, bold=True)]
    place = [Line(w, BODY, ink=QUIET) for w in wrap(frame.place, room, BODY)] if frame.place else []
    return [*bands, Line("", 18), *title, *place, Line("", 18)]


def foot(frame: Frame, width: int) -> list[Line]:
    room = width - 2 * MARGIN
    cut = [Line(w, BODY, bold=True) for w in wrap(frame.cut, room, BODY, bold=True)]
    made = [Line(w, SMALL, ink=QUIET) for w in wrap(frame.made, room, SMALL)]
    secret = _band(frame.secret, room, GAP_INK)
    return [Line("", 12), *(cut if frame.cut else []), *made, Line("", 18), *secret]


def _band(words: str, room: int, ink: Colour) -> list[Line]:
    if not words:
        return []
    return [Line(w, BODY, True, PAPER, ink) for w in wrap(words, room, BODY, bold=True)]


def height(lines: list[Line]) -> int:
    return sum(line.height for line in lines)


def write(canvas: Canvas, top: int, lines: list[Line]) -> int:
    """Draw these lines one below the other; returns where the next thing begins."""
    for line in lines:
        if line.band is not None:
            canvas.fill((0, top, canvas.image.width, top + line.height), line.band)
        canvas.words(
            (MARGIN, top + line.height // 2), line.words, line.size, bold=line.bold, ink=line.ink
        )
        top += line.height
    return top
