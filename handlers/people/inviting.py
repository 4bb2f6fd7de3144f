"""/inviter: a link, a code and a picture of it, at once; other roles and limits a tap away."""

from datetime import date, timedelta
from io import BytesIO

from bot.core import Attachment, Button, Message, Right, Role, Span, Text, codes
from bot.core.errors import Refusal
from bot.engine import Ask, Ctx, Option, button, command, dialog
from handlers.people import minting
from handlers.people.rules import ranks
from handlers.people.rules.offers import USES, Offer, read_offer
from handlers.people.words import role as named
from handlers.people.words import understood
from storage import invitations
from storage.invitations import Invitation
from storage.people import Member

SHOWN = 6


@command("inviter", en="invite", right=Right.INVITE)
async def inviter(ctx: Ctx, rest: str) -> None:
    found = read_offer(rest, ctx.parts.settings.community.invitation_days)
    if isinstance(found, Text):
        raise Refusal(found.key, Button(Text("invite-other"), ask_other.call()), **found.args)
    await _make(ctx, found)


@button("people.invite-otherwise", right=Right.INVITE)
async def ask_other(ctx: Ctx) -> None:
    ctx.start(invitation)


@dialog("people.invitation", right=Right.INVITE)
async def invitation(ctx: Ctx, ask: Ask) -> None:
    roles = [Option(str(int(r)), named(r)) for r in ranks.grantable(ctx.me)]
    role = Role(int(await ask.choice("ask-invite-role", roles)))
    uses = await ask.read("ask-invite-uses", understood(_uses), options=_numbers("uses", 1, 10, 50))
    days = await ask.read("ask-invite-days", understood(_days), options=_numbers("days", 1, 7, 30))
    await _make(ctx, Offer(role, int(uses), int(days)))


def _numbers(what: str, *numbers: int) -> list[Option]:
    return [Option(str(n), Text(f"invite-{what}", {"count": n})) for n in numbers]


def _uses(said: str) -> str | Text:
    found = read_offer(said, USES)
    return found if isinstance(found, Text) else str(found.uses)


def _days(said: str) -> str | Text:
    found = read_offer(said if not said.strip().isdecimal() else f"{said} j", USES)
    return found if isinstance(found, Text) else str(found.days)


async def _make(ctx: Ctx, offer: Offer) -> None:
    if not ranks.may_give(ctx.me, offer.role):
        raise Refusal("invite-above", role=named(offer.role))
    code, row = minting.mint(
        ctx.tx, ctx.now, role=offer.role, uses=offer.uses, days=offer.days, by=ctx.me.id
    )
    await ctx.tx.flush()
    after = {"rank": row.rank, "uses": row.uses, "days": offer.days}
    ctx.audit("invitation.made", f"invitation:{row.id}", None, after)
    lines = [Text("invite-head", {"role": named(offer.role)})]
    lines += [_link(platform, ctx, code) for platform in ctx.parts.adapters]
    lines.append(Text("invite-code", {"code": Span(codes.spaced(code))}))
    lines.append(Text("invite-limit", {"uses": row.uses, "until": _last(ctx, row)}))
    lines.append(Text("invite-how" if offer.role <= ranks.BLIND else "invite-how-role"))
    buttons = (
        Button(Text("invite-other"), ask_other.call()),
        Button(Text("invite-list"), listed.call()),
        Button(Text("invite-revoke"), revoke.call(row.id)),
    )
    ctx.show(Message(tuple(lines), buttons, _picture(ctx, code)))


def _link(platform: str, ctx: Ctx, code: str) -> Text:
    link = ctx.parts.adapters[platform].invite_link(code)
    return Text("invite-link", {"platform": Span(platform.capitalize()), "link": Span(link)})


def _picture(ctx: Ctx, code: str) -> Attachment:
    link = ctx.parts.adapters[ctx.event.chat.platform].invite_link(code)
    label = ctx.parts.catalog.label(Text("invite-picture"), ctx.lang, ctx.zone)
    return Attachment("invitation.png", "image/png", qr_png(link), label)


def qr_png(link: str) -> bytes:
    import segno  # slow to load, and seldom wanted

    out = BytesIO()
    segno.make(link, error="m").save(out, kind="png", scale=8, border=4)
    return out.getvalue()


def _last(ctx: Ctx, row: Invitation) -> date:
    return (row.expires_at - timedelta(seconds=1)).astimezone(ctx.zone).date()


@button("people.invitations", right=Right.INVITE)
async def listed(ctx: Ctx) -> None:
    rows = await invitations.current(ctx.tx, ctx.now, personal=False)
    waiting = await invitations.count_open(ctx.tx, ctx.now)
    lines = [Text("invitations-head", {"count": len(rows)})]
    lines += [await _line(ctx, row) for row in rows[:SHOWN]]
    if waiting:
        lines.append(Text("invitations-personal", {"count": waiting}))
    buttons = [
        Button(Text("invitation-revoke", {"number": row.id}), revoke.call(row.id))
        for row in rows[:SHOWN]
        if ranks.may_give(ctx.me, row.rank)
    ]
    ctx.flip(Message(tuple(lines), (*buttons, Button(Text("invite-other"), ask_other.call()))))


async def _line(ctx: Ctx, row: Invitation) -> Text:
    by = await ctx.tx.get(Member, row.by) if row.by else None
    return Text(
        "invitation-line",
        {
            "number": row.id, "role": named(row.rank), "used": row.used, "uses": row.uses,
            "until": _last(ctx, row), "by": Span(by.name) if by else Text("the-terminal"),
        },
    )  # fmt: skip


@button("people.revoke-invitation", right=Right.INVITE)
async def revoke(ctx: Ctx, invitation_id: int) -> None:
    row = await ctx.tx.get(Invitation, invitation_id)
    if row is None or not ranks.may_give(ctx.me, row.rank):
        raise Refusal("button-too-old")
    if row.revoked_at is None:
        row.revoked_at = ctx.now
        ctx.audit("invitation.revoked", f"invitation:{row.id}")
        await ctx.tx.flush()
    ctx.say("invitation-revoked", number=row.id)
