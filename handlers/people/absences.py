"""Days away: said, said back with their weekdays, kept, forgotten."""

from collections.abc import Sequence
from datetime import date

from bot.core import Span, Text
from bot.core.messages import Arg
from bot.core.plain import clean
from bot.engine import Ask, Ctx, Option, Unclear, button, dialog
from handlers.people.rules.away import Days, days, read_days
from storage.absences import Absence

SHOWN = 4


def words(first: date, last: date) -> Text:
    if first == last:
        return Text("away-day", {"day": first})
    return Text("away-days", {"first": first, "last": last})


def line(one: Absence) -> Text:
    return Text("away-line", {"days": words(one.first, one.last)})


def forget_label(one: Absence) -> Text:
    return Text("away-forget", {"day": one.first})


def reader(ctx: Ctx, said: str) -> str:
    """As an answer keeps it: the readings, «first/last», with «|» between those to choose from."""
    found = read_days(said, ctx.now, ctx.parts.settings.community.timezone)
    if isinstance(found, Text):
        raise Unclear(found.key, said=Span(clean(said)[:60]), **found.args)
    return "|".join(str(one) for one in found)


async def chosen(ask: Ask, kept: str, at: object) -> Days:
    """The reading that is meant; asked where there are several."""
    readings = [days(written) for written in kept.split("|")]
    if len(readings) == 1:
        return readings[0]
    options = [Option(str(one), words(one.first, one.last), wide=True) for one in readings]
    return days(await ask.choice("ask-away-which", options, at=at))


def write(ctx: Ctx, away: Sequence[Days]) -> None:
    for one in away:
        ctx.tx.add(Absence(member_id=ctx.me.id, first=one.first, last=one.last))
    if away:
        ctx.audit("member.away", f"member:{ctx.me.id}", None, {"spans": len(away)})


def together(away: Sequence[Days]) -> Arg:
    return tuple(words(one.first, one.last) for one in away)


@button("people.add-absence")
async def add(ctx: Ctx) -> None:
    ctx.start(absence)


@dialog("people.absence")
async def absence(ctx: Ctx, ask: Ask) -> None:
    turn = 0
    while True:
        kept = str(await ask.read("ask-away", lambda said: reader(ctx, said), at=turn or ""))
        meant = await chosen(ask, kept, turn or "")
        if await ask.yes("away-right", at=turn or "", days=words(meant.first, meant.last)):
            break
        turn += 1
    write(ctx, [meant])
    ctx.say("away-kept", days=words(meant.first, meant.last))
