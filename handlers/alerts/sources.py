"""Channels marked as sources: what is posted there becomes a draft, and a coordinator decides."""

from bot.core import Button, Call, Lane, Lang, Message, Right, Role, Span, Text
from bot.core.errors import Refusal
from bot.core.facts import Posted as Heard
from bot.core.files import File, pack_file
from bot.engine import Ctx, Unclear, View, button, card, on, readers
from bot.engine.sent import taken, takes
from handlers.alerts.rules import post
from storage import chats, people
from storage.alert_answers import Posted
from storage.chats import Chat, Use
from storage.people import Member


@on(Heard)
async def heard(ctx: Ctx, fact: Heard) -> None:
    room = await chats.find(ctx.tx, fact.chat)
    if room is None or not room.is_source or room.use in (Use.UNKNOWN, Use.GONE):
        return
    file = _file(fact)
    if not fact.text and file is None:
        return
    row = Posted(chat_id=room.id, words=post.whole(fact.text), file=pack_file(file), at=ctx.now,
                 taken="")  # fmt: skip
    ctx.tx.add(row)
    await ctx.tx.flush()
    ids = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
    for member, account in (await ctx.reach(ids)).values():
        ctx.deal(
            account.where, draft_card.key(row.id), lane=Lane.CALLS, lang=Lang(member.lang),
            simple=member.simple, about=draft_card.key(row.id),
        )  # fmt: skip


def _file(fact: Heard) -> File | None:
    """What can be sent on; the words do not wait for what cannot."""
    for one in fact.files[:1]:
        try:
            takes(one)
        except Unclear:
            return None
        return taken(fact.chat.platform, one)
    return None


@card("alert-draft:{draft}")
async def draft_card(view: View, draft: int) -> Message | None:
    row = await view.tx.get(Posted, draft)
    room = await view.tx.get(Chat, row.chat_id) if row is not None else None
    if row is None or room is None:
        return None
    if not await readers.may_see(view, Right.ALERT):
        return Message((Text("alert-not-yours"),))
    has = "yes" if row.file else "no"
    lines = [Text("alert-draft-head", {"title": Span(room.title), "file": has})]
    if row.words:
        lines.append(Text("alert-words", {"words": Span(row.words)}))
    if not row.taken:
        buttons = (
            Button(Text("alert-draft-take"), Call("alerts.draft-take", {"draft": row.id})),
            Button(Text("alert-draft-leave"), leave.call(row.id)),
        )
        return Message(tuple(lines), buttons)
    by = await view.tx.get(Member, row.taken_by) if row.taken_by else None
    named = Span(by.name if by is not None and by.name else "–")
    return Message((*lines, Text("alert-draft-taken", {"what": row.taken, "by": named})))


async def of_alert(ctx: Ctx, draft: int) -> None:
    """The alert that was made of it has left."""
    row = await ctx.tx.get(Posted, draft) if draft else None
    if row is not None and not row.taken:
        row.taken, row.taken_by = "alert", ctx.me.id
        ctx.renew(draft_card.key(draft))


@button("alerts.draft-leave", right=Right.ALERT)
async def leave(ctx: Ctx, draft: int) -> None:
    row = await still_open(ctx, draft)
    row.taken, row.taken_by = "left", ctx.me.id
    ctx.audit("alert.draft-left", draft_card.key(draft))
    ctx.renew(draft_card.key(draft))


async def still_open(ctx: Ctx, draft: int) -> Posted:
    row = await ctx.tx.get(Posted, draft, with_for_update=True, populate_existing=True)
    if row is None:
        raise Refusal("button-too-old")
    if row.taken == "left":
        raise Refusal("alert-draft-gone")
    if row.taken:
        by = await ctx.tx.get(Member, row.taken_by) if row.taken_by else None
        raise Refusal("alert-draft-by", name=Span(by.name if by is not None else "–"))
    return row
