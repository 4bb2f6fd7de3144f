"""«✏️ Modifier»: a call that was sent is changed, after a preview, and those concerned are told."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.core import Message, Right, Text
from bot.core.errors import Refusal
from bot.engine import Ask, Ctx, Option, button, dialog
from handlers.staffing import changing_preview, changing_questions, concerned, taking
from handlers.staffing.rules import change as rules
from handlers.staffing.rules.change import Sent, Wish
from handlers.staffing.rules.lengths import MOST
from storage.callouts import Plan


@button("staffing.change", right=Right.CALL)
async def change(ctx: Ctx, callout_id: int) -> None:
    await _changeable(ctx, callout_id)
    ctx.start(change_call, call=callout_id)


async def _changeable(ctx: Ctx, callout_id: int) -> Plan:
    plan = await taking.manageable(ctx, callout_id)
    if plan.callout.ends_at <= ctx.now:
        raise Refusal("already-over")
    return plan


@dialog("staffing.change-call", right=Right.CALL)
async def change_call(ctx: Ctx, ask: Ask, call: int) -> None:
    """Asks what is to change until it is sent; each time against the call as it is by then."""
    from handlers.staffing import applying, opening

    plan = await _changeable(ctx, call)
    wish = await _agreed(ctx, ask, plan, concerned.as_sent(plan))
    before = rules.as_it_was(wish, concerned.as_sent(plan))
    told = await applying.apply(ctx, plan, wish, before)
    ctx.show(Message(tuple(told)))
    await opening.show_board(ctx, plan)


async def _agreed(ctx: Ctx, ask: Ask, plan: Plan, sent: Sent) -> Wish:
    """The preview, until it is sent. What is sent is what was read: if the call was changed
    meanwhile, it is shown again."""
    wish, round_ = await _one_more(ctx, ask, plan, sent, Wish(), 0), 0
    refused: dict[str, rules.No] = {}
    again: tuple[Text, ...] = ()
    while True:
        round_ += 1
        wish, no = rules.possible(wish, sent, ctx.now)
        refused |= no
        now = [rules.pack(rules.as_it_was(wish, sent)), rules.pack(wish)]
        read = await ask.keep(f"read{round_}", _fact(now))
        shown = await changing_preview.lines(ctx, plan, wish, sent, refused)
        question = "preview-question" if wish else "change-nothing"
        shown += again if wish else ()
        choice = await ask.choice(question, _options(wish), at=round_, extra=shown)
        if choice == "more":
            wish = await _one_more(ctx, ask, plan, sent, wish, round_)
            refused, again = {}, ()
        elif await ask.keep(f"same{round_}", _fact(bool(wish) and read == now)):
            return wish
        else:
            again = (Text("change-meanwhile"),)


def _fact(what: Any) -> Callable[[], Awaitable[Any]]:
    async def fact() -> Any:
        return what

    return fact


def _options(wish: Wish) -> list[Option]:
    send = Option("send", Text("send"), ("envoyer", "send", "ok", "oui", "yes"))
    more = Option("more", Text("change-also"), ("autre", "more", "modifier", "edit"))
    return [send, more] if wish else [more]


async def _one_more(
    ctx: Ctx, ask: Ask, plan: Plan, sent: Sent, wish: Wish, round_: int
) -> Wish:  # fmt: skip
    """One thing that is to be otherwise."""
    coming = [s for s in plan.shifts if s.ends_at > ctx.now]
    movable = [s for s in coming if s.starts_at > ctx.now]
    match await ask.choice("change-what", _what(bool(movable)), at=round_):
        case "time":
            shift = await changing_questions.slot(ctx, ask, plan, wish, movable, round_)
            times = await changing_questions.new_time(ctx, ask, sent, wish, shift, round_)
            return replace(wish, times={**wish.times, shift.id: times})
        case "place":
            old = wish.place or sent.place
            place = await changing_questions.words_for(
                ask, "change-ask-place", MOST["place"], old, round_
            )
            return replace(wish, place=place)
        case "contact":
            old = wish.contact or sent.contact
            contact = await changing_questions.words_for(
                ask, "change-ask-contact", MOST["contact"], old, round_
            )
            return replace(wish, contact=contact)
        case "need":
            shift = await changing_questions.slot(ctx, ask, plan, wish, coming, round_)
            post = await changing_questions.post(ctx, ask, plan, shift, round_)
            count = await changing_questions.need(ctx, ask, sent, post, shift, round_)
            return replace(wish, needs={**wish.needs, post.id: count})
        case _:
            more = await changing_questions.one_more(ctx, ask, sent, wish, round_)
            return replace(wish, added=(*wish.added, more))


def _what(movable: bool) -> list[Option]:
    """Hours of a slot that has begun do not change any more."""
    found = [
        Option("time", Text("change-time"), ("heure", "heures", "date", "time")),
        Option("place", Text("edit-place"), ("lieu", "place", "where")),
        Option("contact", Text("edit-contact"), ("contact",)),
        Option("need", Text("change-number"), ("nombre", "besoins", "number", "needs")),
        Option("added", Text("change-more"), ("creneau", "slot")),
    ]
    return found if movable else found[1:]
