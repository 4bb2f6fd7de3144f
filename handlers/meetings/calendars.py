"""/agenda: my shifts and meetings, as a file and at a secret address for my own calendar."""

from datetime import datetime, timedelta

from bot.core import Attachment, Button, Message, Span, Text, codes, text, when
from bot.core.meetings import COMES
from bot.engine import Ctx, button, command, route
from bot.engine.labels import file_name, labels
from handlers.meetings import answering, clocks, words
from handlers.meetings.rules import ics
from handlers.meetings.rules.ics import Entry
from storage import callouts, feeds, meetings, rsvps, seats
from storage.meetings import Time
from storage.people import Member
from storage.seats import State

SHOWN = 9
"""Entries in the message; the file has them all."""

KEPT = timedelta(days=31)
"""How long what is over stays in a calendar that subscribes."""

MIME = "text/calendar"


async def entries(ctx: Ctx, member: Member, *, before: timedelta = timedelta()) -> list[Entry]:
    """What this person is expected at or may come to, the next first."""
    since = ctx.now - before
    found = [*await _shifts(ctx, member, since), *await _meetings(ctx, member, since)]
    return sorted(found, key=lambda one: (one.start, one.uid))


async def _shifts(ctx: Ctx, member: Member, since: datetime) -> list[Entry]:
    found = []
    for seat in await seats.held_by(ctx.tx, member.id, since):
        plan = await callouts.plan(ctx.tx, seat.callout_id)
        shift = plan.shift(seat.shift_id) if plan else None
        if plan is None or shift is None or seat.state is not State.COMING:
            continue
        if plan.callout.state is callouts.State.CANCELLED:
            continue
        title = plan.callout.title
        if plan.callout.drill:
            title = _say(ctx, "meet-ics-drill", title=Span(title))
        found.append(
            Entry(
                f"shift-{shift.id}-{plan.callout.preview[:12]}@tocsin", 0, title,
                shift.starts_at, shift.ends_at, place=plan.callout.place,
                notes=plan.callout.contact,
            )
        )  # fmt: skip
    return found


async def _meetings(ctx: Ctx, member: Member, since: datetime) -> list[Entry]:
    rows = await rsvps.calendar(ctx.tx, member.id, since)
    times = {t.one.id: t for t in await meetings.times(ctx.tx, [one for _, one in rows])}
    return [entry(times[one], sure=answer in COMES, later=answer is None) for answer, one in rows]


def entry(time: Time, *, sure: bool, later: bool = False) -> Entry:
    one = time.one
    return Entry(
        f"meeting-{one.id}-{time.meeting.preview[:12]}@tocsin", one.sequence, time.meeting.title,
        one.starts_at, one.ends_at, one.whole, time.place, time.link, time.agenda, sure, later,
    )  # fmt: skip


def _say(ctx: Ctx, key: str, **args: Span) -> str:
    return labels(ctx)(key, **args)


@button("meetings.ics")
async def one_file(ctx: Ctx, time_id: int) -> None:
    """«📅 .ics»: this meeting, and the later times that are known of what recurs."""
    time = await answering.standing(ctx, time_id)
    row = await answering.mine(ctx, time)
    times = [time] + [
        Time(time.meeting, one)
        for one in await meetings.of_meeting(ctx.tx, time.meeting.id)
        if one.state is meetings.When.PLANNED and one.starts_at > time.one.starts_at
    ]
    found = [entry(t, sure=t is time and row.answer in COMES) for t in times]
    name = file_name(_say(ctx, "meet-ics-file"), time.meeting.title, ctx.today, "ics")
    said = text("meet-ics-said", title=words.title(time), count=len(times))
    ctx.show(Message((said,), attachment=_file(ctx, name, found)))


def _file(ctx: Ctx, name: str, found: list[Entry]) -> Attachment:
    community = ctx.parts.settings.community.name
    data = ics.calendar(found, name=community, now=ctx.now, zone=ctx.zone)
    return Attachment(name, MIME, data, _say(ctx, "meet-ics-alt"))


@command("agenda", en="calendar")
async def agenda(ctx: Ctx, rest: str) -> None:
    found = await entries(ctx, ctx.me)
    shown = [one for one in found if not one.later][:SHOWN]
    lines = [text("meet-agenda-head", count=len(found))]
    lines += [_line(ctx, one) for one in shown]
    if len(found) > len(shown):
        lines.append(text("meet-agenda-more", count=len(found) - len(shown)))
    keys = [Button(Text("meet-agenda-file"), whole_file.call())] if found else []
    keys.append(Button(Text("meet-feed"), feed.call()))
    ctx.show(Message(tuple(lines), tuple(keys)))


def _line(ctx: Ctx, one: Entry) -> Text:
    line = text("meet-agenda-line", when=Span(_when(ctx, one)), title=Span(one.title),
                sure="yes" if one.sure else "no")  # fmt: skip
    return clocks.beside(line, ctx.me.zone, one.start, one.end, ctx.zone, ctx.lang)


def _when(ctx: Ctx, one: Entry) -> str:
    stretch = when.Span(one.start.astimezone(ctx.zone), one.end.astimezone(ctx.zone))
    return when.spoken(stretch, ctx.lang, ctx.zone)


@button("meetings.agenda-file")
async def whole_file(ctx: Ctx) -> None:
    found = await entries(ctx, ctx.me)
    name = file_name(_say(ctx, "meet-agenda-name"), "", ctx.today, "ics")
    said = text("meet-agenda-said", count=len(found))
    ctx.show(Message((said,), attachment=_file(ctx, name, found)))


@button("meetings.feed")
async def feed(ctx: Ctx) -> None:
    """What it is, before an address is made: whoever has it can read one's calendar."""
    if ctx.parts.settings.web.public_url is None:
        return ctx.say("meet-feed-none")
    known = await ctx.tx.get(feeds.Feed, ctx.me.id)
    make = Button(Text("meet-feed-new" if known else "meet-feed-make"), make_feed.call())
    keys = (make, Button(Text("meet-feed-off"), drop_feed.call())) if known else (make,)
    return ctx.show(Message((text("meet-feed-what", has="yes" if known else "no"),), keys))


@button("meetings.feed-make")
async def make_feed(ctx: Ctx) -> None:
    """A new address; an older one stops working at once."""
    base = ctx.parts.settings.web.public_url
    if base is None:
        return ctx.say("meet-feed-none")
    secret = codes.new_code().lower()
    await feeds.put(ctx.tx, ctx.me.id, codes.digest(secret), ctx.now)
    ctx.audit("feed.made", f"member:{ctx.me.id}")
    address = f"{base.rstrip('/')}/agenda/{secret}.ics"
    keys = (Button(Text("meet-feed-off"), drop_feed.call()),)
    return ctx.show(Message((text("meet-feed-made", link=Span(address, link=address)),), keys))


@button("meetings.feed-off")
async def drop_feed(ctx: Ctx) -> None:
    await feeds.drop(ctx.tx, ctx.me.id)
    ctx.audit("feed.dropped", f"member:{ctx.me.id}")
    ctx.say("meet-feed-gone")


@route("/agenda/{secret}.ics")
async def feed_page(ctx: Ctx, secret: str) -> Attachment | None:
    """What calendars read at that address; nothing about it says whose it is."""
    member_id = await feeds.of_secret(ctx.tx, codes.digest(secret.lower()))
    member = await ctx.tx.get(Member, member_id) if member_id is not None else None
    if member is None or not member.active:
        return None
    found = await entries(ctx, member, before=KEPT)
    name = ctx.parts.settings.community.shown_name
    data = ics.calendar(found, name=name, now=ctx.now, zone=ctx.zone, subscribed=True)
    return Attachment("agenda.ics", MIME, data)
