"""Which keys there are, and what an operator probably meant by one that is not."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic.fields import FieldInfo

from bot.settings.kinds import closest
from bot.settings.model import Settings
from bot.settings.section import Section

PREFIX = "TOCSIN_"


class Key(NamedTuple):
    """A key of a section: `[telegram] token`."""

    section: str
    name: str

    def __str__(self) -> str:
        return f"[{self.section}] {self.name}"

    @property
    def variable(self) -> str:
        """Its environment variable: `TOCSIN_TELEGRAM__TOKEN`."""
        return f"{PREFIX}{self.section}__{self.name}".upper()

    @property
    def file(self) -> "Key":
        """The key that names a file holding this one's value."""
        return Key(self.section, f"{self.name}_file")


def _fields() -> Iterator[tuple[Key, FieldInfo]]:
    for section, outer in Settings.model_fields.items():
        kind = outer.annotation
        assert isinstance(kind, type)
        assert issubclass(kind, Section)
        for name, field in kind.model_fields.items():
            yield Key(section, name), field


FIELDS: dict[Key, FieldInfo] = dict(_fields())
SECRETS = [key for key, field in FIELDS.items() if "SecretStr" in str(field.annotation)]
FILES = {key.file: key for key in SECRETS}
KNOWN = [*FIELDS, *FILES]
"""All that may be written, in order; `token_file` beside `token`, and so on."""


def meant(section: str, name: str) -> Key | None:
    """The key that is probably meant: the same name in another section, or one spelt alike."""
    elsewhere = next((key for key in KNOWN if key.name == name), None)
    if elsewhere is not None:
        return elsewhere
    here = closest(name, [key.name for key in KNOWN if key.section == section])
    if here is not None:
        return Key(section, here)
    alike = closest(name, [key.name for key in KNOWN])
    return next((key for key in KNOWN if key.name == alike), None)
