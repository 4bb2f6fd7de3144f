"""What members type in answer to a meeting's card or reminder: «oui», «en visio», «désolé»."""

from bot.core.meetings import Answer
from bot.core.plain import NO, YES, fold
from bot.engine import Ctx, typed
from handlers.meetings import answering, changed
from handlers.meetings.cards import member_card
from handlers.meetings.changed import change_card
from handlers.meetings.reminding import reminder_card
from handlers.meetings.rules.replies import read_reply


@typed(member_card)
async def to_card(ctx: Ctx, text: str, time: int, member: int) -> bool:
    return await _heard(ctx, text, time, member)


@typed(reminder_card)
async def to_reminder(ctx: Ctx, text: str, time: int, member: int, number: str) -> bool:
    return await _heard(ctx, text, time, member)


@typed(change_card)
async def to_change(ctx: Ctx, text: str, time: int, member: int, change: int) -> bool:
    """«Toujours possible ?»: a bare yes keeps the answer that was given."""
    if ctx.member is None or ctx.member.id != member:
        return False
    bare = fold(text).strip(" .!")
    if bare in map(fold, YES):
        await changed.still.run(ctx, time, change)
        return True
    if bare in map(fold, NO):
        await changed.not_still.run(ctx, time, change)
        return True
    return await _heard(ctx, text, time, member)


async def _heard(ctx: Ctx, said: str, time_id: int, member: int) -> bool:
    """True if it was an answer; a number or a label is the button's."""
    if ctx.member is None or ctx.member.id != member or said.strip().isdecimal():
        return False
    time = await answering.standing(ctx, time_id)
    wish = read_reply(said, onsite=time.onsite, remote=time.remote)
    if wish is None:
        return False
    await answering.answer.run(ctx, time_id, Answer(wish))
    return True
