"""/start: the door. A code lets a guest in; a member finds the menu behind it."""

import re

from bot.core import Button, Message, Right, Said, Text, codes
from bot.core.errors import Refusal
from bot.core.facts import CodeSaid, HelpAsked, LinkOpened
from bot.engine import Ctx, command, dialogs, tries
from bot.engine.elsewhere import owe_elsewhere
from bot.engine.menus import command_button, run_command
from handlers.people import joining, linking, membership, menus
from handlers.people.rules import admission
from handlers.people.words import role
from storage import dialogs as wizards
from storage import invitations
from storage.invitations import Invitation
from storage.people import Standing

_PAYLOAD = re.compile(r"[a-z]+-[0-9]+")


@command("start", right=Right.ANYONE)
async def start(ctx: Ctx, rest: str) -> None:
    if not ctx.event.private and codes.read_code(rest) is not None:
        return await _code_in_a_group(ctx, rest)
    if ctx.member is None:
        return await _guest(ctx, rest)
    await _reached_here(ctx)
    if rest and _PAYLOAD.fullmatch(rest):
        return await _link(ctx, rest)
    if codes.looks_short(rest):
        return await linking.use(ctx, rest)
    if codes.read_code(rest) is not None and await ctx.answered(CodeSaid(rest)):
        return None
    if rest and ctx.member.active and await _promoted(ctx, rest):
        return None
    return await _member(ctx)


async def _code_in_a_group(ctx: Ctx, said: str) -> None:
    """One that says whose this chat is. Nobody joins before the eyes of others."""
    until = await tries.locked_until(ctx)
    if until is not None:
        return ctx.say("code-locked", until=until)
    if not await ctx.answered(CodeSaid(said)):
        tries.was_wrong(ctx)
        ctx.say("begin-in-private")
    return None


async def _reached_here(ctx: Ctx) -> None:
    """They can be written to; in this very chat, if they have begun a new one."""
    account = ctx.account
    if account is None:
        return
    account.unreachable, account.unreachable_at = "", None
    if ctx.event.private and account.chat != ctx.event.chat.chat:
        await owe_elsewhere(ctx, account.where, ctx.event.chat, lang=ctx.lang)
        account.chat = ctx.event.chat.chat


async def _guest(ctx: Ctx, said: str) -> None:
    """What a guest types without /start comes here too: a code, or a greeting."""
    if not ctx.event.private:
        raise Refusal("begin-in-private")
    if _PAYLOAD.fullmatch(said):
        return await _link(ctx, said)
    if codes.looks_short(said):
        return await linking.use(ctx, said)
    bare = isinstance(ctx.event, Said) and not ctx.event.text.startswith(("/", "!"))
    if not said or (bare and not codes.looks_typed(said)):
        return await _greet(ctx)
    found = await _invitation(ctx, said)
    if found is None:
        return None
    dialog = joining.recognise if found.personal else joining.join
    row = await wizards.under_way(ctx.tx, ctx.event.chat, ctx.who)
    if row is not None and row.dialog == dialog.name and row.args == {"invitation": found.id}:
        return await dialogs.again(ctx, row)
    return ctx.start(dialog, invitation=found.id)


async def _greet(ctx: Ctx) -> None:
    """Someone who lost sight of the question they were asked gets it again."""
    row = await wizards.under_way(ctx.tx, ctx.event.chat, ctx.who)
    if row is not None:
        return await dialogs.again(ctx, row)
    if not await ctx.answered(HelpAsked()):
        ctx.say("not-a-member")
    return None


async def _invitation(ctx: Ctx, said: str) -> Invitation | None:
    """The invitation of this code if it lets in; else the person is told why not."""
    until = await tries.locked_until(ctx)
    if until is not None:
        ctx.say("code-locked", until=until)
        return None
    if await ctx.answered(CodeSaid(said)):
        return None
    code = codes.read_code(said)
    found = await invitations.by_digest(ctx.tx, codes.digest(code)) if code else None
    refused = admission.problem(membership.ticket(found), ctx.now)
    if refused is None:
        return found
    if found is None:
        tries.was_wrong(ctx)
    ctx.say(refused)
    return None


async def _link(ctx: Ctx, payload: str) -> None:
    """A link from one of our messages: the feature that made it answers, or the menu does."""
    if await ctx.answered(LinkOpened(payload)):
        return
    if ctx.member is None:
        raise Refusal("not-a-member")
    await _member(ctx)


async def _promoted(ctx: Ctx, said: str) -> bool:
    """A code made at the terminal makes an administrator of someone who is a member already."""
    code = codes.read_code(said)
    found = await invitations.by_digest(ctx.tx, codes.digest(code)) if code else None
    if found is None or not found.at_once or found.personal or found.rank <= ctx.me.rank:
        return False
    refused = admission.problem(membership.ticket(found), ctx.now)
    if refused is not None:
        ctx.say(refused)
        return True
    found.used += 1
    before, ctx.me.rank = ctx.me.rank, found.rank
    ctx.me.standing = Standing.ACTIVE
    ctx.audit("member.role", f"member:{ctx.me.id}", {"rank": before}, {"rank": found.rank})
    await menus.renew(ctx, ctx.me)
    ctx.say("role-now", role=role(found.rank))
    return True


async def _member(ctx: Ctx) -> None:
    if ctx.me.standing is Standing.PENDING:
        ctx.show(Message((Text("join-pending"),), (*membership.extras(), _menu())))
    elif ctx.me.standing is Standing.ACTIVE:
        await run_command.run(ctx, "menu")
    else:
        raise ctx.denied


def _menu() -> Button:
    return command_button("menu", "open-menu")
