"""Whoever asked sees how it goes: figures for each choice, names for dates only."""

from collections.abc import Sequence

from bot.core import Attachment, Button, Message, Right, Span, Text, text
from bot.core.errors import Refusal
from bot.engine import Ctx, View, button, card, holding, maker, readers
from bot.engine.labels import capital, file_name, labels, members, profession
from bot.engine.paper.book import book_file
from bot.engine.paper.sheets import Table, Value
from handlers.meetings import poll_ending, poll_keys, poll_words, words, writing
from handlers.meetings.rules import draft as drafts
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import polls as rules
from storage import ledger, outbox, people, polls
from storage.polls import Asked, Kind, Polled, State

NAMES = 12


@card(poll_keys.BOARD)
async def poll_board(view: View, poll: int) -> Message | None:
    asked = await polls.load(view.tx, poll)
    if asked is None:
        return None
    if not await readers.may_see(view, Right.MEET):
        return Message((Text("meet-board-not-yours"),))
    head = poll_words.heading(asked.poll)
    if asked.poll.state is State.HELD:
        return Message((head, Text("meet-held")), (Button(Text("meet-again"), again.call(poll)),))
    rows = await polls.everyone(view.tx, poll)
    lines = [head, await _sent(view, asked), *await _results(view, asked)]
    lines += _answered(asked, rows)
    if view.now < asked.poll.leaves_at:
        return Message(tuple(lines), (holding.hold_back_button(poll_keys.sending(poll)),))
    return Message(tuple(lines), await _buttons(view, asked, rows))


async def _results(view: View, asked: Asked) -> list[Text]:
    return await poll_words.results(view.tx, asked, view.zone, view.lang)


async def _sent(view: View, asked: Asked) -> Text:
    state = await ledger.progress(view.tx, poll_keys.sending(asked.poll.id))
    if view.now < asked.poll.leaves_at:
        return text("meet-leaving", people=sum(state.values()))
    if asked.poll.state is State.CLOSED:
        return Text("poll-closed")
    sent = state.get(outbox.State.SENT, 0)
    return text("poll-sent", sent=sent, at=asked.poll.closes_at)


def _answered(asked: Asked, rows: Sequence[Polled]) -> list[Text]:
    said = sum(row.answered_at is not None for row in rows)
    none = sum(row.none for row in rows)
    return [text("poll-answered", count=said, of=len(rows), none=none)]


async def _buttons(view: View, asked: Asked, rows: Sequence[Polled]) -> tuple[Button, ...]:
    poll, found = asked.poll, []
    if poll.kind is Kind.DATES and poll.retained is None:
        counts = await polls.counts(view.tx, poll.id)
        best = rules.best(counts, [one.id for one in asked.choices])[:3]
        coming = [c for c in asked.choices if c.id in best and c.starts_at and
                  c.starts_at > view.now]  # fmt: skip
        for one in coming:
            label = Span(poll_words.button(one, view.zone, view.lang))
            keep = retain.call(poll.id, one.id)
            found.append(Button(text("poll-retain", when=label), keep, wide=True))
        found.append(Button(Text("poll-retain-other"), other.call(poll.id)))
    if poll.kind is Kind.DATES:
        found.append(Button(Text("see-who"), who.call(poll.id)))
        found.append(Button(Text("meet-export"), export.call(poll.id)))
    if poll.state is State.OPEN:
        if poll_ending.are_silent(asked, rows):
            found.append(Button(Text("meet-nudge"), nudge.call(poll.id)))
        found.append(Button(Text("poll-close"), close.call(poll.id)))
    return tuple(found)


async def _mine(ctx: Ctx, poll_id: int) -> Asked:
    asked = await polls.load(ctx.tx, poll_id, hold=True)
    if asked is None:
        raise Refusal("poll-gone")
    return asked


@button("polls.board", right=Right.MEET)
async def open_board(ctx: Ctx, poll_id: int) -> None:
    await _mine(ctx, poll_id)
    await ctx.show_card(poll_keys.BOARD.format(poll=poll_id))


@button("polls.again", right=Right.MEET)
async def again(ctx: Ctx, poll_id: int) -> None:
    """What was held back, at its preview once more."""
    from handlers.meetings import poll_writing

    asked = await _mine(ctx, poll_id)
    if asked.poll.state is not State.HELD:
        raise Refusal("meet-sent-since")
    ctx.start(poll_writing.new_poll, kind=asked.poll.kind.value, draft=asked.poll.draft)


@button("polls.nudge-now", right=Right.MEET)
async def nudge(ctx: Ctx, poll_id: int) -> None:
    asked = await _mine(ctx, poll_id)
    if asked.poll.state is not State.OPEN:
        raise Refusal("poll-over")
    told = await poll_ending.nudge_silent(ctx, asked)
    if not told:
        raise Refusal("meet-nobody-silent")
    ctx.say("meet-nudged", count=told, title=Span(asked.poll.title))


@button("polls.close-now", right=Right.MEET)
async def close(ctx: Ctx, poll_id: int) -> None:
    asked = await _mine(ctx, poll_id)
    if asked.poll.state is not State.OPEN:
        raise Refusal("poll-over")
    await poll_ending.close(ctx, asked)


@button("polls.other-date", right=Right.MEET)
async def other(ctx: Ctx, poll_id: int) -> None:
    """Any of the dates can be retained, not the best alone."""
    asked = await _mine(ctx, poll_id)
    coming = [one for one in asked.choices if one.starts_at and one.starts_at > ctx.now]
    if not coming:
        raise Refusal("meet-never")
    keys = tuple(
        Button(text("poll-retain", when=Span(poll_words.button(one, ctx.zone, ctx.lang))),
               retain.call(poll_id, one.id), wide=True)
        for one in coming
    )  # fmt: skip
    ctx.flip(Message((text("poll-retain-which", title=Span(asked.poll.title)),), keys))


@button("polls.retain", right=Right.MEET)
async def retain(ctx: Ctx, poll_id: int, choice_id: int) -> None:
    """«✅ Retenir»: the date becomes a meeting, at its preview."""
    asked = await _mine(ctx, poll_id)
    chosen = asked.choice(choice_id)
    if chosen is None or chosen.starts_at is None or chosen.ends_at is None:
        raise Refusal("button-too-old")
    if asked.poll.retained is not None:
        raise Refusal("poll-retained-since")
    question = rules.unpack(asked.poll.draft)
    pattern = patterns.of(chosen.starts_at, chosen.ends_at, ctx.zone)
    row = drafts.pack(question.meeting) | {
        "title": asked.poll.title[: drafts.MOST["title"]], "pattern": patterns.pack(pattern),
        "audience": asked.poll.audience if question.audience else None,
    }  # fmt: skip
    ctx.start(writing.new_meeting, draft=row, poll=poll_id, choice=choice_id)


@button("polls.who", right=Right.MEET)
async def who(ctx: Ctx, poll_id: int) -> None:
    """Who can when; what people think is counted without names, whoever asks."""
    asked = await _mine(ctx, poll_id)
    if asked.poll.kind is not Kind.DATES:
        raise Refusal("poll-secret")
    votes = await polls.votes(ctx.tx, poll_id)
    known = {m.id: m.name for v in votes.values() for m in await people.hold(ctx.tx, v)}
    lines = [poll_words.heading(asked.poll)]
    for one in asked.choices:
        names = sorted(known[i] for i in votes.get(one.id, []) if i in known)
        said = words.names(names, NAMES) or (Span("–"),)
        what = Span(poll_words.button(one, ctx.zone, ctx.lang))
        lines.append(text("poll-who", number=one.number, what=what, names=said))
    ctx.show(Message(tuple(lines)))


@button("polls.export", right=Right.MEET)
async def export(ctx: Ctx, poll_id: int) -> None:
    asked = await _mine(ctx, poll_id)
    if asked.poll.kind is not Kind.DATES:
        raise Refusal("poll-secret")
    ctx.audit("poll.exported", poll_keys.POLL.format(poll=poll_id))
    said = text("poll-exported", title=Span(asked.poll.title))
    ctx.show(Message((said,), (), grid_file.made(ctx.me.id, poll_id)))


@maker("polls.grid")
async def grid_file(ctx: Ctx, poll_id: int) -> Attachment:
    """People down, dates across: «×» where it suits."""
    asked = await polls.load(ctx.tx, poll_id)
    if asked is None:
        raise LookupError(poll_id)
    say, votes = labels(ctx), await polls.votes(ctx.tx, poll_id)
    rows = await polls.everyone(ctx.tx, poll_id)
    known = await members(ctx.tx, [row.member_id for row in rows])
    head = (say("meet-xlsx-name"), say("meet-xlsx-profession"),
            *(poll_words.button(one, ctx.zone, ctx.lang) for one in asked.choices))  # fmt: skip
    lines: list[tuple[Value, ...]] = [
        (
            known[row.member_id].name, capital(profession(known[row.member_id], say.lang)),
            *("×" if row.member_id in votes.get(one.id, ()) else "" for one in asked.choices),
        )
        for row in rows if row.member_id in known
    ]  # fmt: skip
    title = asked.poll.title
    banner = say("poll-xlsx-banner", title=Span(title), at=ctx.now)
    table = Table(say("poll-xlsx-grid"), head, tuple(lines))
    name = file_name(say("poll-xlsx-file"), title, ctx.today, "xlsx")
    return await book_file(ctx, name, title, banner, [table])
