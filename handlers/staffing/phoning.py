"""Whom to phone: for what a call still misses, and as a list on paper."""

from collections.abc import Iterable, Sequence

from bot.core import Attachment, Button, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.core.plain import fold
from bot.engine import Ctx, button, command, maker
from bot.engine.labels import (
    Labels,
    labels,
    members,
    profession,
)
from bot.engine.paper.phonelist import Group, Section
from bot.engine.paper.phoning import by_profession, entry, list_on_paper
from handlers.staffing import words
from handlers.staffing.callees import Callee, find, still_missing
from handlers.staffing.pictures import dates
from storage import callouts, everyone, seats
from storage.callouts import Plan
from storage.seats import Seat

LINES, SLOTS = 12, 3
"""Of the message in all; and how many slots it names."""

EVERYONE = ("tous", "toutes", "tout", "tout le monde", "all", "everyone")


async def whom(ctx: Ctx, plan: Plan) -> Message:
    """Those to phone for what is missing, the likeliest first, and the way to the whole list."""
    title = words.title(plan.callout)
    on_paper = Button(Text("phone-paper"), paper.call(plan.callout.id))
    missing = still_missing(plan, ctx.now)
    if not missing:
        return Message((Text("phone-nobody-missing", {"title": title}),), (on_paper,))
    found = await find(ctx, plan)
    head = [Text("phone-head", {"title": title}), Text("phone-how"), *_missing(ctx, plan)]
    room = LINES - len(head)
    shown = found if len(found) <= room else found[: room - 1]
    lines = [_line(ctx, plan, one) for one in shown]
    if not found:
        lines.append(Text("phone-nobody"))
    elif len(found) > len(shown):
        lines.append(Text("phone-more", {"count": len(found) - len(shown)}))
    return Message((*head, *lines), (on_paper,))


def _missing(ctx: Ctx, plan: Plan) -> list[Text]:
    """«Créneau 1, sam. 9 h – 13 h : il manque 1 pharmacien sur 2», for the next slots."""
    shifts = still_missing(plan, ctx.now)
    lines = [
        Text("phone-slot", {"number": s.number, "state": words.missing(plan.of(s.id), ctx.lang),
                            "when": dates.slot(s.starts_at, s.ends_at, ctx.zone, ctx.lang)})
        for s in shifts[:SLOTS]
    ]  # fmt: skip
    if len(shifts) > SLOTS:
        lines.append(Text("phone-more-slots", {"count": len(shifts) - SLOTS}))
    return lines


def _line(ctx: Ctx, plan: Plan, one: Callee) -> Text:
    what = (profession(one.member, ctx.lang), one.member.town)
    return Text(
        "phone-person",
        {
            "name": Span(one.member.name, bold=True),
            "what": Span(", ".join(part for part in what if part)),
            "phone": words.number(one.member.phone),
            "note": Span(_note(labels(ctx), plan, one)),
        },
    )


def _note(say: Labels, plan: Plan, one: Callee) -> str:
    """What they said, whether they are usually free, and for which slots they are looked for."""
    parts = [say(f"phone-said-{one.said.value}")]
    if one.free is not None:
        parts.append(say("phone-free" if one.free else "phone-not-free"))
    if len(plan.shifts) > 1:
        numbers = tuple(Span(str(number)) for number in one.numbers)
        parts.append(say("phone-slots", numbers=numbers, count=len(numbers)))
    return ", ".join(parts)


@command("liste_appel", en="phonelist", right=Right.KNOW_PEOPLE)
async def phone_list(ctx: Ctx, rest: str) -> None:
    """The calls under way; with none, or «tous», everyone who gave a number."""
    open_calls = await callouts.open_now(ctx.tx, ctx.now)
    everyone = not open_calls or fold(rest) in EVERYONE
    await _hand_over(ctx, [] if everyone else [call.id for call in open_calls])


@button("staffing.phone-paper", right=Right.KNOW_PEOPLE)
async def paper(ctx: Ctx, callout_id: int) -> None:
    """The list of one call."""
    if await callouts.plan(ctx.tx, callout_id) is None:
        raise Refusal("callout-closed")
    await _hand_over(ctx, [callout_id])


async def _hand_over(ctx: Ctx, calls: Sequence[int]) -> None:
    """`calls` empty: everyone of the community who gave a number."""
    count = _count(await _sections(ctx, calls))
    if not count:
        return ctx.say("phone-list-empty")
    ids = ",".join(str(call) for call in calls)
    ctx.audit("phone-list.made", f"callout:{ids}" if ids else "members", None, {"people": count})
    ctx.show(Message((Text("phone-list", {"count": count}),), (), sheet.made(ctx.me.id, ids)))
    return None


async def _sections(ctx: Ctx, calls: Sequence[int]) -> list[Section]:
    if not calls:
        return await _community(ctx)
    return [await _call(ctx, plan) for plan in await callouts.plans(ctx.tx, calls)]


def _count(sections: Sequence[Section]) -> int:
    """People, each once however often they are listed."""
    return len(
        {
            (entry.name, entry.profession, entry.town, entry.phone)
            for section in sections
            for group in section.groups
            for entry in group.entries
        }
    )


@maker("staffing.phone-list")
async def sheet(ctx: Ctx, ids: str) -> Attachment:
    """The paper itself, of the calls with these ids ("": of the community)."""
    return await list_on_paper(ctx, await _sections(ctx, [int(n) for n in ids.split(",") if n]))


async def _call(ctx: Ctx, plan: Plan) -> Section:
    """First those to phone for what is missing, then those who come, by profession."""
    say = labels(ctx)
    to_phone = [entry(say, one.member, _note(say, plan, one)) for one in await find(ctx, plan)]
    held: dict[int, list[Seat]] = {}
    for seat in await seats.in_call(ctx.tx, plan.callout.id, *seats.TAKES):
        held.setdefault(seat.member_id, []).append(seat)
    coming = (await members(ctx.tx, held)).values()
    notes = {one: _coming(say, plan, theirs) for one, theirs in held.items()}
    groups = [Group(say("phone-to-call"), tuple(to_phone))] if to_phone else []
    groups += [
        Group(say("phone-coming", who=Span(group.name)), group.entries)
        for group in by_profession(say, coming, notes)
    ]
    lead = [say(line.key, **line.args) for line in _missing(ctx, plan)]
    if plan.callout.drill:
        lead.insert(0, say("pic-drill"))
    return Section(plan.callout.title, "\n".join(lead), tuple(groups))


def _coming(say: Labels, plan: Plan, held: Iterable[Seat]) -> str:
    shifts = [s for seat in held if (s := plan.shift(seat.shift_id)) is not None]
    times = tuple(
        Span(dates.slot(s.starts_at, s.ends_at, say.zone, say.lang))
        for s in sorted(shifts, key=lambda s: s.starts_at)
    )
    return say("phone-comes", times=times)


async def _community(ctx: Ctx) -> list[Section]:
    """All members who gave a number."""
    say = labels(ctx)
    found = [m for m in await everyone.active(ctx.tx) if m.phone]
    return [Section("", "", tuple(by_profession(say, found)))]
