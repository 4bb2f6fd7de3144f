"""What would go out, to whom, and when it takes place: shown before anything is sent."""

from dataclasses import dataclass, replace
from itertools import islice

from bot.core import Message, Span, Text, text
from bot.core.audience import Audience
from bot.core.errors import Refusal
from bot.core.messages import Arg
from bot.engine import Ctx, Option, audiences
from bot.engine.audiences import Reached
from handlers.meetings import words
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import reminding, spoken
from handlers.meetings.rules.draft import Draft
from handlers.meetings.rules.pattern import Times
from storage import chats, meetings
from storage.chats import Use

NAMED = 4
"""Coming times named one by one."""


@dataclass(frozen=True)
class Preview:
    lines: tuple[Text, ...]
    reached: Reached
    audience: Audience


async def show(ctx: Ctx, draft: Draft) -> Preview:
    audience, unmarked = await whom(ctx, draft)
    found = await audiences.reached(ctx, audience)
    times = coming(ctx, draft)
    lines = [*audiences.counted(found), *unmarked, *body(ctx, draft, times)]
    lines.append(reminders(ctx, draft, times))
    if times and await meetings.alike(ctx.tx, draft.title, times[0].start):
        lines.append(Text("meet-preview-twin"))
    return Preview(tuple(lines), found, audience)


async def whom(ctx: Ctx, draft: Draft) -> tuple[Audience, list[Text]]:
    """A channel gets meetings only if it was marked for them. Where nobody said whom it is for,
    the community's own rooms that get them are told too."""
    rows = await chats.open_ones(ctx.tx)
    audience = draft.whom
    if draft.audience is None:
        ours = [c.id for c in rows if c.wants_meetings and c.use is not Use.PARTNER]
        return Audience(members=True, channels=tuple(ours)), []
    marked = {c.id for c in rows if c.wants_meetings}
    unmarked = [Span(c.title) for c in rows if c.id in audience.channels and c.id not in marked]
    kept = tuple(c for c in audience.channels if c in marked)
    lines = [text("meet-preview-unmarked", titles=tuple(unmarked))] if unmarked else []
    return replace(audience, channels=kept), lines


def coming(ctx: Ctx, draft: Draft) -> list[Times]:
    """The first times that are still to come."""
    if draft.pattern is None:
        return []
    return list(islice(patterns.times(draft.pattern, ctx.zone, ctx.now), NAMED))


def body(ctx: Ctx, draft: Draft, times: list[Times]) -> list[Text]:
    """As members will read it."""
    first = words.when(times[0], ctx.zone, ctx.lang, ctx.now) if times else ""
    lines = [words.head(draft.kind, draft.title, first)]
    if draft.pattern is not None and draft.pattern.recurs:
        lines.append(spoken.repeats(draft.pattern, ctx.today))
    if len(times) > 1:
        days: tuple[Arg, ...] = tuple(one.day for one in times[1:])
        lines.append(text("meet-next-times", days=days, more="yes" if _endless(draft) else "no"))
    lines += words.where(draft.place, draft.link, remote=draft.remote)
    if draft.agenda:
        lines.append(text("meet-agenda", agenda=Span(draft.agenda)))
    if draft.capacity is not None:
        lines.append(text("meet-capacity", count=draft.capacity))
    return lines


def _endless(draft: Draft) -> bool:
    return draft.pattern is not None and draft.pattern.recurs


def befores(ctx: Ctx, draft: Draft) -> tuple[reminding.Before, ...]:
    """This meeting's reminders, else those that are usual here."""
    if draft.reminders is not None:
        return tuple(reminding.unwritten(one) for one in draft.reminders)
    usual = ctx.parts.settings.meetings.reminders
    return tuple(one for words in usual if (one := reminding.parse(words)) is not None)


def reminders(ctx: Ctx, draft: Draft, times: list[Times]) -> Text:
    """«Rappels : 7 jours, 1 jour et 1 heure avant.» For tonight, those that are still to come."""
    found = befores(ctx, draft)
    if times and not _endless(draft):
        start = times[-1].start
        found = tuple(b for b in found if reminding.moment(b, start, ctx.zone) > ctx.now)
    named: tuple[Arg, ...] = tuple(_before(one) for one in found)
    return text("meet-reminders", when=named) if named else Text("meet-reminders-none")


def _before(one: reminding.Before) -> Text:
    if one.days:
        if one.at is None:
            return text("meet-before-days", days=one.days)
        at = patterns.clock(one.at)
        return text("meet-before-days-at", days=one.days, at=at)
    if one.minutes % 60:
        return text("meet-before-minutes", minutes=one.minutes)
    return text("meet-before-hours", hours=one.minutes // 60)


def options(draft: Draft) -> list[Option]:
    """The likeliest first."""
    found = [Option("send", Text("send"), ("envoyer", "send", "ok", "oui"))]
    if draft.other is not None and draft.pattern is not None:
        other = text("meet-rather", what=spoken.what(draft.other))
        found.append(Option("other", other, ("plutot", "rather"), wide=True))
    return [
        *found,
        Option("who", Text("see-who"), ("qui", "who")),
        Option("edit", Text("edit"), ("modifier", "edit")),
        Option("try", Text("try-on-me"), ("essai", "test")),
    ]


def check(ctx: Ctx, draft: Draft, found: Preview) -> None:
    """A meeting that nobody hears of, or that never takes place, is an error, not a silence."""
    if not coming(ctx, draft):
        raise Refusal("meet-never")
    if found.reached.nobody:
        raise Refusal("meet-nobody")


def sample(ctx: Ctx, draft: Draft) -> Message:
    """«🧪 Essai sur moi»: as a member will see it, with buttons that do nothing."""
    return Message((Text("meet-sample"), *body(ctx, draft, coming(ctx, draft))))
