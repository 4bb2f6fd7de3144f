"""Where things stand on a printed page, and in which ink."""

MARGIN, WIDTH, TOP, BOTTOM = 13.0, 184.0, 25.0, 278.0
"""Millimetres on A4; above TOP stands the head, below BOTTOM the foot."""

POINT = 25.4 / 72
"""Millimetres."""

HEAD, GROUP, LEAD = 7.0, 9.0, 5.2
INK, QUIET, RED, PALE, RULE = (
    (24, 36, 48),
    (84, 97, 110),
    (153, 27, 27),
    (238, 243, 246),
    (190, 199, 207),
)


def fine(room: float, size: float) -> int:
    """Millimetres as hundredths of the letters' size, in which widths are measured."""
    return max(1, round(room / (size * POINT) * 100))
