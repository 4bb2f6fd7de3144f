"""The way of a log line, from our own loggers and from other libraries' alike."""

import logging
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.logs.redaction import redact, shape
from bot.logs.tracebacks import rendered, said

SPEAK_FREELY = frozenset({"alembic", "py"})
"""Libraries whose lines are about tables and code, never about people (`py.warnings`)."""

BIGGEST = 100_000
"""A larger number in another library's line may be somebody's telephone or account."""


def with_exception(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Put `error` (its class) and `exception` (the traceback) in the place of `exc_info`."""
    info = event.pop("exc_info", None)
    event.pop("exception", None)
    error = sys.exception() if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["error"] = type(error).__qualname__
        event["exception"] = rendered(error)
    return event


def reworded(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Another library's line: its first line only, with the texts put into it masked."""
    record: logging.LogRecord = event["_record"]
    free = record.name.partition(".")[0] in SPEAK_FREELY
    said_so = str(record.msg) if isinstance(record.msg, str) else masked(record.msg)
    event["event"] = _filled(str(said_so), event.pop("positional_args", None), free)
    event.pop("stack_info", None)
    return event


def _filled(template: str, arguments: object, free: bool) -> str:
    """The template with its arguments; the template alone if they do not fit once masked."""
    first = template.split("\n", 1)[0]
    if not arguments:
        return first
    if not free:
        arguments = _all_masked(arguments)
    try:
        return (template % arguments).split("\n", 1)[0]
    except (TypeError, ValueError, KeyError):
        return first


def _all_masked(arguments: object) -> object:
    if isinstance(arguments, tuple):
        return tuple(masked(a) for a in arguments)
    if isinstance(arguments, dict):
        return {key: masked(value) for key, value in arguments.items()}
    return masked(arguments)


def masked(value: object) -> object:
    """Small numbers, classes and what is safe of an exception; of all else the shape."""
    if isinstance(value, BaseException):
        return said(value)
    if isinstance(value, type):
        return value.__qualname__
    if value is None or (isinstance(value, int | float) and abs(value) <= BIGGEST):
        return value
    return shape(value)


_COMMON: tuple[Processor, ...] = (
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    with_exception,
    redact,
)

OURS: tuple[Processor, ...] = (
    structlog.stdlib.filter_by_level,
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    *_COMMON,
    structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
)

THEIRS: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.ExtraAdder(),
    reworded,
    structlog.stdlib.add_logger_name,
    *_COMMON,
)
