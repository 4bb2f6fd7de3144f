"""Both languages say the same things, with the same variables, and nothing is left unsaid."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Term, VariableReference
from fluent.syntax.visitor import Visitor

from bot.core import Lang
from bot.engine import Feature
from handlers import FEATURES

ROOT = Path(__file__).parent.parent
FOLDERS = sorted({f.texts for f in FEATURES} | set((ROOT / "handlers").glob("*/texts")))
SAID = ("say", "notice", "Text", "Refusal", "Unclear")


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


def entries(file: Path) -> dict[str, set[str]]:
    """Every text of a file, with the variables it names."""
    found = {}
    for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, Junk), f"{file}: cannot be read: {entry.content}"
        if isinstance(entry, Message | Term):
            variables = Variables()
            variables.visit(entry)
            assert entry.id.name not in found, f"{file}: {entry.id.name} stands twice"
            found[entry.id.name] = variables.names
    return found


def texts(folder: Path, lang: Lang) -> dict[str, set[str]]:
    return entries(folder / f"{lang.value}.ftl")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.parent.name)
def test_both_languages_have_the_same_texts_with_the_same_variables(folder: Path) -> None:
    french, english = texts(folder, Lang.FR), texts(folder, Lang.EN)
    assert french.keys() ^ english.keys() == set()
    differ = {k: french[k] ^ english[k] for k in french if french[k] != english[k]}
    assert differ == {}


def test_no_text_has_two_owners() -> None:
    owners: dict[str, list[str]] = {}
    for folder in FOLDERS:
        for key in texts(folder, Lang.FR):
            owners.setdefault(key, []).append(folder.parent.name)
    assert {key: who for key, who in owners.items() if len(who) > 1} == {}


@pytest.mark.parametrize("feature", FEATURES, ids=lambda f: f.name)
def test_every_command_has_its_help(feature: Feature) -> None:
    known = texts(feature.texts, Lang.FR)
    assert [c.name for c in feature.commands if c.help_key not in known] == []


def test_every_text_that_code_names_is_there() -> None:
    known = {key for folder in FOLDERS for key in texts(folder, Lang.FR)}
    missing = {
        f"{path.relative_to(ROOT)}:{line} {key}"
        for path in [*(ROOT / "handlers").rglob("*.py"), *(ROOT / "bot/engine").glob("*.py")]
        for line, key in _named(path)
        if key not in known
    }
    assert missing == set()


def _named(path: Path) -> Iterator[tuple[int, str]]:
    """Literal keys of texts: the first argument of whatever says something."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else None
        called = node.func.id if isinstance(node.func, ast.Name) else called
        first = node.args[0]
        if called in SAID and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield node.lineno, first.value
