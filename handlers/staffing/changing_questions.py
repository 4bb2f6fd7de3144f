"""What a change asks for: which slot, its new time, how many of whom. Never guessed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.core import Span, Text, text, when
from bot.core.plain import fold
from bot.engine import Ask, Ctx, Option, Unclear
from bot.engine.unclear import words_reader
from handlers.staffing import words
from handlers.staffing.reading.needs import Needs, read_needs
from handlers.staffing.rules import change
from handlers.staffing.rules.change import No, Sent, Times, Wish
from storage.callouts import Plan, Post, Shift

Check = Callable[[Times], No | None]
Read = Callable[[str], when.Reading]


async def slot(
    ctx: Ctx, ask: Ask, plan: Plan, wish: Wish, shifts: Sequence[Shift], round_: int
) -> Shift:
    """Picked where there are several; as they will be, where they were moved just now."""

    async def offered() -> list[int]:
        return [s.id for s in shifts]

    ids = await ask.keep(f"slots{round_}", offered)
    chosen = f"{ids[0]}"
    if len(ids) > 1:
        options = [
            Option(f"{s.id}", Text("as-is", {"words": Span(_will_be(ctx, wish, s))}), wide=True)
            for s in plan.shifts
            if s.id in ids
        ]
        chosen = await ask.choice("change-which-slot", options, at=round_)
    shift = plan.shift(int(chosen))
    assert shift is not None
    return shift


def _will_be(ctx: Ctx, wish: Wish, shift: Shift) -> str:
    times = wish.times.get(shift.id, (shift.starts_at, shift.ends_at))
    return words.times(*times, ctx.zone, ctx.lang)


async def new_time(
    ctx: Ctx, ask: Ask, sent: Sent, wish: Wish, shift: Shift, round_: int
) -> Times:  # fmt: skip
    """Read as in a call's line; hours alone are of the slot's own day."""

    def read(said: str) -> when.Reading:
        return when.moved(said, shift.starts_at, ctx.now, ctx.zone)

    def check(times: Times) -> No | None:
        return change.wrong_move(sent, wish, shift.id, times, ctx.now)

    old = Span(_will_be(ctx, wish, shift))
    return await _time(ctx, ask, "change-ask-time", read, check, round_, when=old)


async def one_more(ctx: Ctx, ask: Ask, sent: Sent, wish: Wish, round_: int) -> Times:
    def read(said: str) -> when.Reading:
        return when.slots(said, ctx.now, ctx.zone)

    def check(times: Times) -> No | None:
        there = [wish.times.get(s.id, s.times) for s in sent.slots]
        return change.wrong_times(times, [*there, *wish.added], ctx.now)

    return await _time(ctx, ask, "change-ask-more", read, check, round_)


async def _time(
    ctx: Ctx, ask: Ask, key: str, read: Read, check: Check, round_: int, **args: Any
) -> Times:  # fmt: skip
    found = await ask.read(key, _reader(ctx, read, check), at=round_, **args)
    if found[0] == "?":
        options = [
            Option(f"{n}", Text("as-is", {"words": Span(_said(ctx, _times(r)))}), wide=True)
            for n, r in enumerate(found[1])
        ]
        return _times(found[1][int(await ask.choice("which-time", options, at=f"{round_}-which"))])
    return _times(found)


def _reader(ctx: Ctx, read: Read, check: Check) -> Callable[[str], list[Any]]:
    """A JSON value: two moments, or «?» and the pairs to choose from."""

    def reader(said: str) -> list[Any]:
        reading = read(said)
        if reading.kind is when.Kind.RANGE:
            times = _spans([reading])[0]
            if why := check(times):
                raise _no(ctx, times, why)
            return _row(times)
        offered = _spans(reading.readings)
        good = [times for times in offered if check(times) is None]
        if good:
            return ["?", [_row(times) for times in good]]
        if offered:
            raise _no(ctx, offered[0], check(offered[0]) or No.PAST)
        raise Unclear("why-slots", piece=Span(said[:80]), why=_why(reading))

    return reader


def _why(reading: when.Reading) -> str:
    match reading.kind:
        case when.Kind.MULTI:
            return "one-at-a-time"
        case when.Kind.DAY:
            return str(when.Reason.WHICH_HOURS)
        case when.Kind.POINT:
            return str(when.Reason.NOT_A_SLOT)
        case _:
            return str(reading.reason)


def _spans(readings: Iterable[when.Reading]) -> list[Times]:
    return [
        (one.spans[0].start, one.spans[0].end)
        for one in readings
        if one.kind is when.Kind.RANGE and one.spans[0].end is not None
    ]


def _no(ctx: Ctx, times: Times, why: No) -> Unclear:
    return Unclear("change-no-time", when=Span(_said(ctx, times)), why=why.value)


def _said(ctx: Ctx, times: Times) -> str:
    return words.times(*times, ctx.zone, ctx.lang, ctx.now)


def _row(times: Times) -> list[str]:
    return [moment.isoformat() for moment in times]


def _times(row: Sequence[str]) -> Times:
    return datetime.fromisoformat(row[0]), datetime.fromisoformat(row[1])


async def post(ctx: Ctx, ask: Ask, plan: Plan, shift: Shift, round_: int) -> Post:
    posts = plan.of(shift.id)
    if len(posts) == 1:
        return posts[0]
    options = [Option(f"{p.id}", _post(ctx, p), wide=True) for p in posts]
    return plan.post(int(await ask.choice("change-which-post", options, at=round_)))


def _post(ctx: Ctx, one: Post) -> Text:
    what = Span(words.post(one, ctx.lang, one.need))
    return text("board-post", what=what, taken=one.taken, need=one.need, missing=one.missing)


async def need(
    ctx: Ctx, ask: Ask, sent: Sent, one: Post, shift: Shift, round_: int
) -> int:  # fmt: skip
    """A number, or «5 infirmiers»; of other people than this post's it is no answer."""

    def read(said: str) -> int:
        count = _count(said, one)
        if count is None:
            raise Unclear("change-no-number", piece=Span(said[:40]))
        if why := change.wrong_need(sent.post(one.id), count):
            raise Unclear("change-no-need", why=why.value, held=one.taken, need=one.need)
        return count

    when_ = Span(words.when(shift, ctx.zone, ctx.lang))
    what = Span(words.post(one, ctx.lang, 2))
    return int(await ask.read("change-ask-need", read, at=round_, what=what, when=when_,
                              need=one.need, held=one.taken))  # fmt: skip


def _count(said: str, one: Post) -> int | None:
    plain = fold(said).strip(" .!")
    if plain.isdecimal() and len(plain) < 6:
        return int(plain)
    found = read_needs(said)
    if not isinstance(found, Needs) or len(found.items) != 1:
        return None
    item = found.items[0]
    named = set(item.posts) <= set(one.codes) if item.posts else fold(item.label) == fold(one.label)
    return item.count if named else None


async def words_for(ask: Ask, key: str, most: int, old: str, round_: int) -> str:
    """The place, or whom to ask."""
    read = words_reader(most)

    def reader(said: str) -> str:
        found = read(said)
        if found == old:
            raise Unclear("change-same-words")
        return found

    return str(await ask.read(key, reader, at=round_, old=Span(old or "–")))
