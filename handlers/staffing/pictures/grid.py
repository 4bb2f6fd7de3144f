"""Who is free when, as a picture: people down, slots across, what is needed below."""

from bot.engine.paper.letters import cut, readable, width, wrap
from handlers.staffing.pictures import canvas as sheet
from handlers.staffing.pictures.canvas import Box, Canvas
from handlers.staffing.pictures.frame import BODY, MARGIN, SMALL, foot, head, height, write
from handlers.staffing.pictures.gridfacts import Count, GridFacts, Group, Mark, Need

NAMES, COLUMN, WIDEST, LEAST = 300, 88, 130, 1080
HEAD, ROW, GROUP, NEED, LINE, PAD = 106, 46, 48, 46, 28, 10
Item = tuple[Mark | None, str]


def draw_grid(facts: GridFacts) -> bytes:
    """A PNG; as wide as its slots ask for."""
    column = _column(len(facts.slots))
    wide = 2 * MARGIN + NAMES + column * len(facts.slots)
    above, below = head(facts.frame, wide), foot(facts.frame, wide)
    legend = _legend(facts, wide)
    rows = sum(GROUP + ROW * len(group.lines) for group in facts.groups)
    table = HEAD + rows + 12 + sum(_tall(need) for need in facts.needs)
    canvas = Canvas(wide, height(above) + table + 24 + 44 * len(legend) + height(below))
    top = write(canvas, 0, above)
    _draw_head(canvas, facts, column, top)
    top += HEAD
    for group in facts.groups:
        top = _draw_group(canvas, group, column, top)
    top += 12
    for need in facts.needs:
        top = _draw_need(canvas, need, column, top)
    top += 24
    for line in legend:
        _draw_legend(canvas, line, top + 22)
        top += 44
    write(canvas, top, below)
    return canvas.png()


def _column(slots: int) -> int:
    return max(COLUMN, min(WIDEST, (LEAST - 2 * MARGIN - NAMES) // max(1, slots)))


def _left(column: int, at: int) -> int:
    return MARGIN + NAMES + column * at


def _draw_head(canvas: Canvas, facts: GridFacts, column: int, top: int) -> None:
    right = _left(column, len(facts.slots))
    canvas.plate((MARGIN, top, right, top + HEAD), sheet.NIGHT, radius=14)
    canvas.fill((MARGIN, top + HEAD - 14, right, top + HEAD), sheet.NIGHT)
    words = cut(facts.people, NAMES - 2 * PAD, BODY, bold=True)
    canvas.words((MARGIN + PAD, top + HEAD // 2), words, BODY, bold=True, ink=sheet.PAPER)
    for at, slot in enumerate(facts.slots):
        middle = _left(column, at) + column // 2
        for y, label, bold in (
            (22, slot.number, True),
            (54, slot.day, False),
            (82, slot.hour, False),
        ):
            shown = cut(label, column - 4, SMALL, bold=bold)
            canvas.words((middle, top + y), shown, SMALL, bold=bold, ink=sheet.PAPER, anchor="mm")


def _draw_group(canvas: Canvas, group: Group, column: int, top: int) -> int:
    """The profession with its counts, then its people."""
    right = _left(column, len(group.free))
    canvas.fill((MARGIN, top, right, top + GROUP), sheet.HEAD)
    name = cut(readable(group.name), NAMES - 2 * PAD, SMALL + 2, bold=True)
    canvas.words((MARGIN + PAD, top + GROUP // 2), name, SMALL + 2, bold=True)
    for at, words in enumerate(group.free):
        middle = (_left(column, at) + column // 2, top + GROUP // 2)
        canvas.words(middle, words, SMALL, bold=True, anchor="mm")
    top += GROUP
    for line in group.lines:
        name = cut(readable(line.name), NAMES - 2 * PAD, SMALL + 2)
        canvas.words((MARGIN + PAD, top + ROW // 2), name, SMALL + 2)
        for at, mark in enumerate(line.marks):
            left = _left(column, at)
            draw_mark(canvas, mark, (left, top, left + column, top + ROW))
        canvas.fill((MARGIN, top + ROW - 1, right, top + ROW), sheet.RULE)
        top += ROW
    return top


def draw_mark(canvas: Canvas, mark: Mark, box: Box) -> None:
    """Each has a shape of its own: nothing is told by colour alone."""
    left, top, right, bottom = box
    middle = ((left + right) // 2, (top + bottom) // 2)
    inner = (left + 4, top + 4, right - 4, bottom - 5)
    if mark is Mark.FREE:
        canvas.plate(inner, sheet.PERSON, radius=8)
        canvas.tick((middle[0] - 13, middle[1]), 26, sheet.PERSON_INK)
    elif mark is Mark.MAYBE:
        canvas.plate(inner, sheet.PAPER, radius=8, edge=sheet.QUIET)
        canvas.words(middle, "?", BODY, bold=True, ink=sheet.QUIET, anchor="mm")
    elif mark is Mark.NO:
        canvas.words(middle, "–", BODY, bold=True, ink=sheet.QUIET, anchor="mm")
    elif mark is Mark.ELSEWHERE:
        canvas.fill((left + 1, top, right, bottom), sheet.HEAD)


def _draw_need(canvas: Canvas, need: Need, column: int, top: int) -> int:
    """How many are free for a post; a hatch and a sign where that is not enough."""
    bottom = top + _tall(need)
    for number, words in enumerate(_named(need)):
        middle = top + NEED // 2 + number * LINE
        canvas.words((MARGIN + PAD, middle), words, SMALL + 2, bold=True)
    for at, count in enumerate(need.counts):
        left = _left(column, at)
        _draw_count(canvas, count, (left, top, left + column, bottom))
    canvas.fill((MARGIN, bottom - 1, _left(column, len(need.counts)), bottom), sheet.RULE)
    return bottom


def _named(need: Need) -> list[str]:
    return wrap(readable(need.name), NAMES - 2 * PAD, SMALL + 2, bold=True, lines=2)


def _tall(need: Need) -> int:
    return NEED + LINE * (len(_named(need)) - 1)


def _draw_count(canvas: Canvas, count: Count | None, box: Box) -> None:
    middle = ((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)
    if count is None:
        return canvas.words(middle, "–", SMALL, ink=sheet.QUIET, anchor="mm")
    if count.short:
        canvas.hatch((box[0] + 1, box[1], box[2], box[3] - 1))
        wide = width(count.words, SMALL, bold=True) // 2 + 5
        plate = (middle[0] - wide, middle[1] - 17, middle[0] + wide, middle[1] + 17)
        canvas.plate(plate, sheet.PAPER, radius=7, edge=sheet.GAP_INK)
    ink = sheet.GAP_INK if count.short else sheet.PERSON_INK
    return canvas.words(middle, count.words, SMALL, bold=True, ink=ink, anchor="mm")


def _legend(facts: GridFacts, wide: int) -> list[list[Item]]:
    """What each sign on this picture means, as many on a line as fit."""
    legend = facts.legend
    marks = {mark for group in facts.groups for line in group.lines for mark in line.marks}
    said = (legend.free, legend.maybe, legend.no, legend.silent, legend.elsewhere)
    items: list[Item] = [(m, words) for m, words in zip(Mark, said, strict=True) if m in marks]
    if any(count is not None and count.short for need in facts.needs for count in need.counts):
        items.append((None, legend.short))
    lines: list[list[Item]] = [[]]
    left = MARGIN
    for item in items:
        need = _room(item[1])
        if lines[-1] and left + need > wide - MARGIN:
            lines.append([])
            left = MARGIN
        lines[-1].append(item)
        left += need
    return lines if items else []


def _room(words: str) -> int:
    return 66 + width(words, SMALL) + 32


def _draw_legend(canvas: Canvas, line: list[Item], middle: int) -> None:
    left = MARGIN
    for sign, words in line:
        box = (left, middle - 19, left + 54, middle + 19)
        if sign is None:
            canvas.hatch(box)
        elif sign is Mark.SILENT:
            canvas.plate(box, sheet.PAPER, radius=8, edge=sheet.RULE)
        else:
            draw_mark(canvas, sign, box)
        canvas.words((left + 66, middle), words, SMALL, ink=sheet.QUIET)
        left += _room(words)
