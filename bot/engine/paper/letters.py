"""Letters as a picture shows them: what the typeface has, how wide it is, where it breaks."""

import re
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from bot.assets import BOLD, REGULAR
from bot.core.plain import clean

Font = ImageFont.FreeTypeFont
ELLIPSIS = "…"


@lru_cache(maxsize=32)
def font(size: int, *, bold: bool = False) -> Font:
    return ImageFont.truetype(
        str(BOLD if bold else REGULAR), size, layout_engine=ImageFont.Layout.BASIC
    )


def readable(words: str) -> str:
    """Without what the typeface cannot draw (emoji, other scripts), which would be empty boxes."""
    seen = "".join(c if _drawn(c) else " " for c in clean(words))
    return re.sub(r" +", " ", seen).strip() or ("?" if words.strip() else "")


@lru_cache(maxsize=4096)
def _drawn(letter: str) -> bool:
    return letter.isspace() or _shape(letter) != _shape("\U0010fffe")


def _shape(letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font(24).getmask(letter)
    return mask.size, bytes(mask)


@lru_cache(maxsize=2048)
def stencil(
    words: str, size: int, *, bold: bool, anchor: str
) -> tuple[Image.Image, tuple[int, int]]:
    """The words as a mask, and where it goes relative to the anchor: drawing letters is what
    takes the time of a picture, and most words stand on it many times."""
    face = font(size, bold=bold)
    left, top, right, bottom = (round(edge) for edge in face.getbbox(words, anchor=anchor))
    mask = Image.new("L", (max(1, right - left), max(1, bottom - top)), 0)
    ImageDraw.Draw(mask).text((-left, -top), words, fill=255, font=face, anchor=anchor)
    return mask, (left, top)


@lru_cache(maxsize=8192)
def width(words: str, size: int, *, bold: bool = False) -> int:
    return round(font(size, bold=bold).getlength(words))


def cut(words: str, room: int, size: int, *, bold: bool = False) -> str:
    """One line, shortened with «…» where it would not fit into `room` pixels."""
    if width(words, size, bold=bold) <= room:
        return words
    kept = words
    while kept and width(kept.rstrip() + ELLIPSIS, size, bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def fits(words: str, room: int, size: int, *, bold: bool = False, lines: int = 3) -> bool:
    """Whether it stands in so many lines without a word being broken."""
    pieces = _pieces(words)
    if any(width(p.strip(), size, bold=bold) > room for p in pieces):
        return False
    return len(_fill(pieces, room, size, bold)) <= lines


def wrap(words: str, room: int, size: int, *, bold: bool = False, lines: int = 3) -> list[str]:
    """Broken between words, at hyphens and strokes, and inside a word only where it cannot fit."""
    pieces = [part for piece in _pieces(words) for part in _short_enough(piece, room, size, bold)]
    filled = _fill(pieces, room, size, bold)
    if len(filled) > lines:
        rest = " ".join(filled[lines - 1 :])
        shown = cut(rest, room, size, bold=bold)
        last = shown if shown.endswith(ELLIPSIS) else cut(shown + ELLIPSIS, room, size, bold=bold)
        filled = [*filled[: lines - 1], last]
    return filled or [""]


def _pieces(words: str) -> list[str]:
    """What may stand on a line of its own, each with the space that follows it."""
    return re.findall(r"[^ \-/]+[\-/]*[ ]*|[\-/]+[ ]*", words)


def _short_enough(piece: str, room: int, size: int, bold: bool) -> list[str]:
    parts = []
    while width(piece.rstrip(), size, bold=bold) > room and len(piece.rstrip()) > 1:
        end = len(piece.rstrip()) - 1
        while end > 1 and width(piece[:end], size, bold=bold) > room:
            end -= 1
        parts.append(piece[:end])
        piece = piece[end:]
    return [*parts, piece]


def _fill(pieces: list[str], room: int, size: int, bold: bool) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if lines and width((lines[-1] + piece).rstrip(), size, bold=bold) <= room:
            lines[-1] += piece
        else:
            lines.append(piece)
    return [line.rstrip() for line in lines]
