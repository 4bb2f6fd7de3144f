"""Which slots a person names: «le 1», «samedi matin», «9 h – 13 h», «les deux», «le 12»."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class SlotName:
    """How a slot can be named by the person who sees it.

    `weekday` 0 is Monday; `part` is "matin", "aprem", "soir" or "nuit"; times are local, and a slot
    that ends before it starts ends on the next day.
    """

    number: int
    weekday: int
    day: date
    start: time
    end: time
    part: str


@dataclass(frozen=True, slots=True)
class Ref:
    """One word or figure that narrows the choice. `many`: said in the plural, or all of them."""

    numbers: frozenset[int]
    kind: str
    many: bool = False
    exactly: int = 0
    """«les deux» holds only where there are two."""


_WEEKDAYS = (
    "lundi lun monday",
    "mardi mar tuesday tue",
    "mercredi mer wednesday wed",
    "jeudi jeu thursday thu",
    "vendredi ven friday fri",
    "samedi sam saturday sat",
    "dimanche dim sunday sun",
)
_WEEKDAY = {word: day for day, words in enumerate(_WEEKDAYS) for word in words.split()}
_PARTS = {
    "matin": "matin", "matinee": "matin", "morning": "matin",
    "apres midi": "aprem", "aprem": "aprem", "apm": "aprem", "afternoon": "aprem",
    "soir": "soir", "soiree": "soir", "evening": "soir",
    "nuit": "nuit", "night": "nuit",
}  # fmt: skip
_MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
_MONTH = {word: number for number, word in enumerate(_MONTHS.split(), 1)}
_COUNT = {"deux": 2, "both": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
_ORDINALS = {
    "premier": 1, "premiere": 1, "1er": 1, "1ere": 1, "1re": 1, "first": 1,
    "deuxieme": 2, "second": 2, "seconde": 2, "2e": 2, "2eme": 2, "2nd": 2, "2nde": 2,
    "troisieme": 3, "3e": 3, "3eme": 3, "third": 3, "quatrieme": 4, "4e": 4, "4eme": 4,
    "dernier": 0, "derniere": 0, "last": 0,
}  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_HOUR = r"\d{1,2} ?(?:h(?:eures?)?(?: ?[0-5]\d(?!\d))?|:[0-5]\d|(?::[0-5]\d)? ?[ap]m)(?![a-z\d])"
_CLOCK = rf"(?:{_HOUR}|\bmidi\b|\bminuit\b|\bnoon\b)"
_OF_THEM = r"(?: (?:creneaux|slots|of them|premiers|jours))?"

PATTERN = re.compile(
    rf"(?P<range>(?:\b(?:de|from) )?(?:{_CLOCK}|\b\d{{1,2}}) ?(?:-|–|—|a|>|→|to|/) ?{_CLOCK}"
    rf"|\b(?:entre|between) (?:{_CLOCK}|\d{{1,2}}) (?:et|and) {_CLOCK})"
    rf"|(?P<time>{_CLOCK}"
    r"|(?:(?<=apres )|(?<=a partir de )|(?<=des )|(?<=after )|(?<=arrive a )|(?<=vers ))"
    r"\d{1,2}(?![\d/]))"
    rf"|(?P<date>\b\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b|\b\d{{1,2}}(?:er)? (?:{_any(_MONTH)})\b)"
    rf"|(?P<all>\b(?:tou(?:te)?s )?(?:les |the |aux )(?:{_any(_COUNT)}|[2-6])\b{_OF_THEM}"
    rf"|\bboth\b{_OF_THEM}"
    r"|\b(?:toute )?la journee(?: entiere)?\b|\bjournee entiere\b|\ball (?:day|of them)\b|\ball\b"
    r"|\b(?:tous|toutes)(?: les (?:creneaux|jours))?\b(?! les)|(?<!du )\btout\b(?! (?:le|la|a"
    r"|de|les)\b))"
    rf"|(?P<ordinal>\b(?:{_any(_ORDINALS)})\b(?! (?:recours|lieu|moment|resort|minute)))"
    rf"|(?P<part>\b(?:{_any(_PARTS)})s?\b)"
    rf"|(?P<weekday>\b(?:{_any(_WEEKDAY)})s?\b\.?)"
    r"|(?P<weekend>\bweek ?ends?\b)"
    r"|(?P<today>\b(?:demain|aujourd hui|tomorrow|today|tonight)\b)"
    r"|(?P<to>\b\d{1,2} ?(?:a|au|to|-|–) ?\d{1,2}\b)"
    r"|(?P<party>\b(?:a|sommes|serons) (?:\d+|deux|trois|quatre)\b(?! ?(?:h|:|[ap]m)))"
    rf"|(?P<dayth>\b(?:le|the) \d{{1,2}}\b(?! ?[h:/]| ?[ap]m| (?:{_any(_MONTH)})))"
    r"|(?P<number>(?<!des )(?<!\d)\d+)"
    r"|(?P<counted>(?<!des )\b(?:deux|trois|quatre|cinq)\b)"
)
"""Over folded text. Its groups name the kinds that `ref` reads."""


def ref(found: re.Match[str], slots: Sequence[SlotName], *, after_day: bool = False) -> Ref:
    """What one match of PATTERN names; a Ref without numbers fits no slot.

    `after_day`: it follows a day of the week, so that «samedi 12» is a date.
    """
    kind, said = found.lastgroup or "", found[0]
    match kind:
        case "weekday":
            return _weekday(said, slots)
        case "part":
            part = _PARTS.get(said) or _PARTS[said[:-1]]
            return _ref(slots, "part", lambda slot: slot.part == part, many=said not in _PARTS)
        case "weekend":
            return _ref(slots, "day", lambda slot: slot.weekday >= 5, many=True)
        case "today":
            return _ref(slots, "today", lambda _: len({s.day for s in slots}) == 1)
        case "date":
            return _date(said, slots)
        case "range":
            return _range(said, slots)
        case "all":
            count = _COUNT.get(said.split()[-1]) or _figure(said)
            return Ref(frozenset(s.number for s in slots), "all", many=True, exactly=count)
        case "ordinal":
            return _ordinal(_ORDINALS[said], slots)
        case "to":
            return _from_to(said, slots)
        case "party":
            return Ref(frozenset(), "party")
        case _:
            return _number(said, slots, after_day=after_day, dated=kind == "dayth")


def clock(said: str) -> time | None:
    """«14 h 30», «14:30», «2 pm», «midi», «14»; None where there is no such time."""
    if said.strip() in ("midi", "noon"):
        return time(12)
    figures = [int(figure) for figure in re.findall(r"\d+", said)]
    if not figures:
        return time(0)
    hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
    if said.rstrip().endswith("pm") and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def at_start(at: time, slots: Sequence[SlotName]) -> Ref:
    """The slots that begin then: «celui de 9 h»."""
    return _ref(slots, "time", lambda slot: slot.start == at)


def _ref(
    slots: Sequence[SlotName], kind: str, fits: Callable[[SlotName], bool], *, many: bool = False
) -> Ref:
    return Ref(frozenset(slot.number for slot in slots if fits(slot)), kind, many)


def _figure(said: str) -> int:
    figures = re.findall(r"\d+", said)
    named = [count for word, count in _COUNT.items() if word in said.split()]
    return int(figures[0]) if figures else next(iter(named), 0)


def _weekday(said: str, slots: Sequence[SlotName]) -> Ref:
    word = said.rstrip(".")
    many = word not in _WEEKDAY
    day = _WEEKDAY[word[:-1] if many else word]
    return _ref(slots, "day", lambda slot: slot.weekday == day, many=many)


def _date(said: str, slots: Sequence[SlotName]) -> Ref:
    figures = [int(figure) for figure in re.findall(r"\d+", said)]
    month = figures[1] if len(figures) > 1 else _MONTH[said.split()[-1]]
    return _ref(slots, "day", lambda s: (s.day.day, s.day.month) == (figures[0], month))


def _range(said: str, slots: Sequence[SlotName]) -> Ref:
    words = re.sub(r"^(?:de|from|entre|between) ", "", said)
    ends = [
        clock(part) for part in re.split(r" ?(?:-|–|—|>|→|/|\ba\b|\bto\b|\bet\b|\band\b) ?", words)
    ]
    return _ref(slots, "time", lambda slot: [slot.start, slot.end] == ends)


def _ordinal(place: int, slots: Sequence[SlotName]) -> Ref:
    in_order = sorted(slot.number for slot in slots)
    fits = in_order[place - 1 : place or None] if place <= len(in_order) else []
    return Ref(frozenset(fits), "number")


def _from_to(said: str, slots: Sequence[SlotName]) -> Ref:
    """«1 à 3» are three slots; «1-2» too, but «1-3» may be two of them."""
    low, high = (int(figure) for figure in re.findall(r"\d+", said))
    numbers = {slot.number for slot in slots}
    sure = "-" not in said and "–" not in said
    wanted = frozenset(range(low, high + 1)) if 0 < high - low < 20 else frozenset()
    fits = wanted <= numbers and (sure or high == low + 1)
    return Ref(wanted if fits else frozenset(), "number", many=True)


def _number(said: str, slots: Sequence[SlotName], *, after_day: bool, dated: bool) -> Ref:
    """A slot's number, unless it can only be, or may as well be, a day of the month."""
    number = _figure(said)
    on_day = frozenset(slot.number for slot in slots if slot.day.day == number)
    is_slot = frozenset({number} & {slot.number for slot in slots})
    if after_day and on_day:
        return Ref(on_day, "day")
    if dated and on_day and is_slot and on_day != is_slot:
        return Ref(frozenset(), "number")
    if dated and on_day and not is_slot:
        return Ref(on_day, "day")
    return Ref(is_slot, "number")
