"""The wizard of a call: what the line did not say is asked, then the preview is shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from bot.core import Right, Span, Text, text
from bot.core.plain import clean
from bot.engine import Ask, Ctx, Option, dialog
from bot.engine.unclear import words_reader
from handlers.staffing import opening, preview, questions, trying
from handlers.staffing.rules import lengths, rhythm
from handlers.staffing.rules import line as lines
from handlers.staffing.rules.draft import Draft, Slot, pack, unpack, with_times
from handlers.staffing.rules.understood import Line, Problem
from storage import habits


@dialog("staffing.new-call", right=Right.CALL)
async def new_call(ctx: Ctx, ask: Ask, line: str = "", drill: bool = False) -> None:
    kept = await ask.keep("line", lambda: _read(ctx, line, drill))
    draft, needs = unpack(kept["draft"]), kept["needs"]
    for number, problem in enumerate(kept["problems"]):
        draft, needs = await _mend(ctx, ask, draft, needs, Problem(*problem), number)
    draft = await _complete(ctx, ask, draft, needs)
    draft = await _confirm(ctx, ask, draft)
    await habits.keep(ctx.tx, contact=draft.contact, pay=draft.pay)
    plan = await opening.send(ctx, draft, ctx.dialog)
    ctx.say("sent-now", title=Span(draft.title), count=await opening.asked(ctx, plan))
    await opening.show_board(ctx, plan)


async def _read(ctx: Ctx, line: str, drill: bool) -> dict[str, Any]:
    """The line as it was understood when it was typed; JSON, for the dialog's row."""
    found = lines.read(line, questions.reader(ctx))
    draft = replace(found.draft, drill=found.draft.drill or drill)
    return {
        "draft": pack(draft),
        "needs": _pack_needs(found),
        "problems": [_pack_problem(p) for p in found.problems],
    }


def _pack_needs(found: Line) -> list[Any]:
    return [[n.count, list(n.posts), n.label, n.at_least, n.when] for n in found.needs]


def _pack_problem(p: Problem) -> list[Any]:
    choices = [[[a.isoformat(), b.isoformat()] for a, b in one] for one in p.readings]
    return [p.part, p.piece, p.why, choices]


async def _mend(
    ctx: Ctx, ask: Ask, draft: Draft, needs: list[Any], problem: Problem, number: int
) -> tuple[Draft, list[Any]]:
    """Ask again for the one piece that was not understood; the rest is kept."""
    if problem.why == "too-long":
        return await _shorten(ask, draft, problem, number), needs
    why = Text(f"why-{problem.part}", {"piece": Span(problem.piece[:80]), "why": problem.why})
    match problem.part:
        case "slots":
            slots = await questions.ask_slots(ctx, ask, why, problem.readings, at=number)
            return replace(draft, slots=tuple(sorted({*draft.slots, *slots}, key=_start))), needs
        case "needs":
            more = await ask.read("ask-needs", questions.needs_reader, at=number, extra=(why,))
            return draft, [*needs, *more]
        case "towns":
            towns = await ask.read(
                "ask-towns", questions.towns_reader(ctx), at=number, extra=(why,),
                options=[Option("", Text("all-towns"))],
            )  # fmt: skip
            return replace(draft, towns=tuple(towns or ())), needs
        case _:
            at = await ask.read(
                "ask-reply-by", questions.moment_reader(ctx), at=number, extra=(why,)
            )
            return replace(draft, reply_by=datetime.fromisoformat(at)), needs


async def _shorten(ask: Ask, draft: Draft, problem: Problem, number: int) -> Draft:
    part, most = problem.part, lengths.MOST[problem.part]
    why = text("why-long", what=part, length=int(problem.piece), most=most)
    reader = words_reader(most)
    words = await ask.read(f"ask-{part}", reader, at=f"{number}-shorter", extra=(why,))
    return lengths.with_words(draft, part, words)


async def _complete(ctx: Ctx, ask: Ask, draft: Draft, needs: list[Any]) -> Draft:
    """Ask for what is still missing: what, when, who, where. Contact and pay are remembered."""
    usual = await habits.load(ctx.tx)
    ask.steps(*_missing(draft, needs, usual.pay))
    if not draft.title:
        draft = replace(draft, title=clean(await ask.text("ask-title", max=80)))
    if not draft.slots:
        draft = replace(draft, slots=await questions.ask_slots(ctx, ask, None, ()))
    if not needs and not any(s.places for s in draft.slots):
        needs = await ask.read("ask-needs", questions.needs_reader)
    draft = _placed(draft, needs)
    if not draft.place:
        place = await ask.text("ask-place", max=120, skip=Text("skip"))
        draft = replace(draft, place=clean(place))
    contact = draft.contact or usual.contact or ctx.parts.settings.community.contact or ""
    pay = draft.pay or usual.pay
    if not pay:
        choices = [Option("+", Text("pay-yes")), Option("-", Text("pay-no"))]
        pay = await ask.choice("ask-pay", choices)
    near = rhythm.is_near(
        draft.starts_at, ctx.now, hours=ctx.parts.settings.staffing.fast_before_hours
    )
    return replace(draft, contact=contact, pay=pay, fast=near)


def _missing(draft: Draft, needs: Sequence[Any], usual_pay: str) -> list[str]:
    """The questions that come, in their order."""
    absent = {
        "ask-title": not draft.title,
        "ask-when": not draft.slots,
        "ask-needs": not needs and not any(s.places for s in draft.slots),
        "ask-place": not draft.place,
        "ask-pay": not (draft.pay or usual_pay),
    }
    return [key for key, applies in absent.items() if applies]


def _placed(draft: Draft, needs: Sequence[Sequence[Any]]) -> Draft:
    from handlers.staffing.reading.needs import Need

    return lines.with_needs(
        draft, [Need(n, tuple(c), lab, least, w) for n, c, lab, least, w in needs]
    )


async def _confirm(ctx: Ctx, ask: Ask, draft: Draft) -> Draft:
    """The preview, until it is sent: what would go out, to how many, who is left out."""
    round_ = 0
    while True:
        found = await preview.show(ctx, draft)
        known = await ask.keep(f"twins:{round_}", partial(_twins, ctx, draft))
        choice = await ask.choice(
            "preview-question", preview.options(ctx, draft), at=round_, extra=found.lines
        )
        round_ += 1
        match choice:
            case "send":
                if set(await ask.keep(f"sent:{round_}", partial(_twins, ctx, draft))) - set(known):
                    continue  # the same call left meanwhile: it is shown before a second one does
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


async def _twins(ctx: Ctx, draft: Draft) -> list[int]:
    return [call.id for call in await preview.twins(ctx, draft)]


async def _edit(ctx: Ctx, ask: Ask, draft: Draft, round_: int) -> Draft:
    fields = ("title", "slots", "needs", "place", "contact", "pay", "neighbours", "single")
    options = [Option(name, Text(f"edit-{name}")) for name in fields]
    match await ask.choice("edit-what", options, at=round_):
        case "title":
            return replace(draft, title=clean(await ask.text("ask-title", max=80, at=round_)))
        case "slots":
            slots = await questions.ask_slots(ctx, ask, None, (), at=round_)
            return with_times(draft, [(s.start, s.end) for s in slots])
        case "needs":
            return _placed(draft, await ask.read("ask-needs", questions.needs_reader, at=round_))
        case "place":
            words = await ask.text("ask-place", max=120, skip=Text("skip"), at=round_)
            return replace(draft, place=clean(words))
        case "neighbours":
            allowed = await ask.yes("ask-neighbours", at=round_)
            return replace(draft, neighbours=allowed)
        case "single":
            return replace(draft, single=await ask.yes("ask-single", at=round_))
        case "contact":
            return replace(draft, contact=clean(await ask.text("ask-contact", max=80, at=round_)))
        case _:
            choices = [Option("+", Text("pay-yes")), Option("-", Text("pay-no"))]
            return replace(draft, pay=await ask.choice("ask-pay", choices, at=round_))


def _start(slot: Slot) -> tuple[datetime, datetime]:
    return slot.start, slot.end
