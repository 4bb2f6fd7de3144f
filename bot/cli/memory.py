"""How often Python looks for what it can forget."""

import gc

NEW, YOUNG, OLD = 20_000, 20, 50
"""Objects made, and looks through the younger ones, before each look (`gc.set_threshold`)."""


def settle_in() -> None:
    """What was loaded to start stays, and is looked through no more.

    An alert to thousands makes thousands of rows at once. With Python's own 700 for the first
    threshold a quarter of that time went into looking through the program again and again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW, YOUNG, OLD)
