"""Where copies of the database go, and how many are kept."""

from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic.types import StringConstraints

from bot.settings.section import Section

Folder = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]


class Backup(Section):
    """Copies made by `tocsin backup`. They hold names and numbers: keep them where the database
    could be kept, and one of them on another machine."""

    folder: Folder = Field(
        default="backups",
        description="The folder they are put into (relative paths begin where the bot is started).",
        examples=["backups"],
    )
    keep: int = Field(
        default=14,
        ge=1,
        le=1000,
        description="How many are kept; the oldest go once a new one was made and verified. Who"
        " has left is still in the older ones.",
        examples=[14],
    )

    @property
    def path(self) -> Path:
        return Path(self.folder)
