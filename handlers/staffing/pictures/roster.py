"""The roster as a picture: shifts down, posts across, a hatch and a word where someone is
missing."""

from dataclasses import dataclass
from itertools import pairwise

from bot.engine.paper.letters import fits, width, wrap
from handlers.staffing.pictures import canvas as sheet
from handlers.staffing.pictures import cells
from handlers.staffing.pictures.canvas import Canvas
from handlers.staffing.pictures.cells import Laid
from handlers.staffing.pictures.frame import BODY, MARGIN, SMALL, foot, head, height, write
from handlers.staffing.pictures.rosterfacts import Post, RosterFacts, Row, Sure

USUAL, LEAST = 1080, 800
WHEN, TOTAL, HEAD = 168, 148, 24
NARROWEST, WIDEST, PERSON = 160, 440, 64
WITH_NAMES, MANY, MANY_WITH_NAMES = 228, 5, 196
ROW_LEAST, GROUND, FIRST = 82, 14, 31


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
    grid = _grid(facts)
    wide = grid.right + MARGIN
    laid = [_lay(row, grid, names=facts.names) for row in facts.rows]
    heads = _heads(facts.posts, grid)
    above, below = head(facts.frame, wide), foot(facts.frame, wide)
    legend = _legend_lines(facts, wide)
    heads_tall = max(len(lines) for lines in heads) * 30 + 20
    table = heads_tall + sum(tall for _, tall in laid)
    canvas = Canvas(wide, height(above) + table + 24 + len(legend) * 44 + height(below))
    top = write(canvas, 0, above)
    _draw_heads(canvas, grid, heads, facts.total, (top, top + heads_tall))
    top = _draw_rows(canvas, grid, facts.rows, laid, top + heads_tall) + 24
    for line in legend:
        _draw_legend(canvas, line, top + 22)
        top += 44
    write(canvas, top, below)
    return canvas.png()


def _grid(facts: RosterFacts) -> Grid:
    """Columns as wide as two lines of initials need, all wider where there is room."""
    columns = [_column(facts, at) for at in range(len(facts.posts))]
    used = 2 * MARGIN + WHEN + TOTAL + sum(columns)
    more = max(0, (USUAL if len(columns) > 2 else LEAST) - used) // len(columns)
    lefts = [MARGIN, MARGIN + WHEN]
    for column in columns:
        lefts.append(lefts[-1] + min(max(column, WIDEST), column + more))
    return Grid(tuple(lefts), lefts[-1] + TOTAL)


def _column(facts: RosterFacts, at: int) -> int:
    if facts.names:
        return WITH_NAMES if len(facts.posts) <= MANY else MANY_WITH_NAMES
    most = max(
        (len(c.people) + bool(c.missing) for r in facts.rows if (c := r.cells[at])), default=1
    )
    return min(WIDEST, max(NARROWEST, 2 * cells.PAD + PERSON * (-(-most // 2) + 1)))


def _heads(posts: tuple[Post, ...], grid: Grid) -> list[list[str]]:
    """All in full if all fit; else short where they do not."""
    found = []
    for post, (left, right) in zip(posts, grid.posts, strict=True):
        room = right - left - 2 * cells.PAD
        name = post.name if fits(post.name, room, HEAD, bold=True) else post.short
        found.append(wrap(name, room, HEAD, bold=True))
    return found


def _lay(row: Row, grid: Grid, *, names: bool) -> tuple[list[Laid | None], int]:
    """The cells of a shift, and how tall the tallest is."""
    laid = [
        cells.lay(cell, right - left, names=names) if cell is not None else None
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
        first = (top + bottom) // 2 - 15 * len(lines)
        for number, words in enumerate(lines):
            at = (left + cells.PAD, first + 30 * number + 15)
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
        _draw_total(canvas, row, (grid.total + cells.PAD, top + FIRST))
        for x in grid.lefts[1:]:
            canvas.fill((x, top, x + 1, top + tall), sheet.RULE)
        before, top = row.day, top + tall
    canvas.fill((MARGIN, top, grid.right, top + 3), sheet.STRONG_RULE)
    return top


def _draw_when(canvas: Canvas, row: Row, top: int, *, new_day: bool) -> None:
    """The day on its first shift only; the hours on each."""
    lines = [(row.day, True)] if new_day else []
    lines += [(words, False) for words in wrap(row.hours, WHEN - 8, HEAD, lines=2)]
    middle = top + FIRST
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


def _legend_lines(facts: RosterFacts, wide: int) -> list[list[tuple[str, str]]]:
    """What each sign on this picture means, as many on a line as fit."""
    shown = [cell for row in facts.rows for cell in row.cells if cell is not None]
    used = {who.sure for cell in shown for who in cell.people}
    legend = facts.legend
    items = [
        (sure.value, words)
        for sure, words in (
            (Sure.COMING, legend.coming),
            (Sure.CONFIRMED, legend.confirmed),
            (Sure.OFFERED, legend.offered),
        )
        if sure in used and words
    ]
    if any(cell.missing for cell in shown):
        items.append(("gap", legend.missing))
    lines: list[list[tuple[str, str]]] = [[]]
    left = MARGIN
    for sign, words in items:
        need = 62 + width(words, SMALL) + 34
        if lines[-1] and left + need > wide - MARGIN:
            lines.append([])
            left = MARGIN
        lines[-1].append((sign, words))
        left += need
    return lines if items else []


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
            canvas.words((left + 25, middle), "AB", SMALL, bold=True, ink=sheet.PERSON_INK,
                         anchor="mm")  # fmt: skip
        canvas.words((left + 62, middle), words, SMALL, ink=sheet.QUIET)
        left += 62 + width(words, SMALL) + 34
