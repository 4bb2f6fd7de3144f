"""The board of those who only read: counts and a picture of counts, nobody's name or number."""

from bot.core import Args, Button, Message, Right, Text
from bot.core.errors import Refusal
from bot.engine import Ctx, View, button, card, readers
from handlers.staffing import counting, words
from handlers.staffing.roster import roster_of_counts
from storage import callouts


@card("callout:{call}:board:figures")
async def figures_card(view: View, call: int) -> Message | None:
    plan = await callouts.plan(view.tx, call)
    if plan is None:
        return None
    if not await readers.may_see(view, Right.READ_FIGURES):
        return Message((Text("board-not-yours"),))
    lines = counting.told(view, plan, await counting.tally(view, plan))
    return Message(tuple(lines), (Button(Text("as-picture"), picture.call(call)),))


@button("staffing.figures-picture", right=Right.READ_FIGURES)
async def picture(ctx: Ctx, callout_id: int) -> None:
    plan = await callouts.plan(ctx.tx, callout_id)
    if plan is None:
        raise Refusal("callout-closed")
    title: Args = {"title": words.title(plan.callout)}
    ctx.show(Message((Text("roster", title),), (), roster_of_counts.made(ctx.me.id, callout_id)))
