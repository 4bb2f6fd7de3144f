"""A meeting as files: the sheet to sign, and who was invited, answered and came."""

import asyncio
from collections.abc import Sequence

from bot.core import Attachment, Message, Right, Span, text
from bot.engine import Ctx, button, maker
from bot.engine.labels import (
    Labels,
    capital,
    file_name,
    labels,
    local,
    members,
    profession,
    professions,
    rank,
)
from bot.engine.paper import book
from bot.engine.paper.sheets import Table, Value
from handlers.meetings import board, hours, keys, words
from handlers.meetings.signin import Signer, SignIn, write_sign_in
from storage import meetings, rsvps
from storage.meetings import Time
from storage.people import Member
from storage.rsvps import Rsvp

PDF = "application/pdf"

Row = tuple[Rsvp, Member]


@button("meetings.export", right=Right.MEET)
async def export(ctx: Ctx, time_id: int) -> None:
    """An XLSX file, for organisers only: it names everyone who was invited."""
    time = await board.known(ctx, time_id)
    ctx.audit("meeting.exported", keys.TIME.format(time=time_id))
    ctx.show(Message((text("meet-exported", title=words.title(time)),), (),
                     book_file.made(ctx.me.id, time_id)))  # fmt: skip


@button("meetings.sheet", right=Right.MEET)
async def sheet(ctx: Ctx, time_id: int) -> None:
    """«🖨 Émargement»: to be signed on paper, the proof for the funder."""
    time = await board.known(ctx, time_id)
    ctx.audit("meeting.sheet", keys.TIME.format(time=time_id))
    ctx.show(Message((text("meet-sheet-said", title=words.title(time)),), (),
                     sheet_file.made(ctx.me.id, time_id)))  # fmt: skip


async def _rows(ctx: Ctx, time_id: int) -> tuple[Time, list[Row]]:
    time = await meetings.time(ctx.tx, time_id)
    if time is None:
        raise LookupError(time_id)
    found = await rsvps.all_of(ctx.tx, time_id)
    known = await members(ctx.tx, [row.member_id for row in found])
    rows = [(row, known[row.member_id]) for row in found if row.member_id in known]
    return time, sorted(rows, key=lambda one: (rank(one[1].profession), one[1].folded))


@maker("meetings.book")
async def book_file(ctx: Ctx, time_id: int) -> Attachment:
    time, rows = await _rows(ctx, time_id)
    say = labels(ctx)
    title = say("meet-xlsx-title", title=Span(time.meeting.title))
    when = Span(words.dated(time.one, ctx.zone, ctx.lang))
    banner = say("meet-xlsx-banner", title=Span(time.meeting.title), when=when, at=ctx.now)
    day = time.one.starts_at.astimezone(ctx.zone).date()
    name = file_name(say("meet-xlsx-file"), time.meeting.title, day, "xlsx")
    tables = (_people(say, time, rows), _counts(say, time, rows))
    return await book.book_file(ctx, name, title, banner, tables)


def _people(say: Labels, time: Time, rows: Sequence[Row]) -> Table:
    """A line a person: what they answered, whether they were there, for how long."""
    head = hours.heads(say, "name", "profession", "town", "answer", "answered", "here", "arrived",
                  "minutes")  # fmt: skip
    return Table(say("meet-xlsx-people"), head, tuple(_person(say, time, *row) for row in rows))


def _person(say: Labels, time: Time, row: Rsvp, member: Member) -> tuple[Value, ...]:
    return (
        member.name, capital(profession(member, say.lang)), member.town,
        say(f"meet-xlsx-{row.answer.value}"), local(row.answered_at, say.zone),
        say("meet-xlsx-yes" if row.here_at else "meet-xlsx-no"), local(row.here_at, say.zone),
        hours.minutes(time.one) if row.here_at else None,
    )  # fmt: skip


def _counts(say: Labels, time: Time, rows: Sequence[Row]) -> Table:
    """What is reported: people present by profession, and their hours, added up."""
    head = hours.heads(say, "profession", "invited-head", "coming", "present", "hours")
    named: dict[str, list[Rsvp]] = {}
    for row, member in rows:
        named.setdefault(member.profession, []).append(row)
    lines = [
        (capital(professions(key, say.lang, 2)) or "–", *_figures(time, theirs))
        for key, theirs in named.items()
    ]
    everyone = (say("meet-xlsx-all"), *_figures(time, [row for row, _ in rows]))
    return Table(say("meet-xlsx-counts"), head, (*lines, everyone))


def _figures(time: Time, rows: Sequence[Rsvp]) -> tuple[Value, ...]:
    here = sum(row.here_at is not None for row in rows)
    comes = sum(row.comes for row in rows)
    return len(rows), comes, here, here * hours.minutes(time.one) / 60


@maker("meetings.sign-in")
async def sheet_file(ctx: Ctx, time_id: int) -> Attachment:
    """Whoever comes or was there, by profession; empty lines for the others."""
    time, rows = await _rows(ctx, time_id)
    say = labels(ctx)
    wanted = [one for one in rows if one[0].comes or one[0].here_at is not None]
    facts = SignIn(
        title=time.meeting.title,
        community=ctx.parts.settings.community.name,
        secret=say("meet-sheet-kind"),
        made=say("meet-sheet-made", at=ctx.now),
        page=say("phone-page", page=Span("{page}"), pages=Span("{pages}")),
        lang="fr-FR" if say.lang == "fr" else "en-GB",
        at=ctx.now,
        lead=_lead(say, ctx, time),
        columns=(say("meet-xlsx-name"), say("meet-xlsx-town"), say("meet-xlsx-arrived"),
                 say("meet-sheet-signature")),
        groups=_groups(say, wanted),
        others=say("meet-sheet-others"),
        certified=say("meet-sheet-certified"),
    )  # fmt: skip
    data = await asyncio.to_thread(write_sign_in, facts)
    day = time.one.starts_at.astimezone(ctx.zone).date()
    name = file_name(say("meet-sheet-file"), time.meeting.title, day, "pdf")
    return Attachment(name, PDF, data, say("meet-sheet-alt", title=Span(time.meeting.title)))


def _lead(say: Labels, ctx: Ctx, time: Time) -> tuple[str, ...]:
    when = capital(words.dated(time.one, ctx.zone, ctx.lang))
    lines = [when, say("meet-place", place=Span(time.place)) if time.place else ""]
    if time.agenda:
        lines.append(say("meet-agenda", agenda=Span(time.agenda)))
    return tuple(line for line in lines if line)


def _groups(say: Labels, rows: Sequence[Row]) -> tuple[tuple[str, tuple[Signer, ...]], ...]:
    named: dict[str, list[Signer]] = {}
    for row, member in rows:
        at = local(row.here_at, say.zone)
        here = say("meet-sheet-here", at=at.time()) if at else ""
        key = capital(professions(member.profession, say.lang, 2)) or "–"
        named.setdefault(key, []).append(Signer(member.name, member.town, here))
    return tuple((name, tuple(people)) for name, people in named.items())
