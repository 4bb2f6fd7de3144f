"""Names and towns as people type them: what is taken, and what is said instead of taking it."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from bot.core import Span, Text
from bot.core.plain import clean, fold

LONGEST = 80


def read_name(said: str) -> str | Text:
    """«Claire Martin»: one clean line with letters in it, or why not."""
    name = clean(said)
    if len(name) > LONGEST:
        return Text("name-long", {"length": len(name), "most": LONGEST})
    if sum(map(str.isalpha, name)) < 2:
        return Text("name-odd")
    return name


@dataclass(frozen=True, slots=True)
class Town:
    """`sure`: it is one of the territory's, or like none of them; else we ask «did you mean»."""

    name: str
    typed: str
    sure: bool


def read_town(said: str, towns: Sequence[str]) -> Town | Text:
    typed = clean(said)
    if len(typed) > LONGEST or sum(map(str.isalpha, typed)) < 2:
        return Text("town-odd", {"example": Span(towns[0] if towns else "Saint-Aubin")})
    known = {_bare(town): town for town in towns}
    if (same := known.get(_bare(typed))) is not None:
        return Town(same, typed, sure=True)
    near = get_close_matches(_bare(typed), known, n=1, cutoff=0.75)
    if near:
        return Town(known[near[0]], typed, sure=False)
    return Town(typed[0].upper() + typed[1:], typed, sure=True)


_SHORT = {"st": "saint", "ste": "sainte", "s": "sur", "ss": "sous", "lès": "les", "lez": "les"}


def _bare(town: str) -> str:
    """«St Aubin s/ Loire» and «Saint-Aubin-sur-Loire» are one town."""
    words = fold(town).replace("-", " ").replace("/", " ").replace("'", " ").split()
    return " ".join(_SHORT.get(word.strip("."), word.strip(".")) for word in words)


def searchable(name: str, town: str) -> str:
    """What a search looks in."""
    return fold(f"{name} {town}")
