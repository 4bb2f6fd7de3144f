"""How a call, its slots and its posts are named, in the reader's language."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core import Lang, Span, Text
from bot.core import professions as known
from bot.core.when import Span as Time
from bot.core.when import short, spoken
from storage.callouts import Callout, Post, Shift
from storage.people import Member

MOST_NAMES = 4
"""In one line."""


def lang(member: Member) -> Lang:
    return Lang(member.lang)


def title(callout: Callout) -> Span:
    return Span(callout.title)


def heading(callout: Callout) -> list[Text]:
    """The first line; a drill says so before anything else, and that nobody need come."""
    head = Text("card-head", {"title": title(callout), "kind": callout.kind.value})
    return [Text("drill-head"), head] if callout.drill else [head]


def told(callout: Callout, line: Text) -> tuple[Text, ...]:
    """A short message about a call; a drill says so here too."""
    return (Text("drill-head"), line) if callout.drill else (line,)


def when(shift: Shift, zone: ZoneInfo, language: str) -> str:
    """«samedi 12 décembre, de 9 h à 13 h»."""
    return spoken(_time(shift, zone), Lang(language), zone)


def number(phone: str) -> Span | Text:
    return Span(phone) if phone else Text("no-number")


def button(shift: Shift, zone: ZoneInfo, language: str, *, dated: bool = False) -> str:
    """«Sam. 9 h – 13 h»."""
    return short(_time(shift, zone), Lang(language), zone, dated=dated)


def times(
    start: datetime, end: datetime, zone: ZoneInfo, language: str, now: datetime | None = None
) -> str:
    """The same for times that no shift has yet; with `now` the year is said where it is needed."""
    return spoken(Time(start.astimezone(zone), end.astimezone(zone)), Lang(language), zone, now)


def _time(shift: Shift, zone: ZoneInfo) -> Time:
    return Time(shift.starts_at.astimezone(zone), shift.ends_at.astimezone(zone))


def post(one: Post, language: Lang, count: int) -> str:
    """«3 infirmiers ou sages-femmes», without the number."""
    if not one.codes:
        return one.label
    names = [known.get(code).named(language, count) for code in one.codes]
    return (" ou " if language is Lang.FR else " or ").join(names)


def column(one: Post) -> str:
    """As short as the head of a column in a picture."""
    if not one.codes:
        return one.label[:9]
    return "/".join(known.get(code).short for code in one.codes[:2])


def counted(counts: dict[str, int], language: Lang) -> tuple[str, ...]:
    """«12 médecins», «88 infirmiers»: the most first."""
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    return tuple(f"{n} {known.get(code).named(language, n)}" for code, n in ordered)


def missing(posts: Sequence[Post], language: Lang, profession: str | None = None) -> Text:
    """«il manque 3 infirmiers sur 4», or that it is full; for one profession or for all."""
    open_posts = [p for p in posts if p.missing]
    if profession is not None:
        open_posts = [p for p in open_posts if not p.codes or profession in p.codes]
    if not open_posts:
        return Text("slot-full")
    parts = tuple(
        Text(
            "missing-of",
            {"missing": p.missing, "what": Span(lacking(p, language)), "need": p.need},
        )
        for p in open_posts
    )
    return Text("slot-missing", {"parts": parts})


def lacking(one: Post, language: Lang) -> str:
    """«3 infirmiers sur 4», but “3 of 4 nurses”: the number that stands before the noun."""
    return post(one, language, one.missing if language is Lang.FR else one.need)


def names(known: Sequence[str], count: int = 0) -> tuple[Span | Text, ...]:
    """A handful; of many the first, and how many more. `count`: of so many only the first are
    `known`."""
    many = max(count, len(known))
    if many <= MOST_NAMES:
        return tuple(Span(name) for name in known)
    first = (Span(name) for name in known[: MOST_NAMES - 1])
    return (*first, Text("names-more", {"count": many - MOST_NAMES + 1}))


def where(place: str) -> Text | Span:
    """«Lieu : gymnase Pagnol», or nothing where none was given."""
    return Text("card-where", {"place": Span(place)}) if place else Span("")


def far_apart(shifts: Sequence[Shift], zone: ZoneInfo) -> bool:
    """Would «Sam. 9 h – 13 h» be said of two Saturdays?"""
    days = {s.starts_at.astimezone(zone).date() for s in shifts}
    return bool(days) and (max(days) - min(days)).days >= 7


def terms(said: str, reply_by: datetime | None) -> list[Text]:
    """Pay and until when to answer, in one line."""
    until = Text("card-reply-by", {"at": reply_by}) if reply_by else None
    if said and until:
        return [Text("card-terms", {"pay": pay(said), "until": until})]
    return [pay(said)] if said else [until] if until else []


def pay(said: str) -> Text:
    """«+» paid by the usual rules, «-» not paid, else what was written."""
    kind = {"+": "yes", "-": "no"}.get(said, "other")
    return Text("card-pay", {"kind": kind, "pay": Span(said)})
