"""How a command ends: a code for programs, a sentence for people, never a traceback."""

import functools
from collections.abc import Callable
from enum import IntEnum
from typing import ParamSpec, TypeVar

import typer

from bot.cli import screen

P = ParamSpec("P")
T = TypeVar("T")


class End(IntEnum):
    WELL = 0
    PROBLEM = 1
    USAGE = 2
    CONFIGURATION = 3
    DATABASE = 4
    INTERRUPTED = 130


class Stop(Exception):
    """A command cannot go on. The words say what is wrong and what to type instead."""

    def __init__(self, end: End, words: str) -> None:
        super().__init__(words)
        self.end = end


def ending(command: Callable[P, T]) -> Callable[P, T]:
    """Say why a command stopped, and exit with its code."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except Stop as stop:
            screen.complain(str(stop))
            raise typer.Exit(stop.end) from None
        except KeyboardInterrupt:
            screen.complain("Interrupted.")
            raise typer.Exit(End.INTERRUPTED) from None

    return run
