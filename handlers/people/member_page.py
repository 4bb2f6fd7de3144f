"""One member, as coordinators see them: role, suspension, a word to them."""

from bot.core import Button, Call, Message, Right, Role, Span, Text
from bot.core.errors import Refusal
from bot.core.facts import MemberLeft
from bot.core.messages import Arg
from bot.engine import Ctx, button
from handlers.people import leaving, letters, menus, newcomers
from handlers.people.newcomers import proof
from handlers.people.rules import ranks, tags
from handlers.people.rules.phones import shown
from handlers.people.rules.week_told import told
from handlers.people.words import profession, role
from storage import accounts, invitations, roster
from storage.people import Member, Standing

OVERVIEW = Call("people.members")
"""By its name: the list knows this page, and not the other way round."""


@button("people.person", right=Right.KNOW_PEOPLE)
async def person(ctx: Ctx, member_id: int) -> None:
    await show(ctx, await _known(ctx, member_id))


async def show(ctx: Ctx, member: Member) -> None:
    dialing = ctx.parts.settings.community.dialing
    theirs = await accounts.of(ctx.tx, member.id)
    lost = bool(theirs) and all(account.unreachable for account in theirs)
    lines = (
        Text("member-head"),
        Text("member-who", {"name": Span(member.name, bold=True), "town": Span(member.town),
                            "profession": Span(profession(member, ctx.lang))}),
        Text("member-state", {"standing": member.standing.value, "role": role(member.rank)}),
        Text("profile-rpps", {"proof": proof(member)}),
        Text("profile-phone", {"phone": Span(shown(member.phone, dialing))
                               if member.phone else Text("profile-none")}),
        Text("profile-skills", {"skills": tags.named(member.skills, tags.SKILLS, "skill")
                                or Text("profile-none")}),
        Text("profile-week", {"week": told(member.week)}),
        Text("member-lost") if lost else Text("nil"),
    )  # fmt: skip
    ctx.flip(Message(lines, _buttons(ctx, member)))


def _buttons(ctx: Ctx, member: Member) -> tuple[Button, ...]:
    write = Button(Text("newcomer-write"), letters.write.call(member.id))
    back = Button(Text("member-overview"), OVERVIEW)
    if member.standing is Standing.PENDING:
        return (
            Button(Text("newcomer-approve"), newcomers.approve.call(member.id)),
            Button(Text("newcomer-refuse"), newcomers.refuse.call(member.id)),
            write,
            back,
        )
    if not ranks.may_change(ctx.me, member.rank, Role.MEMBER) or member.id == ctx.me.id:
        return (write, back)
    if member.standing is Standing.SUSPENDED:
        return (Button(Text("member-reinstate"), suspend.call(member.id, False)), write, back)
    return (
        Button(Text("member-roles"), roles.call(member.id)),
        Button(Text("member-suspend"), suspend.call(member.id, True)),
        write,
        back,
    )


@button("people.roles", right=Right.KNOW_PEOPLE)
async def roles(ctx: Ctx, member_id: int) -> None:
    member = await _known(ctx, member_id)
    if not ranks.may_change(ctx.me, member.rank, Role.MEMBER):
        raise Refusal("role-not-yours")
    choices = tuple(
        Button(role(r), give_role.call(member_id, int(r)), wide=True)
        for r in ranks.grantable(ctx.me)
        if r != member.role
    )
    back = Button(Text("member-back"), person.call(member_id))
    named: dict[str, Arg] = {"name": Span(member.name, bold=True), "role": role(member.rank)}
    ctx.flip(Message((Text("roles-head", named), Text("roles-what")), (*choices, back)))


@button("people.give-role", right=Right.KNOW_PEOPLE)
async def give_role(ctx: Ctx, member_id: int, rank: int) -> None:
    member = await roster.claim(ctx.tx, member_id)
    to = Role(rank)
    if member.standing is not Standing.ACTIVE or not ranks.may_change(ctx.me, member.rank, to):
        raise Refusal("role-not-yours")
    if to < member.role:
        await leaving.must_not_be_last(ctx, member)
    if to != member.role:
        before, member.rank = member.rank, rank
        ctx.audit("member.role", f"member:{member.id}", {"rank": before}, {"rank": rank})
        most = max(ranks.grantable(member), default=Role.GUEST)
        await invitations.revoke_by(ctx.tx, member.id, ctx.now, above=most)
        await menus.renew(ctx, member)
        await ctx.tell([member.id], Message((Text("role-now", {"role": role(rank)}),)))
    await show(ctx, member)


@button("people.suspend", right=Right.KNOW_PEOPLE)
async def suspend(ctx: Ctx, member_id: int, suspended: bool) -> None:
    """Suspended: asked nothing, may do nothing, forgotten in nothing; it can be taken back."""
    member = await roster.claim(ctx.tx, member_id)
    if not ranks.may_change(ctx.me, member.rank, Role.MEMBER) or member.id == ctx.me.id:
        raise Refusal("role-not-yours")
    before, after = member.standing, Standing.SUSPENDED if suspended else Standing.ACTIVE
    if before not in (Standing.ACTIVE, Standing.SUSPENDED):
        raise Refusal("button-too-old")
    if before is not after:
        if suspended:
            await leaving.must_not_be_last(ctx, member)
        member.standing = after
        ctx.audit("member.standing", f"member:{member.id}", {"standing": before.value},
                  {"standing": after.value})  # fmt: skip
        await ctx.tell([member.id], Message((Text("suspended" if suspended else "reinstated"),)))
        if suspended:
            await invitations.revoke_by(ctx.tx, member.id, ctx.now)
            await ctx.happened(MemberLeft(member.id))
    await show(ctx, member)


async def _known(ctx: Ctx, member_id: int) -> Member:
    member = await ctx.tx.get(Member, member_id)
    if member is None or member.standing is Standing.LEFT:
        raise Refusal("member-gone")
    return member
