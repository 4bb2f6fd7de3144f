"""What is wrong with the configuration, said to the person who can mend it."""

import shlex
from dataclasses import dataclass

from bot.settings.keys import FIELDS, Key

__all__ = ["BadSettings", "Mistake", "line_to_write"]


@dataclass(frozen=True, slots=True)
class Mistake:
    """`where` is «config.toml, line 12» or a variable's name; no secret is ever in any of it."""

    where: str
    key: str
    wrong: str
    instead: str | None = None

    def __str__(self) -> str:
        first = (
            f"{self.where}: {self.key} {self.wrong}" if self.key else f"{self.where}: {self.wrong}"
        )
        return f"{first}\n    {self.instead}" if self.instead else first


class BadSettings(Exception):
    """Everything that is wrong, at once."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__(mistakes)
        self.mistakes = mistakes

    def __str__(self) -> str:
        count = len(self.mistakes)
        head = "1 mistake" if count == 1 else f"{count} mistakes"
        return "\n".join([f"{head} in the configuration:", *(f"- {m}" for m in self.mistakes)])


def example(key: Key) -> object:
    """A value that is right for the key."""
    field = FIELDS.get(key)
    return (
        field.examples[0]
        if field and field.examples
        else f"/etc/tocsin/{key.section}_{key.name[:-5]}"
    )


def line_to_write(key: Key, value: object = None, *, variable: bool = False) -> str:
    """The line to type, with `value` or the key's example: `language = "fr"`, `TOCSIN_…=fr`."""
    if value is None:
        value = example(key)
    if variable:
        text = ", ".join(value) if isinstance(value, list) else str(value)
        return f"{key.variable}={shlex.quote(text)}"
    return f"{key.name} = {_toml(value)}"


def _toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_toml(v) for v in value)}]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)
