"""The growth as a picture for the docs: milliseconds of processor against rows, both by tens."""

import math

from bench.growth import WHAT, Growth
from bench.table import median

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 740, 400, 60, 230, 20, 44
COLOURS = ("#0b6e4f", "#8a6d00", "#1f4e79", "#b3541e", "#a0305a", "#7b2d8b", "#555555", "#00798c")
LINE = 15
LEAST, MOST = -1, 4
"""Powers of ten of a millisecond: from 0.1 ms to 10 s."""


def drawn(found: Growth) -> str:
    sizes = sorted({size for _, size in found.times})
    lines, heights = [*_frame(sizes)], _apart({what: _y(_last(found, what)) for what in WHAT})
    for (what, name), colour in zip(WHAT.items(), COLOURS, strict=True):
        timed = found.sizes(what)
        points = [(size, (median(found.of(what, size, 1)) or 0) * 1000) for size in timed]
        path = " ".join(f"{_x(size, sizes):.1f},{_y(ms):.1f}" for size, ms in points)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines += [
            f'<circle cx="{_x(size, sizes):.1f}" cy="{_y(ms):.1f}" r="3" fill="{colour}"/>'
            for size, ms in points
        ]
        said = f"{name}: {_last(found, what):.1f} ms"
        lines.append(_text(WIDTH - RIGHT + 10, heights[what] + 4, said, colour))
    style = 'font-family="sans-serif" font-size="12"'
    inside = "\n".join(lines)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {style}>\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>\n{inside}\n</svg>\n'
    )


def _last(found: Growth, what: str) -> float:
    """Milliseconds with the most rows."""
    return (median(found.of(what, found.sizes(what)[-1], 1)) or 0) * 1000


def _apart(heights: dict[str, float]) -> dict[str, float]:
    """From the lowest up, each name at least a line above the one before it."""
    room, found = float(HEIGHT), dict[str, float]()
    for what, height in sorted(heights.items(), key=lambda one: -one[1]):
        room = found[what] = min(height, room - LINE)
    return found


def _frame(sizes: list[int]) -> list[str]:
    lines = []
    for power in range(LEAST, MOST + 1):
        y = _y(10**power)
        lines.append(f'<line x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}" stroke="#dddddd"/>')
        lines.append(_text(6, y + 4, f"{10**power:g} ms"))
    for size in sizes:
        lines.append(_text(_x(size, sizes) - 16, HEIGHT - BOTTOM + 18, f"{size:,}"))
    under = "members, answers, sent messages and waiting newsletters, each"
    lines.append(_text(LEFT, HEIGHT - 8, under))
    return lines


def _x(size: int, sizes: list[int]) -> float:
    span = math.log10(sizes[-1] / sizes[0]) or 1.0
    return LEFT + (WIDTH - LEFT - RIGHT) * math.log10(size / sizes[0]) / span


def _y(ms: float) -> float:
    power = min(max(math.log10(max(ms, 1e-9)), LEAST), MOST)
    return TOP + (HEIGHT - TOP - BOTTOM) * (MOST - power) / (MOST - LEAST)


def _text(x: float, y: float, words: str, colour: str = "#333333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}">{words}</text>'
