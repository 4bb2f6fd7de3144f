"""A draft becomes an alert: its rows, its copies, its timers, and the card that follows along."""

from datetime import datetime

from bot.core import Lang, Message, Text
from bot.core.facts import Logged
from bot.core.files import pack_file
from bot.core.severity import Severity
from bot.engine import Ctx
from bot.engine.awake import awake_at
from handlers.alerts import (
    approving,
    ending,
    escalating,
    files,
    following,
    handing,
    keys,
    signals,
    sources,
    words,
)
from handlers.alerts.reaching import Whom
from handlers.alerts.rules import timing
from handlers.alerts.rules.draft import Draft
from storage import alerts
from storage.alerts import Alert


async def send(ctx: Ctx, draft: Draft, whom: Whom, preview: str) -> Alert:
    """Make the alert and owe every copy. The same preview sent twice makes one alert."""
    known = await alerts.by_preview(ctx.tx, preview)
    if known is not None:
        await ctx.show_card(keys.BOARD.format(alert=known.id))
        return known
    row = await _row(ctx, draft, preview)
    at = ctx.now + timing.HOLD if waits(row) else None
    await _to_members(ctx, row, whom, at)
    handing.to_chats(ctx, row, whom.chats, at=at)
    if whom.public:
        await approving.ask(ctx, row, whom.public)
    _timers(ctx, row)
    await signals.of_alert(ctx, draft.signal)
    await sources.of_alert(ctx, draft.post)
    ctx.audit("alert.sent", keys.alert(row.id), None,
              {"severity": row.severity, "drill": row.drill, "people": len(whom.found.people),
               "channels": len(whom.chats), "public": len(whom.public)})  # fmt: skip
    await _log(ctx, row, whom)
    ctx.show(Message(words.about(row, _left(row, whom, at))))
    await ctx.show_card(keys.BOARD.format(alert=row.id))
    return row


def _left(row: Alert, whom: Whom, at: datetime | None) -> Text:
    """That it leaves: now, in a moment, or once a second person agrees."""
    told = bool(whom.found.people or whom.chats)
    waits = ("yes" if at else "no") if told else "approval"
    return Text("alert-sent", {"waits": waits, "title": words.title(row)})


def waits(row: Alert) -> bool:
    """Merely information waits half a minute; what presses leaves at once."""
    return row.severity is Severity.INFO


async def _row(ctx: Ctx, draft: Draft, preview: str) -> Alert:
    assert draft.severity is not None
    assert draft.audience is not None
    community = ctx.parts.settings.community
    usual = ctx.parts.settings.alerts.valid_hours
    row = Alert(
        release=draft.release, severity=draft.severity, title=draft.title, words=draft.words,
        partners=draft.partners, place=draft.place, source=draft.source or community.name,
        audience=draft.audience.pack(), through=list(draft.through), file=pack_file(draft.file),
        drill=draft.drill, enough=draft.enough, steps=0, state=alerts.State.OPEN,
        made_by=ctx.me.id, made_at=ctx.now,
        ends_at=timing.ends_at(ctx.now, draft.minutes, draft.until, usual),
        signal_id=draft.signal or None, preview=preview,
    )  # fmt: skip
    ctx.tx.add(row)
    await ctx.tx.flush()
    return row


async def _to_members(ctx: Ctx, row: Alert, whom: Whom, at: datetime | None) -> None:
    """All copies first, then what is attached to them."""
    presses, lane = row.severity.presses and not row.drill, handing.lane(row)
    people = [
        (member, account, max(at or ctx.now, ctx.now if presses else awake_at(ctx, member)))
        for member, account in whom.found.people
    ]
    await alerts.tell(ctx.tx, row.id, ((m.id, a.platform) for m, a, _ in people), ctx.now)
    for member, account, when in people:
        ctx.deal(
            account.where, keys.MEMBER.format(alert=row.id, member=member.id),
            lane=lane, lang=Lang(member.lang), simple=member.simple,
            about=keys.alert(row.id), at=when,
        )  # fmt: skip
    file = files.of(row)
    for member, account, when in people if file is not None else ():
        if file is not None and member.simple and file.is_picture:
            continue
        ctx.deal(
            account.where, keys.FILE.format(alert=row.id), lane=lane,
            lang=Lang(member.lang), simple=member.simple, about=keys.files(row.id), at=when,
        )  # fmt: skip


def _timers(ctx: Ctx, row: Alert) -> None:
    ctx.at(row.ends_at, ending.expire.call(row.id), name=keys.alert(row.id))
    following.begin(ctx, row)
    escalating.begin(ctx, row)


async def _log(ctx: Ctx, row: Alert, whom: Whom) -> None:
    """For the log of a crisis: what, how grave, to how many."""
    told = Text(
        "log-alert-sent",
        {"title": words.title(row), "severity": row.severity.value,
         "members": len(whom.found.people), "channels": len(whom.chats)},
    )  # fmt: skip
    await ctx.happened(Logged(told, keys.alert(row.id), drill=row.drill))
