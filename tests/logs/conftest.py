"""A log whose lines are kept, and things to say into it."""

import io
import json
import logging
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from bot import logs
from bot.settings import Log


class Lines(io.StringIO):
    """What was logged."""

    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.getvalue().splitlines()]

    @property
    def last(self) -> dict[str, Any]:
        return self.objects()[-1]


ours = logs.get("bot.canary")
theirs = logging.getLogger("some.library")


def raised(message: str, kind: type[Exception] = ValueError) -> Exception:
    """An exception with a traceback, a cause, a note and a local value, all saying `message`."""
    try:
        try:
            local = message
            raise KeyError(local)
        except KeyError as cause:
            error = kind(message)
            error.add_note(message)
            raise error from cause
    except kind as error:
        return error


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    handlers, level = logging.root.handlers[:], logging.root.level
    heard = (*logs.OUR_PACKAGES, *logs.QUIET, "alembic.runtime.migration")
    named = {n: logging.getLogger(n).level for n in heard}
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    logging.captureWarnings(False)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    for name, was in named.items():
        logging.getLogger(name).setLevel(was)


@pytest.fixture(params=["json", "console"])
def lines(request: pytest.FixtureRequest) -> Lines:
    out = Lines()
    logs.configure(Log(level="debug", format=request.param), out)
    return out


@pytest.fixture
def as_json() -> Lines:
    out = Lines()
    logs.configure(Log(level="debug", format="json"), out)
    return out
