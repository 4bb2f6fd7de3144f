"""An issue that will not appear: its texts go for good."""

from bot.core import Right, Text
from bot.engine import Ask, Ctx, Option, button, dialog
from handlers.newsletters import contributors, issues, keys, letter
from storage import newsletters
from storage.newsletters import State


@button("newsletters.drop", right=Right.WRITE_NEWS)
async def open_drop(ctx: Ctx, issue_id: int) -> None:
    await issues.sendable(ctx, issue_id)
    ctx.start(drop, issue_id=issue_id)


@dialog("newsletters.drop-for-good", right=Right.WRITE_NEWS)
async def drop(ctx: Ctx, ask: Ask, issue_id: int) -> None:
    """It is confirmed, and those who were asked to write are told."""
    issue = await issues.sendable(ctx, issue_id)
    name = letter.name(issue).text
    yes = Option("yes", Text("news-drop-yes"), ("oui", "yes"))
    no = Option("no", Text("news-drop-no"), ("non", "no"), ends=True)
    if await ask.choice("ask-news-drop", [yes, no], name=name) == "no":
        return await issues.show(ctx, issue_id)
    await contributors.called_off(ctx, issue)
    ctx.audit("newsletter.dropped", keys.about(issue_id), {"state": issue.state.value}, None)
    issue.state = State.DROPPED
    await ctx.forget(keys.leaving(issue_id))
    await newsletters.drop(ctx.tx, issue_id)
    ctx.renew(keys.about(issue_id), children=True)
    ctx.say("news-dropped", name=name)
    return None
