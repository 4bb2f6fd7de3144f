"""A meeting typed as one line: its parts, told apart by what they are.

«CA de décembre | mar 15/12 20h-21h30 | Maison de santé ou https://visio.example/ca | tous les mois»
Parts are separated by «|», «;» or a new line, in any order. What was not understood is a Problem
that names the piece; the rest is kept.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.core import audience
from bot.core.meetings import Kind
from bot.core.plain import clean, fold
from handlers.meetings.rules.draft import LARGEST, MOST, Draft
from handlers.meetings.rules.pattern import Pattern
from handlers.meetings.rules.reading_reminders import NO_REMINDER, read_reminders
from handlers.meetings.rules.reading_times import read_times, says_when
from handlers.meetings.rules.understood import Line, Reader

_PARTS = re.compile(r"[|;\n]+")
_URL = re.compile(r"https?://[^\s,<>]+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"^[\s,:/()–-]*(?:(?:ou|or|et|and|en|à|a|by|via|online|visio\w*|distance|lien|link|remote)\b"
    r"[\s,:/()–-]*)+|(?:[\s,:/()–-]+(?:ou|or|et|and|en|à|a|visio\w*|distance|lien|link|online)\b)+"
    r"[\s,:/()–-]*$",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    r"^(?:(?:en|in|par|by|à|a)\s+)?(visio(?:conf\w*)?|distance|online|remote|en ligne|ligne|video)$"
)
_TITLE = re.compile(r"^(?:titre|title|objet)\s*:\s*(.+)$", re.IGNORECASE)
_PLACE = re.compile(r"^(?:lieu|place|où|ou|adresse|where)\s*:\s*(.+)$", re.IGNORECASE)
_AGENDA = re.compile(r"^(?:ordre du jour|odj|agenda|programme)\s*:\s*(.+)$", re.IGNORECASE)
_REMIND = re.compile(
    r"^(?:rappels?|reminders?)(?:\s*:\s*|\s+(?=\d|la veille|the day|[jd]\s?-))(.+)$", re.IGNORECASE
)
_LIST = re.compile(r"^(?:la |the )?list(?:e)? .+$", re.IGNORECASE)
_FOR = re.compile(r"^(?:pour|for)\s*:?\s+(.+)$", re.IGNORECASE)
_ROOM = re.compile(
    r"^(?:(?:places?|capacité|capacite|capacity|seats?|max(?:i|imum)?\.?|limit[ée]e?s? à|jauge)"
    r"\s*:?\s*(\d{1,6})(?:\s*(?:places?|personnes?|people|seats?))?"
    r"|(\d{1,6})\s*(?:places?|seats?|personnes max\w*|people max\w*|max\w*))"
    r"(?:\s+(?:sur place|on site|max\w*))?$",
    re.IGNORECASE,
)
_ROOMS = re.compile(r"^(?:places|capacit[ée]|capacity|seats?|jauge)\s*:\s*(\S.*)$", re.IGNORECASE)
KINDS = {
    "reunion": Kind.MEETING, "meeting": Kind.MEETING, "formation": Kind.TRAINING,
    "training": Kind.TRAINING, "exercice": Kind.EXERCISE, "exercise": Kind.EXERCISE,
}  # fmt: skip


def read(text: str, reader: Reader) -> Line:
    """Everything that a line says. An empty line is an empty draft without problems."""
    pieces = [piece for part in _PARTS.split(text) if (piece := clean(part))]
    line = Line(Draft())
    left: list[str] = []
    for piece in pieces:
        taken = _named(line, piece, reader)
        line = taken or line
        left += [] if taken else [piece]
    words, times = _sorted(left, reader)
    for piece in words:
        line = _words(line, piece)
    if times:
        line = _timed(line, "|".join(times), reader)
    return _reminded(_short(_kind(line)), reader, pieces)


def _sorted(pieces: list[str], reader: Reader) -> tuple[list[str], list[str]]:
    """Parts that are words, and those that say when. Words beside times are parts of their own,
    unless another part says when by itself: «CA du 15 décembre» is then a title."""
    read = [one for piece in pieces for one in _cut(piece, reader)]
    alone = any(when and not beside and any(c.isdigit() for c in p) for p, when, beside in read)
    words, times = [], []
    for piece, when, beside in read:
        if not when or (beside and (alone or not any(c.isdigit() for c in piece))):
            words.append(piece)
            continue
        times.append(piece)
        words += [beside.strip(" ,:-–")] if beside else []
    return words, times


def _cut(piece: str, reader: Reader) -> list[tuple[str, bool, str]]:
    """A part, whether it says when, its other words. «CA mar 15/12 20h, salle 3» is two."""
    when, beside = says_when(piece, reader)
    if when and beside and "," in piece:
        return [
            (one, *says_when(one, reader)) for part in piece.split(",") if (one := part.strip())
        ]
    return [(piece, when, beside)]


def _named(line: Line, piece: str, reader: Reader) -> Line | None:
    """Parts that say what they are, or can be nothing else."""
    draft = line.draft
    if audience.is_audience(piece) or (_LIST.match(piece) and _known(piece, reader)):
        return _whom(line, piece, reader)
    for pattern, take in NAMED.items():
        if found := pattern.match(piece):
            return take(line, found, reader)
    if fold(piece) in KINDS:
        return replace(line, draft=replace(draft, kind=KINDS[fold(piece)]))
    if found := _URL.search(piece):
        return _linked(line, piece, found)
    return _from_afar(line, piece) or (line if NO_REMINDER.match(fold(piece)) else None)


def _from_afar(line: Line, piece: str) -> Line | None:
    """«Maison de santé ou visio», «en visio»: a link will follow."""
    place, joined, last = piece.rpartition(" ou ") if " ou " in piece else piece.rpartition(" or ")
    if not _REMOTE.match(fold(last)):
        return None
    place = line.draft.place or (place.strip() if joined else "")
    return replace(line, draft=replace(line.draft, remote=True, place=place))


def placed(draft: Draft, words: str) -> Draft:
    """Where it is, as an answer says it: a place, a link, both, or from afar."""
    line = Line(replace(draft, place=""))
    if found := _URL.search(words):
        return _linked(line, words, found).draft
    if (afar := _from_afar(line, words)) is not None:
        return afar.draft
    return replace(draft, place=words)


def linked(draft: Draft, words: str) -> Draft:
    """An address to take part from afar; "" for none, and words without one for «later»."""
    found = _URL.search(words)
    return replace(draft, link=found[0] if found else "", remote=bool(words))


def timed(draft: Draft, pattern: Pattern) -> Draft:
    return replace(draft, pattern=pattern, other=None)


def titled(draft: Draft, words: str) -> Draft:
    """«Formation AFGSU» is a training."""
    return _kind(Line(replace(draft, title=words))).draft


def _linked(line: Line, piece: str, found: re.Match[str]) -> Line:
    beside = _BETWEEN.sub("", f"{piece[: found.start()]} {piece[found.end() :]}".strip())
    place = line.draft.place or beside.strip(" ,:-–")
    return replace(line, draft=replace(line.draft, link=found[0], remote=True, place=place))


def _known(piece: str, reader: Reader) -> bool:
    return not audience.read(piece, reader.known).unclear


def _whom(line: Line, words: str, reader: Reader) -> Line:
    found = audience.read(words, reader.known)
    if found.unclear:
        line = line.wrong("audience", found.unclear[0])
    whom = found.audience
    if whom == audience.Audience():
        return line
    known = line.draft.audience or audience.Audience()
    return replace(line, draft=replace(line.draft, audience=audience.both(known, whom)))


def read_room(words: str) -> int | None:
    """«20», «20 places», «max 20»."""
    bare = clean(words)
    found = _ROOM.match(bare)
    number = (found[1] or found[2]) if found else bare
    return int(number) if number.isdecimal() and len(number) < 9 else None


def _room(line: Line, found: re.Match[str], _: Reader) -> Line:
    count = int(found[1] or found[2])
    if not 0 < count <= LARGEST:
        return line.wrong("capacity", found[0])
    return replace(line, draft=replace(line.draft, capacity=count))


NAMED: dict[re.Pattern[str], Callable[[Line, re.Match[str], Reader], Line]] = {
    _TITLE: lambda ln, m, _: replace(ln, draft=replace(ln.draft, title=m[1])),
    _PLACE: lambda ln, m, _: replace(ln, draft=replace(ln.draft, place=m[1])),
    _AGENDA: lambda ln, m, _: replace(ln, draft=replace(ln.draft, agenda=m[1])),
    _FOR: lambda ln, m, reader: _whom(ln, m[1], reader),
    _ROOM: _room,
    _ROOMS: lambda ln, m, _: ln.wrong("capacity", m[1]),
    _REMIND: lambda ln, m, _: ln,
}


def _words(line: Line, piece: str) -> Line:
    """What is nothing else: first the title, then the place."""
    draft = line.draft
    if not draft.title:
        return replace(line, draft=replace(draft, title=piece))
    place = f"{draft.place}, {piece}" if draft.place else piece
    return replace(line, draft=replace(draft, place=place))


def _timed(line: Line, words: str, reader: Reader) -> Line:
    """All parts that say when are read together: «mar 15/12 20h», then «tous les mois»."""
    chosen, other, problem, dates = read_times(words, reader)
    line = replace(line, draft=replace(line.draft, pattern=chosen, other=other), dates=dates)
    return replace(line, problems=(*line.problems, problem)) if problem else line


def _reminded(line: Line, reader: Reader, pieces: list[str]) -> Line:
    """Reminders are read last: «la veille à 18h» depends on when it begins."""
    for piece in pieces:
        if NO_REMINDER.match(fold(piece)):
            line = replace(line, draft=replace(line.draft, reminders=()))
        elif found := _REMIND.match(piece):
            befores = read_reminders(found[1], line.draft.pattern, reader)
            if befores is None:
                line = line.wrong("reminders", found[1])
            else:
                line = replace(line, draft=replace(line.draft, reminders=befores))
    return line


def _kind(line: Line) -> Line:
    """«Formation AFGSU» is a training."""
    first = fold(line.draft.title).partition(" ")[0].strip(":,")
    if line.draft.kind is Kind.MEETING and first in KINDS:
        return replace(line, draft=replace(line.draft, kind=KINDS[first]))
    return line


def _short(line: Line) -> Line:
    for part, most in MOST.items():
        length = len(getattr(line.draft, part))
        if length > most:
            line = replace(line, draft=with_words(line.draft, part, ""))
            line = line.wrong(part, str(length), "too-long")
    return line


def with_words(draft: Draft, part: str, words: str) -> Draft:
    """One of the parts that are words, said anew."""
    match part:
        case "title":
            return replace(draft, title=words)
        case "place":
            return replace(draft, place=words)
        case "link":
            return replace(draft, link=words, remote=bool(words) or draft.remote)
        case _:
            return replace(draft, agenda=words)
