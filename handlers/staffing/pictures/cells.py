"""One cell of a roster: who comes, as plates that flow, then who is missing."""

from dataclasses import dataclass, replace

from bot.engine.paper.letters import readable, width, wrap
from handlers.staffing.pictures import canvas as sheet
from handlers.staffing.pictures.canvas import Box, Canvas, Colour
from handlers.staffing.pictures.rosterfacts import Cell, Sure, Who

PAD, GAP, LETTERS, NAMES, WORD = 10, 8, 25, 22, 23
PLATE_PAD, TICK, EDGE = 10, 22, 6
LINE = 30


@dataclass(frozen=True, slots=True)
class Plate:
    """A person or a word, laid out: left and top within the cell. `sure` is None for the word
    that says who is missing."""

    left: int
    top: int
    width: int
    lines: tuple[str, ...]
    sure: Sure | None

    @property
    def height(self) -> int:
        return len(self.lines) * LINE + 2 * EDGE

    @property
    def bottom(self) -> int:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Laid:
    """A cell, laid out for its column; `size` is that of people's letters."""

    plates: tuple[Plate, ...]
    waiting: tuple[str, ...]
    size: int

    @property
    def below(self) -> int:
        """Where the words under the plates begin."""
        return max((p.bottom + GAP for p in self.plates), default=PAD)

    @property
    def height(self) -> int:
        """What the cell needs at least."""
        return self.below + len(self.waiting) * LINE + (PAD - 4 if self.waiting else PAD - GAP)

    @property
    def short(self) -> bool:
        return any(plate.sure is None for plate in self.plates)


def lay(cell: Cell, room: int, *, names: bool) -> Laid:
    """`room` is the width of the column."""
    size, inside = NAMES if names else LETTERS, room - 2 * PAD
    loose = [_person(who, inside, size) for who in cell.people]
    if cell.missing:
        loose.append(_missing(cell.missing, inside))
    waiting = tuple(wrap(cell.waiting, inside, WORD)) if cell.waiting else ()
    return Laid(tuple(_flow(loose, inside)), waiting, size)


def _person(who: Who, room: int, size: int) -> Plate:
    mark = 0 if who.sure is Sure.COMING else TICK + 6
    most = room - 2 * PLATE_PAD - mark
    lines = tuple(wrap(readable(who.label), most, size, bold=True))
    wide = max(width(words, size, bold=True) for words in lines) + 2 * PLATE_PAD + mark
    return Plate(0, 0, min(room, wide), lines, who.sure)


def _missing(words: str, room: int) -> Plate:
    lines = tuple(wrap(words, room - 2 * EDGE, WORD, bold=True))
    wide = max(width(line, WORD, bold=True) for line in lines) + 2 * EDGE
    return Plate(0, 0, min(room, wide), lines, None)


def _flow(loose: list[Plate], room: int) -> list[Plate]:
    """From left to right, then on the next line."""
    plates: list[Plate] = []
    left = top = tallest = 0
    for plate in loose:
        if left and left + plate.width > room:
            left, top, tallest = 0, top + tallest + GAP, 0
        plates.append(replace(plate, left=left + PAD, top=top + PAD))
        left, tallest = left + plate.width + GAP, max(tallest, plate.height)
    return plates


def draw(canvas: Canvas, laid: Laid | None, box: Box) -> None:
    """None: the shift needs nobody of this post."""
    if laid is None:
        canvas.fill(box, sheet.NOTHING)
        middle = ((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)
        return canvas.words(middle, "–", WORD, ink=sheet.QUIET, anchor="mm")
    if laid.short:
        canvas.hatch(box)
    for plate in laid.plates:
        _draw_plate(canvas, plate, laid.size, box)
    top = box[1] + laid.below
    for words in laid.waiting:
        canvas.words((box[0] + PAD, top + LINE // 2), words, WORD, ink=sheet.QUIET)
        top += LINE
    return None


def _draw_plate(canvas: Canvas, plate: Plate, size: int, cell: Box) -> None:
    left, top = cell[0] + plate.left, cell[1] + plate.top
    box = (left, top, left + plate.width, top + plate.height)
    paint, edge, ink = _colours(plate.sure)
    canvas.plate(box, paint, radius=9, edge=edge)
    left += EDGE if plate.sure is None else PLATE_PAD
    if plate.sure in (Sure.CONFIRMED, Sure.OFFERED):
        mark(canvas, plate.sure, (left, top + plate.height // 2))
        left += TICK + 6
    for number, words in enumerate(plate.lines):
        middle = top + EDGE + number * LINE + LINE // 2
        canvas.words(
            (left, middle), words, WORD if plate.sure is None else size, bold=True, ink=ink
        )


def _colours(sure: Sure | None) -> tuple[Colour, Colour, Colour]:
    """Paper, edge and ink of a plate."""
    if sure is None:
        return sheet.PAPER, sheet.GAP_INK, sheet.GAP_INK
    if sure is Sure.OFFERED:
        return sheet.PAPER, sheet.QUIET, sheet.PERSON_INK
    return sheet.PERSON, sheet.PERSON, sheet.PERSON_INK


def mark(canvas: Canvas, sure: Sure, at: tuple[int, int]) -> None:
    """A tick once confirmed; a question mark while the seat is offered."""
    if sure is Sure.CONFIRMED:
        canvas.tick(at, TICK, sheet.PERSON_INK)
    elif sure is Sure.OFFERED:
        middle = (at[0] + TICK // 2, at[1])
        canvas.words(middle, "?", LETTERS, bold=True, ink=sheet.QUIET, anchor="mm")
