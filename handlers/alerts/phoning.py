"""Those to phone: who has not acknowledged, as a message and on paper."""

from collections.abc import Sequence

from bot.core import Attachment, Button, Call, Lane, Lang, Message, Right, Span, Text
from bot.core.people import Role
from bot.engine import Ctx, button, maker
from bot.engine.labels import labels, profession
from bot.engine.paper.phonelist import Group, Section
from bot.engine.paper.phoning import by_profession, list_on_paper
from handlers.alerts import keys, words
from storage import alerts, people
from storage.alerts import Alert, Told
from storage.people import Member

LINES = 7
"""People in the message; the paper names all of them."""


@button("alerts.phone", right=Right.KNOW_PEOPLE)
async def phone(ctx: Ctx, alert: int) -> None:
    """«📞 Qui appeler», now."""
    row = await alerts.find(ctx.tx, alert)
    if row is None:
        return ctx.say("alert-withdrawn")
    silent = await _silent(ctx, row)
    if not silent:
        return ctx.say("alert-nobody-silent")
    ctx.audit("phone-list.made", keys.alert(alert), None, {"people": len(silent)})
    return ctx.show(message(ctx, row, silent, ctx.me))


async def give(ctx: Ctx, row: Alert, silent: Sequence[Told]) -> None:
    """Every coordinator gets the list: whoever has a moment phones."""
    if not silent:
        return
    wanted = {t.member_id for t in silent}
    members = [m for m in await _silent(ctx, row) if m.id in wanted]
    ids = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
    for member, account in (await ctx.reach(ids)).values():
        ctx.post(
            account.where, message(ctx, row, members, member), lane=Lane.URGENT,
            lang=Lang(member.lang), simple=member.simple,
        )  # fmt: skip
    ctx.audit("phone-list.made", keys.alert(row.id), None, {"people": len(members)})


async def _silent(ctx: Ctx, row: Alert) -> list[Member]:
    told = [t.member_id for t in await alerts.told_all(ctx.tx, row.id) if t.silent]
    return sorted(await people.hold(ctx.tx, told), key=lambda m: (not m.phone, m.folded))


def message(ctx: Ctx, row: Alert, silent: Sequence[Member], reader: Member) -> Message:
    """Those with a number first."""
    lang = Lang(reader.lang)
    lines = [
        Text("alert-phone-head", {"title": words.title(row), "count": len(silent)}),
        Text("alert-phone-secret"),
    ]
    for member in silent[:LINES]:
        what = ", ".join(part for part in (profession(member, lang), member.town) if part)
        lines.append(
            Text("alert-phone-line", {
                "name": Span(member.name, bold=True), "what": Span(what),
                "phone": Span(member.phone) if member.phone else Text("alert-no-number"),
            })
        )  # fmt: skip
    if len(silent) > LINES:
        lines.append(Text("alert-phone-more", {"count": len(silent) - LINES}))
    board = Button(Text("alert-open-board"), Call("alerts.board", {"alert": row.id}))
    return Message(tuple(lines), (board,), paper.made(reader.id, row.id))


@maker("alerts.phone-list")
async def paper(ctx: Ctx, alert: int) -> Attachment:
    """The same on paper: dated, numbered, confidential."""
    row = await alerts.find(ctx.tx, alert)
    assert row is not None
    say = labels(ctx)
    groups: list[Group] = by_profession(say, await _silent(ctx, row))
    lead = say("alert-phone-lead", at=row.made_at)
    return await list_on_paper(ctx, [Section(row.title, lead, tuple(groups))])
