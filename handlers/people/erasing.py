"""Someone goes: every feature forgets them, the row stays without a name so that counts stay."""

from datetime import timedelta

from bot.core import Lang, Role
from bot.core.facts import MemberLeft, TimeToForget
from bot.engine import Ctx, erases, job, on
from storage import accounts, invitations, linkcodes, lists, places, roster
from storage.people import Member, Standing


async def erase(ctx: Ctx, member: Member) -> None:
    """Every feature's share first, this one's last. Publish `MemberLeft` before."""
    declared = [p for f in ctx.parts.registry.features for p in f.personal if p.erases]
    for share in declared:
        if share is not forget_person:
            await share.run(ctx, member.id)
    await forget_person.run(ctx, member.id)


@erases("people")
async def forget_person(ctx: Ctx, member_id: int) -> None:
    member = await ctx.tx.get_one(Member, member_id)
    for account in await accounts.of(ctx.tx, member_id):
        await places.fall_silent(ctx.tx, account.where)
        ctx.renew_menu(account.where, Role.GUEST, Lang(member.lang))
    await ctx.forget(f"pause:{member_id}")
    await invitations.revoke_by(ctx.tx, member_id, ctx.now)
    await linkcodes.drop(ctx.tx, member_id)
    await lists.leave_all(ctx.tx, member_id)
    await roster.erase(ctx.tx, member, ctx.now)


@job("people.erase-again")
async def erase_again(ctx: Ctx, member_id: int) -> None:
    """A copy was put back that is older than their leaving: it must not bring them back."""
    member = await ctx.tx.get(Member, member_id)
    if member is None or member.standing is Standing.LEFT:
        return
    ctx.audit("member.erased-again", f"member:{member_id}")
    await ctx.happened(MemberLeft(member_id))
    await erase(ctx, member)


@on(MemberLeft)
async def off_every_list(ctx: Ctx, fact: MemberLeft) -> None:
    """Whoever is only suspended is forgotten in nothing: it can be taken back."""
    member = await ctx.tx.get_one(Member, fact.member_id)
    if member.standing is not Standing.SUSPENDED:
        await lists.leave_all(ctx.tx, fact.member_id)


@on(TimeToForget)
async def time_to_forget(ctx: Ctx, fact: TimeToForget) -> None:
    """Invitations that ended, and wrong codes that were tried."""
    kept = timedelta(days=ctx.parts.settings.retention.invitations_days)
    await invitations.forget(ctx.tx, fact.now - kept)
