"""Acknowledgements that were lost while nobody listened: the silent can be reminded."""

from bot.core import Button, Text
from bot.core.facts import StillOpen, Unheard
from bot.engine import Ctx, on
from handlers.alerts import escalating, words
from handlers.alerts.rules import timing
from storage import alerts


@on(Unheard)
async def unheard(ctx: Ctx, fact: Unheard) -> None:
    for row in await alerts.in_force(ctx.tx, ctx.now):
        if row.drill or not timing.wants_answer(row.severity, release=row.release):
            continue
        count = sum(
            told.told_at < fact.until and fact.platform in (told.platform, told.elsewhere)
            for told in await escalating.chased(ctx, row.id)
        )
        if count:
            line = Text("lost-alert", {"title": words.title(row), "count": count})
            label = Text("lost-remind", {"title": words.title(row)})
            again = Button(label, escalating.remind.call(row.id), wide=True)
            fact.open.append(StillOpen(row.made_by, line, again))
