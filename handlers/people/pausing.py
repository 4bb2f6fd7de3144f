"""/pause and /stop: no solicitation until a date, and the way back by itself."""

from datetime import date, timedelta

from bot.core import Button, Message, Span, Text
from bot.core.errors import Refusal
from bot.core.facts import MemberPaused
from bot.core.plain import clean
from bot.engine import Ask, Ctx, Unclear, button, command, dialog, job, on
from handlers.people import leaving
from handlers.people.rules.away import read_days
from handlers.people.rules.pauses import LONGEST, back_at, days_in, last_day
from storage.people import Member, Standing


@command("pause", en="pause")
async def pause(ctx: Ctx, rest: str) -> None:
    if rest:
        return await _until(ctx, _last(ctx, rest))
    return _offer(ctx, "pause-ask")


@command("stop", in_menu=False)
async def stop(ctx: Ctx, rest: str) -> None:
    """Someone who types «stop» wants peace at once: both ways to it, none of them hidden."""
    _offer(ctx, "stop-ask", Button(Text("stop-leave"), leaving.leave.call(), wide=True))


def _offer(ctx: Ctx, key: str, *more: Button) -> None:
    now = Text("pause-now", {"last": _last_day_of(ctx)}) if ctx.me.resting(ctx.now) else Text("nil")
    buttons = [
        Button(Text("pause-week"), rest_for.call(7)),
        Button(Text("pause-month"), rest_for.call(30)),
        Button(Text("pause-until"), rest_until.call()),
    ]
    if ctx.me.resting(ctx.now):
        buttons.append(Button(Text("pause-end"), resume.call()))
    ctx.show(Message((Text(key), now), (*buttons, *more)))


def _last_day_of(ctx: Ctx) -> date:
    assert ctx.me.paused_until is not None
    return ctx.me.paused_until.astimezone(ctx.zone).date() - timedelta(days=1)


@button("people.rest-for")
async def rest_for(ctx: Ctx, days: int) -> None:
    await _until(ctx, last_day(ctx.today, min(max(days, 1), LONGEST.days)))


@button("people.rest-until")
async def rest_until(ctx: Ctx) -> None:
    ctx.start(ask_until)


@dialog("people.pause-until")
async def ask_until(ctx: Ctx, ask: Ask) -> None:
    kept = await ask.read("ask-pause", lambda said: _last(ctx, said).isoformat())
    await _until(ctx, date.fromisoformat(str(kept)))


def _last(ctx: Ctx, said: str) -> date:
    """«2 semaines», «jusqu'au 12 décembre»: the last day of the pause, said back after."""
    days = days_in(said)
    if days is not None:
        last = last_day(ctx.today, days)
    else:
        found = read_days(said, ctx.now, ctx.parts.settings.community.timezone)
        if isinstance(found, Text) or len(found) > 1:
            raise Unclear("pause-unclear", said=Span(clean(said)[:60]))
        last = found[0].last
    if not ctx.today < last <= ctx.today + LONGEST:
        raise Unclear("pause-too-long")
    return last


async def _until(ctx: Ctx, last: date) -> None:
    me, until = ctx.me, back_at(last, ctx.zone)
    before = me.paused_until
    me.paused_until = until
    ctx.audit(
        "member.paused",
        f"member:{me.id}",
        {"until": before.isoformat() if before else None},
        {"until": until.isoformat()},
    )
    await ctx.happened(MemberPaused(me.id, until))
    ctx.say("pause-kept", Button(Text("pause-end"), resume.call()), last=last)


@button("people.resume")
async def resume(ctx: Ctx) -> None:
    if ctx.me.paused_until is None:
        raise Refusal("pause-none")
    ctx.me.paused_until = None
    await ctx.forget(f"pause:{ctx.me.id}")
    ctx.audit("member.resumed", f"member:{ctx.me.id}")
    ctx.say("pause-ended")


@on(MemberPaused)
async def plan_return(ctx: Ctx, fact: MemberPaused) -> None:
    """Whoever paused them, /pause or the button under a call: they come back by themselves."""
    await ctx.forget(f"pause:{fact.member_id}")
    ctx.at(fact.until, come_back.call(fact.member_id), name=f"pause:{fact.member_id}")


@job("people.come-back")
async def come_back(ctx: Ctx, member_id: int) -> None:
    member = await ctx.tx.get(Member, member_id)
    if member is None or member.standing is Standing.LEFT or member.paused_until is None:
        return
    if member.paused_until > ctx.now + timedelta(seconds=1):
        return
    member.paused_until = None
    ctx.audit("member.resumed", f"member:{member_id}")
    again = Button(Text("pause-again"), rest_for.call(7))
    await ctx.tell([member_id], Message((Text("pause-over"),), (again,)))
