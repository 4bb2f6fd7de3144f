"""An alert before it is sent: what was understood, as data that a dialog can keep."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.core import audience as audiences
from bot.core.audience import Audience
from bot.core.files import File, pack_file, unpack_file
from bot.core.severity import Severity


class Kind(StrEnum):
    """RELEASE is a «communiqué» for media: to channels only, approved by a second person."""

    ALERT = "alert"
    RELEASE = "release"


@dataclass(frozen=True)
class Draft:
    """`severity` and `audience` are None until somebody has said. `partners` is the text of their
    own that partners get, "" for the same. `minutes` or `until` is how long it stands, neither
    for the usual time. `enough`: so many acknowledgements are enough, 0 for everyone's. `through`
    are platforms on which a room gets it in place of its people one by one. `signal` and `post` are
    what it was made of; `cut` how many characters of it there were, where its words are not all."""

    kind: Kind = Kind.ALERT
    severity: Severity | None = None
    title: str = ""
    words: str = ""
    partners: str = ""
    place: str = ""
    source: str = ""
    audience: Audience | None = None
    minutes: int = 0
    until: datetime | None = None
    enough: int = 0
    drill: bool = False
    file: File | None = None
    through: tuple[str, ...] = ()
    signal: int = 0
    post: int = 0
    cut: int = 0

    @property
    def release(self) -> bool:
        return self.kind is Kind.RELEASE


def pack(draft: Draft) -> dict[str, Any]:
    """As a dialog's row keeps it."""
    return {
        **{name: getattr(draft, name) for name in PLAIN},
        "kind": draft.kind.value,
        "severity": draft.severity.value if draft.severity else None,
        "audience": draft.audience.pack() if draft.audience else None,
        "until": draft.until.isoformat() if draft.until else None,
        "file": pack_file(draft.file),
        "through": list(draft.through),
    }


def unpack(row: dict[str, Any]) -> Draft:
    return Draft(
        **{name: row[name] for name in PLAIN if name in row},
        kind=Kind(row["kind"]),
        severity=Severity(row["severity"]) if row["severity"] else None,
        audience=audiences.unpack(row["audience"]) if row["audience"] else None,
        until=datetime.fromisoformat(row["until"]) if row["until"] else None,
        file=unpack_file(row["file"]),
        through=tuple(row["through"]),
    )


PLAIN = (
    "title", "words", "partners", "place", "source", "minutes", "enough", "drill", "signal", "post",
    "cut",
)  # fmt: skip

MOST = {"title": 100, "words": 900, "partners": 900, "place": 120, "source": 80}
"""Characters; what is longer is asked again, never cut."""

LINES = 5
"""Of the words: a whole message has twelve."""


def with_words(draft: Draft, part: str, words: str) -> Draft:
    """One of the parts that are words (the keys of MOST), said anew."""
    cut = 0 if part == "words" else draft.cut
    return replace(draft, cut=cut, **{part: words})  # type: ignore[arg-type]
