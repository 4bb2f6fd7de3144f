"""The phase changes, or the lead: shown first where more than one person is told."""

from dataclasses import replace

from bot.core import Args, Button, Lane, Message, Right, Role, Span, Text
from bot.core.crises import Phase
from bot.core.errors import Refusal
from bot.core.facts import MemberLeft
from bot.core.outward import Outline, Outward, outline
from bot.engine import Ctx, button, on
from handlers.crises import log, opening, reaching, situation, telling, words
from storage import crises, people
from storage.crises import Crisis
from storage.people import Member

LEADS = 8
"""Coordinators offered by name."""


async def held(ctx: Ctx, crisis: int) -> Crisis:
    """Locked, and still open."""
    row = await crises.claim(ctx.tx, crisis)
    if row is None or not row.open:
        raise Refusal("crisis-over")
    return row


def back(row: Crisis) -> Button:
    return replace(opening.look(row), label=Text("crisis-back"))


@button("crises.phase", right=Right.CRISIS)
async def which_phase(ctx: Ctx, crisis: int) -> None:
    row = await held(ctx, crisis)
    following = row.phase.after
    others = sorted((p for p in Phase if p is not row.phase), key=lambda p: p is not following)
    keys = [Button(Text(f"phase-{p.value}"), preview.call(row.id, p)) for p in others]
    keys.append(back(row))
    named = Text("phase-now", {"title": Span(row.title, bold=True), "phase": row.phase.value})
    ctx.flip(Message((named,), tuple(keys)))


@button("crises.phase-preview", right=Right.CRISIS)
async def preview(ctx: Ctx, crisis: int, phase: Phase) -> None:
    row = await held(ctx, crisis)
    found = await telling.cell(ctx)
    lines = (*reaching.counted(found, drill=row.drill), *(one.text for one in _told(row, phase)))
    keys = (
        Button(Text("phase-send"), change.call(row.id, phase)),
        Button(Text("crisis-back"), which_phase.call(row.id)),
    )
    ctx.flip(Message(lines, keys))


def _told(row: Crisis, phase: Phase) -> list[Outline]:
    return [
        words.head(row.title, drill=row.drill, kind="phase"),
        *words.drill(row.drill),
        outline("phase-changed", phase=phase, before=row.phase),
    ]


@button("crises.phase-change", right=Right.CRISIS)
async def change(ctx: Ctx, crisis: int, phase: Phase) -> None:
    row = await held(ctx, crisis)
    if row.phase is not phase:
        said, before = Outward(tuple(_told(row, phase))), row.phase
        row.phase = phase
        ctx.audit("crisis.phase", opening.key(row), {"phase": before}, {"phase": phase})
        told: Args = {"phase": phase.value, "before": before.value}
        await log.add(ctx, row, Text("log-crisis-phase", told))
        telling.send(
            ctx, await telling.cell(ctx), said, lane=telling.lane(drill=row.drill, phase=phase),
            about=opening.key(row), buttons=(opening.look(row),),
        )  # fmt: skip
    await situation.show(ctx, row)


@button("crises.lead", right=Right.CRISIS)
async def which_lead(ctx: Ctx, crisis: int) -> None:
    row = await held(ctx, crisis)
    staff = [m for m in await people.ranked(ctx.tx, Role.COORDINATOR) if m.id != row.lead_id]
    staff.sort(key=lambda m: (m.id != ctx.me.id, m.folded))
    keys = [
        Button(Text("lead-me") if m.id == ctx.me.id else Text("lead-other", {"name": Span(m.name)}),
               lead.call(row.id, m.id), wide=True)
        for m in staff[:LEADS]
    ]  # fmt: skip
    keys.append(back(row))
    ctx.flip(Message((Text("lead-who", {"title": Span(row.title, bold=True)}),), tuple(keys)))


@button("crises.lead-is", right=Right.CRISIS)
async def lead(ctx: Ctx, crisis: int, member: int) -> None:
    """Whoever leads from now on is told, and so is whoever did."""
    row = await held(ctx, crisis)
    chosen = await ctx.tx.get(Member, member)
    if chosen is None or not chosen.active or chosen.rank < Role.COORDINATOR:
        raise Refusal("lead-gone")
    before, row.lead_id = row.lead_id, chosen.id
    ctx.audit("crisis.lead", opening.key(row), {"lead": before}, {"lead": chosen.id})
    await log.add(ctx, row, Text("log-crisis-lead"))
    named: Args = {"title": Span(row.title, bold=True), "drill": "yes" if row.drill else "no"}
    if chosen.id != ctx.me.id:
        await _tell(ctx, chosen.id, Text("lead-yours", named), row)
    if before is not None and before not in (ctx.me.id, chosen.id):
        await _tell(ctx, before, Text("lead-passed", named), row)
    await situation.show(ctx, row)


async def _tell(ctx: Ctx, member: int, line: Text, row: Crisis) -> None:
    await ctx.tell([member], Message((line,), (opening.look(row),)), lane=Lane.CALLS)


@on(MemberLeft)
async def left(ctx: Ctx, fact: MemberLeft) -> None:
    """A crisis without a lead says so to those who can take it."""
    for row in await crises.led_by(ctx.tx, fact.member_id):
        row.lead_id = None
        staff = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
        line = Text("lead-none", {"title": Span(row.title, bold=True)})
        keys = (Button(Text("crisis-lead"), which_lead.call(row.id)),)
        await ctx.tell(
            [one for one in staff if one != fact.member_id], Message((line,), keys), lane=Lane.CALLS
        )
