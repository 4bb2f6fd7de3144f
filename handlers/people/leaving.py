"""/quitter: what goes, what stays, one question, and nothing is left of the person."""

from bot.core import Lane, Message, Right, Role, Span, Text
from bot.core.errors import Refusal
from bot.core.facts import MemberLeft
from bot.core.plain import clean_lines
from bot.engine import Ask, Ctx, Option, button, command, dialog
from handlers.people import apps, erasing
from storage import accounts, people
from storage.people import Member

REASONS = ("too-many", "moving", "other")


@command("quitter", en="leave", right=Right.ANYONE)
async def quitter(ctx: Ctx, rest: str) -> None:
    """Suspended members may leave too."""
    await _begin(ctx)


@button("people.leave", right=Right.ANYONE)
async def leave(ctx: Ctx) -> None:
    await _begin(ctx)


async def _begin(ctx: Ctx) -> None:
    await must_not_be_last(ctx, ctx.me)
    ctx.start(farewell)


async def must_not_be_last(ctx: Ctx, member: Member) -> None:
    """The last administrator cannot go: nobody could let anyone in after them."""
    if member.rank >= Role.ADMINISTRATOR:
        others = await people.ranked(ctx.tx, Role.ADMINISTRATOR)
        if [other.id for other in others if other.id != member.id] == []:
            raise Refusal("last-administrator")


@dialog("people.farewell", right=Right.ANYONE)
async def farewell(ctx: Ctx, ask: Ask) -> None:
    await must_not_be_last(ctx, ctx.me)
    stay_or_go = [
        Option("pause", Text("leave-pause"), ("pause",), wide=True),
        Option("go", Text("leave-yes"), ("oui", "yes", "quitter", "leave"), wide=True),
        Option("stay", Text("leave-no"), ("non", "no", "rester", "stay"), wide=True, ends=True),
    ]
    answer = await ask.choice("leave-ask", stay_or_go)
    if answer == "stay":
        return ctx.say("leave-stayed")
    if answer == "pause":
        return await ctx.parts.registry.commands["pause"].run(ctx, "")
    reason = await _reason(ask)
    await _go(ctx, reason)
    return None


async def _reason(ask: Ask) -> str:
    options = [Option(reason, Text(f"leave-{reason}")) for reason in REASONS]
    options.append(Option("", Text("pass-over"), ("passer", "skip", "non", "no", "-")))
    return str(await ask.read("leave-why", lambda said: clean_lines(said)[:300], options=options))


async def _go(ctx: Ctx, reason: str) -> None:
    me = ctx.me
    listed = reason if reason in REASONS else "words" if reason else ""
    ctx.audit("member.left", f"member:{me.id}", {"standing": me.standing.value},
              {"standing": "left", "reason": listed})  # fmt: skip
    await ctx.happened(MemberLeft(me.id))
    await _pass_on(ctx, reason)
    ctx.say("left")
    await _other_apps(ctx, me)
    await erasing.erase(ctx, me)


async def _other_apps(ctx: Ctx, me: Member) -> None:
    """One action leaves everywhere; each app is told why it answers no more."""
    for account in await accounts.of(ctx.tx, me.id):
        if account.who != ctx.who:
            await apps.drop_wizard(ctx, account)
            apps.tell(ctx, me, account, "left-here-too", app=apps.called(ctx.who.platform))


async def _pass_on(ctx: Ctx, reason: str) -> None:
    """Coordinators learn that someone left and why, not who: that is for them to say."""
    if not reason:
        return
    why = Text(f"leave-{reason}") if reason in REASONS else Span(reason)
    lines = (Text("leaver-head"), Text("leaver-why", {"why": why}))
    coordinators = [m.id for m in await people.ranked(ctx.tx, Role.COORDINATOR)]
    others = [m for m in coordinators if m != ctx.me.id]
    await ctx.tell(others, Message(lines), lane=Lane.REMINDERS)
