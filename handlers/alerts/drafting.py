"""An alert made of what somebody has signalled, or of what a source has posted. It is taken up
when the alert leaves: one that is abandoned leaves it open."""

from bot.core import Right
from bot.engine import Ctx, button
from handlers.alerts import signals, sources, wizard
from handlers.alerts.rules.draft import MOST
from storage.chats import Chat


@button("alerts.signal-alert", right=Right.ALERT)
async def from_signal(ctx: Ctx, signal: int) -> None:
    row = await signals.still_open(ctx, signal)
    given = {"words": row.words[: MOST["words"]], "signal": row.id, "place": row.town}
    ctx.start(wizard.new_alert, line="", drill=False, given=given)


@button("alerts.draft-take", right=Right.ALERT)
async def from_post(ctx: Ctx, draft: int) -> None:
    row = await sources.still_open(ctx, draft)
    room = await ctx.tx.get(Chat, row.chat_id)
    given = {
        "words": row.words, "source": room.title if room else "", "file": row.file,
        "post": row.id,
    }  # fmt: skip
    ctx.start(wizard.new_alert, line="", drill=False, given=given)
