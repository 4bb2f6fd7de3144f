"""The wizard of a call: what the line did not say is asked, then the preview is shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core import Right, Span, Text, when
from bot.core.plain import clean, fold
from bot.engine import Ask, Ctx, Option, Unclear, dialog
from handlers.staffing import opening, preview, trying
from handlers.staffing.needs import Needs, read_needs
from handlers.staffing.rules import line as lines
from handlers.staffing.rules import rhythm
from handlers.staffing.rules.draft import Draft, Slot, pack, unpack
from handlers.staffing.rules.line import Line, Problem, Reader
from storage import habits


@dialog("staffing.new-call", right=Right.CALL)
async def new_call(ctx: Ctx, ask: Ask) -> None:
    kept = await ask.keep("line", lambda: _read(ctx))
    draft, needs = unpack(kept["draft"]), kept["needs"]
    for number, problem in enumerate(kept["problems"]):
        draft, needs = await _mend(ctx, ask, draft, needs, Problem(*problem), number)
    draft = await _complete(ctx, ask, draft, needs)
    draft = await _confirm(ctx, ask, draft)
    await habits.keep(ctx.tx, contact=draft.contact, pay=draft.pay)
    plan = await opening.send(ctx, draft, ctx.dialog)
    ctx.say("sent-now", title=Span(draft.title), count=await opening.asked(ctx, plan))
    opening.show_board(ctx, plan)


async def _read(ctx: Ctx) -> dict[str, Any]:
    """The line as it was understood when it was typed; JSON, for the dialog's row."""
    found = lines.read(str(ctx.args.get("line", "")), reader(ctx))
    draft = replace(found.draft, drill=found.draft.drill or bool(ctx.args.get("drill")))
    return {
        "draft": pack(draft),
        "needs": _pack_needs(found),
        "problems": [_pack_problem(p) for p in found.problems],
    }


def reader(ctx: Ctx) -> Reader:
    community = ctx.parts.settings.community
    return Reader(ctx.now, community.timezone, tuple(community.towns))


def _pack_needs(found: Line) -> list[Any]:
    return [[n.count, list(n.posts), n.label, n.at_least, n.when] for n in found.needs]


def _pack_problem(p: Problem) -> list[Any]:
    choices = [[[a.isoformat(), b.isoformat()] for a, b in one] for one in p.readings]
    return [p.part, p.piece, p.why, choices]


async def _mend(
    ctx: Ctx, ask: Ask, draft: Draft, needs: list[Any], problem: Problem, number: int
) -> tuple[Draft, list[Any]]:
    """Ask again for the one piece that was not understood; the rest is kept."""
    why = Text(f"why-{problem.part}", {"piece": Span(problem.piece), "why": problem.why})
    match problem.part:
        case "slots":
            slots = await _ask_slots(ctx, ask, why, problem.readings, at=number)
            return replace(draft, slots=tuple(sorted({*draft.slots, *slots}, key=_start))), needs
        case "needs":
            more = await ask.read("ask-needs", _needs_reader, at=number, extra=(why,))
            return draft, [*needs, *more]
        case "towns":
            towns = await ask.read(
                "ask-towns", _towns_reader(ctx), at=number, extra=(why,),
                options=[Option("", Text("all-towns"))],
            )  # fmt: skip
            return replace(draft, towns=tuple(towns or ())), needs
        case _:
            at = await ask.read("ask-reply-by", _moment_reader(ctx), at=number, extra=(why,))
            return replace(draft, reply_by=datetime.fromisoformat(at)), needs


async def _complete(ctx: Ctx, ask: Ask, draft: Draft, needs: list[Any]) -> Draft:
    """Ask for what is still missing: what, when, who, where. Contact and pay are remembered."""
    if not draft.title:
        draft = replace(draft, title=clean(await ask.text("ask-title", max=80)))
    if not draft.slots:
        draft = replace(draft, slots=await _ask_slots(ctx, ask, None, ()))
    if not needs and not any(s.places for s in draft.slots):
        needs = await ask.read("ask-needs", _needs_reader)
    draft = _placed(draft, needs)
    if not draft.place:
        place = await ask.text("ask-place", max=120, skip=Text("skip"))
        draft = replace(draft, place=clean(place))
    usual = await habits.load(ctx.tx)
    contact = draft.contact or usual.contact or ctx.parts.settings.community.contact or ""
    pay = draft.pay or usual.pay
    if not pay:
        choices = [Option("+", Text("pay-yes")), Option("-", Text("pay-no"))]
        pay = await ask.choice("ask-pay", choices)
    near = rhythm.is_near(
        draft.starts_at, ctx.now, hours=ctx.parts.settings.staffing.fast_before_hours
    )
    return replace(draft, contact=contact, pay=pay, fast=near)


def _placed(draft: Draft, needs: Sequence[Sequence[Any]]) -> Draft:
    from handlers.staffing.needs import Need

    return lines.with_needs(draft, [Need(n, tuple(c), lab, least, w) for n, c, lab, least, w in needs])


async def _ask_slots(
    ctx: Ctx, ask: Ask, why: Text | None, readings: Sequence[Any], at: object = ""
) -> tuple[Slot, ...]:
    """Times: typed, or picked where two readings stand. Never guessed."""
    extra = (why,) if why else ()
    options = [
        Option(f"={n}", Text("as-is", {"words": Span(_spoken(ctx, reading))}), wide=True)
        for n, reading in enumerate(readings)
    ]
    found = await ask.read("ask-when", _slots_reader(ctx), at=at, extra=extra, options=options)
    if isinstance(found, str):
        found = readings[int(found.removeprefix("="))]
    elif found and found[0] == "?":
        choices = [
            Option(f"{n}", Text("as-is", {"words": Span(_spoken(ctx, r))}), wide=True)
            for n, r in enumerate(found[1])
        ]
        picked = await ask.choice("which-time", choices, at=f"{at}-which")
        found = found[1][int(picked)]
    return tuple(_slot(a, b) for a, b in found)


def _slot(start: str, end: str) -> Slot:
    return Slot(datetime.fromisoformat(start), datetime.fromisoformat(end))


def _spoken(ctx: Ctx, reading: Sequence[Sequence[str]]) -> str:
    zone = ctx.parts.settings.community.timezone
    spans = [when.Span(_slot(a, b).start.astimezone(zone), _slot(a, b).end.astimezone(zone)) for a, b in reading]
    return " + ".join(when.spoken(s, ctx.lang, zone) for s in spans)


def _slots_reader(ctx: Ctx) -> Any:
    def read(said: str) -> Any:
        found = reader(ctx)
        reading = when.slots(said, found.now, found.zone)
        spans = [[s.start.isoformat(), s.end.isoformat()] for s in reading.spans if s.end]
        if reading.kind in (when.Kind.RANGE, when.Kind.MULTI) and spans:
            return spans
        choices = [
            [[s.start.isoformat(), s.end.isoformat()] for s in one.spans if s.end]
            for one in reading.readings
        ]
        choices = [c for c in choices if c]
        if choices:
            return ["?", choices]
        raise Unclear("why-slots", piece=Span(said[:80]), why=str(reading.reason))

    return read


def _needs_reader(said: str) -> list[Any]:
    found = read_needs(said)
    if isinstance(found, Needs):
        return [[n.count, list(n.posts), n.label, n.at_least, n.when] for n in found.items]
    raise Unclear("why-needs", piece=Span(found.piece[:60]), why=str(found.why))


def _moment_reader(ctx: Ctx) -> Any:
    def read(said: str) -> str:
        found = reader(ctx)
        reading = when.read(said, found.now, found.zone)
        if reading.kind not in (when.Kind.POINT, when.Kind.DEADLINE):
            raise Unclear("why-reply_by", piece=Span(said[:60]), why=str(reading.reason))
        span = reading.spans[0]
        return (span.end or span.start).isoformat()

    return read


def _towns_reader(ctx: Ctx) -> Any:
    known = {fold(t): t for t in ctx.parts.settings.community.towns}

    def read(said: str) -> list[str]:
        asked = [w.strip() for w in said.replace(" et ", ",").split(",") if w.strip()]
        wrong = [w for w in asked if fold(w) not in known]
        if wrong:
            raise Unclear("why-towns", piece=Span(", ".join(wrong)[:80]), why="unknown-town")
        return [known[fold(w)] for w in asked]

    return read


async def _confirm(ctx: Ctx, ask: Ask, draft: Draft) -> Draft:
    """The preview, until it is sent: what would go out, to how many, who is left out."""
    round_ = 0
    while True:
        found = await preview.show(ctx, draft)
        choice = await ask.choice(
            "preview-question", preview.options(ctx, draft), at=round_, extra=found.lines
        )
        round_ += 1
        match choice:
            case "send":
                preview.check(ctx, draft, found)
                return draft
            case "edit":
                draft = await _edit(ctx, ask, draft, round_)
            case "try":
                ask.aside(trying.sample(ctx, draft))
            case "who":
                ask.aside(await preview.left_out(ctx, found))
            case "fast" | "normal":
                draft = replace(draft, fast=choice == "fast", everyone=False)
            case _:
                draft = replace(draft, everyone=True)


async def _edit(ctx: Ctx, ask: Ask, draft: Draft, round_: int) -> Draft:
    fields = ("title", "slots", "needs", "place", "contact", "pay")
    options = [Option(name, Text(f"edit-{name}")) for name in fields]
    match await ask.choice("edit-what", options, at=round_):
        case "title":
            return replace(draft, title=clean(await ask.text("ask-title", max=80, at=round_)))
        case "slots":
            slots = await _ask_slots(ctx, ask, None, (), at=round_)
            places = draft.slots[0].places
            return replace(draft, slots=tuple(replace(s, places=places) for s in slots))
        case "needs":
            return _placed(draft, await ask.read("ask-needs", _needs_reader, at=round_))
        case "place":
            words = await ask.text("ask-place", max=120, skip=Text("skip"), at=round_)
            return replace(draft, place=clean(words))
        case "contact":
            return replace(draft, contact=clean(await ask.text("ask-contact", max=80, at=round_)))
        case _:
            choices = [Option("+", Text("pay-yes")), Option("-", Text("pay-no"))]
            return replace(draft, pay=await ask.choice("ask-pay", choices, at=round_))


def _start(slot: Slot) -> tuple[datetime, datetime]:
    return slot.start, slot.end
