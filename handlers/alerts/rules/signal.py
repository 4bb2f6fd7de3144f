"""A signal typed as one line: «pénurie | Plus de doliprane pédiatrique | Saint-Aubin»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.field import Kind
from bot.core.plain import clean_lines, fold, fold_town

_WORDS = {
    Kind.SHORTAGE: "penurie rupture manque stock shortage lack",
    Kind.SATURATED: "sature saturee saturation sature service urgences saturated full crowded",
    Kind.UNUSUAL: "inhabituel inhabituels cas anormal unusual cases",
    Kind.AGGRESSION: "agression violence menace aggression assault threat",
    Kind.OTHER: "autre other",
}
_BY_WORD = {word: kind for kind, words in _WORDS.items() for word in words.split()}
MOST = 400
"""Characters."""


@dataclass(frozen=True)
class Signal:
    kind: Kind | None = None
    words: str = ""
    number: int = 0
    town: str = ""

    @property
    def whole(self) -> bool:
        """Unusual cases are a number; all else needs a word."""
        said = self.number > 0 if self.kind is Kind.UNUSUAL else bool(self.words)
        return self.kind is not None and said and bool(self.town)


def missing(found: Signal) -> list[str]:
    """The questions that are to come, for «Étape 2 sur 3»."""
    told = {
        "ask-signal-kind": found.kind is not None,
        "ask-signal-number": found.kind is not Kind.UNUSUAL or found.number > 0,
        "ask-signal-words": found.kind is Kind.UNUSUAL or 0 < len(found.words) <= MOST,
        "ask-signal-town": bool(found.town),
    }
    return [question for question, is_told in told.items() if not is_told]


def read(text: str, towns: Sequence[str]) -> Signal:
    """What a line says; what is missing is asked."""
    known = {fold_town(town): town for town in towns}
    found = Signal()
    for piece in (part.strip() for part in re.split(r"[|;\n]+", text) if part.strip()):
        if found.kind is None and (kind := kind_of(piece)) is not None:
            found = replace(found, kind=kind)
        elif not found.town and fold_town(piece) in known:
            found = replace(found, town=known[fold_town(piece)])
        elif found.kind is Kind.UNUSUAL and (number := cases(piece)):
            found = replace(found, number=number)
        else:
            words = f"{found.words} {clean_lines(piece)}".strip()
            found = replace(found, words=words)
    return found if found.kind is not Kind.UNUSUAL else replace(found, words="")


def kind_of(words: str) -> Kind | None:
    """By its first word, or the only one: «pénurie», «service saturé»."""
    told = [_BY_WORD[word] for word in fold(words).split() if word in _BY_WORD]
    return told[0] if told and len(words.split()) <= 3 else None


def cases(words: str) -> int:
    """«12», «12 cas»; 0 for anything else: nothing else is to be said of them."""
    found = re.fullmatch(r"(\d{1,4})(?: cas| cases)?", fold(words).strip(" ."))
    return int(found[1]) if found else 0
