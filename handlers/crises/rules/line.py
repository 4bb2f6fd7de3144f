"""A crisis in one line: «Canicule | type 2 | préfecture | réf. 2026-114 | réaction»."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.core.crises import TYPES, Origin, Phase, origin, phase
from bot.core.plain import clean, fold

TITLE, REFERENCE, RESULT = 80, 60, 300
"""Characters at most."""

_PARTS = re.compile(r"[|;\n]")
_KIND = re.compile(r"(?:type|plan)?\s*([0-9]{1,3})")
_REFERENCE = re.compile(r"(?:r[ée]f[ée]rence|reference|r[ée]f|ref|n[°ºo])[\s.:°º]+(.+)", re.I)


@dataclass(frozen=True)
class Draft:
    """A crisis before it is opened; None and "" for what was not said. `reference` None: not asked
    yet. `wrong` is a piece that was not understood; `over` how many letters what was too long had,
    by its field."""

    title: str = ""
    kind: int | None = None
    origin: Origin | None = None
    reference: str | None = None
    phase: Phase | None = None
    wrong: str = ""
    over: Mapping[str, int] = field(default_factory=dict)

    @property
    def drill(self) -> bool:
        return self.origin is Origin.DRILL


def read(words: str, *, drill: bool = False) -> Draft:
    """The parts in any order where they can be told apart: the first that is nothing else is the
    title."""
    kind: int | None = None
    asked, stage, reference = (Origin.DRILL if drill else None), None, None
    title, wrong, over = "", "", dict[str, int]()
    for part in (clean(piece) for piece in _PARTS.split(words) if clean(piece)):
        number = _KIND.fullmatch(fold(part))
        named = _REFERENCE.fullmatch(part)
        if number and int(number[1]) in TYPES:
            kind = int(number[1])
        elif (found := phase(part)) is not None:
            stage = found
        elif (meant := origin(part)) is not None:
            asked = asked or meant
        elif named:
            reference = named[1]
        elif not title and not number:
            title = part
        else:
            wrong = wrong or part
    if len(title) > TITLE:
        over["title"], title = len(title), ""
    if reference is not None and len(reference) > REFERENCE:
        over["reference"], reference = len(reference), None
    return Draft(title, kind, asked, reference, stage, wrong[:80], over)


def pack(draft: Draft) -> dict[str, Any]:
    """JSON, for a dialog's row."""
    return {
        "title": draft.title, "kind": draft.kind, "wrong": draft.wrong,
        "over": dict(draft.over),
        "origin": draft.origin and draft.origin.value,
        "reference": draft.reference, "phase": draft.phase and draft.phase.value,
    }  # fmt: skip


def unpack(row: dict[str, Any]) -> Draft:
    return Draft(
        row["title"], row["kind"], Origin(row["origin"]) if row["origin"] else None,
        row["reference"], Phase(row["phase"]) if row["phase"] else None, row["wrong"],
        row.get("over", {}),
    )  # fmt: skip
