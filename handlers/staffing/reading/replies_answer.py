"""What a reply comes to."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum


class Kind(StrEnum):
    YES = "yes"
    SOME = "some"
    MAYBE = "maybe"
    NO = "no"
    LATER_ETA = "later-eta"
    NEED_SLOT = "need-slot"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Reply:
    """YES: every slot seen; SOME: those in `yes` (and `maybe`), not those in `refused`.

    MAYBE with an empty `maybe`, and NEED_SLOT: which of several is to be asked. LATER_ETA: `yes`,
    from `from_time` on. `note` is the text where it says more than the answer. `certain` is False
    where a person should look.
    """

    kind: Kind
    yes: tuple[int, ...] = ()
    maybe: tuple[int, ...] = ()
    no: bool = False
    from_time: time | None = None
    note: str = ""
    certain: bool = True
    refused: tuple[int, ...] = ()
