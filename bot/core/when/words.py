"""Looks words up: the vocabulary as one table, numbers in words, and slips of the finger."""

from functools import lru_cache

from bot.core.when.tokens import T
from bot.core.when.tree import Per
from bot.core.when.vocabulary import ABOUT, COUNTED, HASTE, LABELS, TABLE, VAGUE


def phrases(text: str) -> list[str]:
    return [p for line in text.splitlines() for p in line.split("|") if p]


UNITS = phrases(
    "zero|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
)
ENGLISH = phrases("zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve")
COUNTS = phrases(
    "deux|trois|quatre|cinq|huit|dix|douze|quinze|vingt|two|three|four|five|eight|ten|twelve"
)
ORDINALS = {
    "premier": 1, "premiere": 1, "premiers": 1, "first": 1, "deuxieme": 2, "deuxiemes": 2,
    "second": 2, "seconde": 2, "troisieme": 3, "troisiemes": 3, "third": 3, "quatrieme": 4,
    "fourth": 4, "cinquieme": 5, "fifth": 5,
}  # fmt: skip
PER = {
    Per.MINUTE: "minute minutes min mins mn mns",
    Per.HOUR: "heure heures h hour hours hr hrs",
    Per.DAY: "jour jours j jrs day days",
    Per.WEEK: "semaine semaines sem week weeks",
    Per.MONTH: "mois month months",
    Per.YEAR: "an ans annee annees year years",
}


def numerals() -> dict[str, int]:
    words = {w: n for n, w in enumerate(UNITS)} | {w: n for n, w in enumerate(ENGLISH)}
    for n in (7, 8, 9):
        words[f"dix {UNITS[n]}"] = 10 + n
    for tens, name in ((20, "vingt"), (30, "trente"), (40, "quarante"), (50, "cinquante")):
        words[name] = tens
        words[f"{name} et un"] = words[f"{name} et une"] = tens + 1
        words |= {f"{name} {UNITS[n]}": tens + n for n in range(2, 10)}
    return words | {"une": 1, "a": 1, "an": 1}


NUMERALS = numerals()
UNIT_OF = {word: unit for unit, words in PER.items() for word in words.split()}
VOCABULARY: dict[str, tuple[T, int]] = {
    **dict.fromkeys(phrases(COUNTED), (T.COUNTED, 0)),
    **dict.fromkeys(phrases(LABELS), (T.LABEL, 0)),
    **{p: (kind, value) for kind, value, words in TABLE for p in phrases(words)},
    **dict.fromkeys(phrases(VAGUE), (T.VAGUE, 0)),
    **dict.fromkeys(phrases(ABOUT), (T.ABOUT, 0)),
    **dict.fromkeys(phrases(HASTE), (T.HASTE, 0)),
    **{p: (T.ORD, rank) for p, rank in ORDINALS.items()},
    **{p: (T.NUM, NUMERALS[p]) for p in COUNTS},
}
LONGEST = max(len(p.split()) for p in VOCABULARY)
ABBREVIATED = frozenset({"vendr", "mercr", "diman", "thurs", "fevr"})
FULL_NAMES = tuple(
    p
    for p, (kind, value) in VOCABULARY.items()
    if len(p) >= 5
    and " " not in p
    and p not in ABBREVIATED
    and (kind in (T.WEEKDAY, T.WEEKDAYS, T.MONTH) or (kind is T.OFFSET and value == 1))
)


@lru_cache(maxsize=4096)
def mistyped(word: str) -> str | None:
    """The day's or month's name that is one slip of the finger away, if there is just one."""
    if len(word) < 5:
        return None
    near = [name for name in FULL_NAMES if name[0] == word[0] and one_slip(word, name)]
    meant = {VOCABULARY[name][1] for name in near}
    return min(near, key=len) if len(meant) == 1 else None


def one_slip(word: str, name: str) -> bool:
    """A letter too many, missing, swapped with its neighbour, or (in long names) another."""
    if abs(len(word) - len(name)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), None)
    if at is None:
        return True
    if len(word) > len(name):
        return word[at + 1 :] == name[at:]
    if len(word) < len(name):
        return word[at:] == name[at + 1 :]
    swapped = word[at : at + 2] == name[at : at + 2][::-1] and word[at + 2 :] == name[at + 2 :]
    return swapped or (len(name) >= 6 and word[at + 1 :] == name[at + 1 :])
