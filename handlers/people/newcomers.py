"""The card that coordinators get for each newcomer: whoever answers first has answered for all."""

from typing import Any

from bot.core import Button, Lane, Lang, Message, Right, Role, Span, Text
from bot.core.errors import Refusal
from bot.core.facts import MemberApproved, MemberLeft
from bot.engine import Ask, Ctx, View, button, card, dialog, on
from handlers.people import erasing, letters, menus
from handlers.people.rules import ranks
from handlers.people.words import moment, profession, role
from storage import people, roster
from storage.people import Member, Proof, Standing


async def announce(ctx: Ctx, member: Member) -> None:
    """One card for each of those who may let this person in."""
    coordination = await people.ranked(ctx.tx, Role.COORDINATOR)
    deciders = [
        m.id for m in coordination if m.id != member.id and ranks.may_decide(m, member.wanted)
    ]
    for decider, account in (await ctx.reach(deciders)).values():
        ctx.deal(
            account.where, newcomer.key(member.id), lane=Lane.CALLS, lang=Lang(decider.lang),
            simple=decider.simple,
        )  # fmt: skip


@card("newcomer:{member_id}")
async def newcomer(view: View, member_id: int) -> Message | None:
    member = await view.tx.get_one(Member, member_id)
    if member.decision or member.standing is not Standing.PENDING:
        return await _decided(view, member)
    lines = [Text("newcomer-head"), Text("newcomer-about"), _who(member, view.lang)]
    if member.wanted > Role.MEMBER:
        lines.append(Text("newcomer-role", {"role": role(member.wanted)}))
    buttons = (
        Button(Text("newcomer-approve"), approve.call(member_id)),
        Button(Text("newcomer-refuse"), refuse.call(member_id)),
        Button(Text("newcomer-write"), letters.write.call(member_id)),
    )
    return Message(tuple(lines), buttons)


def _who(member: Member, lang: Lang) -> Text:
    return Text(
        "newcomer-who",
        {
            "name": Span(member.name, bold=True),
            "profession": Span(profession(member, lang)),
            "town": Span(member.town),
            "proof": proof(member),
        },
    )


def proof(member: Member) -> Text:
    """How far we know that they are who they say."""
    if member.proof is Proof.NONE:
        return Text("proof-none")
    if member.proof is Proof.VOUCHED and not member.rpps:
        return Text("proof-vouched")
    number = "-number" if member.proof is Proof.VOUCHED else ""
    return Text(f"proof-{member.proof.value}{number}", {"number": Span(member.rpps)})


async def _decided(view: View, member: Member) -> Message:
    """The same card, once it is settled; a person who left or was refused has no name any more."""
    if not member.decision:
        return Message((Text("newcomer-over"), Text("newcomer-gone")))
    by = await view.tx.get(Member, member.decided_by) if member.decided_by else None
    assert member.decided_at is not None
    settled = Text(
        f"newcomer-{member.decision}",
        {
            "by": Span(by.name) if by and by.name else Text("the-coordination"),
            "at": moment(member.decided_at, view.now, view.zone),
        },
    )
    if member.standing is Standing.LEFT:
        return Message((Text("newcomer-over"), settled))
    write = Button(Text("newcomer-write"), letters.write.call(member.id))
    return Message((Text("newcomer-over"), _who(member, view.lang), settled), (write,))


@button("people.approve", right=Right.KNOW_PEOPLE)
async def approve(ctx: Ctx, member_id: int) -> None:
    member = await _open(ctx, member_id)
    before = {"standing": member.standing.value, "rank": member.rank}
    member.standing, member.rank = Standing.ACTIVE, member.wanted
    member.proof = Proof.VOUCHED
    _decide(ctx, member, "approved", before)
    await ctx.happened(MemberApproved(member.id))
    key = "approved-member" if member.rank <= Role.MEMBER else "approved-role"
    await ctx.tell([member.id], Message((Text(key, {"role": role(member.rank)}),)))
    await menus.renew(ctx, member)
    ctx.notice("newcomer-approved-notice")


@button("people.refuse", right=Right.KNOW_PEOPLE)
async def refuse(ctx: Ctx, member_id: int) -> None:
    await _open(ctx, member_id)
    ctx.start(refusal, member_id=member_id)


@dialog("people.refusal", right=Right.KNOW_PEOPLE)
async def refusal(ctx: Ctx, ask: Ask, member_id: int) -> None:
    """A refusal cannot be taken back, since it erases: it is confirmed."""
    member = await _open(ctx, member_id)
    if not await ask.yes("ask-refuse", name=Span(member.name, bold=True)):
        return ctx.say("refusal-dropped")
    before = {"standing": member.standing.value, "rank": member.rank}
    await ctx.tell([member.id], Message((Text("refused"),)))
    await ctx.happened(MemberLeft(member.id))
    await erasing.erase(ctx, member)
    _decide(ctx, member, "refused", before)
    return ctx.say("refusal-done")


async def _open(ctx: Ctx, member_id: int) -> Member:
    """The newcomer, if nobody has decided yet; the row is locked against a second opinion."""
    member = await roster.claim(ctx.tx, member_id)
    if member.decision or member.standing is not Standing.PENDING:
        ctx.renew(newcomer.key(member_id))
        raise Refusal("newcomer-decided")
    if not ranks.may_decide(ctx.me, member.wanted):
        raise Refusal("newcomer-admins-only")
    return member


@on(MemberLeft)
async def withdrawn(ctx: Ctx, fact: MemberLeft) -> None:
    """Someone who leaves before a word was said about them needs none any more."""
    ctx.renew(newcomer.key(fact.member_id))


def _decide(ctx: Ctx, member: Member, decision: str, before: dict[str, Any]) -> None:
    member.decision, member.decided_by, member.decided_at = decision, ctx.me.id, ctx.now
    after = {"standing": member.standing.value, "rank": member.rank}
    ctx.audit(f"member.{decision}", f"member:{member.id}", before, after)
    ctx.renew(newcomer.key(member.id))
