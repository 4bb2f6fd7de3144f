"""One cell of a roster: who comes, as plates that flow, then who is missing."""

from dataclasses import dataclass

from handlers.staffing.pictures import canvas as sheet
from handlers.staffing.pictures.canvas import Box, Canvas
from handlers.staffing.pictures.letters import readable, width, wrap
from handlers.staffing.pictures.rosterfacts import Cell, Sure, Who

PAD, GAP, LETTERS, WORD = 12, 8, 25, 23
PLATE_PAD, TICK = 11, 22
LINE = 30


@dataclass(frozen=True, slots=True)
class Plate:
    """A person, laid out: left and top within the cell."""

    left: int
    top: int
    width: int
    lines: tuple[str, ...]
    sure: Sure

    @property
    def height(self) -> int:
        return len(self.lines) * LINE + 12


@dataclass(frozen=True, slots=True)
class Laid:
    """A cell, laid out for its column."""

    plates: tuple[Plate, ...]
    missing: tuple[str, ...]
    waiting: tuple[str, ...]
    height: int

    @property
    def below(self) -> int:
        """Where the words under the plates begin."""
        return max((p.top + p.height + GAP for p in self.plates), default=PAD)


def lay(cell: Cell, room: int) -> Laid:
    """`room` is the width of the column; the height is what the cell needs at least."""
    plates = _flow(cell.people, room - 2 * PAD)
    missing = _words(cell.missing, room - 2 * PAD - 16, bold=True)
    waiting = _words(cell.waiting, room - 2 * PAD, bold=False)
    laid = Laid(tuple(plates), missing, waiting, 0)
    height = laid.below + (_plate_height(missing) + GAP if missing else 0) + len(waiting) * LINE
    return Laid(laid.plates, missing, waiting, height + PAD - (0 if waiting else GAP))


def _words(words: str, room: int, *, bold: bool) -> tuple[str, ...]:
    return tuple(wrap(words, room, WORD, bold=bold)) if words else ()


def _plate_height(lines: tuple[str, ...]) -> int:
    return len(lines) * LINE + 8


def _flow(people: tuple[Who, ...], room: int) -> list[Plate]:
    """From left to right, then on the next line."""
    plates: list[Plate] = []
    left = top = line_height = 0
    for who in people:
        mark = 0 if who.sure is Sure.COMING else TICK + 6
        most = room - 2 * PLATE_PAD - mark
        lines = tuple(wrap(readable(who.label), most, LETTERS, bold=True, lines=2))
        wide = max(width(words, LETTERS, bold=True) for words in lines) + 2 * PLATE_PAD + mark
        if left and left + wide > room:
            left, top = 0, top + line_height + GAP
            line_height = 0
        plate = Plate(left + PAD, top + PAD, min(room, wide), lines, who.sure)
        plates.append(plate)
        left, line_height = left + plate.width + GAP, max(line_height, plate.height)
    return plates


def draw(canvas: Canvas, laid: Laid | None, box: Box) -> None:
    """None: the shift needs nobody of this post."""
    if laid is None:
        canvas.fill(box, sheet.NOTHING)
        middle = ((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)
        return canvas.words(middle, "–", WORD, ink=sheet.QUIET, anchor="mm")
    if laid.missing:
        canvas.hatch(box)
    for plate in laid.plates:
        _person(canvas, plate, box)
    top = box[1] + laid.below
    if laid.missing:
        top = _missing(canvas, laid.missing, (box[0] + PAD, top)) + GAP
    for words in laid.waiting:
        canvas.words((box[0] + PAD, top + LINE // 2), words, WORD, ink=sheet.QUIET)
        top += LINE
    return None


def _person(canvas: Canvas, plate: Plate, box: Box) -> None:
    left, top = box[0] + plate.left, box[1] + plate.top
    offered = plate.sure is Sure.OFFERED
    paint = sheet.PAPER if offered else sheet.PERSON
    edge = sheet.QUIET if offered else sheet.PERSON
    canvas.plate((left, top, left + plate.width, top + plate.height), paint, edge=edge)
    left += PLATE_PAD
    if plate.sure is not Sure.COMING:
        mark(canvas, plate.sure, (left, top + plate.height // 2))
        left += TICK + 6
    for number, words in enumerate(plate.lines):
        middle = top + 6 + number * LINE + LINE // 2
        canvas.words((left, middle), words, LETTERS, bold=True, ink=sheet.PERSON_INK)


def mark(canvas: Canvas, sure: Sure, at: tuple[int, int]) -> None:
    """A tick once confirmed; a question mark while the seat is offered."""
    if sure is Sure.CONFIRMED:
        canvas.tick(at, TICK, sheet.PERSON_INK)
    elif sure is Sure.OFFERED:
        middle = (at[0] + TICK // 2, at[1])
        canvas.words(middle, "?", LETTERS, bold=True, ink=sheet.QUIET, anchor="mm")


def _missing(canvas: Canvas, lines: tuple[str, ...], at: tuple[int, int]) -> int:
    """«il manque 2» on a plate of its own, to be read on the stripes; returns its lower side."""
    wide = max(width(words, WORD, bold=True) for words in lines) + 16
    box = (at[0], at[1], at[0] + wide, at[1] + _plate_height(lines))
    canvas.plate(box, sheet.PAPER, radius=8, edge=sheet.GAP_INK)
    for number, words in enumerate(lines):
        middle = at[1] + 4 + number * LINE + LINE // 2
        canvas.words((at[0] + 8, middle), words, WORD, bold=True, ink=sheet.GAP_INK)
    return box[3]
