"""The rules of the house that a program can check. Each failure says what to do."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.engine.registry import Registry
from handlers import FEATURES
from tests import durable

ROOT = Path(__file__).parent.parent
FOLDERS = ("bot", "handlers", "storage", "tests")
LONGEST_FILE, LONGEST_FUNCTION = 250, 45

LOOPS = (
    "bot/adapters/matrix/odd.py",
    "bot/adapters/matrix/syncing.py",
    "bot/adapters/matrix/upkeep.py",
    "bot/adapters/telegram/polling.py",
    "bot/adapters/telegram/updates.py",
    "bot/adapters/telegram/webhook.py",
    "bot/cli/several.py",
    "bot/engine/bell.py",
    "bot/engine/dispatch.py",
    "bot/engine/flights.py",
    "bot/engine/leases.py",
    "bot/engine/making.py",
    "bot/engine/outbox.py",
    "bot/engine/render.py",
    "bot/engine/sidedoor.py",
    "bot/engine/timers.py",
    "bot/engine/visiting.py",
    "bot/engine/work.py",
)
"""Where one bad event, card, job or update must not stop the others."""


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders or FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "versions" not in path.parts:
                yield path


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_arrows_point_down() -> None:
    """In a process of its own: import-linter silences every logger that is there."""
    asked = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr


def test_files_are_short() -> None:
    lengths = {name(p): len(p.read_text("utf-8").splitlines()) for p in sources()}
    assert {n: lines for n, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    assert {
        f"{name(path)}:{found.lineno} {found.name}": length
        for path in sources()
        for found in ast.walk(parsed(path))
        if isinstance(found, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (found.end_lineno or 0) - found.lineno + 1) > LONGEST_FUNCTION
    } == {}


def test_every_module_says_why_it_exists() -> None:
    silent = [
        name(path)
        for path in sources("bot", "handlers", "storage")
        if (tree := parsed(path)).body and not ast.get_docstring(tree)
    ]
    assert silent == []


def test_only_the_loops_catch_everything() -> None:
    caught = [
        f"{name(path)}:{found.lineno}"
        for path in sources("bot", "handlers", "storage")
        for found in ast.walk(parsed(path))
        if isinstance(found, ast.ExceptHandler) and _broad(found)
    ]
    assert [place for place in caught if not place.startswith(LOOPS)] == []


def _broad(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    named = {kind.id if isinstance(kind, ast.Name) else "" for kind in kinds if kind is not None}
    return handler.type is None or bool(named & {"Exception", "BaseException"})


def test_rules_are_plain_functions_without_a_clock() -> None:
    found = [
        f"{name(path)}:{getattr(node, 'lineno', 0)}"
        for path in sources("handlers")
        if "rules" in path.parts or path.name == "rules.py"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.AsyncFunctionDef | ast.Await) or _asks_the_time(node)
    ]
    assert found == []


def _asks_the_time(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"now", "today", "utcnow", "monotonic", "perf_counter"}
    )


def test_command_names_fit_both_platforms_and_no_two_commands_share_one() -> None:
    """Telegram: https://core.telegram.org/bots/api#botcommand. Sharing one raises in Registry."""
    commands = {id(c): c for c in Registry(FEATURES).commands.values()}.values()
    names = [n for c in commands for n in (*c.names, *c.english)]
    assert [n for n in names if not re.fullmatch(r"[a-z0-9_]{1,32}", n)] == []


def test_no_name_that_rows_may_hold_was_lost() -> None:
    lost = durable.promised() - durable.kept()
    assert lost == set(), "give the new name aliases=(…) with the old one"


def test_every_name_that_rows_may_hold_is_written_down() -> None:
    new = durable.kept() - durable.promised()
    assert new == set(), "make names"
