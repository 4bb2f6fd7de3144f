"""Lists of members («équipe mobile»): all of them, one of them, who is taken off, an end."""

from bot.core import Button, Call, Message, Right, Span, Text
from bot.core.errors import Refusal
from bot.engine import Ctx, button
from storage import lists, people
from storage.lists import MemberList
from storage.people import Member, Standing

PAGE, NAMES = 6, 15
OVERVIEW = Call("people.members")


@button("people.lists", right=Right.KNOW_PEOPLE)
async def overview(ctx: Ctx, offset: int) -> None:
    rows = await lists.all_of(ctx.tx)
    counts = await lists.counts(ctx.tx)
    shown = rows[max(0, offset) :][:PAGE]
    keys = [
        Button(
            Text("list-label", {"name": Span(r.name), "count": counts.get(r.id, 0)}),
            open_one.call(r.id), wide=True,
        )
        for r in shown
    ]  # fmt: skip
    if len(rows) > offset + PAGE:
        keys.append(Button(Text("more"), overview.call(offset + PAGE)))
    keys += [
        Button(Text("list-new"), Call("people.list-new")),
        Button(Text("members-back"), OVERVIEW),
    ]
    head = Text("lists-head") if rows else Text("lists-none")
    ctx.flip(Message((head,), tuple(keys)))


@button("people.list", right=Right.KNOW_PEOPLE)
async def open_one(ctx: Ctx, list_id: int) -> None:
    await show(ctx, await known(ctx, list_id))


async def known(ctx: Ctx, list_id: int) -> MemberList:
    row = await ctx.tx.get(MemberList, list_id, with_for_update=True)
    if row is None:
        raise Refusal("list-gone")
    return row


async def show(ctx: Ctx, row: MemberList) -> None:
    members = await _on(ctx, row)
    names = tuple(Span(m.name) for m in members[:NAMES])
    lines = [Text("list-is", {"name": Span(row.name, bold=True), "count": len(members)})]
    if names:
        lines.append(Text("list-names", {"names": names, "more": len(members) - len(names)}))
    lines.append(Text("list-how", {"name": Span(row.name)}))
    keys = [Button(Text("list-add"), Call("people.list-add", {"list_id": row.id}))]
    if members:
        keys.append(Button(Text("list-take-off"), take_off_page.call(row.id, 0)))
    keys += [
        Button(Text("list-rename"), Call("people.list-rename", {"list_id": row.id})),
        Button(Text("list-delete"), delete.call(row.id)),
        Button(Text("lists-back"), overview.call(0)),
    ]
    ctx.flip(Message(tuple(lines), tuple(keys)))


async def _on(ctx: Ctx, row: MemberList) -> list[Member]:
    ids = await lists.members_of(ctx.tx, row.id)
    found = await people.hold(ctx.tx, ids) if ids else ()
    return sorted((m for m in found if m.standing is not Standing.LEFT), key=lambda m: m.folded)


async def put(ctx: Ctx, row: MemberList, ids: set[int], what: str) -> None:
    before = await lists.members_of(ctx.tx, row.id)
    await lists.put(ctx.tx, row.id, sorted(ids))
    await ctx.tx.flush()
    ctx.audit(what, f"list:{row.id}", {"members": sorted(before)}, {"members": sorted(ids)})


@button("people.list-take-off-page", right=Right.KNOW_PEOPLE)
async def take_off_page(ctx: Ctx, list_id: int, offset: int) -> None:
    row = await known(ctx, list_id)
    members = await _on(ctx, row)
    offset = offset if 0 <= offset < len(members) else 0
    keys = [
        Button(Text("list-off", {"name": Span(m.name)}), take_off.call(row.id, m.id, offset),
               wide=True)
        for m in members[offset : offset + PAGE]
    ]  # fmt: skip
    if len(members) > PAGE:
        following = offset + PAGE if offset + PAGE < len(members) else 0
        keys.append(Button(Text("more"), take_off_page.call(row.id, following)))
    keys.append(Button(Text("member-back"), open_one.call(row.id)))
    head = Text("list-take-off-head", {"name": Span(row.name, bold=True)})
    ctx.flip(Message((head,), tuple(keys)))


@button("people.list-take-off", right=Right.KNOW_PEOPLE)
async def take_off(ctx: Ctx, list_id: int, member_id: int, offset: int) -> None:
    row = await known(ctx, list_id)
    left = set(await lists.members_of(ctx.tx, row.id)) - {member_id}
    await put(ctx, row, left, "list.taken-off")
    await take_off_page.run(ctx, row.id, offset) if left else await show(ctx, row)


@button("people.list-delete", right=Right.KNOW_PEOPLE)
async def delete(ctx: Ctx, list_id: int) -> None:
    """Nobody but the list is lost: its people stay members."""
    row = await known(ctx, list_id)
    keys = (
        Button(Text("list-delete-yes"), delete_yes.call(row.id)),
        Button(Text("member-back"), open_one.call(row.id)),
    )
    ctx.flip(Message((Text("list-delete-ask", {"name": Span(row.name, bold=True)}),), keys))


@button("people.list-delete-yes", right=Right.KNOW_PEOPLE)
async def delete_yes(ctx: Ctx, list_id: int) -> None:
    row = await known(ctx, list_id)
    await lists.put(ctx.tx, row.id, ())
    await ctx.tx.delete(row)
    await ctx.tx.flush()
    ctx.audit("list.deleted", f"list:{list_id}")
    await overview.run(ctx, 0)
