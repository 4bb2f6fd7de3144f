"""Whom a change concerns: read for the preview, and again when it is sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.engine import Ctx
from handlers.staffing.rules import telling
from handlers.staffing.rules.change import Post, Sent, Slot, Times, Wish
from handlers.staffing.rules.telling import Notice
from storage import people, seats
from storage.callouts import Plan
from storage.people import Account, Member
from storage.seats import Seat, State

HOLDS = (State.COMING, State.OFFERED, State.WAITING, State.MAYBE, State.FREE)
"""Said something that a change may make untrue. Who said no, or nothing yet, is left in peace."""


@dataclass(frozen=True)
class Concerned:
    """`seats` are those of the slots that change, `beyond` the people who cannot be written to."""

    notices: tuple[Notice, ...]
    seats: tuple[Seat, ...]
    reached: dict[int, tuple[Member, Account]]
    beyond: tuple[Member, ...]
    clashing: int

    @property
    def told(self) -> int:
        return len({n.member for n in self.notices if n.member in self.reached})

    @property
    def asks(self) -> bool:
        return any(n.asks for n in self.notices)


def as_sent(plan: Plan) -> Sent:
    """The rows of a call, as the rules see them."""
    return Sent(
        plan.callout.place,
        plan.callout.contact,
        tuple(Slot(s.id, s.starts_at, s.ends_at) for s in plan.shifts),
        tuple(Post(p.id, p.shift_id, p.need, p.taken) for p in plan.posts),
    )


async def find(ctx: Ctx, plan: Plan, wish: Wish) -> Concerned:
    coming = {s.id for s in plan.shifts if s.ends_at > ctx.now}
    rows = await seats.in_call(ctx.tx, plan.callout.id)
    held = [s for s in rows if s.state in HOLDS and s.shift_id in coming]
    notices = telling.notices(wish, [(s.member_id, s.shift_id) for s in held])
    members = {n.member for n in notices}
    reached = await ctx.reach(members)
    beyond = await people.hold(ctx.tx, members - set(reached))
    asked = {(n.member, slot) for n in notices if n.asks for slot in n.slots}
    changed = tuple(s for s in held if (s.member_id, s.shift_id) in asked)
    clashes = await _clashing(ctx, plan, wish, held)
    return Concerned(notices, changed, reached, tuple(beyond), len({m for m, _ in clashes}))


async def _clashing(ctx: Ctx, plan: Plan, wish: Wish, held: Sequence[Seat]) -> set[tuple[int, int]]:
    moved = [(s.member_id, s.shift_id) for s in held if s.shift_id in wish.times]
    if not moved:
        return set()
    as_will_be = {s.id: wish.times.get(s.id, (s.starts_at, s.ends_at)) for s in plan.shifts}
    here: dict[int, dict[int, Times]] = {}
    for seat in held:
        if seat.state in seats.TAKES:
            here.setdefault(seat.member_id, {})[seat.shift_id] = as_will_be[seat.shift_id]
    elsewhere = await _elsewhere(ctx, plan, wish, {member for member, _ in moved})
    return telling.clashing(wish, moved, here, elsewhere)


async def _elsewhere(
    ctx: Ctx, plan: Plan, wish: Wish, members: Iterable[int]
) -> dict[int, list[Times]]:
    """In the other calls; a drill takes nobody from a real one."""
    if plan.callout.drill:
        return {}
    start = min(a for a, _ in wish.times.values())
    end = max(b for _, b in wish.times.values())
    return await seats.engaged(ctx.tx, members, start, end, besides=plan.callout.id)
