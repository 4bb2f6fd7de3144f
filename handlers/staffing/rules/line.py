"""A call typed as one line: its parts, told apart by what they are.

«Centre de vaccination | sam 12/12 9h-13h, 13h-18h | 2 médecin, 4 infirmier | Gymnase Pagnol»
Parts are separated by «|», «;» or a new line, in any order where they can be told apart. What
was not understood is a Problem that names the piece; the rest is kept.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import TypeAlias

from bot.core import when
from bot.core.plain import clean, fold
from handlers.staffing.reading.needs import Need, Needs, looks_like_needs, read_needs
from handlers.staffing.rules.draft import Draft, Place, Slot
from handlers.staffing.rules.lengths import not_too_long
from handlers.staffing.rules.understood import Line, Problem, Reader

Flag: TypeAlias = Callable[[Draft], Draft]
_PARTS = re.compile(r"[|;\n]+")
_BEFORE = re.compile(r"^(?:r[ée]ponse\s+)?(?:avant|d'ici|before|by)\s+", re.IGNORECASE)
_CONTACT = re.compile(r"^(?:contact|t[ée]l\.?|tel|appeler|phone)\s*:?\s*(.+)$", re.IGNORECASE)
_MEMBERS = re.compile(
    r"^(?:membres|members|commune|communes|town|towns)\s*:\s*(.+)$", re.IGNORECASE
)
_EXCEPT = re.compile(r"^(?:sauf|except|hors)\s*:?\s+(.+)$", re.IGNORECASE)
_PAID = re.compile(
    r"^(?:pay[ée]e?s?|r[ée]mun[ée]r[ée]e?s?|indemnis[ée]e?s?|paid)\b\s*:?\s*(.*)$", re.I
)
_UNPAID = re.compile(
    r"^(?:non[ -]?(?:pay[ée]e?s?|r[ée]mun[ée]r[ée]e?s?)|b[ée]n[ée]vole|unpaid)$", re.I
)
_PLACE = re.compile(r"^(?:lieu|place|où|ou|à|at|adresse)\s*:\s*(.+)$", re.IGNORECASE)
_TITLE = re.compile(r"^(?:titre|title|objet|quoi)\s*:\s*(.+)$", re.IGNORECASE)


def read(text: str, reader: Reader) -> Line:
    """Everything that a line says. An empty line is an empty draft without problems."""
    pieces = [clean(p) for p in _PARTS.split(text)]
    line = Line(Draft())
    for piece in _leading_flags([p for p in pieces if p]):
        line = _take(line, piece, reader)
    line = not_too_long(line)
    return replace(line, draft=with_needs(line.draft, line.needs))


def _leading_flags(pieces: list[str]) -> list[str]:
    """«urgent» and «exercice» may be the first word of the line, before the title."""
    found: list[str] = []
    while pieces:
        first, _, rest = pieces[0].partition(" ")
        if fold(first.rstrip(":,")) not in FLAGS:
            break
        found.append(first.rstrip(":,"))
        pieces = [rest.strip(), *pieces[1:]] if rest.strip() else pieces[1:]
    return [*found, *pieces]


_COUNTED = re.compile(r"^\d{1,3}\s*x?\s+[^\W\d]\w+(\s\w+)?$")
_STREET = re.compile(
    r"\b(rue|avenue|av|bd|boulevard|place|chemin|impasse|route|bis|ter|quai|street|road)\b", re.I
)

_URGENT: Flag = lambda d: replace(d, urgent=True)  # noqa: E731
_DRILL: Flag = lambda d: replace(d, drill=True)  # noqa: E731
_SURVEY: Flag = lambda d: replace(d, survey=True)  # noqa: E731
_NEIGHBOURS: Flag = lambda d: replace(d, neighbours=True)  # noqa: E731
_EVERYONE: Flag = lambda d: replace(d, everyone=True)  # noqa: E731
_SINGLE: Flag = lambda d: replace(d, single=True)  # noqa: E731
FLAGS: dict[str, Flag] = {
    "urgent": _URGENT, "urgente": _URGENT, "exercice": _DRILL, "drill": _DRILL,
    "sondage": _SURVEY, "dispos": _SURVEY, "survey": _SURVEY,
    "voisins": _NEIGHBOURS, "professions voisines": _NEIGHBOURS, "neighbours": _NEIGHBOURS,
    **dict.fromkeys(("tout le monde", "tous", "everyone", "all"), _EVERYONE),
    **dict.fromkeys(("un seul creneau", "un seul creneau par personne", "un creneau par personne",
                     "one slot each", "one slot per person"), _SINGLE),
}  # fmt: skip


def _take(line: Line, piece: str, reader: Reader) -> Line:
    """One part, as the first kind that it can be."""
    for kind in KINDS:
        taken = kind(line, piece, reader)
        if taken is not None:
            return taken
    return _words(line, piece)


def _flag(line: Line, piece: str, _: Reader) -> Line | None:
    word = fold(piece)
    if word in FLAGS:
        return replace(line, draft=FLAGS[word](line.draft))
    return None


def _named(line: Line, piece: str, reader: Reader) -> Line | None:
    """Parts that say what they are: contact, pay, members, except, place."""
    draft = line.draft
    if _UNPAID.match(piece):
        return replace(line, draft=replace(draft, pay="-"))
    for pattern, use in NAMED.items():
        found = pattern.match(piece)
        if found:
            return replace(line, draft=use(draft, found.group(1).strip()))
    found = _MEMBERS.match(piece)
    if found:
        return _towns(line, found.group(1), reader)
    return None


def _paid(draft: Draft, how: str) -> Draft:
    return replace(draft, pay=how or "+")


NAMED: dict[re.Pattern[str], Callable[[Draft, str], Draft]] = {
    _CONTACT: lambda d, v: replace(d, contact=v),
    _PAID: _paid,
    _PLACE: lambda d, v: replace(d, place=v),
    _TITLE: lambda d, v: replace(d, title=v),
    _EXCEPT: lambda d, v: replace(
        d, excluded=(*d.excluded, *(p.strip() for p in v.split(",") if p.strip()))
    ),
}


def _towns(line: Line, words: str, reader: Reader) -> Line:
    known = {fold(t): t for t in reader.towns}
    asked = [w.strip() for w in re.split(r",| et | and ", words) if w.strip()]
    unknown = [w for w in asked if fold(w) not in known]
    towns = tuple(known[fold(w)] for w in asked if fold(w) in known)
    line = replace(line, draft=replace(line.draft, towns=towns))
    if unknown:
        return line.wrong(Problem("towns", ", ".join(unknown), "unknown-town"))
    return line


def _reply_by(line: Line, piece: str, reader: Reader) -> Line | None:
    found = _BEFORE.match(piece)
    if found is None:
        return None
    reading = when.read(piece[found.end() :], reader.now, reader.zone)
    if reading.kind not in (when.Kind.POINT, when.Kind.RANGE, when.Kind.DAY):
        return line.wrong(Problem("reply_by", piece, str(reading.reason)))
    span = reading.spans[0]
    at = span.end if reading.kind is when.Kind.DAY and span.end else span.start
    return replace(line, draft=replace(line.draft, reply_by=at))


def _slots(line: Line, piece: str, reader: Reader) -> Line | None:
    """Times. A part that holds no date words is not this; one that is wrong is a problem.

    Words beside the times are read on their own: «Centre sam 12/12 9h-13h 4 IDE» is a whole call.
    """
    reading, rest = when.find(piece, reader.now, reader.zone)
    beside = rest if any(c.isalpha() for c in rest) else ""
    if beside and not any(c.isdigit() for c in piece):
        return None  # «Garde de nuit», «Mardi gras» are titles
    if not beside:
        reading = when.slots(piece, reader.now, reader.zone)
    if reading.reason is when.Reason.NO_DATE:
        return None
    before = len(line.problems)
    line = _with_slots(line, piece, reading)
    if len(line.problems) > before:
        return line
    for words in _apart(beside):
        line = _take(line, words, reader)
    return line


def _with_slots(line: Line, piece: str, reading: when.Reading) -> Line:
    spans = tuple((s.start, s.end) for s in reading.spans if s.end is not None)
    if reading.kind in (when.Kind.RANGE, when.Kind.MULTI) and len(spans) == len(reading.spans):
        more = tuple(Slot(start, end) for start, end in spans)
        merged = sorted({*line.draft.slots, *more}, key=lambda s: (s.start, s.end))
        return replace(line, draft=replace(line.draft, slots=tuple(merged)))
    choices = (
        tuple((s.start, s.end) for s in one.spans if s.end is not None)
        for one in reading.readings
        if all(s.end is not None for s in one.spans)
    )
    kept = tuple(choice for choice in choices if choice)
    why = str(reading.reason) or str(when.Reason.NOT_A_SLOT)
    return line.wrong(Problem("slots", piece, why, kept))


def _apart(words: str) -> list[str]:
    """«Centre 4 IDE, 2 MG»: the words, then the people."""
    found = re.match(r"^(\D*?)\s*(\d.*)$", words)
    if found and looks_like_needs(found.group(2)):
        return [part for part in found.groups() if part.strip(" ,:-")]
    return [words.strip(" ,:-")] if words.strip(" ,:-") else []


def _needs(line: Line, piece: str, _: Reader) -> Line | None:
    if not looks_like_needs(piece):
        return None
    found = read_needs(piece)
    titled = line.draft.title or not piece[0].isalpha()
    if isinstance(found, Needs) and not titled and not any(n.posts for n in found.items):
        return None  # «Appel 1» is a title, «IDE x2» is not
    if isinstance(found, Needs):
        return replace(line, needs=(*line.needs, *found.items))
    line = replace(line, needs=(*line.needs, *found.kept))
    return line.wrong(Problem("needs", found.piece, str(found.why)))


def _words(line: Line, piece: str) -> Line:
    """What is nothing else: first the title, then the place."""
    draft = line.draft
    if _COUNTED.match(piece) and not _STREET.search(piece):
        return line.wrong(Problem("needs", piece, "unknown"))
    if not draft.title:
        return replace(line, draft=replace(draft, title=piece))
    if not draft.place:
        return replace(line, draft=replace(draft, place=piece))
    return replace(line, draft=replace(draft, place=f"{draft.place}, {piece}"))


KINDS: tuple[Callable[[Line, str, Reader], Line | None], ...] = (
    _flag, _named, _reply_by, _needs, _slots,
)  # fmt: skip


def with_needs(draft: Draft, needs: Sequence[Need]) -> Draft:
    """Every slot gets its posts: those for its part of the day, and those for all."""
    slots = tuple(
        replace(
            slot,
            places=tuple(
                Place(n.count, n.posts, n.label, n.at_least)
                for n in needs
                if n.when in ("", part_of_day(slot.start))
            ),
        )
        for slot in draft.slots
    )
    return replace(draft, slots=slots, alike=())


def part_of_day(start: datetime) -> str:
    """«matin», «aprem», «soir» or «nuit», by the local hour at which a slot begins."""
    hour = start.time()
    if time(5) <= hour < time(12):
        return "matin"
    if time(12) <= hour < time(18):
        return "aprem"
    return "soir" if time(18) <= hour < time(21, 30) else "nuit"
