"""What a start loads, and how often Python looks for what it can forget."""

import gc
import sys

NEW, YOUNG, OLD = 20_000, 20, 50
"""Objects made, and looks through the younger ones, before each look (`gc.set_threshold`)."""


def load() -> None:
    """Before anything large is loaded. Nothing of it is to be forgotten: until `settle_in` nobody
    looks for that, which is a sixth of a start. A command that runs once ends before it matters.

    Rich and Pygments, which come with typer, draw for a terminal that nobody looks at: structlog
    and httpx load them where they find them (8 MiB, a tenth of a start), and do without elsewhere.
    """
    gc.disable()
    for unused in ("pygments", "rich"):
        sys.modules.setdefault(unused, None)  # type: ignore[arg-type]  # None: «not installed»


def settle_in() -> None:
    """What was loaded to start stays, and is looked through no more.

    An alert to thousands makes thousands of rows at once. With Python's own 700 for the first
    threshold a quarter of that time went into looking through the program again and again.
    """
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW, YOUNG, OLD)
