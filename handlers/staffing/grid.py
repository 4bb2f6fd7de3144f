"""Who is free when: what a survey found, as lines and as a picture for coordinators."""

import asyncio
from collections import Counter
from collections.abc import Sequence

from bot.core import Attachment, Span, Text
from bot.core.messages import Arg
from bot.engine import Ctx, maker
from bot.engine.labels import Labels, capital, file_name, labels, professions, rank
from handlers.staffing import words
from handlers.staffing.pictures import dates
from handlers.staffing.pictures.frame import Frame
from handlers.staffing.pictures.grid import draw_grid
from handlers.staffing.pictures.gridfacts import (
    Count,
    GridFacts,
    GridLegend,
    Group,
    Line,
    Mark,
    Need,
    Slot,
)
from handlers.staffing.roster import kind_of, made
from handlers.staffing.survey import Survey, best, read_survey, suits
from storage import callouts
from storage.callouts import Plan, Shift
from storage.people import Member

MOST_SLOTS, MOST_PEOPLE, MOST_LINES = 14, 40, 8
"""In a picture, across and down; and slots in the text, which is twelve lines at most."""


async def survey_lines(ctx: Ctx, plan: Plan) -> list[Text]:
    """At most twelve lines, with the best slots."""
    return _lines(ctx, await read_survey(ctx, plan))


@maker("staffing.grid", picture=True)
async def survey_picture(ctx: Ctx, callout_id: int) -> Attachment:
    plan = await callouts.plan(ctx.tx, callout_id)
    if plan is None:
        raise LookupError(callout_id)
    return (await survey_grid(ctx, plan))[1]


async def survey_grid(ctx: Ctx, plan: Plan) -> tuple[list[Text], Attachment]:
    """At most twelve lines with the best slots, and the picture with everyone's answers."""
    say, survey = labels(ctx), await read_survey(ctx, plan)
    lines = _lines(ctx, survey)
    facts = _facts(ctx, say, survey)
    data = await asyncio.to_thread(draw_grid, facts)
    name = file_name(say("grid-file"), plan.callout.title, ctx.today, "png")
    alt = "\n".join(say(line.key, **line.args) for line in lines)
    return lines, Attachment(name, "image/png", data, alt)


def _lines(ctx: Ctx, survey: Survey) -> list[Text]:
    plan = survey.plan
    counts: dict[str, Arg] = {"answered": survey.answered, "asked": len(survey.asked)}
    lines = [Text("grid-head", {"title": words.title(plan.callout), **counts})]
    found = best(survey)
    if found:
        times: tuple[Arg, ...] = tuple(
            Span(dates.slot(s.starts_at, s.ends_at, ctx.zone, ctx.lang)) for s in found[:3]
        )
        if len(found) > 3:
            times += (Text("times-more", {"count": len(found) - 3}),)
        whole = "yes" if survey.share(found[0]) >= 1 else "no"
        lines.append(Text("grid-best", {"times": times, "whole": whole}))
    lines += [_slot_line(ctx, survey, shift) for shift in plan.shifts[:MOST_LINES]]
    if len(plan.shifts) > MOST_LINES:
        lines.append(Text("grid-more", {"slots": len(plan.shifts) - MOST_LINES}))
    return lines


def _slot_line(ctx: Ctx, survey: Survey, shift: Shift) -> Text:
    """«1. samedi 12 décembre, de 9 h à 13 h : 3 infirmiers, 1 médecin ; si besoin 2»."""
    counts = Counter(survey.free(shift))
    parts = tuple(Span(f"{n} {professions(key, ctx.lang, n)}") for key, n in counts.most_common())
    return Text(
        "grid-slot",
        {
            "number": shift.number,
            "when": words.when(shift, ctx.zone, ctx.lang),
            "free": counts.total(),
            "parts": parts,
            "maybe": len(survey.marked(shift, Mark.MAYBE)),
        },
    )


def _facts(ctx: Ctx, say: Labels, survey: Survey) -> GridFacts:
    shifts = survey.plan.shifts[:MOST_SLOTS]
    people = survey.people[:MOST_PEOPLE]
    call = survey.plan.callout
    answers = say("grid-answers", answered=survey.answered, asked=len(survey.asked))
    frame = Frame(
        title=call.title,
        place=" · ".join(part for part in (call.place, answers) if part),
        made=made(ctx, say),
        drill=say("pic-drill") if call.drill else "",
        secret=say("pic-secret", who=Span(ctx.me.name), at=ctx.now),
        cut=_cut(say, len(survey.plan.shifts) - len(shifts), len(survey.people) - len(people)),
    )
    kinds = dict.fromkeys(kind_of(p) for s in shifts for p in survey.plan.of(s.id))
    return GridFacts(
        frame=frame,
        people=say("grid-people"),
        slots=tuple(_slot(s, say) for s in shifts),
        groups=_groups(survey, people, shifts, say),
        needs=tuple(_need(survey, kind, shifts, say) for kind in kinds),
        legend=GridLegend(
            say("grid-free"), say("grid-maybe"), say("grid-no"), say("grid-silent"),
            say("grid-elsewhere"), say("grid-short"),
        ),
    )  # fmt: skip


def _cut(say: Labels, slots: int, people: int) -> str:
    parts = (
        say("pic-cut-slots", count=slots) if slots else "",
        say("grid-cut-people", count=people) if people else "",
    )
    return " · ".join(part for part in parts if part)


def _slot(shift: Shift, say: Labels) -> Slot:
    start = shift.starts_at.astimezone(say.zone)
    day = f"{dates.weekday(start, say.zone, say.lang)} {start.day}"
    return Slot(str(shift.number), day, dates.hour(start, say.zone, say.lang))


def _groups(
    survey: Survey, people: Sequence[Member], shifts: Sequence[Shift], say: Labels
) -> tuple[Group, ...]:
    """The professions in the order of the list, each with its people."""
    keys = sorted({m.profession for m in people}, key=rank)
    return tuple(
        _group(survey, [m for m in people if m.profession == key], shifts, say) for key in keys
    )


def _group(survey: Survey, people: Sequence[Member], shifts: Sequence[Shift], say: Labels) -> Group:
    lines = tuple(Line(m.name, tuple(survey.mark(m, s) for s in shifts)) for m in people)
    every = [m for m in survey.people if m.profession == people[0].profession]
    marks = [[survey.mark(m, s) for m in every] for s in shifts]
    title = professions(people[0].profession, say.lang, 2) or "–"
    return Group(capital(title), tuple(_count(column) for column in marks), lines)


def _count(marks: Sequence[Mark]) -> str:
    """«5 +2»: five free, two if needed; nothing where they are not looked for."""
    if all(mark is Mark.ELSEWHERE for mark in marks):
        return ""
    maybe = marks.count(Mark.MAYBE)
    return f"{marks.count(Mark.FREE)} +{maybe}" if maybe else str(marks.count(Mark.FREE))


def _need(
    survey: Survey, kind: tuple[tuple[str, ...], str], shifts: Sequence[Shift], say: Labels
) -> Need:
    posts = {p.shift_id: p for p in survey.plan.posts if kind_of(p) == kind}
    counts: list[Count | None] = []
    for shift in shifts:
        post = posts.get(shift.id)
        if post is None:
            counts.append(None)
            continue
        free = sum(1 for m in survey.marked(shift, Mark.FREE) if suits(post, m.profession))
        counts.append(Count(say("pic-of", taken=free, need=post.need), free < post.need))
    name = words.post(next(iter(posts.values())), say.lang, 2)
    return Need(capital(name), tuple(counts))
