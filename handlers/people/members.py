"""/membres: how many there are, who waits, who cannot be reached, and one page for each."""

from collections.abc import Sequence

from bot.core import Button, Call, Message, Right, Span, Text, professions
from bot.core.plain import clean, fold
from bot.engine import Ask, Ctx, audiences, button, command, dialog
from bot.engine.menus import command_button
from handlers.people import listing, lists, member_page
from handlers.people.words import profession
from storage import invitations, people, roster
from storage.people import Member, Standing

PAGE = 6
LISTS = ("listes", "liste", "lists", "list")


@command("membres", en="members", right=Right.KNOW_PEOPLE)
async def membres(ctx: Ctx, rest: str) -> None:
    """«/membres dupont» searches at once; «/membres liste équipe mobile» opens or makes a list."""
    word, _, more = rest.strip().partition(" ")
    if fold(word) in LISTS:
        await (listing.typed(ctx, more) if more else lists.overview.run(ctx, 0))
    elif rest:
        await _found(ctx, clean(rest)[:60], 0)
    else:
        await _overview(ctx)


@button("people.members", right=Right.KNOW_PEOPLE)
async def overview(ctx: Ctx) -> None:
    await _overview(ctx)


async def _overview(ctx: Ctx) -> None:
    active = await people.count(ctx.tx, Standing.ACTIVE)
    pending = await people.count(ctx.tx, Standing.PENDING)
    lost = await roster.count_unreachable(ctx.tx)
    unopened = await invitations.count_open(ctx.tx, ctx.now)
    lines = (
        Text("members-head", {"count": active}),
        Text("members-counts", {"pending": pending, "suspended": await _suspended(ctx),
                                "paused": await roster.count_paused(ctx.tx, ctx.now)}),
        Text("members-lost", {"lost": lost, "unopened": unopened}),
        Text("members-how"),
    )  # fmt: skip
    buttons = (
        Button(Text("members-pending", {"count": pending}), waiting.call(0)),
        Button(Text("members-all"), found.call("", 0)),
        Button(Text("members-search"), search.call()),
        Button(Text("members-unreachable", {"count": lost + unopened}), unreachable.call(0)),
        Button(Text("members-lists"), lists.overview.call(0)),
        command_button("inviter", "members-invite"),
    )
    ctx.flip(Message(lines, buttons))


async def _suspended(ctx: Ctx) -> int:
    return await people.count(ctx.tx, Standing.SUSPENDED)


@button("people.pending", right=Right.KNOW_PEOPLE)
async def waiting(ctx: Ctx, offset: int) -> None:
    rows = await people.search(
        ctx.tx, "", standing=Standing.PENDING, limit=PAGE + 1, offset=max(0, offset)
    )
    more = waiting.call(offset + PAGE) if len(rows) > PAGE else None
    _list(ctx, Text("members-pending-head"), rows[:PAGE], more)


@button("people.search", right=Right.KNOW_PEOPLE)
async def search(ctx: Ctx) -> None:
    ctx.start(ask_words)


@dialog("people.search-words", right=Right.KNOW_PEOPLE)
async def ask_words(ctx: Ctx, ask: Ask) -> None:
    words = await ask.text("ask-search", max=60)
    await _found(ctx, clean(words), 0)


@button("people.found", right=Right.KNOW_PEOPLE)
async def found(ctx: Ctx, words: str, offset: int) -> None:
    await _found(ctx, words, offset)


async def _found(ctx: Ctx, words: str, offset: int) -> None:
    """By a piece of a name or town, or by a profession in whatever words."""
    meant = [p.key for p in professions.candidates(words)] if words else []
    rows = await people.search(
        ctx.tx, fold(words), professions=meant, limit=PAGE + 1, offset=max(0, offset)
    )
    if len(rows) == 1 and offset == 0 and words:
        return await member_page.show(ctx, rows[0])
    more = found.call(words, offset + PAGE) if len(rows) > PAGE else None
    head = Text("members-found", {"words": Span(words)}) if words else Text("members-list")
    _list(ctx, head if rows else Text("members-nobody", {"words": Span(words)}), rows[:PAGE], more)
    return None


def _list(ctx: Ctx, head: Text, rows: Sequence[Member], more: Call | None) -> None:
    buttons = [_person(row, ctx) for row in rows]
    if more is not None:
        buttons.append(Button(Text("more"), more))
    buttons.append(Button(Text("members-back"), overview.call()))
    ctx.flip(Message((head, Text("members-touch") if rows else Text("nil")), tuple(buttons)))


def _person(row: Member, ctx: Ctx) -> Button:
    label = Text(
        "member-label",
        {
            "name": Span(row.name), "profession": Span(profession(row, ctx.lang)),
            "town": Span(row.town), "standing": row.standing.value,
        },
    )  # fmt: skip
    return Button(label, member_page.person.call(row.id), wide=True)


@button("people.unreachable", right=Right.KNOW_PEOPLE)
async def unreachable(ctx: Ctx, offset: int) -> None:
    """Blocked, left, never opened their own invitation: each with its reason."""
    lost = await roster.unreachable(ctx.tx, PAGE + 1, max(0, offset))
    lines = [Text("unreachable-head")]
    for member, account in lost[:PAGE]:
        since = account.unreachable_at or account.since
        lines.append(
            Text("unreachable-line", {
                "name": Span(member.name), "why": audiences.reason(account.unreachable),
                "since": since.astimezone(ctx.zone).date(),
            })
        )  # fmt: skip
    unopened = await invitations.current(ctx.tx, ctx.now, personal=True)
    names = tuple(Span(one.name) for one in unopened[:PAGE])
    if unopened and offset == 0:
        lines.append(Text("unreachable-unopened", {"count": len(unopened), "names": names}))
    if len(lines) == 1:
        lines.append(Text("unreachable-nobody"))
    buttons = [Button(Text("members-back"), overview.call())]
    if len(lost) > PAGE:
        buttons.insert(0, Button(Text("more"), unreachable.call(offset + PAGE)))
    ctx.flip(Message(tuple(lines), tuple(buttons)))
