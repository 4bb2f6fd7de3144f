"""One table for all that was measured."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

HEAD = ("what", "who", "result", "median", "p95", "processor", "ratio", "bar")


@dataclass(frozen=True)
class Row:
    """`result` in the words of the row, with its unit; `median` and `p95` of what one person
    waits, in seconds; `processor`: seconds of it, which a busy machine does not change; `rate`: how
    many a second, where that is compared (see `beside`)."""

    what: str
    who: str
    result: str
    median: float | None = None
    p95: float | None = None
    processor: float | None = None
    ratio: str = ""
    bar: str = ""
    rate: float = 0.0

    def cells(self) -> tuple[str, ...]:
        cpu = "" if self.processor is None else f"{self.processor:.1f} s"
        waits = (_seconds(self.median), _seconds(self.p95))
        return (self.what, self.who, self.result, *waits, cpu, self.ratio, self.bar)


def _seconds(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value * 1000:.0f} ms" if value < 10 else f"{value:.1f} s"


def table(rows: Sequence[Row], foot: Sequence[str]) -> str:
    """As Markdown, its columns aligned."""
    cells = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[n]) for line in cells) for n in range(len(HEAD))]
    lines = [_line(line, widths) for line in cells]
    lines.insert(1, _line(["-" * width for width in widths], widths))
    return "\n".join([*lines, "", *foot])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    told = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(told)} |"


def beside(rows: Sequence[Row]) -> list[Row]:
    """Each peer's row says how many times as fast the first of those who did the same is."""
    first: dict[str, Row] = {}
    found = []
    for row in rows:
        ours = first.setdefault(row.what, row) if row.rate else row
        found.append(row if ours is row else replace(row, ratio=f"{ours.rate / row.rate:.2f} ×"))
    return found


def median(values: Sequence[float]) -> float | None:
    return statistics.median(values) if values else None


def p95(values: Sequence[float]) -> float | None:
    return sorted(values)[int(len(values) * 0.95)] if values else None
