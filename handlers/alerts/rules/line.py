"""An alert typed as one line: its parts, told apart by what they are.

«urgent | Rupture d'eau potable | Reportez les soins non urgents. | membres:Saint-Aubin». Parts are
separated by «|», else by a new line, else by «;», in any order where they can be told apart. What
was not understood is a Problem that names the piece; the rest is kept.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.core import when
from bot.core.audience import Known, both, is_audience
from bot.core.audience import read as read_audience
from bot.core.plain import clean_lines, fold
from bot.core.severity import Severity, severity
from handlers.alerts.rules.draft import LINES, MOST, Draft, Kind, with_words

LONGEST = timedelta(days=14)
"""How long an alert may stand: what lasts longer is no alert."""


@dataclass(frozen=True)
class Reader:
    """What reading depends on: now, where, and whom one can name."""

    now: datetime
    zone: ZoneInfo
    known: Known


@dataclass(frozen=True)
class Problem:
    """`part` is what to ask for again; `piece` what was typed, or how long it was."""

    part: str
    piece: str


@dataclass(frozen=True)
class Line:
    draft: Draft
    problems: tuple[Problem, ...] = ()

    def wrong(self, part: str, piece: str) -> "Line":
        return replace(self, problems=(*self.problems, Problem(part, piece)))


Taken: TypeAlias = Callable[[Line, str, Reader], Line | None]

_VALID = re.compile(r"^(?:valable|valid(?:it[ée])?|valid for|dur[ée]e)\s*:?\s*", re.I)
_UNTIL = re.compile(r"^(?:jusqu['’]\s*(?:[àa]|au)|until|d['’]ici|avant le|before)\b", re.I)
_LASTS = re.compile(
    r"(?:pendant |for |de )?(\d{1,3})\s*(h|heures?|hours?|min|minutes?|j|jours?|days?)\.?"
)
_ENOUGH = re.compile(
    r"^(?:accus[ée]s?|ack(?:nowledgement)?s?)\s*:\s*(\d{1,3})$|^(\d{1,3}) (?:accus[ée]s?|acks?)$",
    re.I,
)
_NAMED = (
    (re.compile(r"^(?:source|origine)\s*:\s*(.+)$", re.I | re.S), "source"),
    (re.compile(r"^(?:lieu|où|place|where|adresse)\s*:\s*(.+)$", re.I | re.S), "place"),
    (re.compile(r"^(?:titre|title|objet)\s*:\s*(.+)$", re.I | re.S), "title"),
    (re.compile(r"^(?:texte|text|message)\s*:\s*(.+)$", re.I | re.S), "words"),
    (re.compile(r"^(?:texte |text |pour les |for )?(?:partenaires|partners)\s*:\s*(.+)$",
                re.I | re.S), "partners"),
)  # fmt: skip
_FIRST = re.compile(r"(\S*?)(\s*[:,]\s|\s|$)(.*)", re.S)
_RELEASE = ("communique", "communique de presse", "press release", "release")
_DRILL = ("exercice", "drill", "essai", "exercise")


def read(text: str, reader: Reader) -> Line:
    """Everything that a line says. An empty line is an empty draft without problems."""
    line = Line(Draft())
    for piece in _leading(_pieces(text)):
        line = _take(line, piece, reader)
    return _not_too_long(line)


def _pieces(text: str) -> list[str]:
    sign = "|" if "|" in text else "\n" if "\n" in text.strip() else ";"
    found = [clean_lines(part).strip() for part in text.split(sign)]
    return [part for part in found if part]


def _leading(pieces: list[str]) -> list[str]:
    """«urgent» and «exercice» may be the first words of the line, before the title."""
    found: list[str] = []
    while pieces:
        first, mark, rest = _FIRST.match(pieces[0]).groups()  # type: ignore[union-attr]
        word = fold(first)
        if not (word in (*_DRILL, "urgent", "urgente") or (mark.strip() and _is_flag(word))):
            break
        found.append(word)
        pieces = [rest.strip(), *pieces[1:]] if rest.strip() else pieces[1:]
    return [*found, *pieces]


def _is_flag(word: str) -> bool:
    return severity(word) is not None or word in (*_RELEASE, *_DRILL)


def _take(line: Line, piece: str, reader: Reader) -> Line:
    """One part, as the first kind that it can be."""
    for kind in KINDS:
        taken = kind(line, piece, reader)
        if taken is not None:
            return taken
    return _other(line, piece)


def _flag(line: Line, piece: str, _: Reader) -> Line | None:
    draft, word = line.draft, fold(piece).strip(" .!:,")
    if word in _RELEASE:
        return replace(line, draft=replace(draft, kind=Kind.RELEASE, severity=Severity.INFO))
    if word in _DRILL:
        return replace(line, draft=replace(draft, drill=True))
    found = severity(piece)
    if found is None:
        return None
    if draft.severity not in (None, found):  # which of the two is asked
        return replace(line, draft=replace(draft, severity=None)).wrong("severity", piece)
    return replace(line, draft=replace(draft, severity=found))


def _named(line: Line, piece: str, _: Reader) -> Line | None:
    """Parts that say what they are: source, place, title, text, the partners' own text."""
    for pattern, part in _NAMED:
        if found := pattern.match(piece):
            return replace(line, draft=with_words(line.draft, part, found[1].strip()))
    return None


def _enough(line: Line, piece: str, _: Reader) -> Line | None:
    found = _ENOUGH.match(piece)
    if found is None:
        return None
    return replace(line, draft=replace(line.draft, enough=int(found[1] or found[2])))


def _whom(line: Line, piece: str, reader: Reader) -> Line | None:
    if not is_audience(piece):
        return None
    found = read_audience(piece, reader.known)
    draft = line.draft
    so_far = both(draft.audience, found.audience) if draft.audience else found.audience
    line = replace(line, draft=replace(draft, audience=so_far))
    return line.wrong("audience", ", ".join(found.unclear)) if found.unclear else line


def _lasts(line: Line, piece: str, reader: Reader) -> Line | None:
    said = _VALID.sub("", piece)
    if said == piece and not _UNTIL.match(piece):
        return None
    found = validity(said, reader.now, reader.zone)
    if found is None:  # «Jusqu'à nouvel ordre, ne buvez pas l'eau» is text
        means_it = said != piece or why_not(said, reader.now, reader.zone) != "unclear"
        return line.wrong("validity", piece) if means_it else None
    minutes, until = found
    return replace(line, draft=replace(line.draft, minutes=minutes, until=until))


def validity(said: str, now: datetime, zone: ZoneInfo) -> tuple[int, datetime | None] | None:
    """«6 h», «2 jours», «jusqu'à demain 8 h»: minutes, or until when; None if it is neither, is
    past, or too long."""
    if found := _LASTS.fullmatch(fold(said)):
        many, unit = int(found[1]), found[2][0]
        minutes = many * {"h": 60, "m": 1, "j": 1440, "d": 1440}[unit]
        return (minutes, None) if 0 < minutes <= LONGEST.total_seconds() / 60 else None
    reading = _end(said, now, zone)
    if reading.kind is not when.Kind.DEADLINE or not reading.spans:
        return None
    until = reading.spans[0].end
    return None if until is None or until - now > LONGEST else (0, until)


def _end(said: str, now: datetime, zone: ZoneInfo) -> when.Reading:
    """An hour that has passed today is tomorrow's."""
    said = said if _UNTIL.match(said) else f"jusqu'à {said}"
    reading = when.read(said, now, zone)
    if reading.reason is not when.Reason.HOUR_PASSED:
        return reading
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return when.read(said, midnight + timedelta(days=1), zone)


def why_not(said: str, now: datetime, zone: ZoneInfo) -> str:
    """Why this is no validity: «past», «long» or «unclear»."""
    said = _VALID.sub("", said)
    if found := _LASTS.fullmatch(fold(said)):
        return "long" if int(found[1]) else "unclear"
    reading = _end(said, now, zone)
    if reading.reason is when.Reason.PAST:
        return "past"
    known = reading.kind is when.Kind.DEADLINE or reading.reason is when.Reason.TOO_FAR
    return "long" if known else "unclear"


def _other(line: Line, piece: str) -> Line:
    """What is nothing else: first the title, then the text."""
    draft = line.draft
    if not draft.title:
        return replace(line, draft=replace(draft, title=" ".join(piece.split())))
    words = f"{draft.words}\n{piece}" if draft.words else piece
    return replace(line, draft=replace(draft, words=words))


def _not_too_long(line: Line) -> Line:
    for part, most in MOST.items():
        words = getattr(line.draft, part)
        if len(words) > most or len(words.splitlines()) > LINES:
            line = replace(line, draft=with_words(line.draft, part, ""))
            line = line.wrong(part, str(len(words)))
    return line


KINDS: tuple[Taken, ...] = (_flag, _named, _enough, _whom, _lasts)
