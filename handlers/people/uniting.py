"""Two accounts become one person: what is written down, who is told; if both were known already."""

from typing import Any

from bot.core import Button, Message, Right, Span, Text
from bot.core.facts import AccountLinked, MemberLeft, MembersUnited
from bot.engine import Ask, Ctx, Option, dialog
from handlers.people import apps, erasing, menus, settings
from handlers.people.rules.uniting import Side, Union, united
from handlers.people.words import profession
from storage import absences, accounts, linkcodes, lists, places, roster
from storage.people import Account, Member, Standing

SAID_ONCE = ("week", "phone", "skills", "needs")
"""What the profile that stays takes from the other where it says nothing itself."""


async def joined(ctx: Ctx, member: Member, account: Account) -> None:
    """Both apps are told: whoever did not do it sees it in the first one."""
    member.prefers = account.platform
    await linkcodes.drop(ctx.tx, member.id)
    ctx.audit("account.linked", f"member:{member.id}", None, {"platform": account.platform})
    await ctx.happened(AccountLinked(member.id))
    await menus.renew(ctx, member)
    theirs = await accounts.of(ctx.tx, member.id)
    others = [a for a in theirs if a.where != account.where]
    buttons = [
        Button(Text("link-rather", {"app": apps.called(a.platform)}),
               settings.change.call("app", a.platform))
        for a in others
        if not a.unreachable
    ]  # fmt: skip
    done = Text("link-done", {"apps": apps.listed(a.platform for a in theirs)})
    ctx.show(Message((done,), tuple(buttons)))
    for other in others:
        apps.tell(ctx, member, other, "link-told", app=apps.called(account.platform))


async def begin(ctx: Ctx, owner: Member, digest: str) -> None:
    """The code was typed by somebody who has a profile of their own."""
    found = await _union(ctx, owner, ctx.me)
    if isinstance(found, Text):
        return ctx.show(Message((found,)))
    return ctx.start(unite, digest=digest)


async def _union(ctx: Ctx, first: Member, second: Member) -> Union | Text:
    return united(await _side(ctx, first), await _side(ctx, second))


async def _side(ctx: Ctx, member: Member) -> Side:
    theirs = await accounts.of(ctx.tx, member.id)
    return Side(
        id=member.id, rank=member.rank, granted=bool(member.granted),
        approved=member.standing is Standing.ACTIVE, suspended=not member.active,
        answered=await linkcodes.has_answered(ctx.tx, member.id), joined=member.joined_at,
        apps=frozenset(a.platform for a in theirs),
    )  # fmt: skip


@dialog("people.unite", right=Right.ANYONE)
async def unite(ctx: Ctx, ask: Ask, digest: str) -> None:
    """One of the two goes for good: it is confirmed, and looked at again after that."""
    code = await linkcodes.claim(ctx.tx, digest, ctx.now)
    if code is None or ctx.member is None:
        return ctx.say("link-unknown")
    other = await roster.claim(ctx.tx, code.member_id)
    found = await _union(ctx, other, ctx.me)
    if isinstance(found, Text):
        return ctx.show(Message((found,)))
    stays, goes = (other, ctx.me) if found.stays == other.id else (ctx.me, other)
    yes = Option("yes", Text("unite-yes"), ("oui", "yes", "ok", "o", "y"))
    no = Option("no", Text("unite-no"), ("non", "no", "n"), ends=True)
    if await ask.choice("unite-ask", [yes, no], **_named(ctx, stays)) == "no":
        return ctx.say("unite-dropped")
    await _merge(ctx, stays, goes)
    return None


def _named(ctx: Ctx, stays: Member) -> dict[str, Any]:
    return {
        "name": Span(stays.name, bold=True),
        "profession": Span(profession(stays, ctx.lang)),
        "town": Span(stays.town),
    }


async def _merge(ctx: Ctx, stays: Member, goes: Member) -> None:
    assert ctx.account is not None
    for account in await accounts.of(ctx.tx, goes.id):
        await places.fall_silent(ctx.tx, account.where)
        account.member_id = stays.id
    for name in SAID_ONCE:
        if not getattr(stays, name):
            setattr(stays, name, getattr(goes, name))
    if not stays.rpps:
        stays.rpps, stays.proof = goes.rpps, goes.proof
    await absences.hand_over(ctx.tx, goes.id, stays.id)
    await lists.hand_over(ctx.tx, goes.id, stays.id)
    await ctx.tx.flush()
    await ctx.happened(MembersUnited(stays.id, goes.id))
    await ctx.happened(MemberLeft(goes.id))
    await erasing.erase(ctx, goes)
    ctx.audit("member.united", f"member:{stays.id}", None, {"with": goes.id})
    ctx.member = stays
    await joined(ctx, stays, ctx.account)
