"""The roster as a picture: shifts down, posts across, a hatch and a word where someone is
missing."""

from dataclasses import dataclass
from itertools import pairwise

from handlers.staffing.pictures import canvas as sheet
from handlers.staffing.pictures import cells
from handlers.staffing.pictures.canvas import Canvas
from handlers.staffing.pictures.cells import Laid
from handlers.staffing.pictures.frame import BODY, MARGIN, SMALL, foot, head, height, write
from handlers.staffing.pictures.letters import fits, width, wrap
from handlers.staffing.pictures.rosterfacts import Legend, Post, RosterFacts, Row, Sure

USUAL, LEAST = 1080, 720
WHEN, TOTAL, HEAD = 178, 132, 24
NARROWEST, WIDEST = 118, 380
WITH_NAMES = 190
ROW_LEAST, GROUND = 84, 14


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things are: the x of each column's left side, the totals' last, and the right end."""

    lefts: tuple[int, ...]
    right: int

    @property
    def posts(self) -> list[tuple[int, int]]:
        return list(pairwise(self.lefts[1:]))

    @property
    def total(self) -> int:
        return self.lefts[-1]


def draw_roster(facts: RosterFacts) -> bytes:
    """A PNG, 1080 pixels wide unless the posts ask for more or less."""
    grid = _grid(len(facts.posts), names=facts.names)
    wide = grid.right + MARGIN
    laid = [_lay(row, grid) for row in facts.rows]
    heads = _heads(facts.posts, grid)
    above, below = head(facts.frame, wide), foot(facts.frame, wide)
    legend = _legend_lines(facts.legend, wide)
    head_height = max(len(lines) for lines in heads) * 30 + 20
    body = head_height + sum(tall for _, tall in laid)
    legend_height = len(legend) * 44
    spaces = MARGIN // 2 + 20 + 24 + 16 + (0 if facts.frame.secret else MARGIN // 2)
    canvas = Canvas(wide, height(above) + body + legend_height + height(below) + spaces)
    banded = bool(above and above[0].band)
    top = write(canvas, 0 if banded else MARGIN // 2, above) + 20 + (MARGIN // 2 if banded else 0)
    _draw_heads(canvas, grid, heads, facts.total, (top, top + head_height))
    top = _draw_rows(canvas, grid, facts.rows, laid, top + head_height) + 24
    for line in legend:
        _draw_legend(canvas, line, top + 22)
        top += 44
    write(canvas, top + 16, below)
    return canvas.png()


def _grid(posts: int, *, names: bool) -> Grid:
    least = WITH_NAMES if names else NARROWEST
    room = USUAL - 2 * MARGIN - WHEN - TOTAL
    column = min(WIDEST, max(least, room // posts))
    column = max(column, (LEAST - 2 * MARGIN - WHEN - TOTAL) // posts)
    first = MARGIN + WHEN
    lefts = (MARGIN, *(first + column * n for n in range(posts + 1)))
    return Grid(lefts, lefts[-1] + TOTAL)


def _heads(posts: tuple[Post, ...], grid: Grid) -> list[list[str]]:
    """All in full if all fit; else short where they do not."""
    found = []
    for post, (left, right) in zip(posts, grid.posts, strict=True):
        room = right - left - 2 * cells.PAD
        name = post.name if fits(post.name, room, HEAD, bold=True) else post.short
        found.append(wrap(name, room, HEAD, bold=True))
    return found


def _lay(row: Row, grid: Grid) -> tuple[list[Laid | None], int]:
    """The cells of a shift, and how tall the tallest is."""
    laid = [
        cells.lay(cell, right - left) if cell is not None else None
        for cell, (left, right) in zip(row.cells, grid.posts, strict=True)
    ]
    return laid, max([ROW_LEAST, *(one.height for one in laid if one is not None)])


def _draw_heads(
    canvas: Canvas, grid: Grid, heads: list[list[str]], total: str, span: tuple[int, int]
) -> None:
    top, bottom = span
    canvas.plate((MARGIN, top, grid.right, bottom), sheet.NIGHT, radius=GROUND)
    canvas.fill((MARGIN, bottom - GROUND, grid.right, bottom), sheet.NIGHT)
    columns = [*grid.posts, (grid.total, grid.right)]
    for lines, (left, _) in zip([*heads, [total]], columns, strict=True):
        for number, words in enumerate(lines):
            at = (left + cells.PAD, top + 10 + 30 * number + 15)
            canvas.words(at, words, HEAD, bold=True, ink=sheet.PAPER)


def _draw_rows(
    canvas: Canvas,
    grid: Grid,
    rows: tuple[Row, ...],
    laid: list[tuple[list[Laid | None], int]],
    top: int,
) -> int:
    before = ""
    for row, (boxes, tall) in zip(rows, laid, strict=True):
        new_day = row.day != before
        for one, (left, right) in zip(boxes, grid.posts, strict=True):
            cells.draw(canvas, one, (left, top, right, top + tall))
        canvas.fill((MARGIN, top, grid.right, top + (3 if new_day else 1)),
                    sheet.STRONG_RULE if new_day else sheet.RULE)  # fmt: skip
        _draw_when(canvas, row, top, new_day=new_day)
        _draw_total(canvas, row, (grid.total + cells.PAD, top + 42))
        for x in grid.lefts[1:]:
            canvas.fill((x, top, x + 1, top + tall), sheet.RULE)
        before, top = row.day, top + tall
    canvas.fill((MARGIN, top, grid.right, top + 3), sheet.STRONG_RULE)
    return top


def _draw_when(canvas: Canvas, row: Row, top: int, *, new_day: bool) -> None:
    """The day on its first shift only; the hours on each."""
    lines = [(row.day, True)] if new_day else []
    lines += [(words, False) for words in wrap(row.hours, WHEN - 8, HEAD, lines=2)]
    middle = top + 28 if len(lines) > 1 else top + 42
    for words, bold in lines:
        ink = sheet.INK if bold else sheet.QUIET
        canvas.words((MARGIN + 4, middle), words, BODY if bold else HEAD, bold=bold, ink=ink)
        middle += 31


def _draw_total(canvas: Canvas, row: Row, at: tuple[int, int]) -> None:
    """Full: a tick and the count; else the count in red, and the cells say what is missing."""
    left, middle = at
    if row.full:
        canvas.tick((left, middle), 20, sheet.PERSON_INK)
        left += 26
    ink = sheet.PERSON_INK if row.full else sheet.GAP_INK
    canvas.words((left, middle), row.total, cells.WORD, bold=True, ink=ink)


def _legend_lines(legend: Legend, wide: int) -> list[list[tuple[str, str]]]:
    """What each sign means, as many on a line as fit."""
    items = [
        ("AB", legend.coming), (Sure.CONFIRMED.value, legend.confirmed),
        (Sure.OFFERED.value, legend.offered), ("gap", legend.missing),
    ]  # fmt: skip
    lines: list[list[tuple[str, str]]] = [[]]
    left = MARGIN
    for sign, words in (item for item in items if item[1]):
        need = 62 + width(words, SMALL) + 34
        if lines[-1] and left + need > wide - MARGIN:
            lines.append([])
            left = MARGIN
        lines[-1].append((sign, words))
        left += need
    return lines


def _draw_legend(canvas: Canvas, line: list[tuple[str, str]], middle: int) -> None:
    left = MARGIN
    for sign, words in line:
        box = (left, middle - 16, left + 50, middle + 16)
        if sign == "gap":
            canvas.hatch(box)
        elif sign in (Sure.CONFIRMED, Sure.OFFERED):
            offered = sign == Sure.OFFERED
            canvas.plate(box, sheet.PAPER if offered else sheet.PERSON, radius=8,
                         edge=sheet.QUIET if offered else sheet.PERSON)  # fmt: skip
            cells.mark(canvas, Sure(sign), (left + 14, middle))
        else:
            canvas.plate(box, sheet.PERSON, radius=8)
            canvas.words((left + 25, middle), sign, SMALL, bold=True, ink=sheet.PERSON_INK,
                         anchor="mm")  # fmt: skip
        canvas.words((left + 62, middle), words, SMALL, ink=sheet.QUIET)
        left += 62 + width(words, SMALL) + 34
