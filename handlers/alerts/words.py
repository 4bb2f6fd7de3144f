"""An alert put into the facts that its texts are made of."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.core import Args, Span, Text
from bot.core.files import File
from bot.core.outward import Titled, outline
from bot.engine.here import Here
from bot.engine.view import View
from handlers.alerts.rules import bulletin as says
from handlers.alerts.rules.bulletin import Added, Bulletin, Stand
from storage import alerts
from storage.alerts import Alert, Told, Update
from storage.alerts import State as AlertState

NAMES = 15
"""In one message: more are counted."""

STANDS = {
    AlertState.OPEN: Stand.IN_FORCE,
    AlertState.ENDED: Stand.OVER,
    AlertState.CANCELLED: Stand.CANCELLED,
}


async def bulletin(
    view: View | Here, alert: Alert, *, outside: bool = False, public: bool = False
) -> Bulletin:
    """What is said of it; `outside`: to partners, who may have a text of their own; `public`:
    only what a second person has approved."""
    added = await alerts.updates(view.tx, alert.id)
    shown = [one for one in added if one.approved or not public]
    return made(alert, shown, view.zone, outside=outside)


def made(alert: Alert, added: Sequence[Update], zone: ZoneInfo, *, outside: bool) -> Bulletin:
    told = [(u.at, u.partners if outside else u.words) for u in added]
    return Bulletin(
        alert.severity, alert.title, (alert.partners if outside else "") or alert.words,
        alert.place, alert.source, alert.made_at.astimezone(zone), alert.ends_at.astimezone(zone),
        release=alert.release, drill=alert.drill, stand=STANDS[alert.state],
        ended=alert.ended_at.astimezone(zone) if alert.ended_at else None,
        added=tuple(Added(at.astimezone(zone), words) for at, words in told if words),
    )  # fmt: skip


def head(alert: Alert) -> list[Text]:
    """The first line of every message about it, and in an exercise the second."""
    kind = says.kind(alert.severity, release=alert.release)
    stand = STANDS[alert.state]
    first = outline(
        "alert-head", drill=alert.drill, kind=kind, stand=stand, title=Titled(alert.title)
    )
    return [first.text, *(one.text for one in says.drill(alert.drill))]


def attached(alert: Alert, file: File | None) -> list[Text]:
    """Under its picture or PDF: what it belongs to, and when that is over."""
    if not alert.open:
        return head(alert)
    kind = says.kind(alert.severity, release=alert.release).value
    shown = "picture" if file is not None and file.is_picture else "pdf"
    first = Text("alert-file-head", {**named(alert), "kind": kind, "file": shown})
    return [first, *(one.text for one in says.drill(alert.drill))]


def page(alert: Alert, what: str) -> list[Text]:
    """The first line of what is said about it to one person («question», «answer», «who»), and in
    an exercise the second."""
    first = Text("alert-page-head", {**named(alert), "what": what})
    return [first, *(one.text for one in says.drill(alert.drill))]


def about(row: Alert, *lines: Text) -> tuple[Text, ...]:
    """A word about it to one person; an exercise says so here too."""
    return (*head(row), *lines) if row.drill else lines


def mark(row: Alert) -> tuple[Text, ...]:
    """Above the questions of a wizard about an exercise."""
    return (Text("alert-drill-mark"),) if row.drill else ()


def mine(told: Told | None, zone: ZoneInfo) -> list[Text]:
    """What this person has said so far."""
    if told is None or told.silent:
        return []
    if told.helps_at is not None:
        said = [Text("alert-mine-said", {"said": Span(told.said)})] if told.said else []
        return [Text("alert-mine-helps", {"at": clock(told.helps_at, zone)}), *said]
    assert told.acked_at is not None
    return [Text("alert-mine-acked", {"at": clock(told.acked_at, zone)})]


def named(row: Alert) -> Args:
    """For a text that names it."""
    return {"title": title(row), "drill": "yes" if row.drill else "no"}


def whom(members: int, channels: int) -> tuple[Text, ...]:
    """«41 membres et 3 canaux»: those that there are."""
    people = Text("alert-to-members", {"count": members, "apps": "", "of": 0})
    rooms = Text("reach-chats", {"channels": channels})
    return tuple(one for count, one in ((members, people), (channels, rooms)) if count)


def title(alert: Alert) -> Span:
    return Span(alert.title)


def names(known: Iterable[str]) -> tuple[tuple[Span, ...], int]:
    """The first of many names, and how many more."""
    everyone = list(known)
    return tuple(Span(name) for name in everyone[:NAMES]), max(0, len(everyone) - NAMES)


def clock(at: datetime, zone: ZoneInfo) -> time:
    return at.astimezone(zone).time().replace(second=0, microsecond=0)
