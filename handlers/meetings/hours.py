"""How many hours people were at meetings: on the board of one, and added up over a year.

Figures without a name, for the funder: they may be read by whoever reads figures.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from bot.core import Attachment, Button, Lang, Message, Right, Span, Text, text
from bot.core.errors import Refusal
from bot.engine import Ctx, View, button, maker
from bot.engine.labels import Labels, capital, file_name, labels, local, professions, rank
from bot.engine.paper.book import book_file
from bot.engine.paper.sheets import Table, Value
from handlers.meetings.rules import hours as rules
from handlers.meetings.rules.hours import Presence, Sum
from storage import meetings, people, rsvps
from storage.meetings import Occurrence, Time
from storage.rsvps import Rsvp

NAMED = 6
"""Professions in a message; the file has them all."""


def minutes(one: Occurrence) -> int:
    return rules.counted(one.starts_at, one.ends_at, whole=one.whole)


async def presences(view: View | Ctx, found: Iterable[tuple[int, Occurrence]]) -> list[Presence]:
    """(member, time) as figures: their profession of today."""
    rows = list(found)
    known = {m.id: m for m in await people.hold(view.tx, {member for member, _ in rows})}
    return [
        Presence(known[member].profession if member in known else "", member, minutes(one))
        for member, one in rows
    ]


async def of_time(view: View | Ctx, time: Time, rows: Sequence[Rsvp]) -> list[Text]:
    """«📍 Présents : 12 · 18 h», then by profession."""
    found = await presences(view, [(r.member_id, time.one) for r in rows if r.here_at])
    if not found:
        return []
    whole = rules.total(found)
    head = text("meet-count-here", count=whole.people, hours=duration(whole.minutes))
    return [head, *_each(rules.summed(found), view.lang)]


def duration(count: int) -> Text:
    """«1 h 30»."""
    return text("meet-duration", hours=count // 60, minutes=f"{count % 60:02}",
                rest=count % 60)  # fmt: skip


def _each(sums: list[Sum], lang: Lang) -> list[Text]:
    """One line for all professions, the most hours first."""
    ordered = sorted(sums, key=lambda one: (-one.minutes, rank(one.profession)))
    named = [
        text("meet-hours-each", who=Span(_called(one, lang)), count=one.people,
             hours=duration(one.minutes))
        for one in ordered[:NAMED]
    ]  # fmt: skip
    rest = ordered[NAMED:]
    if rest:
        left = duration(sum(one.minutes for one in rest))
        named.append(text("meet-hours-others", count=len(rest), hours=left))
    return [text("meet-hours-list", each=tuple(named))]


def _called(one: Sum, lang: Lang) -> str:
    return professions(one.profession, lang, one.people) or "–"


def _year(ctx: Ctx | View, year: int) -> tuple[datetime, datetime]:
    """From its first moment to its last, but not beyond now."""
    begins = datetime.combine(date(year, 1, 1), time(), tzinfo=ctx.zone)
    ends = datetime.combine(date(year + 1, 1, 1), time(), tzinfo=ctx.zone)
    return begins, min(ends, ctx.now)


@button("meetings.hours", right=Right.READ_FIGURES)
async def of_year(ctx: Ctx, year: int) -> None:
    """«⏱ Heures de présence»: added up from the 1st of January on."""
    year = year or ctx.today.year
    if not 2000 < year <= ctx.today.year:
        raise Refusal("button-too-old")
    held = await meetings.between(ctx.tx, *_year(ctx, year))
    found = await presences(ctx, await rsvps.present_at(ctx.tx, [t.one for t in held]))
    whole = rules.total(found)
    lines = [text("meet-hours-head", year=str(year)),
             text("meet-hours-total", meetings=len(held), times=whole.times, people=whole.people,
                  hours=duration(whole.minutes))]  # fmt: skip
    lines += [*_each(rules.summed(found), ctx.lang), Text("meet-hours-how")] if found else []
    before = Button(text("meet-hours-before", year=str(year - 1)), of_year.call(year - 1))
    file = Button(Text("meet-hours-file"), export.call(year))
    ctx.flip(Message(tuple(lines), (file, before) if held else (before,)))


@button("meetings.hours-file", right=Right.READ_FIGURES)
async def export(ctx: Ctx, year: int) -> None:
    ctx.audit("meeting.hours", f"year:{year}")
    said = text("meet-hours-said", year=str(year))
    ctx.show(Message((said,), (), year_file.made(ctx.me.id, year)))


@maker("meetings.hours-book")
async def year_file(ctx: Ctx, year: int) -> Attachment:
    """A line a meeting, a line a profession; nobody's name."""
    held = await meetings.between(ctx.tx, *_year(ctx, year))
    there = await rsvps.present_at(ctx.tx, [t.one for t in held])
    say = labels(ctx)
    title = say("meet-hours-book", year=str(year))
    name = file_name(say("meet-hours-name"), "", date(year, 1, 1), "xlsx").replace("-01-01", "")
    tables = (_by_meeting(ctx, held, there), by_profession(ctx, await presences(ctx, there)))
    banner = say("meet-hours-banner", title=Span(title), at=ctx.now)
    return await book_file(ctx, name, title, banner, tables)


def heads(say: Labels, *columns: str) -> tuple[str, ...]:
    return tuple(say(f"meet-xlsx-{column}") for column in columns)


def _by_meeting(ctx: Ctx, held: Sequence[Time], there: Sequence[tuple[int, Occurrence]]) -> Table:
    say = labels(ctx)
    head = heads(say, "day", "title-head", "kind", "present", "each", "hours")
    came = Counter(one.id for _, one in there)
    lines = tuple(_meeting(say, time, came[time.one.id]) for time in held)
    return Table(say("meet-xlsx-meetings"), head, lines)


def _meeting(say: Labels, time: Time, came: int) -> tuple[Value, ...]:
    each, kind = minutes(time.one), say(f"meet-xlsx-kind-{time.meeting.kind.value}")
    return (
        local(time.one.starts_at, say.zone), time.meeting.title, kind, came, each / 60,
        came * each / 60,
    )  # fmt: skip


def by_profession(ctx: Ctx, found: Sequence[Presence]) -> Table:
    """Hours as numbers, so that a spreadsheet can go on with them; all of them below."""
    say = labels(ctx)
    head = heads(say, "profession", "people-head", "times", "hours")
    sums = sorted(rules.summed(found), key=lambda one: rank(one.profession))
    lines: list[tuple[Value, ...]] = [
        (capital(professions(one.profession, say.lang, 2)) or "–", one.people, one.times,
         one.minutes / 60)
        for one in sums
    ]  # fmt: skip
    whole = rules.total(found)
    lines.append((say("meet-xlsx-all"), whole.people, whole.times, whole.minutes / 60))
    return Table(say("meet-xlsx-hours-table"), head, tuple(lines))
