"""Every text in both languages, with the same variables; every key that the code names exists."""

import ast
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Term, VariableReference
from fluent.syntax.visitor import Visitor

from bot.core import Lang
from bot.core.i18n import apart
from bot.engine.wording import EMOJI
from handlers import FEATURES

ROOT = Path(__file__).parent.parent
FOLDERS = {feature.name: feature.texts for feature in FEATURES}
MIDDLE_DOT = re.compile(r"\w[·•‧]\w")
ASKING = {"text", "read", "choice", "several", "yes", "say", "notice", "message"}
NAMING = {"Text", "Refusal", "Unclear"}


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.names.add(node.id.name)


def entries(folder: Path, lang: Lang) -> dict[str, set[str]]:
    """Each key with its variables."""
    words = (folder / f"{lang.value}.ftl").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(words).body:
        assert not isinstance(entry, Junk), f"{folder}/{lang}: {entry.content}"
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice in {folder}/{lang}"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("feature", FOLDERS)
def test_a_text_that_is_read_alone_is_the_one_of_its_file(feature: str, lang: Lang) -> None:
    words, parser = (
        (FOLDERS[feature] / f"{lang.value}.ftl").read_text(encoding="utf-8"),
        FluentParser(),
    )
    whole = {
        one.id.name: one for one in parser.parse(words).body if isinstance(one, Message | Term)
    }
    alone = {key: parser.parse(text).body[0] for key, text in apart(words).items()}
    assert alone.keys() == whole.keys()
    assert [
        key for key, one in whole.items() if not one.equals(alone[key], ["span", "comment"])
    ] == []


def everything(lang: Lang = Lang.FR) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for folder in FOLDERS.values():
        found |= entries(folder, lang)
    return found


@pytest.mark.parametrize("feature", FOLDERS)
def test_both_languages_have_the_same_keys_and_variables(feature: str) -> None:
    """A11Y-1, A11Y-8."""
    french, english = (entries(FOLDERS[feature], lang) for lang in (Lang.FR, Lang.EN))
    assert sorted(french) == sorted(english)
    assert french == english


def test_no_two_features_share_a_key() -> None:
    counted = Counter(key for folder in FOLDERS.values() for key in entries(folder, Lang.FR))
    assert [key for key, times in counted.items() if times > 1] == []


def test_every_command_has_help_in_both_languages() -> None:
    for lang in Lang:
        known = everything(lang)
        missing = [c.name for f in FEATURES for c in f.commands if c.help_key not in known]
        assert missing == []


def test_no_text_writes_with_middle_dots() -> None:
    for folder in FOLDERS.values():
        for lang in Lang:
            words = (folder / f"{lang.value}.ftl").read_text(encoding="utf-8")
            assert MIDDLE_DOT.findall(words) == [], folder


def named_in_code() -> dict[str, str]:
    """Keys given as plain words where a text is named, and the file that does it."""
    found: dict[str, str] = {}
    for file in [*(ROOT / "handlers").rglob("*.py"), *(ROOT / "bot").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            first, called = node.args[0], node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            owner = called.value if isinstance(called, ast.Attribute) else None
            by_owner = name in ASKING and getattr(owner, "id", "") in ("ask", "ctx")
            if (name in NAMING or by_owner) and isinstance(first, ast.Constant):
                found[str(first.value)] = str(file.relative_to(ROOT))
    return found


def test_every_text_that_the_code_names_exists() -> None:
    named = named_in_code()
    assert len(named) > 200
    known = everything()
    assert {key: file for key, file in named.items() if key not in known} == {}


def test_no_text_is_left_that_nothing_says() -> None:
    """A key is said by name, or by a name that the code puts together («help-» and a command)."""
    code = "\n".join(
        file.read_text(encoding="utf-8")
        for folder in ("handlers", "bot")
        for file in (ROOT / folder).rglob("*.py")
    )
    made = re.findall(r'f"([\w-]+-)\{', code)
    unsaid = [
        key
        for key in everything()
        if f'"{key}"' not in code and not any(key.startswith(prefix) for prefix in made)
    ]
    assert unsaid == []


@pytest.mark.parametrize("lang", Lang)
def test_the_simple_display_knows_every_sign_that_a_text_uses(lang: Lang) -> None:
    """A11Y-10: a screen reader read «triangle noir vers la droite» before «Reprendre»."""
    for folder in FOLDERS.values():
        words = EMOJI.sub("", (folder / f"{lang.value}.ftl").read_text(encoding="utf-8"))
        assert {c for c in words if unicodedata.category(c) == "So"} <= {"°"}, folder
