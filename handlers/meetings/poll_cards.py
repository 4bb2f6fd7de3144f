"""A poll as a member sees it, with their answers; and what tapping or typing an answer does."""

from bot.core import Asks, Button, Message, Said, Span, Text, text
from bot.core.errors import Refusal
from bot.engine import Ctx, View, button, card, typed
from handlers.meetings import clocks, poll_keys, poll_words
from handlers.meetings.rules import polls as rules
from storage import polls
from storage.people import Member
from storage.polls import Asked, Choice, Kind, Polled, State


@card(poll_keys.MEMBER)
async def poll_card(view: View, poll: int, member: int) -> Message | None:
    asked = await polls.load(view.tx, poll)
    row = await polls.polled(view.tx, poll, member)
    if asked is None or row is None or asked.poll.state is State.HELD:
        return None
    mine = await polls.votes_of(view.tx, poll, member)
    person = await view.tx.get(Member, member)
    own = person.zone if person is not None else ""
    head = poll_words.heading(asked.poll)
    if asked.poll.state is State.CLOSED:
        return Message((head, *await _closed(view, asked, own)))
    lines = [head, Text(_ask_key(asked))]
    lines += [_line(view, one, own) for one in asked.choices]
    lines.append(text("poll-until", at=asked.poll.closes_at))
    if asked.poll.kind is Kind.OPINION:
        lines.append(Text("poll-secret"))
    said = saying(asked, row, mine, view.zone, view.lang)
    lines += [said] if said else []
    buttons = tuple(_button(view, asked, one, one.id in mine) for one in asked.choices)
    none = Button(Text("poll-none"), refuse.call(poll), words=tuple(rules.NONE))
    if asked.poll.kind is Kind.DATES and not row.none:
        buttons = (*buttons, none)
    return Message(tuple(lines), buttons, asks=Asks.ANSWERED if said else Asks.YES)


def _ask_key(asked: Asked) -> str:
    if asked.poll.kind is Kind.DATES:
        return "poll-ask-which-dates"
    return "poll-ask-several-of" if asked.poll.several else "poll-ask-one"


def _line(view: View, one: Choice, own: str) -> Text:
    what = Span(poll_words.choice(one, view.zone, view.lang))
    line = text("poll-choice", number=one.number, what=what)
    return clocks.beside(line, own, one.starts_at, one.ends_at, view.zone, view.lang)


def _button(view: View, asked: Asked, one: Choice, mine: bool) -> Button:
    label = Span(poll_words.button(one, view.zone, view.lang))
    name = text("poll-button", label=label, mine="yes" if mine else "no")
    return Button(name, vote.call(asked.poll.id, one.id), wide=asked.poll.kind is Kind.OPINION)


async def _closed(view: View, asked: Asked, own: str) -> list[Text]:
    kept = asked.choice(asked.poll.retained) if asked.poll.retained else None
    if kept is not None:
        when = Span(poll_words.choice(kept, view.zone, view.lang))
        line = text("poll-retained", when=when)
        return [clocks.beside(line, own, kept.starts_at, kept.ends_at, view.zone, view.lang)]
    lines = await poll_words.results(view.tx, asked, view.zone, view.lang)
    return [*lines, Text("poll-closed")]


def saying(asked: Asked, row: Polled, mine: list[int], zone: object, lang: str) -> Text | None:
    """«✅ C'est noté : 1 et 3.»"""
    if row.none and not mine:
        return Text("poll-mine-none")
    if not mine:
        return None
    numbers = tuple(Span(str(c.number)) for c in asked.choices if c.id in mine)
    return text("poll-mine", numbers=numbers, count=len(numbers))


async def standing(ctx: Ctx, poll_id: int) -> tuple[Asked, Polled]:
    """The poll, locked, if it still takes answers, and this person's row."""
    asked = await polls.load(ctx.tx, poll_id, hold=True)
    if asked is None or asked.poll.state is State.HELD:
        raise Refusal("poll-gone")
    if asked.poll.state is State.CLOSED or asked.poll.closes_at <= ctx.now:
        raise Refusal("poll-over")
    row = await polls.polled(ctx.tx, poll_id, ctx.me.id)
    if row is None:
        raise Refusal("poll-not-yours")
    return asked, row


@button("polls.vote")
async def vote(ctx: Ctx, poll_id: int, choice_id: int) -> None:
    """One answer on or off; where one may give only one, it takes the place of the other."""
    asked, row = await standing(ctx, poll_id)
    if asked.choice(choice_id) is None:
        raise Refusal("button-too-old")
    mine = set(await polls.votes_of(ctx.tx, poll_id, ctx.me.id))
    if choice_id in mine:
        mine.discard(choice_id)
    elif asked.poll.several:
        mine.add(choice_id)
    else:
        mine = {choice_id}
    await _note(ctx, asked, row, mine)


@button("polls.vote.undo")
async def unvote(ctx: Ctx, poll_id: int, choice_id: int) -> None:
    """A reaction taken away takes the answer back."""
    asked, row = await standing(ctx, poll_id)
    mine = set(await polls.votes_of(ctx.tx, poll_id, ctx.me.id))
    if choice_id in mine:
        await _note(ctx, asked, row, mine - {choice_id})


@button("polls.none")
async def refuse(ctx: Ctx, poll_id: int) -> None:
    asked, row = await standing(ctx, poll_id)
    await _note(ctx, asked, row, set(), none=True)


async def _note(
    ctx: Ctx, asked: Asked, row: Polled, choices: set[int], *, none: bool = False
) -> None:
    """Written down, shown on the card and on the board; in words where an edit goes unseen."""
    poll = asked.poll.id
    await polls.vote(ctx.tx, poll, ctx.me.id, sorted(choices))
    row.none = none
    row.answered_at = (row.answered_at or ctx.now) if choices or none else None
    ctx.audit("poll.answered", poll_keys.POLL.format(poll=poll))  # never for what
    here = poll_keys.MEMBER.format(poll=poll, member=ctx.me.id)
    ctx.renew(here)
    ctx.renew(poll_keys.BOARD.format(poll=poll))
    if ctx.simple or ctx.card != here or isinstance(ctx.event, Said):
        said = saying(asked, row, sorted(choices), ctx.zone, ctx.lang)
        ctx.show(Message((said or Text("poll-mine-nothing"),)))


@button("polls.show")
async def show(ctx: Ctx, poll_id: int) -> None:
    await standing(ctx, poll_id)
    await ctx.show_card(poll_keys.MEMBER.format(poll=poll_id, member=ctx.me.id))


@typed(poll_card)
async def said(ctx: Ctx, words: str, poll: int, member: int) -> bool:
    """«1 et 3», «toutes», «aucune», the words of a choice."""
    if ctx.member is None or ctx.member.id != member:
        return False
    asked, row = await standing(ctx, poll)
    labels = [poll_words.button(one, ctx.zone, ctx.lang) for one in asked.choices]
    numbers = rules.read_answer(words, labels, several=asked.poll.several)
    if numbers is None or (not numbers and asked.poll.kind is Kind.OPINION):
        return False
    chosen = {one.id for one in asked.choices if one.number in numbers}
    await _note(ctx, asked, row, chosen, none=not chosen)
    return True
