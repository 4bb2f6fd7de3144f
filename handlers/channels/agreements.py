"""Agreements with partners come to an end: coordinators are told in time."""

from datetime import date, datetime, time

from bot.core import Args, Button, Lane, Message, Role, Span, Text
from bot.core.messages import Arg
from bot.engine import Ctx, job
from handlers.channels.cards import call
from handlers.channels.rules import line
from storage import partners, people
from storage.partners import Partner

MORNING = time(9)


def said(row: Partner, today: date) -> Text:
    """«Convention 2026-14, jusqu'au 31 décembre 2027»."""
    if not row.agreement and row.agreed_until is None:
        return Text("agreement-is-none")
    named = row.agreement not in ("", line.UNNAMED)
    name: Arg = Span(row.agreement) if named else Text("agreement-unnamed")
    if row.agreed_until is None:
        return Text("agreement-is-open", {"name": name})
    over = "yes" if row.agreed_until < today else "no"
    day = datetime.combine(row.agreed_until, time())
    year = Span(str(row.agreed_until.year))
    return Text("agreement-is", {"name": name, "until": day.date(), "year": year, "over": over})


def _name(row: Partner) -> str:
    return f"partner:{row.id}:agreement"


async def forget(ctx: Ctx, row: Partner) -> None:
    await ctx.forget(_name(row))


async def watch(ctx: Ctx, row: Partner) -> None:
    """Its reminders as its last day is now."""
    await forget(ctx, row)
    row.warned_at = None
    if row.agreed_until is None:
        return
    for day in line.reminders(row.agreed_until, ctx.today):
        ctx.at(datetime.combine(day, MORNING, ctx.zone), remind.call(row.id), name=_name(row))


@job("channels.agreement-ends")
async def remind(ctx: Ctx, partner: int) -> None:
    row = await partners.active(ctx.tx, partner)
    if row is None or row.agreed_until is None:
        return
    row.warned_at = ctx.now
    left = (row.agreed_until - ctx.today).days
    named: Args = {"name": Span(row.name, bold=True), "left": max(left, -1)}
    lines = (Text("agreement-ends", named), said(row, ctx.today))
    keys = (
        Button(Text("agreement-renew"), call("partner-change", partner=row.id)),
        Button(Text("agreement-see"), call("partner", partner=row.id)),
    )
    ids = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
    await ctx.tell(ids, Message(lines, keys), lane=Lane.REMINDERS)
