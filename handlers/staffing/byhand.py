"""A person added by hand: she said yes by phone. She gets a message that she can refuse."""

from bot.core import Args, Lane, Message, Right, Span, Text, text
from bot.core.errors import Refusal
from bot.core.messages import Button
from bot.core.plain import fold
from bot.engine import Ask, Ctx, Option, Unclear, button, dialog
from handlers.staffing import answering, keys, passing, taking, words
from storage import callouts, people, seats
from storage.callouts import Plan, Shift
from storage.people import Member
from storage.seats import Seat, State


@button("staffing.add", right=Right.CALL)
async def add(ctx: Ctx, callout_id: int) -> None:
    ctx.start(add_person, call=callout_id)


@button("staffing.replace", right=Right.CALL)
async def replace(ctx: Ctx, callout_id: int) -> None:
    ctx.start(replace_person, call=callout_id)


@dialog("staffing.add-person", right=Right.CALL)
async def add_person(ctx: Ctx, ask: Ask, call: int) -> None:
    plan = await taking.manageable(ctx, call)
    person = await _whom(ctx, ask)
    shift = await _shift(ctx, ask, plan, person)
    seat = await _seat(ctx, plan, shift, person)
    key = "added" if seat.state is State.COMING else "added-waiting"
    ctx.say(key, name=Span(person.name), when=words.when(shift, ctx.zone, ctx.lang))


async def _whom(ctx: Ctx, ask: Ask) -> Member:
    """A member by a piece of their name; asked which one where there are several."""
    member_id = await ask.read("ask-whom", _reader, options=())
    found = await people.search(ctx.tx, fold(member_id), limit=8)
    if len(found) > 1:
        options = [person_option(m) for m in found]
        return await ctx.tx.get_one(Member, int(await ask.choice("which-person", options)))
    if found:
        return found[0]
    raise Refusal("nobody-named", name=Span(member_id))


def person_option(member: Member) -> Option:
    label = text("person", name=Span(member.name), town=Span(member.town))
    return Option(f"{member.id}", label, wide=True)


def _reader(said: str) -> str:
    if len(fold(said)) < 2:
        raise Unclear("unclear-empty")
    return said[:60]


async def _shift(ctx: Ctx, ask: Ask, plan: Plan, person: Member) -> Shift:
    coming = [s for s in plan.shifts if s.ends_at > ctx.now]
    fitting = [s for s in coming if taking.opening_for(plan, s, person.profession)]
    if not fitting:
        raise Refusal("no-post-for", name=Span(person.name))
    if len(fitting) == 1:
        return fitting[0]
    times = {s.id: Span(words.when(s, ctx.zone, ctx.lang)) for s in fitting}
    options = [Option(f"{n}", text("as-is", words=t), wide=True) for n, t in times.items()]
    chosen = await ask.choice("ask-which-shift", options)
    shift = plan.shift(int(chosen))
    assert shift is not None
    return shift


ABOUT_SOMEBODY = {
    "overlap-here": "hand-engaged",
    "overlap-elsewhere": "hand-engaged",
    "shift-not-yours": "no-post-for",
    "callout-sealed": "hand-full",
}
"""What a member is told of themselves, as the coordinator is told of that member."""


async def _seat(ctx: Ctx, plan: Plan, shift: Shift, person: Member) -> Seat:
    """The same rules as for a tap, for somebody else; the person is told, and may refuse."""
    plan = await callouts.plan(ctx.tx, plan.callout.id, hold=True) or plan
    as_person = ctx.acting_for(person)
    held = (await seats.of(ctx.tx, plan.callout.id, person.id)).get(shift.id)
    if held is not None and held.state is State.COMING:
        when = words.when(shift, ctx.zone, ctx.lang)
        raise Refusal("hand-already", name=Span(person.name), when=when)
    try:
        seat = await taking.accept(as_person, plan, shift.id, by_hand=True)
    except Refusal as no:
        key = ABOUT_SOMEBODY.get(no.text.key)
        raise (Refusal(key, name=Span(person.name)) if key else no) from no
    seat.by_hand = ctx.me.id
    await answering.note(as_person, plan)
    ctx.audit("seat.by-hand", keys.CALL.format(call=plan.callout.id), None,
              {"member": person.id, "shift": shift.id})  # fmt: skip
    seated = seat.state is State.COMING
    await tell(ctx, plan, shift, person, "added-you" if seated else "added-you-waiting")
    return seat


async def tell(
    ctx: Ctx, plan: Plan, shift: Shift, person: Member, key: str, *, refusable: bool = True
) -> None:
    found = (await ctx.reach([person.id])).get(person.id)
    if found is None:
        return
    _, account = found
    args: Args = {
        "title": words.title(plan.callout),
        "when": words.when(shift, ctx.zone, person.lang),
        "where": words.where(plan.callout.place),
    }
    refuse = Button(Text("cannot"), answering.cannot.call(plan.callout.id, shift.id))
    buttons = (refuse,) if refusable else ()
    ctx.post(
        account.where, Message((Text(key, args),), buttons), lane=Lane.CALLS,
        lang=words.lang(person), simple=person.simple,
    )  # fmt: skip


@dialog("staffing.replace-person", right=Right.CALL)
async def replace_person(ctx: Ctx, ask: Ask, call: int) -> None:
    """Somebody else in the same shift; both are told."""
    plan = await taking.manageable(ctx, call)
    held = await seats.in_call(ctx.tx, call, State.COMING)
    if not held:
        raise Refusal("nobody-coming")
    members = {m.id: m for m in await people.hold(ctx.tx, {s.member_id for s in held})}
    options = [_seat_option(ctx, plan, s, members[s.member_id]) for s in held[:20]]
    chosen = await ask.choice("ask-replaced", options)
    shift_id, old_id = map(int, chosen.split("."))
    shift, person = plan.shift(shift_id), await _whom(ctx, ask)
    assert shift is not None
    plan = await callouts.plan(ctx.tx, call, hold=True) or plan
    seat = (await seats.of(ctx.tx, call, old_id)).get(shift_id)
    if seat is None or seat.state is not State.COMING:
        raise Refusal("seat-gone")
    post = plan.post(seat.post_id)
    seat.state, seat.since = State.OUT, ctx.now
    post.taken -= 1
    ctx.renew(keys.MEMBER.format(call=call, member=old_id))
    await tell(ctx, plan, shift, members[old_id], "replaced-you", refusable=False)
    await _seat(ctx, plan, shift, person)
    if post.missing:
        await passing.freed(ctx, plan, post)
    when = words.when(shift, ctx.zone, ctx.lang)
    ctx.say("replaced", new=Span(person.name), old=Span(members[old_id].name), when=when)


def _seat_option(ctx: Ctx, plan: Plan, seat: Seat, member: Member) -> Option:
    shift = plan.shift(seat.shift_id)
    assert shift is not None
    when = words.button(shift, ctx.zone, ctx.lang, dated=True)
    label = text("person", name=Span(member.name), town=Span(when))
    return Option(f"{seat.shift_id}.{member.id}", label, wide=True)
