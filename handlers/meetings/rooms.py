"""What groups, channels and rooms read of a meeting: of a type that can hold no person."""

from collections.abc import Callable

from bot.core import Lane, Lang, audience
from bot.core.outward import Outline, Outward, Titled, outline
from bot.engine import Ctx
from handlers.meetings import clocks, words
from handlers.meetings.rules.change import Sent, Wish
from storage import chats
from storage.chats import Chat
from storage.meetings import Time


async def of(ctx: Ctx, time: Time) -> list[Chat]:
    """Where it was announced, and can be written to."""
    whom = audience.unpack(time.meeting.audience)
    if not whom.channels:
        return []
    every = await chats.open_ones(ctx.tx)
    return [chat for chat in every if chat.id in whom.channels and chat.wants_meetings]


async def remind(ctx: Ctx, time: Time) -> None:
    await _tell(ctx, time, Lane.REMINDERS, lambda chat: (
        outline("meet-room-reminder", head=heading(ctx, time, Lang(chat.lang))),
        *_own(ctx, chat, time),
    ))  # fmt: skip


async def tell_change(ctx: Ctx, time: Time, wish: Wish, before: Sent) -> None:
    def lines(chat: Chat) -> tuple[Outline, ...]:
        lang = Lang(chat.lang)
        new = Titled(words.times(*(wish.times or before.times), ctx.zone, lang, ctx.now))
        old = Titled(words.times(*before.times, ctx.zone, lang, ctx.now))
        said = [outline("meet-room-change", title=Titled(time.meeting.title), when=new, old=old,
                        moved=wish.times is not None)]  # fmt: skip
        said += _own(ctx, chat, time)
        if wish.place:
            said.append(outline("meet-place", place=Titled(wish.place)))
        return tuple(said)

    await _tell(ctx, time, Lane.CALLS, lines)


async def tell_cancelled(ctx: Ctx, time: Time) -> None:
    await _tell(ctx, time, Lane.CALLS, lambda chat: (
        outline("meet-cancelled-told", title=Titled(time.meeting.title),
                when=Titled(words.when(time.one, ctx.zone, chat.lang))),
        *_own(ctx, chat, time),
    ))  # fmt: skip


def _own(ctx: Ctx, chat: Chat, time: Time) -> tuple[Outline, ...]:
    return clocks.outlines(chat, time, ctx.zone, Lang(chat.lang))


def heading(ctx: Ctx, time: Time, lang: Lang) -> Outline:
    when = words.when(time.one, ctx.zone, lang, time.meeting.made_at)
    return outline("meet-head", kind=time.meeting.kind, title=Titled(time.meeting.title),
                   when=Titled(when))  # fmt: skip


async def _tell(
    ctx: Ctx, time: Time, lane: Lane, lines: Callable[[Chat], tuple[Outline, ...]]
) -> None:  # fmt: skip
    for chat in await of(ctx, time):
        lang = Lang(chat.lang)
        ctx.post(chat.where, Outward(lines(chat)).message, lane=lane, lang=lang, simple=False)
