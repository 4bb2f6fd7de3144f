"""What is written on the terminal: plain lines, a little colour where it is welcome."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO, TypeVar

import typer

from bot.core.findings import Finding

T = TypeVar("T")


def say(words: str = "") -> None:
    typer.echo(words)


def complain(words: str) -> None:
    typer.echo(words, err=True)


def coloured(stream: TextIO) -> bool:
    """On a terminal whose owner did not say NO_COLOR (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def mark(ok: bool) -> str:
    sign, colour = ("✓", "green") if ok else ("✗", "red")
    return typer.style(sign, fg=colour) if coloured(sys.stdout) else sign


def show(findings: Iterable[Finding]) -> bool:
    """One line each, and below what is wrong how to mend it. True if all is well."""
    well = True
    for finding in findings:
        say(f"{mark(finding.ok)} {finding.what}: {finding.found}")
        if not finding.ok:
            well = False
            say(f"    {finding.mend}")
    return well


@contextmanager
def counting(label: str, work: Sequence[T]) -> Iterator[Iterable[T]]:
    """Go through `work` below a progress bar; without a terminal, in silence."""
    if not sys.stderr.isatty():
        yield work
        return
    with typer.progressbar(work, label=label, file=sys.stderr) as bar:
        yield bar
