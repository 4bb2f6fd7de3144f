"""A draft becomes a meeting: its rows, its times, its cards that leave in half a minute."""

from bot.core import Right, text
from bot.core.errors import Refusal
from bot.core.facts import HeldBack, LeftNow, Logged
from bot.core.messages import Span
from bot.engine import Ctx, holding, on
from handlers.meetings import asking, jobs, keys, occurring, preview
from handlers.meetings.rules import pattern as patterns
from handlers.meetings.rules import reminding
from handlers.meetings.rules.draft import Draft, pack
from storage import meetings, rsvps
from storage.meetings import Meeting, State, Time


async def send(ctx: Ctx, draft: Draft, wizard: str) -> None:
    """Make the meeting and show its board. The same preview sent twice makes one meeting."""
    if await meetings.by_preview(ctx.tx, wizard) is None:
        meeting = await _meeting(ctx, draft, wizard)
        await occurring.extend(ctx, meeting)
        first = await meetings.next_planned(ctx.tx, meeting.id)
        if first is None:
            raise Refusal("meet-never")
        meeting.leaves_at = holding.begin(ctx, keys.sending(first.id))
        found = await asking.ask(ctx, Time(meeting, first), meeting.leaves_at)
        ctx.audit("meeting.sent", keys.TIME.format(time=first.id), None,
                  {"people": len(found.people), "channels": len(found.chats),
                   "recurs": bool(draft.pattern and draft.pattern.recurs)})  # fmt: skip
        await ctx.show_card(keys.BOARD.format(time=first.id))


async def _meeting(ctx: Ctx, draft: Draft, wizard: str) -> Meeting:
    assert draft.pattern is not None
    audience, _ = await preview.whom(ctx, draft)
    meeting = Meeting(
        kind=draft.kind, title=draft.title, place=draft.place, link=draft.link,
        remote=draft.remote, agenda=draft.agenda, capacity=draft.capacity,
        pattern=patterns.pack(draft.pattern), zone=str(ctx.zone), audience=audience.pack(),
        reminders=list(reminding.as_kept(preview.befores(ctx, draft))), draft=pack(draft),
        state=State.OPEN, turn=0, made_by=ctx.me.id, made_at=ctx.now, leaves_at=ctx.now,
        preview=wizard,
    )  # fmt: skip
    ctx.tx.add(meeting)
    await ctx.tx.flush()
    return meeting


@on(HeldBack)
async def held_back(ctx: Ctx, fact: HeldBack) -> None:
    """Nobody has heard of it: what was written down for its sending goes."""
    number = keys.time_of(fact.about)
    time = await meetings.time(ctx.tx, number, hold=True) if number is not None else None
    if time is None:
        return
    ctx.require(Right.MEET)
    time.meeting.state = State.HELD
    for one in await meetings.of_meeting(ctx.tx, time.meeting.id):
        await ctx.forget(keys.timers(one.id))
    await rsvps.drop(ctx.tx, time.one.id)
    ctx.renew(keys.BOARD.format(time=time.one.id))


@on(LeftNow)
async def left(ctx: Ctx, fact: LeftNow) -> None:
    number = keys.time_of(fact.about)
    time = await meetings.time(ctx.tx, number) if number is not None else None
    if time is None:
        return
    await jobs.follow.run(ctx, time.one.id)
    said = text("meet-log-sent", title=Span(time.meeting.title), at=time.one.starts_at)
    about = keys.TIME.format(time=time.one.id)
    await ctx.happened(Logged(said, about, by=time.meeting.made_by))
