"""A chat as coordinators see it: whose it is, what it gets, whether it can be written to."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core import Args, Button, Call, Message, Span, Text, zones
from bot.engine import View, audiences, card
from storage import ledger
from storage.chats import Chat, Use
from storage.partners import Partner
from storage.people import Member

USES = (Use.PARTNER, Use.TEAM, Use.CELL, Use.GONE)
SILENT = timedelta(days=30)
"""As far back as the ledger of sends goes."""

LOST = {
    "removed": "removed", "muted": "muted", "deleted": "deleted", "not found": "deleted",
    "moved": "deleted", "forbidden": "refused", "thread not found": "closed",
    "thread closed": "closed",
}  # fmt: skip
"""Reasons as adapters give them, by what is said of them."""

GETS = ("calls", "news", "meetings", "source")
"""What is on or off; alerts have a severity from which on they are sent."""


def call(action: str, **args: str | int | bool) -> Call:
    """By its name: the pages know this card, and not the other way round."""
    return Call(f"channels.{action}", args)


@card("channel:{channel}")
async def channel_card(view: View, channel: int) -> Message | None:
    row = await view.tx.get(Chat, channel)
    if row is None:
        return None
    if row.use is Use.GONE:
        return Message((Text("channel-is", await _named(view, row)),))
    if row.lost and not row.muted:
        return Message((_lost(row),))
    if row.use is Use.UNKNOWN:
        keys = tuple(
            Button(Text(f"use-{u.value}"), call("decide", channel=row.id, use=u.value))
            for u in USES
        )
        mute = (Text("channel-mute-new"),) if row.muted else ()
        return Message((Text("channel-new", _seen(row)), *mute), keys)
    if row.muted:
        more = Text("channel-source" if row.is_source else "channel-mute-source")
        return Message((_lost(row), more), (*_ticks(row, ("source",)), _quit(row)))
    lines = [Text("channel-is", await _named(view, row)), gets(row)]
    lines += [Text("channel-source")] if row.is_source else []
    if row.zone:
        lines.append(Text("channel-zone", {"place": Span(zones.place(row.zone, view.lang))}))
    lines += [*await _health(view, row), await _by(view, row)]
    return Message(tuple(lines), tuple(_buttons(row)))


def _seen(row: Chat) -> Args:
    """«**Mairie de Saint-Aubin** (Telegram, 14 personnes)»."""
    platform = Span(row.platform.capitalize())
    return {"title": Span(row.title), "platform": platform, "people": row.people}


async def _named(view: View, row: Chat) -> Args:
    partner = await view.tx.get(Partner, row.partner_id) if row.partner_id else None
    return {
        **_seen(row), "use": row.use.value, "known": "yes" if partner else "no",
        "partner": Span(partner.name if partner else "", bold=True),
    }  # fmt: skip


def _lost(row: Chat) -> Text:
    return Text("channel-lost", {"title": Span(row.title), "why": why(row)})


def why(row: Chat) -> Text:
    """Why nothing can be written there."""
    if row.lost in LOST:
        return Text(f"channel-{LOST[row.lost]}")
    return audiences.reason(row.lost)


def gets(row: Chat) -> Text:
    """What the coordination chose for it."""
    parts: list[Text] = []
    if row.wants_calls:
        parts.append(Text("gets-calls"))
    if row.alerts_from:
        parts.append(Text("gets-alerts", {"severity": row.alerts_from}))
    if row.wants_news:
        parts.append(Text("gets-news"))
    if row.wants_meetings:
        parts.append(Text("gets-meetings"))
    return Text("channel-gets", {"what": tuple(parts)}) if parts else Text("channel-gets-nothing")


async def _health(view: View, row: Chat) -> list[Text]:
    """Of a chat that has just come nothing can be said yet."""
    at = await ledger.last_sent(view.tx, row.where)
    if at is not None:
        return [Text("channel-health", {"at": at})]
    return [Text("channel-silent")] if row.added_at < view.now - SILENT else []


async def _by(view: View, row: Chat) -> Text:
    """Who said whose it is. The last line: a locked phone shows the first ones."""
    by = await view.tx.get(Member, row.decided_by) if row.decided_by else None
    if row.proved_at is not None:
        return Text("channel-proved", {"at": row.proved_at})
    return Text("channel-by", {"by": Span(by.name if by and by.name else "–")})


def _buttons(row: Chat) -> Sequence[Button]:
    found = _ticks(row, GETS)
    alerts = Text("get-alerts", {"severity": row.alerts_from or "none"})
    found.insert(1, Button(alerts, call("alerts", channel=row.id)))
    found.append(Button(Text("set-zone"), call("zone", channel=row.id)))
    if row.use is Use.PARTNER:
        found.append(Button(Text("channel-partner"), call("whose", channel=row.id)))
    return [*found, _quit(row)]


def _ticks(row: Chat, whats: Sequence[str]) -> list[Button]:
    on = {"calls": row.wants_calls, "news": row.wants_news, "meetings": row.wants_meetings,
          "source": row.is_source}  # fmt: skip
    return [
        Button(
            Text("ticked" if on[what] else "unticked", {"label": Text(f"get-{what}")}),
            call("get", channel=row.id, wanted=not on[what], what=what),
        )
        for what in whats
    ]


def _quit(row: Chat) -> Button:
    return Button(Text("use-gone"), call("quit", channel=row.id))
