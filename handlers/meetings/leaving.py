"""A member left, or was refused or suspended: their place is free again; what is known of them."""

from datetime import timedelta

from bot.core.facts import MemberLeft, MembersUnited, TimeToForget
from bot.core.meetings import Answer
from bot.engine import Ctx, erases, exports, on
from handlers.meetings import answering
from storage import feeds, meetings, polls, rsvps


@on(MemberLeft)
async def member_left(ctx: Ctx, fact: MemberLeft) -> None:
    await feeds.drop(ctx.tx, fact.member_id)
    for row, one in await rsvps.of_member(ctx.tx, fact.member_id, ctx.now):
        time = await meetings.time(ctx.tx, one.id, hold=True)
        if time is not None and row.answer is not Answer.ABSENT:
            await answering.take(ctx, time, row, Answer.ABSENT)


@on(MembersUnited)
async def united(ctx: Ctx, fact: MembersUnited) -> None:
    """What the profile that goes has answered is the other's from now on."""
    for row in await rsvps.everything(ctx.tx, fact.goes):
        await rsvps.hand_over(ctx.tx, row, fact.stays)
    await polls.hand_over(ctx.tx, fact.goes, fact.stays)
    await ctx.tx.flush()


@exports("meetings")
async def export(ctx: Ctx, member_id: int) -> list[dict[str, str]]:
    """What this person was invited to, answered, and was at, as plain values."""
    rows = await rsvps.everything(ctx.tx, member_id)
    times = {t.one.id: t for t in await meetings.times(ctx.tx, [r.occurrence_id for r in rows])}
    return [
        {
            "meeting": times[row.occurrence_id].meeting.title,
            "starts_at": times[row.occurrence_id].one.starts_at.isoformat(),
            "answer": row.answer.value,
            "answered_at": row.answered_at.isoformat() if row.answered_at else "",
            "present": "yes" if row.here_at else "no",
        }
        for row in rows
        if row.occurrence_id in times
    ]


@erases("meetings")
async def erase(ctx: Ctx, member_id: int) -> None:
    """Attendance stays for the proof that the accounts need; nothing of it is in their words."""
    await feeds.drop(ctx.tx, member_id)
    await polls.forget_member(ctx.tx, member_id)


@exports("polls")
async def export_votes(ctx: Ctx, member_id: int) -> list[dict[str, str]]:
    return [
        {"poll": poll.title, "choice": choice.label or f"{choice.starts_at:%Y-%m-%d %H:%M} UTC"}
        for poll, choice in await polls.everything(ctx.tx, member_id)
    ]


@on(TimeToForget)
async def time_to_forget(ctx: Ctx, fact: TimeToForget) -> None:
    retention = ctx.parts.settings.retention
    kept, proofs = timedelta(days=retention.answers_days), timedelta(days=retention.proofs_days)
    await rsvps.forget(ctx.tx, fact.now - kept, fact.now - proofs)
    await polls.forget(ctx.tx, fact.now - kept)
