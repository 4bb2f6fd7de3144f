"""What a change comes to, shown before it is sent: old and new, who is told, what cannot be."""

from collections.abc import Mapping

from bot.core import Span, Text
from bot.engine import Ctx
from bot.engine.instead import instead
from handlers.staffing import concerned, words
from handlers.staffing.concerned import Concerned
from handlers.staffing.rules.change import No, Sent, Times, Wish, as_it_was
from storage.callouts import Plan, Post


async def lines(
    ctx: Ctx, plan: Plan, wish: Wish, sent: Sent, refused: Mapping[str, No]
) -> list[Text]:
    before = as_it_was(wish, sent)
    drill = "yes" if plan.callout.drill else "no"
    title = words.title(plan.callout)
    shown = [Text("change-head", {"drill": drill, "title": title})]
    shown += [Text("change-refused", {"what": _piece(ctx, plan, what), "why": why.value})
              for what, why in refused.items()]  # fmt: skip
    if not wish:
        return shown
    shown += [*_times(ctx, plan, wish, before), *_words(wish, before)]
    shown += [*_needs(ctx, plan, wish, before), *_added(ctx, plan, wish)]
    return [*shown, *_people(await concerned.find(ctx, plan, wish))]


def _piece(ctx: Ctx, plan: Plan, what: str) -> Span:
    """What «slot:3», «post:7» and «added:0» are called."""
    kind, _, number = what.partition(":")
    if kind == "added":
        return Span(ctx.parts.catalog.label(Text("change-more"), ctx.lang, ctx.zone))
    slot = plan.post(int(number)).shift_id if kind == "post" else int(number)
    shift = plan.shift(slot)
    assert shift is not None
    return Span(words.when(shift, ctx.zone, ctx.lang))


def _times(ctx: Ctx, plan: Plan, wish: Wish, before: Wish) -> list[Text]:
    return [
        Text("change-line-time", {
            "new": Span(words.times(*wish.times[s.id], ctx.zone, ctx.lang, ctx.now)),
            "instead": instead(before.times[s.id], wish.times[s.id], ctx.zone, ctx.lang),
        })
        for s in plan.shifts if s.id in wish.times
    ]  # fmt: skip


def _words(wish: Wish, before: Wish) -> list[Text]:
    found = []
    for what, new, old in (
        ("place", wish.place, before.place), ("contact", wish.contact, before.contact),
    ):  # fmt: skip
        if new is not None:
            key = "change-line-words" if old else "change-line-words-first"
            found.append(Text(key, {"what": what, "new": Span(new), "old": Span(old or "")}))
    return found


def _needs(ctx: Ctx, plan: Plan, wish: Wish, before: Wish) -> list[Text]:
    return [
        Text("change-line-need", {
            "when": Span(words.times(*_when(plan, wish, p), ctx.zone, ctx.lang)),
            "what": Span(words.post(p, ctx.lang, wish.needs[p.id])),
            "new": wish.needs[p.id],
            "old": before.needs[p.id],
        })
        for p in plan.posts if p.id in wish.needs
    ]  # fmt: skip


def _when(plan: Plan, wish: Wish, post: Post) -> Times:
    shift = plan.shift(post.shift_id)
    assert shift is not None
    return wish.times.get(shift.id, (shift.starts_at, shift.ends_at))


def _added(ctx: Ctx, plan: Plan, wish: Wish) -> list[Text]:
    """A slot that is added needs whom the first one needs."""
    posts = [(p, wish.needs.get(p.id, p.need)) for p in plan.of(plan.shifts[0].id)]
    needs = tuple(
        Text("need", {"count": need, "what": Span(words.post(p, ctx.lang, need))})
        for p, need in posts
    )
    return [
        Text("change-line-added",
             {"when": Span(words.times(*t, ctx.zone, ctx.lang, ctx.now)), "needs": needs})
        for t in wish.added
    ]  # fmt: skip


def _people(found: Concerned) -> list[Text]:
    shown = [Text("change-told", {"count": found.told, "asks": "yes" if found.asks else "no"})]
    if found.clashing:
        shown.append(Text("change-clashing", {"count": found.clashing}))
    if found.beyond:
        names = words.names([m.name for m in found.beyond])
        shown.append(Text("change-beyond", {"names": names}))
    return shown
