"""«✏️ Modifier»: a meeting that was sent is changed, after a preview; those concerned are told."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core import Message, Right, Span, Text, text, when
from bot.core.errors import Refusal
from bot.engine import Ask, Ctx, Option, Unclear, button, dialog
from bot.engine.instead import instead
from handlers.meetings import applying, board, questions, series
from handlers.meetings.rules import change as rules
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import spoken
from handlers.meetings.rules.change import Sent, Times, Wish
from handlers.meetings.rules.draft import Draft
from handlers.meetings.rules.line import placed
from handlers.meetings.rules.understood import Reader
from storage.meetings import Time

WHAT = ("time", "place", "link", "agenda", "capacity")


@button("meetings.change", right=Right.MEET)
async def change(ctx: Ctx, time_id: int) -> None:
    await _changeable(ctx, time_id)
    ctx.start(change_meeting, time=time_id)


async def _changeable(ctx: Ctx, time_id: int) -> Time:
    time = await board.manageable(ctx, time_id)
    if time.one.starts_at <= ctx.now:
        raise Refusal("meet-begun")
    return time


@dialog("meetings.change-one", right=Right.MEET)
async def change_meeting(ctx: Ctx, ask: Ask, time: int) -> None:
    """Asks what is to change until it is sent; each time against the meeting as it is by then."""
    found = await _changeable(ctx, time)
    following = await _scope(ctx, ask, found)
    wish, round_ = Wish(), 0
    while True:
        sent = applying.as_sent(found)
        wish = await _one_more(ctx, ask, found, sent, wish, round_, following=following)
        wish = rules.news(wish, sent)
        shown = await _preview(ctx, found, sent, wish)
        question = "preview-question" if wish else "meet-change-nothing"
        choice = await ask.choice(question, _options(wish), at=round_, extra=shown)
        round_ += 1
        if choice == "send":
            break
    told = await applying.apply(ctx, found, wish, following=following)
    ctx.show(Message((text("meet-changed", title=Span(found.meeting.title), count=told),)))
    await board.show(ctx, found)


async def _scope(ctx: Ctx, ask: Ask, time: Time) -> bool:
    """Is it for the times after this one too?"""
    if not patterns.unpack(time.meeting.pattern).recurs:
        return False
    scope = [Option("one", Text("meet-this-time"), ("cette fois", "this time")),
             Option("all", Text("meet-all-times"), ("toutes", "all"))]  # fmt: skip
    return await ask.choice("meet-ask-scope", scope) == "all"


def _options(wish: Wish) -> list[Option]:
    send = Option("send", Text("send"), ("envoyer", "send", "ok", "oui", "yes"))
    more = Option("more", Text("meet-change-also"), ("autre", "more", "modifier", "edit"))
    return [send, more] if wish else [more]


async def _one_more(
    ctx: Ctx, ask: Ask, time: Time, sent: Sent, wish: Wish, round_: int, *, following: bool
) -> Wish:
    """One thing that is to be otherwise."""
    options = [Option(what, Text(f"meet-change-{what}")) for what in WHAT]
    match await ask.choice("meet-change-what", options, at=round_):
        case "time":
            return await _when(ctx, ask, time, sent, wish, round_, following=following)
        case "place":
            said = await questions.ask_words(ask, "place", at=round_, skip=True)
            found = placed(Draft(), said)
            return replace(wish, place=found.place, link=found.link or wish.link)
        case "link":
            said = await questions.ask_words(ask, "link", at=round_, skip=True)
            return replace(wish, link=said)
        case "agenda":
            said = await questions.ask_words(ask, "agenda", at=round_, skip=True)
            return replace(wish, agenda=said)
        case _:
            room = await questions.ask_capacity(ask, at=round_)
            return replace(wish, capacity=room or 0)


async def _when(
    ctx: Ctx, ask: Ask, time: Time, sent: Sent, wish: Wish, round_: int, *, following: bool
) -> Wish:
    """Other times; of a whole series other hours, or other days."""
    known = await questions.reader(ctx)
    old = patterns.unpack(time.meeting.pattern) if following else None
    found = await _new_times(ctx, ask, sent, round_, known, old)
    if isinstance(found, patterns.Pattern):
        return series.wished(wish, found, known)
    return replace(wish, times=found, days=None)


async def _new_times(
    ctx: Ctx, ask: Ask, sent: Sent, round_: int, known: Reader, series_: patterns.Pattern | None
) -> Times | patterns.Pattern:
    """«20h30», «jeu 17/12 20h-22h»: hours alone are of its own day. Of a series (`series_`) also
    «le 2e jeudi de chaque mois 20h»."""
    hours_only = series_ is not None
    old = when.spoken(_span(ctx, sent.times), ctx.lang, ctx.zone, ctx.now)
    key = "meet-ask-hours" if hours_only else "meet-ask-time"

    def read(said: str) -> list[Any] | dict[str, Any]:
        if series_ is not None and (days := series.read(said, known, series_, sent)) is not None:
            return patterns.pack(days)
        reading = when.moved(said, sent.times[0], ctx.now, ctx.zone)
        offered = [t for one in (reading, *reading.readings) if (t := _times(one, sent))]
        good = [t for t in offered if rules.is_possible(t, ctx.now)]
        if hours_only:
            good = [t for t in good if _day(ctx, t) == _day(ctx, sent.times)]
            if offered and not good:
                raise Unclear("meet-hours-only", piece=Span(said[:60]))
        if offered and not good:
            raise Unclear("meet-why-when", **questions.why_when(said, "past"))
        if not good:
            raise Unclear("meet-why-when", **questions.why_when(said, str(reading.reason)))
        return [[at.isoformat() for at in times] for times in good]

    rows = await ask.read(key, read, at=round_, old=Span(old))
    if isinstance(rows, dict):
        return patterns.unpack(rows)
    offered = [(datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in rows]
    if len(offered) == 1:
        return offered[0]
    options = [
        Option(f"={n}", text("as-is", words=Span(when.spoken(_span(ctx, t), ctx.lang, ctx.zone,
               ctx.now))), wide=True)
        for n, t in enumerate(offered)
    ]  # fmt: skip
    picked = await ask.choice("meet-which-time", options, at=f"{round_}-which")
    return offered[int(picked.removeprefix("="))]


def _times(reading: when.Reading, sent: Sent) -> Times | None:
    match reading.kind, reading.spans:
        case when.Kind.POINT, (span,):
            return rules.with_start(span.start, sent)
        case when.Kind.RANGE, (span,) if span.end is not None:
            return span.start, span.end
        case _:
            return None


def _day(ctx: Ctx, times: Times) -> object:
    return times[0].astimezone(ctx.zone).date()


def _span(ctx: Ctx, times: Times) -> when.Span:
    return when.Span(times[0].astimezone(ctx.zone), times[1].astimezone(ctx.zone))


async def _preview(ctx: Ctx, time: Time, sent: Sent, wish: Wish) -> list[Text]:
    """What those concerned will read, and how many they are."""
    lines = changes(time.meeting.title, sent, wish, ctx, ctx.now)
    told = await applying.told(ctx, time, wish)
    return [*lines, text("meet-change-told", count=len(told))] if wish else lines


def changes(title: str, before: Sent, wish: Wish, ctx: Any, since: datetime) -> list[Text]:
    """«⚠️ CHANGEMENT · CA : mardi 15, de 20 h 30 à 22 h au lieu de 20 h à 21 h 30», then where.
    `ctx` is a Ctx or a View: whoever reads it; `since`: when it was changed."""
    times = wish.times or before.times
    new = Span(when.spoken(_span(ctx, times), ctx.lang, ctx.zone, since))
    old = instead(before.times, wish.times, ctx.zone, ctx.lang) if wish.times else None
    head = text("meet-change", title=Span(title), when=new, instead=old or "",
                moved="yes" if old else "no")  # fmt: skip
    lines = [head]
    if wish.days is not None:
        lines.append(spoken.repeats(patterns.unpack(wish.days), since.astimezone(ctx.zone).date()))
    if wish.place is not None:
        lines.append(text("meet-change-new-place", new=Span(wish.place), old=Span(before.place),
                          kind="none" if not wish.place else "first" if not before.place
                          else "new"))  # fmt: skip
    if wish.link is not None:
        link = Span(wish.link, link=wish.link)
        lines.append(text("meet-change-new-link", link=link, any="yes" if wish.link else "no"))
    if wish.agenda is not None:
        lines.append(text("meet-agenda", agenda=Span(wish.agenda or "–")))
    if wish.capacity is not None:
        lines.append(text("meet-change-new-capacity", count=wish.capacity))
    return lines
