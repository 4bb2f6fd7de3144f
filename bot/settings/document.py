"""Reads config.toml and keeps the line of every key, which tomllib does not tell."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.settings.mistakes import Mistake

KeyPath = tuple[str, ...]
MOST_SLIPS = 20
"""More of them than this, and the file is something else than a configuration."""


@dataclass(frozen=True, slots=True)
class Document:
    """`values` as tomllib reads them, `lines` by path of keys, and what could not be read."""

    name: str
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[KeyPath, int] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()

    def where(self, *path: str) -> str:
        """«config.toml, line 12»; the line of the section, or none, if the key has none."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.lines:
                return f"{self.name}, line {self.lines[path[:end]]}"
        return self.name


def read(path: Path) -> Document:
    """The document at `path`; lines that are no TOML are mistakes and otherwise left out."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return _unread(path, "there is no such file", f"cp config.example.toml {path}")
    except UnicodeDecodeError:
        return _unread(path, "is not written in UTF-8", "save it again as UTF-8")
    except OSError as error:
        return _unread(path, f"cannot be read: {error.strerror}")
    return parse(path.name, text)


def _unread(path: Path, wrong: str, instead: str | None = None) -> Document:
    return Document(path.name, mistakes=(Mistake(str(path), "", wrong, instead),))


def parse(name: str, text: str) -> Document:
    """Take out one bad statement after the other, so that all of them are told at once."""
    lines = text.replace("\r\n", "\n").split("\n")
    slips: list[Mistake] = []
    for _ in range(MOST_SLIPS):
        try:
            return Document(name, tomllib.loads(_joined(lines)), _positions(lines), tuple(slips))
        except tomllib.TOMLDecodeError as error:
            first, after = _extent(error, lines)
            opened = after > first + 1
            slips.append(_slip(name, first, "unclosed" if opened else str(error), lines))
            lines[first - 1 : after - 1] = [""] * (after - first)
    return Document(name, mistakes=tuple(slips))


def _joined(lines: list[str]) -> str:
    return "\n".join([*lines, ""])


def _extent(error: tomllib.TOMLDecodeError, lines: list[str]) -> tuple[int, int]:
    """The first line of what is wrong, and the first after it that is right again.

    A bracket that is not closed is noticed only at the next key, or at the end.
    """
    found = re.search(r"at line (\d+)", str(error))
    noticed = min(int(found[1]), len(lines)) if found else len(lines) + 1
    begun = next(n for n in range(noticed, 0, -1) if _is_toml(lines[: n - 1]))
    if noticed > len(lines) or re.match(r"\s*([\w.-]+\s*=|\[|$)", lines[noticed - 1]):
        return (begun, noticed) if begun < noticed else (noticed, noticed + 1)
    return noticed, noticed + 1


def _is_toml(lines: list[str]) -> bool:
    try:
        tomllib.loads(_joined(lines))
    except tomllib.TOMLDecodeError:
        return False
    return True


_SLIPS = (
    ("overwrite", "is written twice", "keep one of the two lines"),
    ("twice", "is written twice", "keep one [section] and put its keys together"),
    ("Invalid value", "has a value that cannot be read", 'text stands between quotes: "…"'),
    ("Expected newline", "goes on after its value", 'text stands between quotes: "…"'),
    ("Illegal character", "has a quote that is not closed", 'close it on the same line: "…"'),
    ("Unterminated", "has a quote that is not closed", 'close it on the same line: "…"'),
    ("Unescaped", "has a backslash between quotes", "write it twice, or use single quotes: '…'"),
    ("nclosed", "begins something that is not closed", 'towns = ["…", "…"]'),
    ("Expected '='", "is no «key = value»", 'name = "…"'),
    ("Expected ']'", "has a [ that is not closed", "a section is written [community]"),
)


def _slip(name: str, number: int, said: str, lines: list[str]) -> Mistake:
    """The line itself is not quoted, only its key: what follows may be a secret."""
    key = re.match(r"\s*(\[?[\w.-]{1,40}\]?)\s*(?:=|$)", lines[number - 1], re.ASCII)
    wrong, instead = next(((w, i) for sign, w, i in _SLIPS if sign in said), (said, None))
    return Mistake(f"{name}, line {number}", key[1] if key else "the line", wrong, instead)


def _positions(lines: list[str]) -> dict[KeyPath, int]:
    """The line where each key begins, by reading the document statement by statement."""
    found: dict[KeyPath, int] = {}
    table: KeyPath = ()
    pending: list[str] = []
    for number, line in enumerate(lines, 1):
        pending.append(line)
        try:
            statement = tomllib.loads("\n".join(pending) + "\n")
        except tomllib.TOMLDecodeError:
            continue
        paths = _paths(statement)
        if pending[0].lstrip().startswith("["):
            table = paths[-1]
            paths = [table]
        else:
            paths = [table + path for path in paths]
        for path in paths:
            found.setdefault(path, number - len(pending) + 1)
        pending = []
    return found


def _paths(tree: object) -> list[KeyPath]:
    """All paths of keys in a tree, outer ones first."""
    if not isinstance(tree, dict):
        return []
    return [p for key, sub in tree.items() for p in [(key,), *((key, *q) for q in _paths(sub))]]
