"""/reunions and /reunion: what is coming, with my answers, and the way to a new one."""

from datetime import timedelta

from bot.core import Button, Message, Right, Span, Text, may, text
from bot.core.errors import Refusal
from bot.core.facts import CancelAsked, LinkOpened
from bot.core.meetings import Answer
from bot.engine import Ctx, button, command, on
from handlers.meetings import (
    answering,
    asking,
    board,
    brought,
    clocks,
    hours,
    poll_board,
    poll_cards,
    words,
    writing,
)
from handlers.meetings.rules import ics_in
from handlers.meetings.rules.draft import pack
from storage import meetings, polls, rsvps
from storage.meetings import Time

PAGE, MOST_POLLS = 6, 3
LATELY = timedelta(days=62)
LONGEST_ID = 12
"""Digits: a longer number is no meeting of ours, and no number for a database."""


@command("reunions", en="meetings")
async def coming(ctx: Ctx, rest: str) -> None:
    await _page(ctx, 0)


@command("reunion", "nouvelle_reunion", en="meeting", shown_to=Right.MEET)
async def meeting(ctx: Ctx, rest: str) -> None:
    """A line begins a meeting; alone it offers what is coming and a new one."""
    if not may(ctx.member, Right.MEET):
        return await _page(ctx, 0)
    if (file := brought.invitation(ctx)) is not None:
        return brought.look(ctx, file)
    if ics_in.is_calendar(rest):
        found = ics_in.read_calendar(rest, ctx.zone)
        if found is None:
            raise Refusal("meet-calendar-why", why="no-calendar")
        return ctx.start(writing.new_meeting, draft=pack(found))
    if rest.strip():
        return ctx.start(writing.new_meeting, line=rest)
    buttons = (
        Button(Text("meet-show-coming"), turn.call(0), words=("prochaines", "coming")),
        Button(Text("meet-new"), new.call(), words=("nouvelle", "new")),
    )
    return ctx.show(Message((Text("meet-what"),), buttons))


@button("meetings.new-one", right=Right.MEET)
async def new(ctx: Ctx) -> None:
    ctx.start(writing.new_meeting)


@button("meetings.page")
async def turn(ctx: Ctx, page: int) -> None:
    await _page(ctx, page)


async def _page(ctx: Ctx, page: int) -> None:
    """The coming ones that this person was asked about; every one for those who organise."""
    organises = may(ctx.member, Right.MEET)
    said = {one.id: row.answer for row, one in await rsvps.of_member(ctx.tx, ctx.me.id, ctx.now)}
    every = await meetings.coming(ctx.tx, ctx.now)
    found = [
        t for t in every if organises or t.one.id in said or await asking.is_for(ctx, t, ctx.me)
    ]
    more = [Button(Text("meet-new"), new.call()), Button(Text("meet-past"), past.call())]
    more = [*await _polls(ctx, organises=organises), *(more if organises else [])]
    if may(ctx.member, Right.READ_FIGURES):
        more.append(Button(Text("meet-hours"), hours.of_year.call(0)))
    if not found:
        return ctx.flip(Message((Text("meet-none"),), tuple(more)))
    shown = found[page * PAGE : (page + 1) * PAGE] or found[:PAGE]
    lines = [text("meet-coming", count=len(found))]
    lines += [_line(ctx, n, t, said.get(t.one.id)) for n, t in enumerate(shown, start=1)]
    keys = [Button(_label(ctx, t), open_one.call(t.one.id), wide=True) for t in shown]
    if len(found) > PAGE:
        following = (page + 1) % -(-len(found) // PAGE)
        keys.append(Button(Text("meet-more"), turn.call(following)))
    return ctx.flip(Message(tuple(lines), (*keys, *more)))


async def _polls(ctx: Ctx, *, organises: bool) -> list[Button]:
    """Polls that wait for this person's answer, or that they look after."""
    found = []
    for poll in (await polls.open_ones(ctx.tx))[:MOST_POLLS]:
        label = text("poll-open", title=Span(poll.title[:30]))
        if organises:
            found.append(Button(label, poll_board.open_board.call(poll.id), wide=True))
        elif await polls.polled(ctx.tx, poll.id, ctx.me.id) is not None:
            found.append(Button(label, poll_cards.show.call(poll.id), wide=True))
    return found


@button("meetings.past", right=Right.MEET)
async def past(ctx: Ctx) -> None:
    """What has begun lately: who was there can still be written down."""
    found = await meetings.lately(ctx.tx, ctx.now - LATELY, ctx.now, PAGE)
    if not found:
        raise Refusal("meet-none-past")
    keys = [Button(_label(ctx, t), board.open_board.call(t.one.id), wide=True) for t in found]
    ctx.flip(Message((Text("meet-past-head"),), tuple(keys)))


def _line(ctx: Ctx, number: int, time: Time, said: Answer | None) -> Text:
    when = Span(words.when(time.one, ctx.zone, ctx.lang))
    mine = said.value if said is not None else "none"
    line = text("meet-line", number=number, title=words.title(time), when=when, said=mine)
    return clocks.beside(
        line, ctx.me.zone, time.one.starts_at, time.one.ends_at, ctx.zone, ctx.lang
    )


def _label(ctx: Ctx, time: Time) -> Text:
    when = Span(words.button(time.one, ctx.zone, ctx.lang))
    return text("meet-open", when=when, title=Span(time.meeting.title[:30]))


@button("meetings.open")
async def open_one(ctx: Ctx, time_id: int) -> None:
    """The card to answer with; whoever organises gets the board as well."""
    time = await answering.standing(ctx, time_id)
    organises = may(ctx.member, Right.MEET)
    meant = await asking.is_for(ctx, time, ctx.me)
    if organises:
        await board.show(ctx, time)
    if meant or not organises or await rsvps.of(ctx.tx, time_id, ctx.me.id) is not None:
        await answering.show(ctx, time)


@on(LinkOpened)
async def opened(ctx: Ctx, fact: LinkOpened) -> None:
    """«Répondre en privé» under a meeting in a room."""
    kind, _, number = fact.payload.partition("-")
    if kind != "meet":
        return
    if not number.isdecimal() or len(number) > LONGEST_ID:
        raise Refusal("meet-cancelled")
    await answering.show(ctx, await answering.standing(ctx, int(number)))


@on(CancelAsked)
async def cancellable(ctx: Ctx, fact: CancelAsked) -> None:
    """«Annuler quoi ?»: each meeting that this person comes to."""
    for row, one in (await rsvps.of_member(ctx.tx, fact.member_id, ctx.now))[:4]:
        if row.answer in (Answer.ONSITE, Answer.REMOTE, Answer.WAITING):
            when = Span(words.button(one, ctx.zone, ctx.lang))
            label = text("meet-cancel-mine", when=when)
            out = answering.answer.call(one.id, Answer.ABSENT)
            fact.offers.append(Button(label, out, wide=True))
