"""Who wants the newsletter: asked once, days after joining; said yes or no to at any time.

A yes is answered in the same chat by a message that says what it means and how to stop. A no is
one tap, and outlives everything: see `remembering`.
"""

from datetime import timedelta

from bot.core import Asks, Button, Lane, Lang, Message, Right, Text
from bot.core.facts import MemberApproved, SettingsAsked
from bot.core.plain import NO, YES
from bot.engine import Ctx, View, button, card, job, on
from bot.engine.awake import awake_at
from handlers.newsletters import keys
from storage import newsletters, newsreaders
from storage.newsreaders import Choice, Consent, Means
from storage.people import Member, Standing

OPEN = timedelta(days=2)
"""How long a word that is no reply is taken for an answer to the question."""

STOPPING = ("stop", "stop newsletter", "arreter", "desabonner", "me desabonner", "desinscription",
            "ne plus recevoir", "plus de newsletter", "unsubscribe", *NO)  # fmt: skip
"""What people type to a newsletter that they want no more of."""
STARTING = ("abonner", "m'abonner", "recevoir", "subscribe", *YES)

WORDINGS = {
    Means.QUESTION: ("news-ask-head", "news-ask-what"),
    Means.SETTINGS: ("news-set",),
    Means.COMMAND: ("news-start",),
    Means.LETTER: ("news-stop",),
}
"""To which words somebody said yes or no, by the means; kept with the answer as it was shown."""


@on(MemberApproved)
async def approved(ctx: Ctx, fact: MemberApproved) -> None:
    days = ctx.parts.settings.newsletters.ask_after_days
    if days:
        name = keys.asking(fact.member_id)
        ctx.at(ctx.now + timedelta(days=days), ask.call(fact.member_id), name=name)


@job("newsletters.ask")
async def ask(ctx: Ctx, member_id: int) -> None:
    """Once, and not while they want peace; who cannot be reached finds it in /reglages."""
    member = await ctx.tx.get(Member, member_id)
    if member is None or member.standing is not Standing.ACTIVE:
        return
    choice = await newsreaders.opened(ctx.tx, member_id)
    if choice.wants is not None or choice.asked_at is not None:
        return
    if member.paused_until is not None and member.paused_until > ctx.now:
        return ctx.at(member.paused_until, ask.call(member_id), name=keys.asking(member_id))
    found = (await ctx.reach([member_id])).get(member_id)
    if found is not None:
        choice.asked_at = at = awake_at(ctx, member)
        ctx.at(at + OPEN, over.call(member_id), name=keys.asking(member_id))
        ctx.deal(
            found[1].where, question.key(member_id), lane=Lane.NEWS, lang=Lang(member.lang),
            simple=member.simple, at=at,
        )  # fmt: skip
    return None


@job("newsletters.ask-over")
async def over(ctx: Ctx, member_id: int) -> None:
    """Only a tap or a reply answers it now: a bare «ok» months later means another thing."""
    ctx.renew(question.key(member_id))


@card(keys.QUESTION)
async def question(view: View, member_id: int) -> Message | None:
    choice = await newsreaders.choice(view.tx, member_id)
    if choice is None:
        return None
    head = Text("news-ask-head")
    if choice.wants is not None and choice.at is not None:
        said = Text("news-answered", {"on": _yes(choice.wants), "at": choice.at})
        return Message((head, said))
    yes = Button(Text("news-ask-yes"), want.call(Means.QUESTION), words=STARTING)
    no = Button(Text("news-ask-no"), stop.call(Means.QUESTION), words=STOPPING)
    fresh = choice.asked_at is not None and view.now < choice.asked_at + OPEN
    asks = Asks.YES if fresh else Asks.NO
    return Message((head, Text("news-ask-what")), (yes, no), asks=asks)


@button("newsletters.want")
async def want(ctx: Ctx, means: Means) -> None:
    await start(ctx, means)


@button("newsletters.want.undo")
async def unsay(ctx: Ctx, means: Means) -> None:
    """A reaction taken away takes the yes back."""
    await end(ctx, means)


@button("newsletters.stop", right=Right.ANYONE)
async def stop(ctx: Ctx, means: Means) -> None:
    """Whoever they are by now: suspended, or gone and still holding an old copy."""
    await end(ctx, means)


@button("newsletters.stop.undo", right=Right.ANYONE)
async def unstop(ctx: Ctx, means: Means) -> None:
    """A reaction taken away opts nobody in: it says how to."""
    if ctx.member is not None and ctx.member.active and not await wants(ctx):
        ctx.show(Message((Text("news-off-stays"),), (switch(False),)))


async def start(ctx: Ctx, means: Means) -> None:
    await _say(ctx, means, wants=True)
    off = Button(Text("news-stop"), stop.call(Means.COMMAND), words=STOPPING)
    ctx.show(Message((Text("news-on-head"), Text("news-on-what")), (off,)))


async def end(ctx: Ctx, means: Means) -> None:
    if ctx.member is None:
        await newsreaders.object_for(ctx.tx, [ctx.who], ctx.now)
        return ctx.say("news-off-gone")
    await _say(ctx, means, wants=False)
    again = (Button(Text("news-start"), want.call(Means.COMMAND), words=STARTING),)
    ctx.show(Message((Text("news-off"),), again if ctx.member.active else ()))
    return None


async def _say(ctx: Ctx, means: Means, *, wants: bool) -> None:
    choice = await newsreaders.opened(ctx.tx, ctx.me.id)
    note(ctx, choice, wants=wants, means=means, wording=_wording(ctx, means))
    if not wants:
        await newsletters.forget_reader(ctx.tx, ctx.me.id)


def note(ctx: Ctx, choice: Choice, *, wants: bool, means: Means, wording: str = "") -> None:
    """What counts from now on, and the proof of it."""
    platform = ctx.account.platform if ctx.account is not None else ""
    proof = Consent(
        member_id=choice.member_id, wants=wants, at=ctx.now, platform=platform, means=means,
        wording=wording,
    )  # fmt: skip
    ctx.tx.add(proof)
    member = f"member:{choice.member_id}"
    ctx.audit("newsletter.choice", member, {"wants": choice.wants}, {"wants": wants})
    choice.wants, choice.at = wants, ctx.now
    ctx.renew(question.key(choice.member_id))


def _wording(ctx: Ctx, means: Means) -> str:
    label = ctx.parts.catalog.label
    return " ".join(label(Text(key), ctx.lang, ctx.zone) for key in WORDINGS.get(means, ()))


async def wants(ctx: Ctx) -> bool:
    choice = await newsreaders.choice(ctx.tx, ctx.me.id)
    return bool(choice and choice.wants)


def switch(on: bool) -> Button:
    """The one of the two that is not so now."""
    if on:
        return Button(Text("news-stop"), stop.call(Means.COMMAND), words=STOPPING)
    return Button(Text("news-start"), want.call(Means.COMMAND), words=STARTING)


@on(SettingsAsked)
async def in_settings(ctx: Ctx, fact: SettingsAsked) -> None:
    on = await wants(ctx)
    fact.lines.append(Text("news-setting", {"on": Text("yes" if on else "no")}))
    label = Text("ticked" if on else "unticked", {"label": Text("news-set")})
    fact.buttons.append(Button(label, change.call(not on), wide=True))


@button("newsletters.set")
async def change(ctx: Ctx, wanted: bool) -> None:
    """In /reglages: the page follows, and the answer stands below it."""
    if wanted != await wants(ctx):
        await (start if wanted else end)(ctx, Means.SETTINGS)
    await ctx.parts.registry.commands["reglages"].run(ctx, "")


def _yes(on: bool) -> str:
    return "yes" if on else "no"
