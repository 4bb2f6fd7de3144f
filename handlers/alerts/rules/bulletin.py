"""What an alert says, to members and to outsiders alike: a type that can hold no person."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.core.outward import Outline, Titled, outline
from bot.core.severity import Severity

SHOWN = 2
"""Updates on a copy: the newest. The others stand in messages of their own."""


class Stand(StrEnum):
    """CANCELLED: stopped by its author. OVER: ended by hand or by its time."""

    IN_FORCE = "in-force"
    OVER = "over"
    CANCELLED = "cancelled"


class Kind(StrEnum):
    """What the first line calls it."""

    INFO = "info"
    ALERT = "alert"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Added:
    """An update: when it was said, local time, and what."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Bulletin:
    """`at`, `until` and `ended` are local times; `source` is an organisation."""

    severity: Severity
    title: str
    words: str
    place: str
    source: str
    at: datetime
    until: datetime
    release: bool = False
    drill: bool = False
    stand: Stand = Stand.IN_FORCE
    ended: datetime | None = None
    added: tuple[Added, ...] = ()


def kind(severity: Severity, *, release: bool) -> Kind:
    if release:
        return Kind.RELEASE
    return Kind.INFO if severity is Severity.INFO else Kind.ALERT


def heading(b: Bulletin) -> Outline:
    """«🚨 ALERTE · **Rupture d'eau potable**», and whether it is an exercise, or over."""
    return outline(
        "alert-head", drill=b.drill, kind=kind(b.severity, release=b.release), stand=b.stand,
        title=Titled(b.title),
    )  # fmt: skip


def lines(b: Bulletin) -> tuple[Outline, ...]:
    """The whole of it, without what a reader may answer."""
    first = [heading(b), *drill(b.drill)]
    if b.stand is Stand.CANCELLED:
        return (*first, outline("alert-void"))
    if b.stand is Stand.OVER and b.ended is not None:
        first.append(outline("alert-over", at=moment(b.ended, b.at.date())))
    first += _grade(b)
    if b.words:
        first.append(outline("alert-words", words=Titled(b.words)))
    first.append(source(b))
    return (*first, *(added(one, b.at.date()) for one in b.added[-SHOWN:]))


def drill(is_drill: bool) -> tuple[Outline, ...]:
    """An exercise says so everywhere, and that nobody need react."""
    return (outline("alert-drill"),) if is_drill else ()


def source(b: Bulletin) -> Outline:
    """«Source : mairie de Saint-Aubin, 17 h 32 · valable jusqu'à 5 h 40»."""
    return outline(
        "alert-source", source=Titled(b.source), at=b.at.time().replace(second=0, microsecond=0),
        until=until(b.until, b.at), over=b.stand is Stand.OVER,
    )  # fmt: skip


def added(one: Added, day: date) -> Outline:
    return outline("alert-added", at=moment(one.at, day), words=Titled(" ".join(one.words.split())))


def moment(at: datetime, day: date) -> time | datetime:
    """The hour alone on the day that everyone thinks of."""
    return at.time().replace(second=0, microsecond=0) if at.date() == day else at


def until(end: datetime, start: datetime) -> Outline:
    """«jusqu'à 5 h 40», with the day where the hour alone could mean another one."""
    near = (end - start).total_seconds() < 23 * 3600
    if near:
        return outline("alert-until", at=end.time().replace(second=0, microsecond=0))
    return outline("alert-until-day", at=end)


def _grade(b: Bulletin) -> tuple[Outline, ...]:
    """How grave, in words too: an emoji alone says nothing to everyone; and where. What is over
    is grave no more."""
    grave = b.severity is not Severity.INFO and not b.release and b.stand is Stand.IN_FORCE
    grade = outline("alert-grade", severity=b.severity)
    place = outline("alert-place", place=Titled(b.place))
    if grave and b.place:
        return (outline("alert-grade-place", grade=grade, place=place),)
    return (grade,) if grave else (place,) if b.place else ()
