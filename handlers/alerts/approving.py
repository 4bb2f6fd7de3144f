"""A second person approves what goes where everyone reads: asked one after the other.

Administrators do not bypass it. What is dangerous may be published by its author alone; that is
written down.
"""

from collections.abc import Sequence
from datetime import timedelta

from bot.core import Button, Lane, Lang, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.facts import Logged
from bot.core.severity import Severity
from bot.engine import Ctx, View, button, card, job, readers
from handlers.alerts import handing, keys, notes, reaching, words
from handlers.alerts.notes import What
from handlers.alerts.rules import bulletin as says
from storage import alerts
from storage.alert_answers import Approval, Verdict
from storage.alerts import Alert, Update
from storage.chats import Chat
from storage.people import Member


async def ask(ctx: Ctx, row: Alert, rooms: Sequence[Chat], *, update: Update | None = None) -> None:
    """The first of the duty list is asked now; its author may publish what is dangerous."""
    found = Approval(
        alert_id=row.id, update_id=update.id if update else None, chats=[r.id for r in rooms],
        asked=[], by=ctx.me.id, at=ctx.now, verdict=Verdict.WAITING,
    )  # fmt: skip
    ctx.tx.add(found)
    await ctx.tx.flush()
    await _next(ctx, row, found)
    if row.severity is Severity.DANGER:
        await _deal(ctx, row, own_card.key(found.id), [ctx.me.id])


async def _next(ctx: Ctx, row: Alert, found: Approval) -> None:
    """Whoever was asked before may still approve. When nobody is left, its author is told."""
    waiting = [
        m for m in await reaching.approvers(ctx, found.by) if m.id not in found.asked
    ]  # fmt: skip
    if not waiting:
        lines = (*words.head(row), Text("alert-approval-nobody", {"count": len(found.asked)}))
        await ctx.tell([found.by], Message(lines), lane=Lane.ANSWERS)
        return
    found.asked = [*found.asked, waiting[0].id]
    await _deal(ctx, row, approval_card.key(found.id), [waiting[0].id])
    minutes = ctx.parts.settings.alerts.approve_minutes
    ctx.at(ctx.now + timedelta(minutes=minutes), ask_next.call(found.id), name=keys.alert(row.id))


async def _deal(ctx: Ctx, row: Alert, shown: str, members: Sequence[int]) -> None:
    presses = row.severity.presses and not row.drill
    for member, account in (await ctx.reach(members)).values():
        ctx.deal(
            account.where, shown, lane=Lane.URGENT if presses else Lane.ANSWERS,
            lang=Lang(member.lang), simple=member.simple, about=shown,
        )  # fmt: skip


@job("alerts.ask-next")
async def ask_next(ctx: Ctx, approval: int) -> None:
    found = await ctx.tx.get(Approval, approval, with_for_update=True)
    row = await alerts.find(ctx.tx, found.alert_id) if found is not None else None
    if found is None or row is None or not row.open or found.verdict is not Verdict.WAITING:
        return
    await _next(ctx, row, found)


@card("alert-approval:{approval}")
async def approval_card(view: View, approval: int) -> Message | None:
    """The exact words that would be published, and where."""
    buttons = (
        Button(Text("alert-approve"), approve.call(approval)),
        Button(Text("alert-refuse"), refuse.call(approval)),
    )
    return await _card(view, approval, buttons)


@card("alert-approval:{approval}:own")
async def own_card(view: View, approval: int) -> Message | None:
    """Its author cannot approve it, but need not wait where it is dangerous to."""
    return await _card(
        view, approval, (Button(Text("alert-alone"), publish_alone.call(approval), wide=True),)
    )


async def _card(view: View, approval: int, buttons: tuple[Button, ...]) -> Message | None:
    found = await view.tx.get(Approval, approval)
    row = await alerts.find(view.tx, found.alert_id) if found is not None else None
    if found is None or row is None:
        return None
    if not await readers.may_see(view, Right.ALERT):
        return Message((Text("alert-not-yours"),))
    rooms = [await view.tx.get(Chat, chat) for chat in found.chats]
    titles = tuple(Span(room.title) for room in rooms if room is not None)
    head = Text("alert-approval-head", {"titles": titles, "drill": "yes" if row.drill else "no"})
    lines = [head, *await _published(view, row, found)]
    if found.verdict is Verdict.WAITING:
        return Message(tuple(lines), buttons)
    by = await view.tx.get(Member, found.decided_by) if found.decided_by else None
    named = Span(by.name if by is not None and by.name else "–")
    done = Text("alert-approval-done", {"verdict": found.verdict.value, "by": named})
    return Message((*lines, done))


async def _published(view: View, row: Alert, found: Approval) -> list[Text]:
    if found.update_id:
        lines = await notes.note_lines(view, row, What.UPDATE, found.update_id, outside=True)
        return [one.text for one in lines]
    said = await words.bulletin(view, row, outside=True, public=True)
    return [one.text for one in says.lines(said)]


@button("alerts.approve", right=Right.ALERT)
async def approve(ctx: Ctx, approval: int) -> None:
    found, row = await _waiting(ctx, approval)
    if ctx.me.id == found.by:
        raise Refusal("alert-approve-own")
    await _publish(ctx, row, found, Verdict.APPROVED)


@button("alerts.publish-alone", right=Right.ALERT)
async def publish_alone(ctx: Ctx, approval: int) -> None:
    """Danger does not wait for a second person; that it went with one is written down."""
    found, row = await _waiting(ctx, approval)
    if row.severity is not Severity.DANGER or ctx.me.id != found.by:
        raise Refusal("alert-approve-own" if ctx.me.id == found.by else "alert-alone-author")
    await _publish(ctx, row, found, Verdict.ALONE)


@button("alerts.refuse", right=Right.ALERT)
async def refuse(ctx: Ctx, approval: int) -> None:
    found, row = await _waiting(ctx, approval)
    _decide(ctx, row, found, Verdict.REFUSED)
    if ctx.me.id != found.by:
        what = "update" if found.update_id else "alert"
        told = Text("alert-approval-refused", {"by": Span(ctx.me.name), "what": what})
        lines = (*words.head(row), told)
        await ctx.tell([found.by], Message(lines), lane=Lane.ANSWERS)
    ctx.say("alert-refused-done")


async def _waiting(ctx: Ctx, approval: int) -> tuple[Approval, Alert]:
    found = await ctx.tx.get(Approval, approval, with_for_update=True, populate_existing=True)
    row = await alerts.find(ctx.tx, found.alert_id, hold=True) if found is not None else None
    if found is None or row is None or not row.open or found.verdict is Verdict.LAPSED:
        raise Refusal("alert-ended")
    if found.verdict is not Verdict.WAITING:
        raise Refusal("alert-approval-taken")
    return found, row


async def _publish(ctx: Ctx, row: Alert, found: Approval, verdict: Verdict) -> None:
    _decide(ctx, row, found, verdict)
    rooms = [r for chat in found.chats if (r := await ctx.tx.get(Chat, chat)) and not r.lost]
    added = await ctx.tx.get(Update, found.update_id) if found.update_id else None
    if added is None:
        handing.to_chats(ctx, row, rooms, public=True)
    else:
        added.approved = True
        for room in rooms:
            await notes.to_public(ctx, row, added.id, room)
            ctx.renew(keys.CHAT.format(alert=row.id, chat=room.id))
    ctx.renew(keys.BOARD.format(alert=row.id))
    if ctx.me.id != found.by:
        titles = tuple(Span(room.title) for room in rooms)
        what = "alert" if added is None else "update"
        line = Text("alert-approval-given", {"titles": titles, "what": what})
        await ctx.tell([found.by], Message((*words.head(row), line)), lane=Lane.ANSWERS)
    told = Text(
        "log-alert-published",
        {"title": words.title(row), "channels": len(rooms),
         "alone": "yes" if verdict is Verdict.ALONE else "no"},
    )  # fmt: skip
    await ctx.happened(Logged(told, keys.alert(row.id), drill=row.drill))
    ctx.say("alert-published", count=len(rooms))


def _decide(ctx: Ctx, row: Alert, found: Approval, verdict: Verdict) -> None:
    found.verdict, found.decided_by, found.decided_at = verdict, ctx.me.id, ctx.now
    what = "alert.published-alone" if verdict is Verdict.ALONE else f"alert.{verdict.value}"
    ctx.audit(what, keys.alert(row.id), {"by": found.by}, {"channels": len(found.chats)})
    ctx.renew(approval_card.key(found.id), children=True)
    ctx.renew(keys.BOARD.format(alert=row.id))
