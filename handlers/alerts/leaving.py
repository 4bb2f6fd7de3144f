"""A member leaves, asks what is known of them, or time has passed: what is kept and what is not."""

from datetime import timedelta
from typing import Any

from bot.core.facts import MemberLeft, TimeToForget
from bot.engine import Ctx, erases, exports, on
from handlers.alerts import keys
from storage import alert_answers, alerts, signals


@on(MemberLeft)
async def member_left(ctx: Ctx, fact: MemberLeft) -> None:
    """Nobody waits for their answer any more; what they answered stays counted."""
    told, _ = await alert_answers.of_member(ctx.tx, fact.member_id)
    for row in told:
        alert = await alerts.find(ctx.tx, row.alert_id)
        if alert is not None and alert.open:
            if row.silent:
                await ctx.tx.delete(row)
            ctx.renew(keys.BOARD.format(alert=row.alert_id))


@exports("alerts")
async def export(ctx: Ctx, member_id: int) -> dict[str, Any]:
    told, asked = await alert_answers.of_member(ctx.tx, member_id)
    return {
        "told": [
            {"alert": t.alert_id, "at": t.told_at.isoformat(),
             "acknowledged": t.acked_at.isoformat() if t.acked_at else "",
             "can_help": t.helps_at.isoformat() if t.helps_at else "", "said": t.said}
            for t in told
        ],
        "questions": [
            {"alert": q.alert_id, "at": q.at.isoformat(), "words": q.words, "answer": q.answer}
            for q in asked
        ],
        "signals": [
            {"at": s.at.isoformat(), "kind": s.kind.value, "words": s.words, "number": s.number,
             "town": s.town}
            for s in await signals.of_member(ctx.tx, member_id)
        ],
    }  # fmt: skip


@erases("alerts")
async def erase(ctx: Ctx, member_id: int) -> None:
    """Words go; counts stay."""
    await alert_answers.forget_words(ctx.tx, member_id)
    await signals.forget_member(ctx.tx, member_id)


@on(TimeToForget)
async def time_to_forget(ctx: Ctx, fact: TimeToForget) -> None:
    kept = fact.now - timedelta(days=ctx.parts.settings.retention.answers_days)
    await alert_answers.forget(ctx.tx, kept)
    await signals.forget(ctx.tx, kept)
