"""From what was written to one `Settings`, or to everything that is wrong with it."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.settings.document import Document, read
from bot.settings.keys import Key
from bot.settings.kinds import closest
from bot.settings.mistakes import BadSettings, Mistake, line_to_write
from bot.settings.model import Settings
from bot.settings.secret_files import chmod_line
from bot.settings.sources import (
    Gathered,
    from_document,
    from_environ,
    merged,
    secrets_in_clear,
    with_files_read,
)


def load(path: Path | None, environ: Mapping[str, str]) -> Settings:
    """The settings of the file at `path` (none: of the environment alone), overridden by `environ`.

    Raises `BadSettings` with all mistakes at once.
    """
    document = read(path) if path else Document("environment")
    mistakes = list(document.mistakes)
    base = path.parent if path else Path()
    written = from_document(document, base, mistakes)
    given = merged(written, from_environ(environ, mistakes))
    if path and (document.values and secrets_in_clear(given)):
        mistakes += _readable_by_all(path, document, given)
    given = with_files_read(given, mistakes)
    settings, refused = _validated(given, document)
    mistakes += _news(refused, mistakes)
    if settings is None or mistakes:
        raise BadSettings(sorted(mistakes, key=_in_order))
    return settings


def _validated(given: Gathered, document: Document) -> tuple[Settings | None, list[Mistake]]:
    tree: dict[str, dict[str, object]] = {section: {} for section in Settings.model_fields}
    for key, one in given.items():
        tree[key.section][key.name] = one.value
    try:
        return Settings.model_validate(tree), []
    except ValidationError as error:
        skip = "missing" if document.mistakes else ""
        found = [e for e in error.errors(include_url=False) if e["type"] != skip]
        return None, [_mistake(e, given, document) for e in found]


def _news(refused: list[Mistake], known: list[Mistake]) -> list[Mistake]:
    """A key that was refused before, or whose file was, is not called missing as well."""
    said = {m.key.removesuffix("_file") for m in known}
    return [m for m in refused if m.key not in said]


def _in_order(mistake: Mistake) -> tuple[str, int]:
    name, _, number = mistake.where.partition(", line ")
    return name, int(number or 0)


def _readable_by_all(path: Path, document: Document, given: Gathered) -> list[Mistake]:
    chmod = chmod_line(path)
    if chmod is None:
        return []
    keys = " and ".join(str(key) for key in secrets_in_clear(given))
    wrong = f"holds a secret ({keys}), and everyone on this machine can read it"
    return [Mistake(document.name, "", wrong, chmod)]


def _mistake(error: ErrorDetails, given: Gathered, document: Document) -> Mistake:
    key = Key(*map(str, error["loc"][:2]))
    source = given.get(key)
    alone = document.name == "environment"
    where = source.where if source else document.where(*key)
    wrong, value = _words(error, in_file=source is not None and not source.variable)
    line = line_to_write(key, value, variable=source.variable if source else alone)
    return Mistake(where, str(key), wrong, line)


def _words(error: ErrorDetails, *, in_file: bool) -> tuple[str, object]:
    """What is wrong, and a value to write instead if it is better than the key's example."""
    known, unquoted = error.get("ctx", {}), ", without quotes" if in_file else ""
    match error["type"]:
        case "setting":
            return str(known["what"]), known["write"]
        case "missing":
            return "is missing", None
        case "literal_error":
            choices = str(known["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
            return f"is one of: {', '.join(choices)}", closest(str(error["input"]), choices)
        case "greater_than_equal":
            return f"is at least {known['ge']:g}", None
        case "greater_than":
            return f"is more than {known['gt']:g}", None
        case "less_than_equal":
            return f"is at most {known['le']:g}", None
        case "less_than":
            return f"is less than {known['lt']:g}", None
        case "string_too_long":
            return f"has {known['max_length']} characters at most", None
        case "int_type":
            return f"is a whole number{unquoted}", None
        case "float_type":
            return f"is a number with a point{unquoted}", None
        case "tuple_type":
            return "is a list between square brackets", None
        case _:
            return "is text between quotes", None
