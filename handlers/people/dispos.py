"""/dispos: the usual week, tapped day by day or typed, and the days away."""

from bot.core import Button, Message, Text
from bot.core.availability import DAYS, LENGTH, PARTS
from bot.core.errors import Refusal
from bot.engine import Ask, Ctx, Unclear, button, command, dialog
from handlers.people import absences
from handlers.people.rules.week_told import parts_on, told
from handlers.people.rules.weeks import NOTHING, Said, read_week
from handlers.people.words import understood
from storage import absences as away_days
from storage.absences import Absence


@command("dispos", "disponibilites", en="availability")
async def dispos(ctx: Ctx, rest: str) -> None:
    """«/dispos lundi mardi matin» is read and said back at once."""
    if rest:
        ctx.start(typed_week, said=rest[:300])
    else:
        await _show_week(ctx)


@button("people.week")
async def week(ctx: Ctx) -> None:
    await _show_week(ctx)


async def _show_week(ctx: Ctx) -> None:
    away = await away_days.of(ctx.tx, ctx.me.id, ctx.today)
    lines = [Text("week-head"), Text("week-now", {"week": told(ctx.me.week)})]
    lines += [absences.line(one) for one in away[: absences.SHOWN]]
    lines.append(Text("week-how"))
    days = tuple(Button(_day_label(ctx.me.week, d), day.call(d)) for d in range(DAYS))
    more = (
        Button(Text("week-type"), type_week.call(), wide=True),
        Button(Text("away-add"), absences.add.call()),
        *(Button(absences.forget_label(one), forget.call(one.id)) for one in away[:4]),
    )
    ctx.flip(Message(tuple(lines), (*days, *more)))


def _day_label(week: str, day: int) -> Text:
    """«Lun. matin, soir»: the state is in words, not in a colour."""
    parts = parts_on(week, day) if len(week) == LENGTH else ()
    short = tuple(Text(f"part-short-{part}") for part in parts)
    key = "week-day-all" if len(parts) == PARTS else "week-day" if parts else "week-day-none"
    return Text(key, {"day": Text(f"day-short-{day}"), "parts": short})


@button("people.day")
async def day(ctx: Ctx, which: int) -> None:
    """One day's page: four parts to tick, and a way to say «the same all week»."""
    if not 0 <= which < DAYS:
        raise Refusal("button-too-old")
    free = parts_on(ctx.me.week, which) if len(ctx.me.week) == LENGTH else ()
    ticks = tuple(
        Button(
            Text("ticked" if part in free else "unticked", {"label": Text(f"part-full-{part}")}),
            tick.call(which, part, part not in free),
            wide=True,
        )
        for part in range(PARTS)
    )
    copies = (
        Button(Text("week-copy-workdays"), copy.call(which, 5), wide=True),
        Button(Text("week-copy-all"), copy.call(which, 7), wide=True),
        Button(Text("week-back"), week.call(), wide=True),
    )
    head = Text("week-day-head", {"day": Text(f"day-{which}")})
    ctx.flip(Message((head, Text("week-now", {"week": told(ctx.me.week)})), (*ticks, *copies)))


@button("people.tick")
async def tick(ctx: Ctx, which: int, part: int, free: bool) -> None:
    """Sets what the button said, however often it is pressed."""
    if not (0 <= which < DAYS and 0 <= part < PARTS):
        raise Refusal("button-too-old")
    squares = list(ctx.me.week if len(ctx.me.week) == LENGTH else NOTHING)
    squares[which * PARTS + part] = "o" if free else "-"
    _write(ctx, "".join(squares))
    await day.run(ctx, which)


@button("people.copy-day")
async def copy(ctx: Ctx, which: int, days: int) -> None:
    """This day's parts for the first `days` days of the week."""
    squares = ctx.me.week if len(ctx.me.week) == LENGTH else NOTHING
    one = squares[which * PARTS : (which + 1) * PARTS]
    _write(ctx, one * days + squares[days * PARTS :])
    await _show_week(ctx)


@button("people.forget-absence")
async def forget(ctx: Ctx, absence_id: int) -> None:
    found = await ctx.tx.get(Absence, absence_id)
    if found is not None and found.member_id == ctx.me.id:
        await ctx.tx.delete(found)
        await ctx.tx.flush()
        ctx.audit("member.back", f"member:{ctx.me.id}")
    await _show_week(ctx)


@button("people.type-week")
async def type_week(ctx: Ctx) -> None:
    ctx.start(typed_week, said="")


@dialog("people.typed-week")
async def typed_week(ctx: Ctx, ask: Ask, said: str) -> None:
    """Typed, said back in other words, kept after a yes."""
    rows, problem = _first(ctx, said)
    turn = 0
    while True:
        if turn or rows is None:
            heard = ask.read("ask-week", lambda words: _read(ctx, words), at=turn, extra=problem)
            rows, problem = list(await heard), ()
        squares, *spans = rows
        away = [await absences.chosen(ask, s, f"{turn}.{n}") for n, s in enumerate(spans)]
        shown = told(squares) if squares else Text("week-as-before")
        absent = Text("week-away", {"away": absences.together(away)}) if away else Text("nil")
        if await ask.yes("week-right", at=turn, week=shown, away=absent):
            break
        turn += 1
    if squares:
        _write(ctx, squares)
    absences.write(ctx, away)
    ctx.say("week-kept", week=told(ctx.me.week))


def _first(ctx: Ctx, said: str) -> tuple[list[str] | None, tuple[Text, ...]]:
    """What stood after the command, if it can be read; else why not."""
    try:
        return (_read(ctx, said) if said else None), ()
    except Unclear as unclear:
        return None, (unclear.text,)


def _read(ctx: Ctx, said: str) -> list[str]:
    """As an answer is kept: the week ("" for none), then the absences."""
    found = understood(read_week)(said)
    assert isinstance(found, Said)
    return [found.week or "", *(absences.reader(ctx, phrase) for phrase in found.away)]


def _write(ctx: Ctx, week: str) -> None:
    ctx.me.week = week
    ctx.audit("member.week", f"member:{ctx.me.id}")
