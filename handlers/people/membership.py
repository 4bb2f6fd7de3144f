"""Becoming a member: what is written down, who is told, what one may do next."""

from dataclasses import dataclass
from datetime import datetime

from bot.core import Button, Message, Role, Text, may
from bot.core.facts import MemberApproved, MemberJoined
from bot.engine import Ctx
from bot.engine.menus import command_button
from handlers.people import correcting, menus, newcomers
from handlers.people.rules.admission import Ticket
from handlers.people.rules.names import searchable
from handlers.people.words import role
from storage import people
from storage.invitations import Invitation
from storage.people import Account, Member, Proof, Standing


@dataclass(frozen=True)
class Form:
    """What someone said of themselves; `vouched`: the coordination's own list said it first."""

    name: str
    profession: str
    calling: str
    town: str
    consented: datetime
    phone: str = ""
    rpps: str = ""
    vouched: bool = False


def ticket(found: Invitation | None) -> Ticket | None:
    if found is None:
        return None
    return Ticket(found.uses, found.used, found.expires_at, found.revoked_at is not None)


def extras() -> tuple[Button, ...]:
    """What can be said later, each in its own time."""
    return (
        command_button("dispos", "extra-week"),
        Button(Text("extra-skills"), correcting.correct.call("skills")),
        Button(Text("extra-needs"), correcting.correct.call("needs")),
        Button(Text("extra-phone"), correcting.correct.call("phone")),
    )


async def enter(ctx: Ctx, found: Invitation, form: Form) -> None:
    """The person is written down. At once a member, or until then «subject to validation»."""
    at_once = found.at_once and (form.vouched or not found.personal)
    member = _member(ctx, found, form, at_once=at_once)
    ctx.tx.add(member)
    await ctx.tx.flush()
    account = Account(
        platform=ctx.who.platform, account=ctx.who.account, member_id=member.id,
        chat=ctx.event.chat.chat, since=ctx.now,
    )  # fmt: skip
    people.come(ctx.tx, account)
    _use(found)
    ctx.member, ctx.account = member, account
    ctx.audit("member.joined", f"member:{member.id}", None, {"standing": member.standing.value})
    await ctx.happened(MemberJoined(member.id))
    await menus.renew(ctx, member)
    if at_once:
        await ctx.happened(MemberApproved(member.id))
        _welcome(ctx, member)
    else:
        await newcomers.announce(ctx, member)
        ctx.show(Message((Text("join-done"),), extras()))


def _member(ctx: Ctx, found: Invitation, form: Form, *, at_once: bool) -> Member:
    return Member(
        name=form.name, folded=searchable(form.name, form.town), profession=form.profession,
        calling=form.calling, town=form.town, phone=form.phone, rpps=form.rpps,
        rank=found.rank if at_once else min(found.rank, int(Role.MEMBER)), wanted=found.rank,
        standing=Standing.ACTIVE if at_once else Standing.PENDING,
        proof=Proof.VOUCHED if at_once else Proof.DECLARED if form.rpps else Proof.NONE,
        lang=ctx.lang.value, consented_at=form.consented, joined_at=ctx.now,
        invitation_id=found.id, decision="approved" if at_once else "",
        decided_by=found.by if at_once else None, decided_at=ctx.now if at_once else None,
    )  # fmt: skip


def _use(found: Invitation) -> None:
    """A personal invitation forgets its person: the member's row holds them now."""
    found.used += 1
    if found.personal:
        found.name = found.folded = found.profession = found.calling = found.town = found.phone = ""


def _welcome(ctx: Ctx, member: Member) -> None:
    key = "welcome-member" if member.rank <= Role.MEMBER else "welcome-role"
    ctx.show(Message((Text(key, {"role": role(member.rank)}),), (*_function(ctx), *extras())))


def _function(ctx: Ctx) -> tuple[Button, ...]:
    """What somebody with a function has come for."""
    known = ctx.parts.registry.commands
    return tuple(
        command_button(name, f"menu-{name}")
        for name in ("mobiliser", "inviter")
        if name in known and may(ctx.member, known[name].right)
    )
