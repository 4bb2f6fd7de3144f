"""Which handler an event is for, and whether its sender may, now."""

from typing import assert_never

from bot.core import ChatRef, Event, Message, Pressed, Said, Span, Text
from bot.core.errors import Refusal
from bot.core.events import (
    Blocked,
    Hooked,
    Joined,
    Left,
    Moved,
    Rights,
    Unblocked,
    Unpressed,
    Unreadable,
)
from bot.core.facts import (
    BotAdded,
    ChatBack,
    ChatLost,
    ChatMoved,
    EventParked,
    Posted,
    SaidWhileMute,
)
from bot.core.people import may
from bot.core.plain import fold
from bot.engine import dialogs
from bot.engine.context import Ctx
from bot.engine.crowd import Crowd
from bot.engine.feature import Command
from bot.engine.presses import press
from bot.engine.reactions import reacted, taken_back
from bot.engine.replies import reply
from storage import chats, ledger, places

UNREADABLE = {
    "voice": "unreadable-voice",
    "encrypted": "unreadable-encrypted",
    "verification": "unreadable-verification",
}


async def route(ctx: Ctx, event: Event, crowd: Crowd) -> None:
    if _overheard(ctx, event):
        ctx.post(event.chat, Message((Text("not-alone"),)))
        return
    match event:
        case Said():
            await _said(ctx, event)
            _warn(ctx, event)
        case Pressed():
            await _pressed(ctx, crowd.located(event), crowd)
        case Unpressed():
            await taken_back(ctx, event)
        case Joined():
            await ctx.happened(BotAdded(event.chat, event.title, event.kind, event.people))
        case Left():
            await ctx.happened(ChatLost(event.chat, "removed"))
        case Blocked():
            await ctx.happened(ChatLost(event.chat, event.reason, event.owed))
        case Unblocked():
            await ctx.happened(ChatBack(event.chat))
        case Rights():
            lost = ChatLost(event.chat, "muted")
            await ctx.happened(ChatBack(event.chat) if event.can_write else lost)
        case Moved():
            await _moved(ctx, event.chat, event.new)
        case Unreadable():
            _unreadable(ctx, event)
        case Hooked():
            pass
        case _:
            assert_never(event)
    if ctx.starting is not None:
        (dialog, args), ctx.starting = ctx.starting, None
        await dialogs.begin(ctx, dialog, args)


def _overheard(ctx: Ctx, event: Event) -> bool:
    """Does somebody else read by now where this person is answered?"""
    where = ctx.account.where if ctx.account is not None else None
    return isinstance(event, Said | Pressed) and not event.private and event.chat == where


def _unreadable(ctx: Ctx, event: Unreadable) -> None:
    what, _, seen = event.what.partition(" ")
    if not event.private:
        return
    if what == "emojis":
        ctx.say("verification-emojis", emojis=Span(seen))
    else:
        ctx.say(UNREADABLE.get(what, "unreadable"))


async def _pressed(ctx: Ctx, event: Pressed, crowd: Crowd) -> None:
    if event.sign and event.index < 0:
        place, keys = crowd.signed.get((event.chat.chat, event.message), (None, ""))
        return await reacted(ctx, event, place, crowd.keyboards.get(keys))
    await press(ctx, event, crowd.keyboards.get(event.keyboard))


async def _said(ctx: Ctx, event: Said) -> None:
    if not event.private and ctx.account is None and await chats.is_mute(ctx.tx, event.chat):
        return await ctx.happened(SaidWhileMute(event.text))
    if event.refused and event.sender is None:
        return None  # nobody is there to be told
    if event.refused:
        raise Refusal("guard-refused")
    found = command_of(ctx, event.text)
    if found is not None:
        command, rest = found
        return await _command(ctx, command, rest)
    if event.text.startswith(("/", "!")) and len(event.text) > 1 and event.text[1].isalpha():
        if event.private or event.text.startswith("/"):
            raise Refusal("unknown-command", name=event.text.split()[0][:40])
        return None
    if event.private:
        await reply(ctx, event)
    elif event.sender is None:
        await ctx.happened(Posted(event.chat, event.text, event.files))


def _warn(ctx: Ctx, event: Said) -> None:
    """What was kept may still speak of a patient: its writer is told, and may take it away."""
    if event.doubt and (event.private or ctx.account is not None):
        ctx.post(ctx.account.where if ctx.account else event.chat, _doubt(event))


def _doubt(event: Said) -> Message:
    about = "number" if event.doubt.startswith("nir") else "words"
    return Message((Text("guard-doubt", {"about": about}),))


async def _command(ctx: Ctx, command: Command, rest: str) -> None:
    if not may(ctx.member, command.right):
        raise ctx.denied
    await command.run(ctx, rest)


def command_of(ctx: Ctx, said: str) -> tuple[Command, str] | None:
    """«/mobiliser …» and «!mobiliser …»: the command and what stands after it."""
    if not said.startswith(("/", "!")) or said[1:2].isspace():
        return None
    word, *rest = said[1:].split(maxsplit=1) or [""]
    command = ctx.parts.registry.commands.get(fold(word))
    return (command, "".join(rest).strip()) if command else None


async def refuse(ctx: Ctx, no: Refusal) -> None:
    """Say a polite no, to the person alone where others would read it."""
    if isinstance(ctx.event, Pressed) and not ctx.event.private and _whispers(ctx):
        ctx.notice(no.text.key, **no.text.args)
    elif isinstance(ctx.event, Pressed | Unpressed) and not ctx.event.private:
        if ctx.account is not None:
            ctx.show(Message((no.text,), no.buttons))
    elif isinstance(ctx.event, Said | Pressed | Unpressed | Unreadable):
        if isinstance(ctx.event, Pressed):
            ctx.notice(no.text.key, **no.text.args)
        ctx.show(Message((no.text,), no.buttons))
    if isinstance(ctx.event, Said):
        _warn(ctx, ctx.event)


def _whispers(ctx: Ctx) -> bool:
    """Can whoever pressed be told something that nobody else in the room sees?"""
    adapter = ctx.parts.adapters.get(ctx.event.chat.platform)
    return adapter is not None and adapter.abilities.notices


async def apologise(ctx: Ctx, inbox_id: int, error: str) -> None:
    """Once per event that could not be handled; an administrator gets to know."""
    if isinstance(ctx.event, Said | Pressed) and ctx.event.private:
        ctx.post(ctx.event.chat, Message((Text("apology"),)))
    await ctx.happened(EventParked(inbox_id, error))


async def _moved(ctx: Ctx, old: ChatRef, new: ChatRef) -> None:
    await ledger.move(ctx.tx, old, new)
    await places.move(ctx.tx, old, new)
    await ctx.happened(ChatMoved(old, new))
