"""What comes of taking for good what strangers have sent: one error, instead of any.

nio and what lies under it take data of others for what it should be. Which of a dozen errors comes
of that says nothing, but for its name in the log; so all of them are one here, and nowhere else.
"""

from collections.abc import Iterator
from contextlib import contextmanager


class Odd(Exception):
    """What was sent is no good. It says the kind of the error that this led to."""


@contextmanager
def strange(*known: type[Exception]) -> Iterator[None]:
    """What is done in here is done with what strangers have sent. Raises Odd, for whatever was
    raised; those that are `known` pass as they are."""
    try:
        yield
    except known:
        raise
    except Exception as bug:
        raise Odd(type(bug).__name__) from bug
