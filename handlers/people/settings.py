"""/reglages: one message that follows each tap."""

from collections.abc import Callable, Mapping, Sequence

from bot.core import Button, Lang, Message, Text
from bot.core.errors import Refusal
from bot.core.facts import SettingsAsked
from bot.engine import Ask, Ctx, button, command, dialog
from bot.engine.menus import command_button
from handlers.people import apps, menus
from handlers.people.rules.quiet import clock, minutes, read_quiet
from handlers.people.words import understood
from storage import accounts, places
from storage.people import Account, Member

WEEKLY = (1, 2, 3, 5)
QUIET = ("1200-480", "1320-420")


@command("reglages", en="settings")
async def reglages(ctx: Ctx, rest: str) -> None:
    await _page(ctx)


@command("langue", "lang", en="language", in_menu=False)
async def langue(ctx: Ctx, rest: str) -> None:
    """«/langue en», or the other one."""
    other = Lang.EN if ctx.lang is Lang.FR else Lang.FR
    wanted = {"en": Lang.EN, "fr": Lang.FR}.get(rest.strip().lower()[:2], other)
    await _write(ctx, "lang", wanted.value)
    ctx.say("language-now")


@command("affichage", en="display", in_menu=False)
async def affichage(ctx: Ctx, rest: str) -> None:
    """The simple display, on or off again."""
    await _write(ctx, "simple", "no" if ctx.me.simple else "yes")
    ctx.say("simple-on" if ctx.me.simple else "simple-off")


async def _page(ctx: Ctx) -> None:
    me, mine = ctx.me, await accounts.of(ctx.tx, ctx.me.id)
    others = SettingsAsked(me.id, [], [])
    await ctx.happened(others)
    lines = (
        Text("settings-head"),
        Text("settings-lang"),
        Text("settings-simple", {"on": _yes(me.simple)}),
        Text("settings-quiet", {"hours": _quiet(ctx)}),
        Text("settings-night", {"on": _yes(me.at_night)}),
        Text("settings-weekly", {"most": _weekly(ctx)}),
        Text("settings-shares", {"on": _yes(me.shares_name)}),
        Text("settings-employed", {"on": _yes(me.employed)}),
        *others.lines,
        *(_app(account) for account in mine[:1] if len(mine) > 1),
    )
    ctx.flip(Message(lines, (*_buttons(me), *others.buttons, *_other_apps(mine))))


def _app(first: Account) -> Text:
    return Text("settings-app", {"app": apps.called(first.platform)})


def _other_apps(mine: Sequence[Account]) -> list[Button]:
    """Where else one may be written to; one that is closed to the bot is not offered."""
    return [
        Button(Text("set-app", {"app": apps.called(a.platform)}), change.call("app", a.platform))
        for a in mine[1:]
        if not a.unreachable
    ]


def _buttons(me: Member) -> tuple[Button, ...]:
    other = Lang.EN if me.lang == Lang.FR.value else Lang.FR
    flags = ("simple", "at_night", "shares_name", "employed")
    return (
        Button(Text("join-language"), change.call("lang", other.value)),
        Button(Text("set-quiet"), quiet.call()),
        Button(Text("set-weekly"), weekly.call()),
        *(
            Button(
                Text("ticked" if getattr(me, flag) else "unticked", {"label": Text(_label(flag))}),
                change.call(flag, "no" if getattr(me, flag) else "yes"),
                wide=True,
            )
            for flag in flags
        ),
        command_button("pause", "open-pause"),
        command_button("profil", "open-profile"),
    )


def _label(flag: str) -> str:
    return f"set-{flag.replace('_', '-')}"


def _yes(flag: bool) -> Text:
    return Text("yes" if flag else "no")


def _quiet(ctx: Ctx) -> Text:
    me = ctx.me
    if me.quiet_from is not None and me.quiet_to is not None:
        return Text("quiet-own", {"first": clock(me.quiet_from), "last": clock(me.quiet_to)})
    hours = ctx.parts.settings.community.quiet_hours
    return Text("quiet-ours", {"first": hours.start, "last": hours.end})


def _weekly(ctx: Ctx) -> Text:
    if ctx.me.asks_per_week is not None:
        return Text("weekly-own", {"count": ctx.me.asks_per_week})
    return Text("weekly-ours", {"count": ctx.parts.settings.staffing.asks_per_week})


@button("people.settings")
async def show(ctx: Ctx) -> None:
    await _page(ctx)


@button("people.quiet-hours")
async def quiet(ctx: Ctx) -> None:
    ours = ctx.parts.settings.community.quiet_hours
    spans = [minutes(kept) or (0, 0) for kept in QUIET]
    texts = [Text("quiet-own", {"first": clock(a), "last": clock(b)}) for a, b in spans]
    buttons = (
        Button(Text("quiet-ours", {"first": ours.start, "last": ours.end}),
               change.call("quiet", ""), wide=True),
        *(Button(t, change.call("quiet", k), wide=True)
          for t, k in zip(texts, QUIET, strict=True)),
        Button(Text("quiet-other"), other_hours.call()),
        Button(Text("settings-back"), show.call()),
    )  # fmt: skip
    ctx.flip(Message((Text("quiet-head"), Text("quiet-what")), buttons))


@button("people.weekly")
async def weekly(ctx: Ctx) -> None:
    ours = ctx.parts.settings.staffing.asks_per_week
    buttons = (
        *(Button(Text("weekly-choice", {"count": n}), change.call("weekly", str(n)))
          for n in WEEKLY),
        Button(Text("weekly-ours", {"count": ours}), change.call("weekly", ""), wide=True),
        Button(Text("settings-back"), show.call()),
    )  # fmt: skip
    ctx.flip(Message((Text("weekly-head"), Text("weekly-what")), buttons))


@button("people.other-hours")
async def other_hours(ctx: Ctx) -> None:
    ctx.start(ask_hours)


@dialog("people.hours")
async def ask_hours(ctx: Ctx, ask: Ask) -> None:
    kept = await ask.read("ask-quiet", understood(read_quiet))
    await _write(ctx, "quiet", str(kept))
    ctx.say("quiet-kept", hours=_quiet(ctx))


@button("people.set")
async def change(ctx: Ctx, what: str, value: str) -> None:
    await _write(ctx, what, value)
    await _page(ctx)


async def _write(ctx: Ctx, what: str, value: str) -> None:
    mine = await accounts.of(ctx.tx, ctx.me.id) if what == "app" else ()
    if what not in WRITERS or (mine and value not in [a.platform for a in mine]):
        raise Refusal("button-too-old")
    WRITERS[what](ctx.me, value)
    ctx.audit("member.setting", f"member:{ctx.me.id}", None, {what: value})
    if what in ("lang", "simple"):
        await follow(ctx)


async def follow(ctx: Ctx) -> None:
    """Everything that stands in this person's chats speaks as they now wish."""
    for account in await accounts.of(ctx.tx, ctx.me.id):
        await places.speak(ctx.tx, account.where, ctx.me.lang, simple=ctx.me.simple)
    await menus.renew(ctx, ctx.me)


def _lang(me: Member, value: str) -> None:
    me.lang = Lang(value).value


def _prefers(me: Member, value: str) -> None:
    me.prefers = value


def _hours(me: Member, value: str) -> None:
    me.quiet_from, me.quiet_to = minutes(value) or (None, None)


def _most(me: Member, value: str) -> None:
    me.asks_per_week = int(value) if value else None


def _flag(name: str) -> Callable[[Member, str], None]:
    return lambda me, value: setattr(me, name, value == "yes")


WRITERS: Mapping[str, Callable[[Member, str], None]] = {
    "lang": _lang,
    "app": _prefers,
    "quiet": _hours,
    "weekly": _most,
    **{name: _flag(name) for name in ("simple", "at_night", "shares_name", "employed")},
}
