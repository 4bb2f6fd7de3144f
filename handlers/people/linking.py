"""/lier: two apps, one profile. A code shown in one of them is typed in the other."""

from collections.abc import Collection
from datetime import timedelta

from bot.core import Args, Button, Lang, Message, Right, Role, Span, Text, codes
from bot.core.errors import Refusal
from bot.core.facts import TimeToForget
from bot.engine import Ctx, button, command, on, tries
from bot.engine.elsewhere import owe_elsewhere
from bot.engine.menus import command_button
from handlers.people import apps, uniting
from storage import accounts, linkcodes, people, places
from storage.linkcodes import LinkCode
from storage.people import Account, Member

LIFE = timedelta(minutes=10)


@command("lier", "relier", en="link", right=Right.ANYONE)
async def lier(ctx: Ctx, rest: str) -> None:
    if ctx.account is None and not ctx.event.private:
        raise Refusal("begin-in-private")
    if rest.strip():
        return await use(ctx, rest)
    if ctx.member is None:
        return ctx.say("link-how")
    ctx.require(Right.BELONG)
    await _page(ctx)
    return None


async def _page(ctx: Ctx) -> None:
    """A code, if there is an app left to join; what is joined already."""
    mine = await accounts.of(ctx.tx, ctx.me.id)
    known = {account.platform for account in mine}
    left = [platform for platform in ctx.parts.adapters if platform not in known]
    lines, buttons = [], list[Button]()
    if len(mine) > 1:
        joined: Args = {"apps": apps.listed(known), "here": apps.called(mine[0].platform)}
        lines.append(Text("link-joined", joined))
        buttons += [command_button("reglages", "open-settings"), *_removals(ctx, known)]
    if left:
        code = await _new_code(ctx)
        shown = Span(codes.spaced(code, 5), bold=True)
        minutes = int(LIFE.total_seconds()) // 60
        lines.append(Text("link-code", {"code": shown, "minutes": minutes}))
        buttons += _ways(ctx, left, code)
    if not lines:
        return ctx.say("link-only-one")
    ctx.show(Message(tuple(lines), tuple(buttons)))
    return None


def _removals(ctx: Ctx, known: Collection[str]) -> list[Button]:
    elsewhere = sorted(set(known) - {ctx.event.chat.platform})
    return [Button(Text("link-remove", {"app": apps.called(p)}), remove.call(p)) for p in elsewhere]


def _ways(ctx: Ctx, left: Collection[str], code: str) -> list[Button]:
    """Links into the other apps, where they have any; some carry the code with them."""
    links = {p: ctx.parts.adapters[p].invite_link(code) for p in sorted(left)}
    return [
        Button(Text("link-open", {"app": apps.called(platform)}), url=link)
        for platform, link in links.items()
        if link.startswith("https://")
    ]


async def _new_code(ctx: Ctx) -> str:
    """The last one shown is the only one that counts."""
    code = codes.new_short()
    await linkcodes.drop(ctx.tx, ctx.me.id)
    ctx.tx.add(
        LinkCode(
            digest=codes.digest(code), member_id=ctx.me.id, platform=ctx.who.platform,
            expires_at=ctx.now + LIFE,
        )
    )  # fmt: skip
    return code


async def use(ctx: Ctx, said: str) -> None:
    """The code, typed or brought by a link, in the app that is to be joined."""
    if not ctx.event.private and ctx.account is None:
        raise Refusal("begin-in-private")
    found = await _claimed(ctx, said)
    if found is None:
        return None
    owner = await ctx.tx.get_one(Member, found.member_id)
    theirs = await accounts.of(ctx.tx, owner.id)
    if found.platform == ctx.who.platform or owner.id == (ctx.member and ctx.member.id):
        return ctx.say("link-other-app", app=apps.called(ctx.who.platform))
    if any(account.platform == ctx.who.platform for account in theirs):
        return ctx.say("link-taken")
    if ctx.member is not None:
        return await uniting.begin(ctx, owner, found.digest)
    return await _join(ctx, owner)


async def _claimed(ctx: Ctx, said: str) -> LinkCode | None:
    """The code's row, if it counts; else the person is told why not."""
    until = await tries.locked_until(ctx)
    if until is not None:
        ctx.say("link-locked", until=until)
        return None
    code = codes.read_code(said, codes.SHORT)
    found = await linkcodes.claim(ctx.tx, codes.digest(code), ctx.now) if code else None
    owner = await ctx.tx.get(Member, found.member_id) if found else None
    if found is None or owner is None or not owner.active:
        tries.was_wrong(ctx)
        ctx.say("link-unknown")
        return None
    return found


async def _join(ctx: Ctx, owner: Member) -> None:
    """Somebody unknown here is this member."""
    account = Account(
        platform=ctx.who.platform, account=ctx.who.account, member_id=owner.id,
        chat=ctx.event.chat.chat, since=ctx.now,
    )  # fmt: skip
    await apps.drop_wizard(ctx, account)
    people.come(ctx.tx, account)
    ctx.member, ctx.account = owner, account
    await uniting.joined(ctx, owner, account)


@button("people.unlink")
async def remove(ctx: Ctx, platform: str) -> None:
    """An app goes out of the profile; what it was still owed comes to the one that stays."""
    mine = await accounts.of(ctx.tx, ctx.me.id)
    going = [a for a in mine if a.platform == platform and a.who != ctx.who]
    if not going or ctx.account is None:
        raise Refusal("button-too-old")
    for account in going:
        await owe_elsewhere(ctx, account.where, ctx.account.where, lang=ctx.lang)
        await apps.drop_wizard(ctx, account)
        await places.fall_silent(ctx.tx, account.where)
        apps.tell(ctx, ctx.me, account, "link-removed-there", app=apps.called(ctx.who.platform))
        ctx.renew_menu(account.where, Role.GUEST, Lang(ctx.me.lang))
        await ctx.tx.delete(account)
        ctx.audit("account.removed", f"member:{ctx.me.id}", {"platform": platform})
    ctx.me.prefers = ""
    ctx.say("link-removed", app=apps.called(platform))


@on(TimeToForget)
async def forget_codes(ctx: Ctx, fact: TimeToForget) -> None:
    await linkcodes.forget(ctx.tx, fact.now)
