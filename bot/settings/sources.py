"""Gathers what was written, in config.toml and in the environment, with where it was written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.settings.document import Document
from bot.settings.keys import FIELDS, FILES, KNOWN, PREFIX, SECRETS, Key, meant
from bot.settings.kinds import closest
from bot.settings.mistakes import Mistake, line_to_write
from bot.settings.model import Settings
from bot.settings.secret_files import read_secret


@dataclass(frozen=True, slots=True)
class Given:
    """One value as written; `base` is where a relative path in it begins."""

    value: Any
    where: str
    variable: bool
    base: Path


Gathered = dict[Key, Given]


def from_document(document: Document, base: Path, mistakes: list[Mistake]) -> Gathered:
    """What config.toml says. An empty text counts as not written."""
    given: Gathered = {}
    for section, content in document.values.items():
        if section not in Settings.model_fields or not isinstance(content, dict):
            mistakes.append(_no_section(document.where(section), section, content))
            continue
        for name, value in content.items():
            key, where = Key(section, name), document.where(section, name)
            if key not in KNOWN:
                mistakes.append(_unknown(where, key))
            elif value != "":
                given[key] = Given(value, where, False, base)
    return given


def _no_section(where: str, name: str, content: object) -> Mistake:
    if name in Settings.model_fields:
        return Mistake(where, name, "is a section, not a key", f"[{name}]")
    if isinstance(content, dict):
        near = closest(name, Settings.model_fields)
        return Mistake(where, f"[{name}]", "is no section", near and f"[{near}]")
    return _unknown(where, Key("", name))


def _unknown(where: str, key: Key, *, variable: bool = False) -> Mistake:
    near = meant(*key)
    written = str(key) if key.section else key.name
    if near is None:
        return Mistake(where, written, "is no setting", "take it out, or see config.example.toml")
    if near.name == key.name:
        wrong = f"belongs under [{near.section}]"
    else:
        wrong = f"is no setting; {near} probably"
    return Mistake(where, written, wrong, line_to_write(near, variable=variable))


def from_environ(environ: Mapping[str, str], mistakes: list[Mistake]) -> Gathered:
    """What TOCSIN_SECTION__KEY variables say. An empty one counts as not set."""
    given: Gathered = {}
    for variable, text in sorted(environ.items()):
        if not variable.upper().startswith(PREFIX) or not text.strip():
            continue
        section, two, name = variable[len(PREFIX) :].lower().partition("__")
        key = Key(section, name)
        if not two:
            mistakes += _one_underscore(variable)
        elif key not in KNOWN:
            mistakes.append(_unknown(variable, key, variable=True))
        else:
            given[key] = Given(_converted(key, text.strip()), variable, True, Path())
    return given


def _one_underscore(variable: str) -> list[Mistake]:
    """Other programs may have TOCSIN_ variables; only a setting's name gone wrong is a mistake."""
    for key in KNOWN:
        if key.variable.replace("__", "_") == variable.upper():
            wrong = "has one underscore after its section; two are needed"
            return [Mistake(variable, str(key), wrong, line_to_write(key, variable=True))]
    return []


def _converted(key: Key, text: str) -> object:
    """A variable is text; numbers and lists are read from it, as far as they can be."""
    kind = FIELDS[key].annotation if key in FIELDS else str
    if kind is int and re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII):
        return int(text)
    if kind is float and re.fullmatch(r"\d{1,9}([.,]\d{1,9})?", text, re.ASCII):
        return float(text.replace(",", "."))
    if kind == tuple[str, ...]:
        return [part.strip().strip("\"'") for part in re.split(r"[,;\n]", text.strip("[]"))]
    return text


def merged(document: Gathered, environ: Gathered) -> Gathered:
    """The environment wins, over a key and over the file named for it alike."""
    settled = {FILES.get(key, key) for key in environ}
    kept = {k: g for k, g in document.items() if FILES.get(k, k) not in settled}
    return kept | environ


def with_files_read(given: Gathered, mistakes: list[Mistake]) -> Gathered:
    """Put what the named files hold in the place of their names."""
    result = {key: value for key, value in given.items() if key not in FILES}
    for file, key in FILES.items():
        if file not in given:
            continue
        source = given[file]
        if key in result:
            wrong = f"and {key.name} are both written"
            mistakes.append(Mistake(source.where, str(file), wrong, "keep one of the two"))
        elif not isinstance(source.value, str):
            example = line_to_write(file, variable=source.variable)
            mistakes.append(Mistake(source.where, str(file), "is the path of a file", example))
        else:
            secret = read_secret(source.base / source.value, source.where, str(file))
            if isinstance(secret, Mistake):
                mistakes.append(secret)
            else:
                result[key] = Given(secret, source.where, source.variable, source.base)
    return result


def secrets_in_clear(given: Gathered) -> list[Key]:
    """The keys of secrets that stand in config.toml itself."""
    return [
        key
        for key in SECRETS
        if key in given
        and not given[key].variable
        and (key.name != "url" or re.search(r"//[^/@]*:[^/]*@|password=", str(given[key].value)))
    ]
