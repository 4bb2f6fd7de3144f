"""The bot begins again from a copy: administrators decide what becomes of what it still owed."""

from datetime import timedelta

from bot.core import Button, Lane, Lang, Message, Right, Role, Text
from bot.engine import Ctx, View, button, card, job
from bot.engine.readers import may_see
from storage import epochs, people
from storage.epochs import Epoch, Held

LOOKS = (1, 5, 15, 60)
"""Minutes after which the card counts again: a homeserver tells once more what the copy does not
know, and that is held, too."""


@job("basics.put-back")
async def tell(ctx: Ctx) -> None:
    """Rung once, by the restore."""
    epoch = await epochs.open_one(ctx.tx)
    if epoch is None:
        return
    key = shown.key(epoch.id)
    admins = [member.id for member in await people.ranked(ctx.tx, Role.ADMINISTRATOR)]
    for member, account in (await ctx.reach(admins)).values():
        ctx.deal(account.where, key, lane=Lane.CALLS, lang=Lang(member.lang), simple=member.simple)
    for minutes in LOOKS:
        ctx.at(ctx.now + timedelta(minutes=minutes), look_again.call(epoch.id))


@job("basics.put-back-look")
async def look_again(ctx: Ctx, number: int) -> None:
    ctx.renew(shown.key(number))


@card("put-back:{number}")
async def shown(view: View, number: int) -> Message | None:
    epoch = await view.tx.get(Epoch, number)
    if epoch is None or not await may_see(view, Right.ADMINISTER):
        return None
    when = epoch.copied_at or epoch.began_at
    head = Text("put-back-head", {"made": "yes" if epoch.copied_at else "no", "when": when})
    lost = Text("put-back-lost")
    if epoch.released_at is not None:
        how = "put-back-dropped" if epoch.dropped else "put-back-released"
        return Message((head, lost, Text(how, {"when": epoch.released_at})))
    held = Text("put-back-held", {**_counts(await epochs.held(view.tx))})
    buttons = (
        Button(Text("put-back-release"), let_go.call()), Button(Text("put-back-drop"), drop.call()),
    )  # fmt: skip
    return Message((head, lost, held, Text("put-back-ask")), buttons)


@button("basics.let-go", right=Right.ADMINISTER)
async def let_go(ctx: Ctx) -> None:
    await _release(ctx, drop=False)


@button("basics.drop", right=Right.ADMINISTER)
async def drop(ctx: Ctx) -> None:
    await _release(ctx, drop=True)


async def _release(ctx: Ctx, *, drop: bool) -> None:
    epoch = await epochs.open_one(ctx.tx)
    if epoch is None:
        return ctx.say("put-back-over")
    gone = await epochs.release(ctx.tx, ctx.now, drop=drop)
    ctx.audit("epoch.dropped" if drop else "epoch.released", f"epoch:{epoch.id}", None,
              dict(_counts(gone)))  # fmt: skip
    return ctx.renew(shown.key(epoch.id))


def _counts(held: Held) -> dict[str, int]:
    return {"messages": held.messages, "events": held.events, "timers": held.timers}
