"""The rows of a call, and whether everything that people see agrees with them."""

import re
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core import ChatRef, Lang
from bot.engine.view import View
from bot.engine.wording import put_into_words
from handlers.staffing.rules.seating import overlaps
from storage import callouts, places, seats, tallies
from storage.callouts import Asked, Callout, Plan
from storage.people import Member
from storage.seats import Seat, State
from tests.playground import Person, Playground

STANDS = (callouts.State.OPEN, callouts.State.SEALED)
Looked = tuple[str, tuple[str, ...]]


async def check(play: Playground, people: list[Person], boss: Person) -> None:
    """Raises AssertionError that names what is not true."""
    async with play.db.reading() as tx:
        plans = [await callouts.plan(tx, n) for n in (await tx.scalars(select(Callout.id))).all()]
        rows = (await tx.scalars(select(Seat))).all()
        members = {m.id: m for m in (await tx.scalars(select(Member))).all()}
        for plan in filter(None, plans):
            here = [s for s in rows if s.callout_id == plan.callout.id]
            _counted(plan, here)
            await _tallied(tx, plan, here)
            if plan.callout.open:
                _nobody_waits_in_vain(play, plan, rows, members)
            await _seen(play, tx, plan, people, boss, rows)
        _nobody_is_in_two_places([p for p in plans if p and p.callout.state in STANDS], rows)
        await _one_reminder(tx, people)


def _counted(plan: Plan, rows: Sequence[Seat]) -> None:
    taken = Counter(s.post_id for s in rows if s.state in seats.TAKES)
    waiting = Counter(s.post_id for s in rows if s.state is State.WAITING)
    for post in plan.posts:
        assert post.taken == taken[post.id] <= post.need, f"post {post.id}: {post.taken}, {taken}"
        assert post.waiting == waiting[post.id], f"post {post.id}: {post.waiting}, {waiting}"


async def _tallied(tx: AsyncSession, plan: Plan, rows: Sequence[Seat]) -> None:
    """What a board counts is what the rows say, one by one."""
    call, asked = plan.callout.id, await callouts.asked(tx, plan.callout.id)
    for held in State:
        found = await tallies.of(tx, call, held)
        assert found.held == Counter(s.post_id for s in rows if s.state is held)
    told = {s.member_id for s in rows if s.change_id and s.state is not State.OUT}
    assert found.seats == Counter(s.state for s in rows)
    assert found.people == Counter(state for state, _ in {(s.state, s.member_id) for s in rows})
    assert (found.asked, found.answered) == (len(asked), sum(1 for r in asked if r.answered_at))
    assert found.refused == sum(r.refused for r in asked)
    assert found.said == sum(1 for r in asked if r.said)
    assert (await tallies.unsettled(tx, call, 3))[1] == len(told)
    assert bool(found.changed) == bool(told)


def _nobody_waits_in_vain(
    play: Playground, plan: Plan, rows: Sequence[Seat], members: dict[int, Member]
) -> None:
    """A free seat has nobody in line for it who could take it."""
    for seat in rows:
        shift = plan.shift(seat.shift_id)
        if seat.state is not State.WAITING or shift is None or shift.starts_at <= play.now:
            continue
        profession = members[seat.member_id].profession
        free = [p for p in plan.of(shift.id) if p.missing and profession in p.codes]
        assert not free, f"{members[seat.member_id].name} waits beside a free seat"


def _nobody_is_in_two_places(plans: Sequence[Plan], rows: Sequence[Seat]) -> None:
    times = {s.id: (s.starts_at, s.ends_at) for plan in plans for s in plan.shifts}
    held: dict[int, list[Seat]] = {}
    for seat in rows:
        if seat.state in seats.TAKES and seat.shift_id in times:
            held.setdefault(seat.member_id, []).append(seat)
    for member, mine in held.items():
        for one in mine:
            others = [times[s.shift_id] for s in mine if s is not one]
            assert not overlaps(*times[one.shift_id], others), f"member {member} is in two places"


async def _one_reminder(tx: AsyncSession, people: list[Person]) -> None:
    calls = (await tx.scalars(select(Asked.callout_id).distinct())).all()
    for person in people:
        assert person.everything.count("seul rappel") <= len(calls), person.screen()


async def _seen(
    play: Playground, tx: AsyncSession, plan: Plan, people: list[Person], boss: Person,
    rows: Sequence[Seat],
) -> None:  # fmt: skip
    call = plan.callout.id
    for person in people:
        key = f"callout:{call}:member:{person.id}"
        there, truth = await shown(play, tx, person, key), await now(play, tx, person, key)
        if there is not None:
            assert _settled(there) == _settled(truth), f"{person.account}'s card"
        for seat in rows:
            if seat.member_id == person.id and seat.callout_id == call:
                stands = plan.callout.state in STANDS
                await _offer(play, tx, person, seat, stands=stands)
    board = f"callout:{call}:board"
    assert await shown(play, tx, boss, board) == await now(play, tx, boss, board), "the board"


async def _offer(
    play: Playground, tx: AsyncSession, person: Person, seat: Seat, *, stands: bool
) -> None:
    """A seat that is held for someone has its question, with buttons, and no other has."""
    key = f"callout:{seat.callout_id}:offer:{seat.shift_id}:{person.id}:{seat.turn}"
    there = await shown(play, tx, person, key)
    if seat.state is State.OFFERED and stands:
        assert there is None or there[1], "an offer without buttons"
    elif there is not None:
        assert there[1] == (), "an offer that is over has buttons"


async def shown(play: Playground, tx: AsyncSession, person: Person, card: str) -> Looked | None:
    place = await places.find(tx, card, ChatRef("local", person.chat))
    if place is None or place.message is None:
        return None
    wording = play.local.chat(person.chat).messages[place.message].wording
    return wording.plain, tuple(key.label for key in wording.keys)


async def now(play: Playground, tx: AsyncSession, person: Person, key: str) -> Looked:
    """The card as it would be worded from the rows this moment."""
    parts = play.app.parts
    found = parts.registry.card(key)
    assert found is not None
    card, args = found
    where = ChatRef("local", person.chat)
    message = await card.render(View(tx, parts, play.now, where, Lang.FR), **args)
    assert message is not None
    worded = put_into_words(message, parts.catalog, Lang.FR, parts.zone)
    return worded.wording.plain, tuple(key.label for key in worded.wording.keys)


def _settled(looked: Looked) -> Looked:
    """Other people's cards need not count along; whether there is room at all must be true."""
    text = re.sub(r"il manque [^\n]*", "il manque", looked[0])
    return re.sub(r" ?Réponse utile avant [^\n]*", "", text), looked[1]
