"""What is known of a reader: handed over, erased, and a no that outlives both.

Who leaves after a no leaves it behind as a hash of their account, so that it still counts when they
come back. When two profiles or two apps become one, the no of either counts.
"""

from datetime import timedelta
from typing import Any

from bot.core.facts import (
    AccountLinked,
    MemberJoined,
    MemberLeft,
    MembersUnited,
    TimeToForget,
)
from bot.engine import Ctx, erases, exports, on
from handlers.newsletters import choosing, keys
from storage import accounts, newsletters, newsreaders
from storage.newsletters import Asked
from storage.newsreaders import Means

NOTICES = timedelta(days=30)


@on(MemberJoined)
async def returned(ctx: Ctx, fact: MemberJoined) -> None:
    await _recall(ctx, fact.member_id)


@on(AccountLinked)
async def linked(ctx: Ctx, fact: AccountLinked) -> None:
    await _recall(ctx, fact.member_id)


async def _recall(ctx: Ctx, member_id: int) -> None:
    """Somebody who had said no and left is here again."""
    theirs = await accounts.of(ctx.tx, member_id)
    if await newsreaders.take_objection(ctx.tx, [account.who for account in theirs]):
        choice = await newsreaders.opened(ctx.tx, member_id)
        choosing.note(ctx, choice, wants=False, means=Means.RETURNED)


@on(MembersUnited)
async def united(ctx: Ctx, fact: MembersUnited) -> None:
    """Said twice, once yes and once no, is no."""
    stays = await newsreaders.opened(ctx.tx, fact.stays)
    goes = await newsreaders.choice(ctx.tx, fact.goes)
    if goes is None:
        return
    said = [one.wants for one in (stays, goes) if one.wants is not None]
    if said and stays.wants is not all(said):
        choosing.note(ctx, stays, wants=all(said), means=Means.UNITED)
    stays.asked_at = stays.asked_at or goes.asked_at
    await newsreaders.hand_over(ctx.tx, fact.goes, fact.stays)


@on(MemberLeft)
async def left(ctx: Ctx, fact: MemberLeft) -> None:
    """Left or suspended: nothing more is sent, nothing more is asked."""
    await newsletters.forget_reader(ctx.tx, fact.member_id)
    await ctx.forget(keys.asking(fact.member_id))
    for article, issue in await newsletters.contributions_of(ctx.tx, fact.member_id):
        if article.asked is Asked.WAITING:
            article.asked, article.used = Asked.DECLINED, False
        ctx.renew(keys.about(issue.id), children=True)


@exports("newsletters")
async def mine(ctx: Ctx, member_id: int) -> dict[str, Any]:
    choice = await newsreaders.choice(ctx.tx, member_id)
    written = await newsletters.written_by(ctx.tx, member_id)
    return {
        "newsletter": choice.wants if choice else None,
        "newsletter_asked_at": choice.asked_at if choice else None,
        "newsletter_said": [
            {"at": one.at, "yes": one.wants, "platform": one.platform, "means": one.means.value,
             "wording": one.wording}
            for one in await newsreaders.proofs(ctx.tx, member_id)
        ],
        "newsletter_texts": [
            {"issue": issue.title, "heading": article.heading, "text": article.text}
            for article, issue in written
        ],
    }  # fmt: skip


@erases("newsletters")
async def forget(ctx: Ctx, member_id: int) -> None:
    choice = await newsreaders.choice(ctx.tx, member_id)
    if choice is not None and choice.wants is False:
        theirs = await accounts.of(ctx.tx, member_id)
        await newsreaders.object_for(ctx.tx, [account.who for account in theirs], ctx.now)
    await newsreaders.forget(ctx.tx, member_id)
    await newsletters.forget_reader(ctx.tx, member_id)
    await newsletters.disown(ctx.tx, member_id)


@on(TimeToForget)
async def time_to_forget(ctx: Ctx, fact: TimeToForget) -> None:
    settings = ctx.parts.settings
    kept = timedelta(days=settings.newsletters.objections_days)
    await newsreaders.forget_objections(ctx.tx, fact.now - kept)
    await newsletters.forget_notices(ctx.tx, fact.now - NOTICES)
    answers = timedelta(days=settings.retention.answers_days)
    await newsletters.forget_pieces(ctx.tx, fact.now - answers)
