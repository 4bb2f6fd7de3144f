"""What stays in a log line, for whom it is coloured, and from which level it is heard."""

import logging
import warnings
from typing import Any

import pytest

from bot import logs
from bot.settings import Log
from tests.logs.conftest import Lines, ours, raised, theirs

NAME = "Ana Pereira-Lopes"
CODE = "q8VJ3n_x0Rk2LpWbYt5s-A"
LEVELS = ("debug", "info", "warning", "error", "critical")


def test_a_space_in_a_key_that_is_no_sentence_betrays_a_name(as_json: Lines) -> None:
    ours.error("happened", kind=NAME, action="staffing.answer")
    assert as_json.last["kind"] == f"‹str {len(NAME)}›"
    assert as_json.last["action"] == "staffing.answer"


def test_a_chat_has_one_pseudonym_throughout(as_json: Lines) -> None:
    ours.info("one", chat="telegram:123456")
    ours.info("two", chat="telegram:123456")
    ours.info("three", chat="telegram:654321")
    one, two, three = (line["chat"] for line in as_json.objects())
    assert one == two == logs.pseudonym("telegram:123456")
    assert three != one


def test_what_an_operator_needs_is_there(as_json: Lines) -> None:
    with logs.during(key="telegram:update:77"):
        ours.warning("send failed", lane="urgent", wait=2.5, attempt=3, permanent=False, seen=None)
    line = as_json.last
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "send failed",
        "level": "warning",
        "logger": "bot.canary",
        "key": "telegram:update:77",
        "lane": "urgent",
        "wait": 2.5,
        "attempt": 3,
        "permanent": False,
        "seen": "‹NoneType›",
    }


def test_a_random_key_of_a_delivery_is_shown_and_a_code_is_not(as_json: Lines) -> None:
    ours.info("sent", delivery=CODE, reason=CODE)
    assert (as_json.last["delivery"], as_json.last["reason"]) == (CODE, "‹code›")


def test_an_exception_shows_its_way_and_its_class_but_nobody_s_words(as_json: Lines) -> None:
    ours.error("job failed", job="staffing.wave", exc_info=raised(NAME))
    line = as_json.last
    assert line["error"] == "ValueError"
    assert 'tests/logs/conftest.py", line' in line["exception"]
    assert line["exception"].splitlines()[-1] == f"ValueError: ‹{len(NAME)} characters›"
    assert "which was the cause of:" in line["exception"]


def test_what_python_or_the_system_says_of_itself_is_shown(as_json: Lines) -> None:
    ours.error("failed", exc_info=AttributeError("'NoneType' object has no attribute 'id'"))
    assert as_json.last["exception"].endswith("'NoneType' object has no attribute 'id'")
    ours.error("failed", exc_info=ConnectionRefusedError(111, "Connection refused"))
    assert as_json.last["exception"] == "ConnectionRefusedError: [111] Connection refused"


def test_the_exception_being_handled_is_found(as_json: Lines) -> None:
    try:
        raise raised(NAME)
    except ValueError:
        ours.exception("failed")
    assert as_json.last["error"] == "ValueError"


def test_an_exception_that_caused_itself_ends(as_json: Lines) -> None:
    one, two = ValueError(), LookupError()
    one.__context__, two.__context__ = two, one
    ours.error("failed", exc_info=one)
    assert as_json.last["exception"].count("ValueError") == 1


def test_other_libraries_keep_numbers_and_classes(as_json: Lines) -> None:
    theirs.warning("retry %d of %d after %s for %s", 2, 5, TimeoutError, 612345678)
    assert as_json.last["event"] == "retry 2 of 5 after TimeoutError for ‹int›"


def test_alembic_says_which_revision_runs(as_json: Lines) -> None:
    logging.getLogger("alembic.runtime.migration").info("Running %s", "upgrade 0001 -> 0002")
    assert as_json.last["event"] == "Running upgrade 0001 -> 0002"


def test_a_line_cannot_be_forged(lines: Lines) -> None:
    ours.info("one\n2026-01-01 two\x1b[31m", reason="three\u2028four\r")
    assert lines.getvalue().count("\n") == 1
    assert "\x1b" not in lines.getvalue()


def test_python_s_warnings_are_lines_too(as_json: Lines) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logs.configure(Log(level="info", format="json"), as_json)
        warnings.warn("old", DeprecationWarning, stacklevel=1)
    assert as_json.last["event"].endswith("DeprecationWarning: old")


@pytest.mark.parametrize(("level", "heard"), [("debug", 5), ("info", 4), ("error", 2)])
def test_the_level_is_ours_and_other_libraries_are_heard_from_warning_on(
    level: Any, heard: int
) -> None:
    out = Lines()
    logs.configure(Log(level=level, format="json"), out)
    for name in LEVELS:
        getattr(ours, name)("said")
    assert len(out.objects()) == heard
    theirs.info("not heard")
    assert len(out.objects()) == heard


class Terminal(Lines):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("out", "no_color", "coloured"),
    [(Terminal, "", True), (Terminal, "1", False), (Lines, "", False)],
)
def test_colours_are_for_a_terminal_and_no_color_is_honoured(
    out: type[Lines], no_color: str, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    stream = out()
    logs.configure(Log(format="console"), stream)
    ours.info("said", count=1)
    assert ("\x1b[" in stream.getvalue()) is coloured
