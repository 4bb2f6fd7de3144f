"""What would go out, to how many, and who is left out and why: shown before anything is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core import Args, Lang, Message, Span, Text, text
from bot.core import professions as known
from bot.core.errors import Refusal
from bot.core.plain import fold
from bot.core.when import Span as Time
from bot.core.when import spoken
from bot.engine import Ctx, Option
from handlers.staffing import opening, selecting, words
from handlers.staffing.rules.audience import Audience
from handlers.staffing.rules.draft import Draft, Place, Slot
from storage import callouts, people
from storage.callouts import Callout

MOST, FIRST = 6, 4
NEAR = 48
"""Hours before the start that are told as hours."""
"""Slots named one by one: more than these do not fit on a phone, and the first must do."""


@dataclass(frozen=True)
class Preview:
    lines: tuple[Text, ...]
    audience: Audience


async def show(ctx: Ctx, draft: Draft) -> Preview:
    found = await selecting.for_draft(ctx, draft)
    lines = [
        Text("preview-head", {"drill": "yes" if draft.drill else "no", "title": Span(draft.title),
                              "kind": "survey" if draft.survey else "call"}),
        *slot_lines(ctx, draft.slots),
        *_alike(ctx, draft),
        *where_lines(draft, opening.reply_by(ctx, draft)),
        _seats(draft),
    ]  # fmt: skip
    same = await twins(ctx, draft)
    lines += [Text("preview-twin", {"at": same[0].made_at})] if same else []
    if found.able:
        counts = tuple(Span(c) for c in words.counted(found.by_profession(), ctx.lang))
        lines.append(Text("preview-people", {"count": len(found.able), "counts": counts}))
        expected = ctx.parts.settings.staffing.expected_yes
        first = opening.first_group(draft, found, expected_yes=expected)
        free = len(found.free)
        lines.append(_group(ctx, draft, first, free))
    else:
        lines.append(Text("preview-nobody"))
    if draft.neighbours:
        lines.append(Text("preview-neighbours"))
    if found.left_out:
        lines.append(Text("preview-left-out", {"count": len(found.left_out)}))
    short = _short(ctx, draft, found)
    if short:
        lines.append(Text("preview-short", {"what": tuple(short)}))
    return Preview(tuple(lines), found)


def _alike(ctx: Ctx, draft: Draft) -> list[Text]:
    """New slots, for which nobody has said who is needed."""
    if not draft.alike:
        return []
    times: list[Span | Text] = [Span(time_of(ctx, slot)) for slot in draft.alike]
    if len(times) > MOST:
        times[FIRST:] = [Text("times-more", {"count": len(times) - FIRST})]
    return [Text("preview-alike", {"times": tuple(times)})]


def _seats(draft: Draft) -> Text:
    """«3 postes × 2 créneaux = 6 en tout», where every slot needs the same."""
    posts = {sum(p.count for p in slot.places) for slot in draft.slots}
    return text(
        "preview-seats", seats=draft.seats, slots=len(draft.slots), posts=max(posts),
        even="yes" if len(posts) == 1 else "no",
    )  # fmt: skip


async def twins(ctx: Ctx, draft: Draft) -> list[Callout]:
    """A colleague may have sent the same call a moment ago."""
    return [
        call
        for call in await callouts.open_now(ctx.tx, ctx.now)
        if fold(call.title) == fold(draft.title) and call.starts_at == draft.starts_at
        and call.drill == draft.drill
    ]  # fmt: skip


def slot_lines(ctx: Ctx, slots: Sequence[Slot]) -> list[Text]:
    if len(slots) <= MOST:
        return [slot_line(ctx, s) for s in slots]
    more = Text("more-slots", {"slots": len(slots) - FIRST})
    return [*(slot_line(ctx, s) for s in slots[:FIRST]), more]


def _group(ctx: Ctx, draft: Draft, first: int, free: int) -> Text:
    """How many are asked first, how soon the next, and why so soon."""
    rules = ctx.parts.settings.staffing
    return text(
        "preview-group",
        first=first,
        free=free,
        rhythm=_rhythm(draft),
        minutes=rules.fast_wave_minutes if draft.fast else rules.wave_minutes,
        hours=_hours(draft.starts_at - ctx.now),
    )


def _hours(left: timedelta) -> int:
    """Until the start, where it is near enough to matter; else 0."""
    hours = max(1, round(left.total_seconds() / 3600))
    return hours if hours <= NEAR else 0


def _rhythm(draft: Draft) -> str:
    if draft.everyone or draft.survey:
        return "everyone"
    return "fast" if draft.fast else "normal"


def slot_line(ctx: Ctx, slot: Slot) -> Text:
    needs = tuple(
        Text("need", {"count": p.count, "what": Span(place_name(ctx, p))}) for p in slot.places
    )
    return Text("preview-slot", {"when": Span(time_of(ctx, slot)), "needs": needs})


def time_of(ctx: Ctx, slot: Slot) -> str:
    zone = ctx.parts.settings.community.timezone
    times = Time(slot.start.astimezone(zone), slot.end.astimezone(zone))
    return spoken(times, ctx.lang, zone, ctx.now)


def place_name(ctx: Ctx, place: Place) -> str:
    names = [known.get(c).named(ctx.lang, place.count) for c in place.codes]
    joiner = " ou " if ctx.lang is Lang.FR else " or "
    return joiner.join(names) or place.label


def where_lines(draft: Draft, reply_by: datetime) -> list[Text]:
    lines = []
    if draft.place or draft.contact:
        where: Args = {"place": Span(draft.place), "contact": Span(draft.contact)}
        key = "card-where-contact" if draft.place and draft.contact else (
            "card-where" if draft.place else "card-contact"
        )  # fmt: skip
        lines.append(Text(key, where))
    each = [Text("one-slot-each")] if draft.single and len(draft.slots) > 1 else []
    return [*each, *lines, *words.terms(draft.pay, reply_by)]


def _short(ctx: Ctx, draft: Draft, found: Audience) -> list[Text]:
    """Posts that need more people than there are: said before it is found out."""
    short = []
    for wanted in draft.wanted():
        able = sum(wanted.suits(p.profession) for p in found.able)
        most, label = max(
            (p.count, p.label) for s in draft.slots for p in s.places if p.codes == wanted.codes
        )
        if able < most:
            what = Span(place_name(ctx, Place(most, wanted.codes, label)))
            short.append(Text("short-of", {"need": most, "what": what, "able": able}))
    return short


def options(ctx: Ctx, draft: Draft) -> list[Option]:
    """The likeliest first."""
    found = [Option("send", Text("send"), ("envoyer", "send", "ok", "oui"))]
    if not draft.survey:
        slow = Option("normal", Text("rhythm-normal"), ("normal",))
        fast = Option("fast", Text("rhythm-fast"), ("rapide", "fast"))
        found.append(slow if draft.fast or draft.everyone else fast)
        if not draft.everyone:
            found.append(Option("all", Text("rhythm-everyone"), ("tous", "everyone")))
    return [
        *found,
        Option("who", Text("see-who"), ("qui", "who")),
        Option("edit", Text("edit"), ("modifier", "edit")),
        Option("try", Text("try-on-me"), ("essai", "test")),
    ]


def check(ctx: Ctx, draft: Draft, found: Preview) -> None:
    """A call that reaches nobody is an error, not a silence."""
    if draft.starts_at <= ctx.now:
        raise Refusal("starts-in-past")
    for slot in draft.slots:
        if not slot.places:
            raise Refusal("slot-without-need", when=Span(time_of(ctx, slot)))
    if not found.audience.able:
        raise Refusal("reaches-nobody")


async def left_out(ctx: Ctx, found: Preview) -> Message:
    """Names of those in the first circle, then of those left out with the reason."""
    able = [p.id for p in found.audience.able[:15]]
    out = found.audience.left_out[:15]
    members = {m.id: m for m in await people.hold(ctx.tx, [*able, *(i for i, _ in out)])}
    names = tuple(Span(members[i].name) for i in able)
    lines = [Text("who-asked", {"names": names, "more": max(0, len(found.audience.able) - 15)})]
    lines += [
        Text("who-left-out", {"name": Span(members[i].name), "why": why.value}) for i, why in out
    ]
    if len(found.audience.left_out) > 15:
        lines.append(Text("who-more", {"count": len(found.audience.left_out) - 15}))
    return Message(tuple(lines))
