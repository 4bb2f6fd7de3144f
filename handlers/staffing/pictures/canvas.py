"""A sheet to draw on: words, plates, hatches and ticks, with smooth edges."""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from bot.engine.paper.letters import stencil

Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels; right and bottom are outside."""

PAPER: Colour = (255, 255, 255)
INK: Colour = (24, 36, 48)
QUIET: Colour = (84, 97, 110)
RULE: Colour = (222, 228, 233)
STRONG_RULE: Colour = (168, 180, 190)
HEAD: Colour = (238, 243, 246)
NIGHT: Colour = (22, 52, 72)
PERSON: Colour = (220, 238, 236)
PERSON_INK: Colour = (11, 72, 70)
GAP: Colour = (255, 244, 242)
GAP_STRIPE: Colour = (243, 196, 190)
GAP_INK: Colour = (153, 27, 27)
NOTHING: Colour = (246, 248, 249)
DRILL: Colour = (76, 46, 122)

FINE = 4
"""Shapes are drawn this many times too large and reduced: Pillow draws no smooth edges itself."""


class Canvas:
    def __init__(self, width: int, height: int) -> None:
        self.image = Image.new("RGB", (width, height), PAPER)
        self._pen = ImageDraw.Draw(self.image)

    def words(
        self,
        at: tuple[int, int],
        words: str,
        size: int,
        *,
        bold: bool = False,
        ink: Colour = INK,
        anchor: str = "lm",
    ) -> None:
        """`anchor` is Pillow's: horizontally l, m or r; vertically m (middle) or s (baseline)."""
        mask, (left, top) = stencil(words, size, bold=bold, anchor=anchor)
        self.image.paste(ink, (at[0] + left, at[1] + top), mask)

    def fill(self, box: Box, ink: Colour) -> None:
        if box[2] > box[0] and box[3] > box[1]:
            self._pen.rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill=ink)

    def plate(self, box: Box, ink: Colour, *, radius: int = 10, edge: Colour | None = None) -> None:
        """A rectangle with round corners; `edge` draws a line of two pixels around it."""
        size = (box[2] - box[0], box[3] - box[1])
        if edge is not None:
            self.image.paste(edge, box, _rounded(size, radius))
            box = (box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2)
            size, radius = (size[0] - 4, size[1] - 4), radius - 2
        self.image.paste(ink, box, _rounded(size, radius))

    def hatch(self, box: Box) -> None:
        """Stripes: someone is missing here, also for who sees no colours."""
        size = (box[2] - box[0], box[3] - box[1])
        if min(size) > 0:
            self.image.paste(_stripes(*size), box)

    def tick(self, at: tuple[int, int], size: int, ink: Colour) -> None:
        """`at` is the middle of its left side."""
        mask = _tick(size)
        self.image.paste(ink, (at[0], at[1] - size // 2), mask)

    def png(self) -> bytes:
        file = BytesIO()
        self.image.save(file, "PNG", compress_level=2)
        return file.getvalue()


@lru_cache(maxsize=512)
def _rounded(size: tuple[int, int], radius: int) -> Image.Image:
    """Only the corners need to be smooth: the rest of the mask is full."""
    width, height = size
    radius = max(0, min(radius, width // 2, height // 2))
    mask = Image.new("L", size, 255)
    if not radius:
        return mask
    disc = Image.new("L", (2 * radius * FINE, 2 * radius * FINE), 0)
    ImageDraw.Draw(disc).ellipse((0, 0, disc.width - 1, disc.height - 1), fill=255)
    disc = disc.reduce(FINE)
    for x, left in ((0, 0), (radius, width - radius)):
        for y, top in ((0, 0), (radius, height - radius)):
            mask.paste(disc.crop((x, y, x + radius, y + radius)), (left, top))
    return mask


@lru_cache(maxsize=1)
def _tile() -> Image.Image:
    """Stripes that go on seamlessly at each side."""
    side, thick = 22, 5
    tile = Image.new("RGB", (side * FINE, side * FINE), GAP)
    pen = ImageDraw.Draw(tile)
    for shift in (-side, 0, side):
        start, end = (shift - side, 2 * side), (shift + 2 * side, -side)
        dots = [(x * FINE, y * FINE) for x, y in (start, end)]
        pen.line(dots, fill=GAP_STRIPE, width=thick * FINE)
    return tile.reduce(FINE)


@lru_cache(maxsize=64)
def _stripes(width: int, height: int) -> Image.Image:
    tile, sheet = _tile(), Image.new("RGB", (width, height), GAP)
    for left in range(0, width, tile.width):
        for top in range(0, height, tile.height):
            sheet.paste(tile, (left, top))
    return sheet


@lru_cache(maxsize=16)
def _tick(size: int) -> Image.Image:
    big = size * FINE
    mask = Image.new("L", (big, big), 0)
    points = [(0.10, 0.55), (0.38, 0.82), (0.90, 0.22)]
    dots = [(x * big, y * big) for x, y in points]
    pen = ImageDraw.Draw(mask)
    thick = round(big * 0.15)
    pen.line(dots, fill=255, width=thick, joint="curve")
    for x, y in dots:
        pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=255)
    return mask.reduce(FINE)
