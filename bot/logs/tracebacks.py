"""Exceptions for the log: where they came from, not what they were about.

Messages of exceptions quote values (`KeyError('Ana')`, the parameters of a statement), so only
those that Python itself words, from names in the code or from the operating system, are shown.
"""

import traceback
from collections.abc import Iterator

from bot.logs.scrub import scrub, scrub_known

OURS_TO_SHOW = (AttributeError, ImportError, NameError, NotImplementedError, RecursionError)
DEEPEST = 8


def rendered(error: BaseException) -> str:
    """The traceback with causes, contexts and groups; no local values, no quoted values."""
    return scrub_known("\n".join(_chain(error, 0, set()))).rstrip()


def said(error: BaseException) -> str:
    """The class, and the message if it can hold nobody's words: else how long it was."""
    kind = type(error).__qualname__
    if isinstance(error, OSError) and error.errno is not None:
        return scrub(f"{kind}: [{error.errno}] {error.strerror}")
    message = str(error)
    if type(error) in OURS_TO_SHOW:
        return f"{kind}: {scrub(message)}"
    return f"{kind}: ‹{len(message)} characters›" if message else kind


def _chain(error: BaseException, depth: int, seen: set[int]) -> Iterator[str]:
    if id(error) in seen or depth > DEEPEST:
        return
    seen.add(id(error))
    before, link = error.__cause__, "which was the cause of:"
    if before is None and not error.__suppress_context__:
        before, link = error.__context__, "and while that was handled:"
    if before is not None:
        yield from _chain(before, depth + 1, seen)
        yield link
    yield from (f"{part.rstrip()}" for part in traceback.format_tb(error.__traceback__))
    yield said(error)
    if isinstance(error, BaseExceptionGroup):
        for number, inner in enumerate(error.exceptions, 1):
            yield f"of which number {number}:"
            yield from _chain(inner, depth + 1, seen)
