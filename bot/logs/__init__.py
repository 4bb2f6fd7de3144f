"""Structured logs that never hold a text, a name, a number or a token.

`get(__name__)` gives a logger, `configure(settings.log)` once per process says where lines go.
An event is a literal; what changes goes into keys, of which `redaction.ALLOWED` is the list.
"""

import logging
import os
import sys
import threading
from types import TracebackType
from typing import TextIO, cast

import structlog
from structlog.contextvars import bound_contextvars as during
from structlog.stdlib import BoundLogger
from structlog.typing import Processor

from bot.logs.chain import OURS, THEIRS
from bot.logs.redaction import pseudonym
from bot.logs.scrub import scrub
from bot.settings import Log

__all__ = ["BoundLogger", "configure", "during", "get", "pseudonym", "scrub"]

OUR_PACKAGES = ("bot", "handlers", "storage")
QUIET = ("aiohttp.access", "httpcore", "httpx")
"""They log whole addresses, and so tokens, at INFO."""


def get(name: str) -> BoundLogger:
    """A logger that redacts by itself, even before `configure`."""
    logger = structlog.wrap_logger(
        logging.getLogger(name), processors=OURS, wrapper_class=BoundLogger
    )
    return cast(BoundLogger, logger)


def configure(log: Log, stream: TextIO | None = None) -> None:
    """Send every log line of the process to `stream` (stderr), warnings and crashes too."""
    stream = stream or sys.stderr
    handler = _Lines(stream)
    handler.setFormatter(_formatter(log, stream))
    logging.root.handlers[:] = [handler]
    _set_levels(logging.getLevelNamesMapping()[log.level.upper()])
    logging.captureWarnings(True)
    sys.excepthook = _crashed
    threading.excepthook = _thread_crashed
    sys.unraisablehook = _unraisable


class _Lines(logging.StreamHandler[TextIO]):
    def handleError(self, record: logging.LogRecord) -> None:
        """The standard library would print the record with its arguments, unredacted."""
        sys.stderr.write(f"a log line of {record.name} could not be written\n")


def _set_levels(level: int) -> None:
    """Only our own packages are ever heard below WARNING; other libraries log what they send."""
    logging.root.setLevel(max(level, logging.WARNING))
    for name in OUR_PACKAGES:
        logging.getLogger(name).setLevel(level)
    logging.getLogger("alembic.runtime.migration").setLevel(max(level, logging.INFO))
    for name in QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))


def _formatter(log: Log, stream: TextIO) -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _last(log, stream)],
        foreign_pre_chain=THEIRS,
        use_get_message=False,
        pass_foreign_args=True,
    )


def _last(log: Log, stream: TextIO) -> Processor:
    if log.format == "json":
        return structlog.processors.JSONRenderer()
    colours = stream.isatty() and not os.environ.get("NO_COLOR")  # https://no-color.org
    return structlog.dev.ConsoleRenderer(
        colors=colours, exception_formatter=structlog.dev.plain_traceback
    )


def _crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        get("bot").critical("crashed", exc_info=error)


def _thread_crashed(args: threading.ExceptHookArgs) -> None:
    get("bot").critical("a thread crashed", exc_info=args.exc_value)


def _unraisable(args: "sys.UnraisableHookArgs") -> None:
    get("bot").error("an error that nobody could catch", exc_info=args.exc_value)
