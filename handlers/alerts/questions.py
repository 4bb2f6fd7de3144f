"""«❓ Question» under an alert: relayed to the coordinators, answered by whoever is first."""

from bot.core import Args, Button, Lane, Lang, Message, Right, Role, Span, Text
from bot.core.errors import Refusal
from bot.core.plain import clean_lines
from bot.engine import Ask, Ctx, Option, View, button, card, dialog, readers
from handlers.alerts import keys
from handlers.alerts import words as shown
from handlers.alerts.refusing import or_said
from storage import alert_answers, alerts, people
from storage.alert_answers import Question
from storage.alerts import Alert
from storage.people import Member

LONGEST = 500
MOST = 5
"""Questions of one person under one alert."""


@dialog("alerts.question")
async def question(ctx: Ctx, ask: Ask, alert: int, words: str = "") -> None:
    """`words`: what was typed under the alert, sent only if that is what is wanted."""
    row = await or_said(ctx, _open(ctx, alert))
    if row is None:
        return
    ask.above(*shown.mark(row))
    if words:
        options = [
            Option("send", Text("alert-question-send"), ("oui", "yes", "envoyer", "send")),
            Option("other", Text("alert-question-other"), ("modifier", "edit")),
        ]
        sends = await ask.choice("ask-alert-question-this", options, words=Span(words))
        words = words if sends == "send" else ""
    if not words:
        words = await ask.text("ask-alert-question", max=LONGEST)
    await _relay(ctx, row, clean_lines(words))


async def _open(ctx: Ctx, alert: int) -> Alert:
    row = await alerts.find(ctx.tx, alert)
    if row is None or not row.open:
        raise Refusal("alert-ended")
    if await alert_answers.count_of(ctx.tx, alert, ctx.me.id) >= MOST:
        raise Refusal("alert-questions-enough", most=MOST)
    return row


async def _relay(ctx: Ctx, row: Alert, said: str) -> None:
    asked = Question(alert_id=row.id, member_id=ctx.me.id, words=said, at=ctx.now, answer="")
    ctx.tx.add(asked)
    await ctx.tx.flush()
    card = keys.QUESTION.format(alert=row.id, question=asked.id)
    ids = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR) if m.id != ctx.me.id]
    reached = await ctx.reach(ids)
    if not reached:
        raise Refusal("alert-question-nobody")
    for member, account in reached.values():
        ctx.deal(
            account.where, card, lane=Lane.ANSWERS, lang=Lang(member.lang), simple=member.simple,
            about=card,
        )  # fmt: skip
    ctx.audit("alert.question", keys.alert(row.id))
    await _has_read(ctx, row)
    ctx.renew(keys.BOARD.format(alert=row.id))
    ctx.show(Message((*shown.page(row, "question"), Text("alert-question-sent"))))


async def _has_read(ctx: Ctx, row: Alert) -> None:
    """Who asks about it has it: they are not told again that they have not answered."""
    told = await alerts.told(ctx.tx, row.id, ctx.me.id)
    if told is not None and told.acked_at is None:
        told.acked_at = ctx.now
        ctx.renew(keys.MEMBER.format(alert=row.id, member=ctx.me.id))


@card("alert:{alert}:question:{question}")
async def question_card(view: View, alert: int, question: int) -> Message | None:
    """For coordinators: who asks what, and what was answered by whom."""
    row = await alerts.find(view.tx, alert)
    asked = await view.tx.get(Question, question)
    if row is None or asked is None:
        return None
    if not await readers.may_see(view, Right.ALERT):
        return Message((Text("alert-not-yours"),))
    who = await view.tx.get(Member, asked.member_id)
    head, *_ = shown.page(row, "question")
    name = Span(who.name if who is not None and who.name else "–", bold=True)
    lines = [head, Text("alert-question-words", {"words": Span(asked.words)}),
             Text("alert-question-how"), Text("alert-question-by", {"name": name})]  # fmt: skip
    if asked.answered_at is None:
        return Message(
            tuple(lines), (Button(Text("alert-question-answer"), answer.call(alert, question)),)
        )
    by = await view.tx.get(Member, asked.answered_by) if asked.answered_by else None
    told: Args = {
        "by": Span(by.name if by is not None and by.name else "–"),
        "at": shown.clock(asked.answered_at, view.zone), "words": Span(asked.answer),
    }  # fmt: skip
    return Message((*lines, Text("alert-question-answered", told)))


@button("alerts.answer", right=Right.ALERT)
async def answer(ctx: Ctx, alert: int, question: int) -> None:
    asked = await _unanswered(ctx, question)
    ctx.start(answering_it, alert=alert, question=asked.id)


@dialog("alerts.answer-question", right=Right.ALERT)
async def answering_it(ctx: Ctx, ask: Ask, alert: int, question: int) -> None:
    """Two who answer at once: the first counts, the second is told so and loses nothing."""
    row = await alerts.find(ctx.tx, alert)
    asked = await or_said(ctx, _unanswered(ctx, question))
    if asked is None:
        return
    assert row is not None
    ask.above(*shown.mark(row))
    said = await ask.text("ask-alert-answer", max=LONGEST, words=Span(asked.words))
    asked.answer, asked.answered_at, asked.answered_by = clean_lines(said), ctx.now, ctx.me.id
    lines = (
        *shown.page(row, "answer"), Text("alert-your-question", {"words": Span(asked.words)}),
        Text("alert-answer", {"words": Span(asked.answer)}),
    )  # fmt: skip
    told = await ctx.reach([asked.member_id])
    for member, account in told.values():
        ctx.post(
            account.where, Message(lines), lane=Lane.ANSWERS, lang=Lang(member.lang),
            simple=member.simple,
        )  # fmt: skip
    ctx.audit("alert.question-answered", keys.alert(alert))
    ctx.renew(keys.QUESTION.format(alert=alert, question=question))
    ctx.renew(keys.BOARD.format(alert=alert))
    ctx.say("alert-answer-sent" if told else "alert-answer-nobody")


async def _unanswered(ctx: Ctx, question: int) -> Question:
    asked = await ctx.tx.get(Question, question, with_for_update=True, populate_existing=True)
    if asked is None:
        raise Refusal("button-too-old")
    if asked.answered_at is not None:
        by = await ctx.tx.get(Member, asked.answered_by) if asked.answered_by else None
        name = Span(by.name if by is not None and by.name else "–")
        raise Refusal("alert-question-taken", name=name, answer=Span(asked.answer))
    return asked
