"""How an alert goes: one message that follows along, and what can be done from it."""

from bot.core import Args, Button, Message, Right, Span, Text
from bot.core.messages import Arg
from bot.engine import Ctx, View, audiences, button, card, readers
from handlers.alerts import ending, escalating, keys, phoning, updating, words
from handlers.alerts.rules import bulletin as says
from handlers.alerts.rules import timing
from storage import alert_answers, alerts, chats, copies, offers, people
from storage.alerts import Alert, Counts, Told
from storage.outbox import State as Sent
from storage.people import Member


@card("alert:{alert}:board")
async def board_card(view: View, alert: int) -> Message | None:
    row = await alerts.find(view.tx, alert)
    if row is None:
        return None
    if not await readers.may_see(view, Right.ALERT):
        return Message((Text("alert-not-yours"),))
    found = await alerts.counts(view.tx, alert)
    lines = [*words.head(row), *await _counts(view, row, found)]
    if row.open:
        end = says.until(row.ends_at.astimezone(view.zone), view.now.astimezone(view.zone))
        lines.append(Text("alert-board-until", {"until": end.text}))
        return Message(tuple(lines), _buttons(view, row, found))
    if row.ended_at is not None:
        at: Arg = says.moment(row.ended_at.astimezone(view.zone), view.today)
        over = row.state is alerts.State.ENDED
        lines.append(Text("alert-over" if over else "alert-cancelled-at", {"at": at}))
    return Message(tuple(lines), (Button(Text("see-who"), who.call(alert)),))


def _asks(row: Alert) -> bool:
    """Is anybody waited for?"""
    return timing.wants_answer(row.severity, release=row.release) and not row.drill


async def _counts(view: View, row: Alert, found: Counts) -> list[Text]:
    """«Envoyé à 41 membres et 3 canaux · Bien reçu : 31 · …»: what has left, not what should."""
    abouts = [keys.alert(row.id), keys.chats(row.id)]
    sent = await copies.counts(view.tx, abouts)
    members, rooms = (sent[about].get(Sent.SENT, 0) for about in abouts)
    asked, unanswered = await alert_answers.questions(view.tx, row.id)
    told = found.told if row.state is not alerts.State.CANCELLED else 0
    nobody = "alert-to-nobody-yet" if row.open else "alert-to-nobody"
    numbers: Args = {
        "to": words.whom(members, rooms) or Text(nobody), "told": told,
        "acked": found.acked, "help": found.help, "questions": asked, "unanswered": unanswered,
        "silent": found.silent, "asks": "yes" if _asks(row) else "no",
        "open": "yes" if row.open else "no",
    }  # fmt: skip
    lines = [Text("alert-board-counts", numbers)]
    offered = await offers.count_about(view.tx, keys.alert(row.id))
    if (found.partners and told + rooms) or offered:
        partners: Args = {"partners": found.partners, "acked": found.partners_acked,
                          "offers": offered}  # fmt: skip
        lines.append(Text("alert-board-partners", partners))
    due = sum(sent[a].get(s, 0) for a in abouts for s in (Sent.DUE, Sent.SENDING))
    lost = sum(sent[a].get(s, 0) for a in abouts for s in (Sent.FAILED, Sent.UNKNOWN))
    if due and row.open:
        lines.append(Text("alert-board-due", {"count": due}))
    if lost:
        lines.append(Text("alert-board-lost", {"count": lost}))
    if row.open and await alert_answers.waiting(view.tx, row.id):
        lines.append(Text("alert-board-approval"))
    return lines


def _buttons(view: View, row: Alert, found: Counts) -> tuple[Button, ...]:
    buttons = []
    if timing.can_hold(row.made_at, view.now, simple=view.simple):
        words_ = ("retenir", "stop", "hold")
        buttons.append(Button(Text("hold-back"), ending.hold_back.call(row.id), words=words_))
    buttons.append(Button(Text("see-who"), who.call(row.id)))
    if found.silent and _asks(row):
        buttons.append(Button(Text("alert-remind"), escalating.remind.call(row.id)))
        buttons.append(Button(Text("alert-phone"), phoning.phone.call(row.id)))
    buttons.append(Button(Text("alert-update"), updating.update.call(row.id)))
    buttons.append(Button(Text("alert-end"), ending.end.call(row.id)))
    return tuple(buttons)


@button("alerts.board", right=Right.ALERT)
async def show_board(ctx: Ctx, alert: int) -> None:
    await ctx.show_card(keys.BOARD.format(alert=alert))


@button("alerts.who", right=Right.ALERT)
async def who(ctx: Ctx, alert: int) -> None:
    """«👁 Voir qui»: names, for coordinators only."""
    row = await alerts.find(ctx.tx, alert)
    if row is None:
        return ctx.say("alert-withdrawn")
    told = await alerts.told_all(ctx.tx, alert)
    members = {m.id: m for m in await people.hold(ctx.tx, [t.member_id for t in told])}
    lines = words.page(row, "who")
    silent = "silent" if row.open else "never"
    lines += _named(silent, [t for t in told if t.silent and _asks(row)], members)
    lines += _helpers([t for t in told if t.helps_at is not None], members)
    acked = [t for t in told if not t.silent and t.helps_at is None]
    lines += _named("acked", acked, members)
    lines += await _channels(ctx, row)
    lines += await _approvals(ctx, alert)
    lines += await _unsent(ctx, alert)
    lines += await _unsent_channels(ctx, alert)
    return ctx.show(Message(tuple(lines)))


def _named(kind: str, told: list[Told], members: dict[int, Member]) -> list[Text]:
    known = sorted(members[t.member_id].name for t in told if t.member_id in members)
    shown, more = words.names(known)
    if not shown:
        return []
    return [Text(f"alert-who-{kind}", {"names": shown, "more": more, "count": len(known)})]


def _helpers(told: list[Told], members: dict[int, Member]) -> list[Text]:
    """With what they have said that they can do."""
    lines = []
    for one in sorted(told, key=lambda t: t.helps_at or t.told_at)[:6]:
        name = Span(members[one.member_id].name, bold=True)
        said = {"said": Span(one.said), "has": "yes" if one.said else "no"}
        lines.append(Text("alert-who-helps", {"name": name, **said}))
    if len(told) > 6:
        lines.append(Text("alert-who-helps-more", {"count": len(told) - 6}))
    return lines


async def _channels(ctx: Ctx, row: Alert) -> list[Text]:
    told = {c.chat_id: c for c in await alerts.chats_of(ctx.tx, row.id)}
    rooms = [c for c in await chats.all_of(ctx.tx) if c.id in told]
    acked = tuple(Span(c.title) for c in rooms if told[c.id].acked_at is not None)
    silent = tuple(
        Span(c.title) for c in rooms
        if told[c.id].acked_at is None and told[c.id].outside and not told[c.id].public
    )  # fmt: skip
    lines = [Text("alert-who-channels-acked", {"titles": acked[:8]})] if acked else []
    if silent and _asks(row):
        over = "no" if row.open else "yes"
        lines.append(Text("alert-who-channels-silent", {"titles": silent[:8], "over": over}))
    return lines


async def _approvals(ctx: Ctx, alert: int) -> list[Text]:
    """Who decided what everyone may read."""
    lines = []
    for one in await alert_answers.decided(ctx.tx, alert):
        by = await ctx.tx.get(Member, one.decided_by) if one.decided_by else None
        name = Span(by.name if by is not None and by.name else "–")
        named: Args = {"verdict": one.verdict.value, "by": name}
        lines.append(Text("alert-who-approval", named))
    return lines[-3:]


async def _unsent(ctx: Ctx, alert: int) -> list[Text]:
    """Whose copy did not leave, and why (ALRT-10)."""
    lost = await _lost(ctx, keys.alert(alert))
    members = await people.hold(ctx.tx, lost)
    return [_not(m.name, audiences.reason(lost[m.id])) for m in members[:6]]


async def _unsent_channels(ctx: Ctx, alert: int) -> list[Text]:
    lost = await _lost(ctx, keys.chats(alert))
    rooms = [c for c in await chats.all_of(ctx.tx) if c.id in lost]
    return [_not(c.title, audiences.chat_reason(lost[c.id])) for c in rooms[:6]]


async def _lost(ctx: Ctx, about: str) -> dict[int, str]:
    """Why, by the number at the end of each card."""
    rows = await copies.unsent(ctx.tx, about)
    return {int(c.rsplit(":", 1)[1]): why for c, state, why in rows if state is not Sent.DUE}


def _not(name: str, why: Text) -> Text:
    return Text("reach-not", {"name": Span(name), "why": why})
