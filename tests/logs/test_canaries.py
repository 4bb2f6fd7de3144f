"""Canaries: nothing that a person wrote, and nothing that lets in, gets into a log line."""

import ast
import asyncio
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot import logs
from bot.settings import Log
from tests.logs.conftest import Lines, ours, raised, theirs

NAME, TEXT = "Ana Pereira-Lopes", "le patient a 39 de fièvre"
TOKEN = "123456789:" + "AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"
PHONES = (
    "06 12 34 56 78",
    "+33612345678",
    "0033 6.12.34.56.78",
    "06-12-34-56-78",
    "+352 621 123 456",
)
NIR = "2 55 08 14 168 025 38"
EMAIL, CODE = "ana.pereira@cpts.example", "q8VJ3n_x0Rk2LpWbYt5s-A"
CANARIES = (NAME, TEXT, TOKEN, *PHONES, NIR, EMAIL, CODE)


LEVELS = ("debug", "info", "warning", "error", "critical", "exception")

PATHS: dict[str, Callable[[str], object]] = {
    "a key not on the list": lambda c: ours.error("happened", text=c),
    "an object not on the list": lambda c: ours.error("happened", person_row={"name": c}),
    "a list under an allowed key": lambda c: ours.error("happened", key=[c]),
    "a bound value": lambda c: ours.bind(member=c).error("happened"),
    "a chat": lambda c: ours.error("happened", chat=c),
    "an argument": lambda c: ours.error("happened to %s", c),
    "an exception": lambda c: ours.error("happened", exc_info=raised(c)),
    "an exception that was faked": lambda c: ours.error("happened", exception=c),
    "a group of exceptions": lambda c: ours.error(
        "happened", exc_info=ExceptionGroup(c, [raised(c), raised(c, LookupError)])
    ),
    "a file's name": lambda c: ours.error("happened", exc_info=OSError(2, "No such file", c)),
    "another library's argument": lambda c: theirs.error("sent %s with %r", c, {"text": c}),
    "another library's named argument": lambda c: theirs.error("sent %(what)s", {"what": c}),
    "another library's second line": lambda c: theirs.error(f"failed\nfuture: {c}"),
    "another library's extra": lambda c: theirs.error("sent", extra={"member": c}),
    "another library's exception": lambda c: theirs.error("failed", exc_info=raised(c)),
    "an exception as a message": lambda c: theirs.error(raised(c)),
    "an exception as an argument": lambda c: theirs.error("failed: %s", raised(c)),
    "another library below WARNING": lambda c: theirs.info(f"sent {c}"),
    "httpx": lambda c: logging.getLogger("httpx").info("HTTP Request: POST %s", c),
    "aiohttp's access log": lambda c: logging.getLogger("aiohttp.access").info(f"GET /{c}"),
}


@pytest.mark.parametrize("canary", CANARIES)
@pytest.mark.parametrize("path", PATHS)
def test_a_canary_sent_through_a_path_does_not_show_up(
    path: str, canary: str, lines: Lines
) -> None:
    PATHS[path](canary)
    assert canary not in lines.getvalue()
    assert "No such file" in lines.getvalue() or path != "a file's name"


@pytest.mark.parametrize("canary", [TOKEN, *PHONES, NIR, EMAIL, CODE, f"/start {CODE}"])
def test_even_a_careless_message_is_scrubbed(canary: str, lines: Lines) -> None:
    ours.error("happened to " + canary, reason=f"refused ({canary})")
    theirs.error(f"connecting to https://api.telegram.org/bot{canary}/getMe?x={canary}")
    assert canary not in lines.getvalue()
    assert "happened to" in lines.getvalue()


def test_a_task_that_died_unseen_says_so_without_its_words(lines: Lines) -> None:
    async def forgotten() -> None:
        async def dies() -> None:
            raise ValueError(NAME)

        task = asyncio.ensure_future(dies())
        await asyncio.sleep(0)
        del task

    asyncio.run(forgotten())
    assert "Task exception was never retrieved" in lines.getvalue()
    assert NAME not in lines.getvalue()


def test_crashes_of_the_process_and_of_threads_go_the_same_way(
    lines: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    error = raised(NAME)
    sys.excepthook(type(error), error, error.__traceback__)
    dying = threading.Thread(target=lambda: int(NAME))
    dying.start()
    dying.join()
    assert "crashed" in lines.getvalue()
    assert "a thread crashed" in lines.getvalue()
    assert NAME not in lines.getvalue() + capsys.readouterr().err


def test_arguments_that_do_not_fit_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    out = Lines()
    logs.configure(Log(format="json"), out)
    theirs.error("only %d", NAME)
    assert out.last["event"] == "only %d"
    assert NAME not in out.getvalue() + capsys.readouterr().err


def test_a_line_that_cannot_be_written_is_not_printed_raw(
    lines: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    lines.close()
    theirs.error("sent %s", NAME)
    assert NAME not in (err := capsys.readouterr().err)
    assert "could not be written" in err


def test_a_logger_redacts_before_anything_is_configured(caplog: pytest.LogCaptureFixture) -> None:
    logs.get("tests.early").error("early", text=NAME, exc_info=raised(NAME))
    assert "early" in caplog.text
    assert NAME not in caplog.text


def _events(tree: ast.AST) -> Iterator[ast.expr]:
    """What is said first in each `log.info(…)`."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="log" | "logger"), attr=level),
                args=[said, *_],
            ) if level in LEVELS:
                yield said


def test_an_event_is_a_literal() -> None:
    """A text put together at the call would slip past the list of keys."""
    root = Path(__file__).parent.parent
    files = [f for package in logs.OUR_PACKAGES for f in (root / package).rglob("*.py")]
    offending = [
        f"{file.relative_to(root)}:{said.lineno}"
        for file in files
        for said in _events(ast.parse(file.read_text(encoding="utf-8")))
        if not isinstance(said, ast.Constant)
    ]
    assert offending == []
    assert len(list(_events(ast.parse("log.info(f'{x}')")))) == 1
