"""What becomes of the bot in a chat: blocked, added, removed, allowed to write or not."""

from telegram import (
    Bot,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberRestricted,
    ChatMemberUpdated,
)
from telegram.constants import ChatMemberStatus, ChatType

from bot.adapters.telegram.errors import NAME
from bot.core import ChatRef, Event, Identity
from bot.core.events import Blocked, Joined, Left, Rights, Unblocked


def changed(key: str, update: ChatMemberUpdated) -> Event | None:
    """See https://core.telegram.org/bots/api#chatmemberupdated."""
    if update.chat.type == ChatType.PRIVATE:
        return _person(key, update)
    chat, at = ChatRef(NAME, str(update.chat.id)), update.date
    sender = Identity(NAME, str(update.from_user.id))
    title, was, now = update.chat.title or "", update.old_chat_member, update.new_chat_member
    if not _inside(now):
        if not _inside(was):
            return None
        return Left(key=key, chat=chat, sender=sender, at=at, private=False)
    if not _inside(was):
        return Joined(
            key=key, chat=chat, sender=sender, at=at, private=False, title=title,
            kind=str(update.chat.type),
        )  # fmt: skip
    return Rights(
        key=key, chat=chat, sender=sender, at=at, private=False, title=title,
        can_write=_may_write(now, channel=update.chat.type == ChatType.CHANNEL),
    )  # fmt: skip


async def may_write(bot: Bot, chat: ChatRef) -> bool:
    """What a group lets plain members do changes without a word to bots: its settings are looked
    at. Raises TelegramError."""
    id = int(chat.chat)
    there = await bot.get_chat(id)
    me = await bot.get_chat_member(id, bot.id)
    if not _inside(me) or not _may_write(me, channel=there.type == ChatType.CHANNEL):
        return False
    if me.status != ChatMemberStatus.MEMBER or there.permissions is None:
        return True
    return there.permissions.can_send_messages is not False


def _person(key: str, update: ChatMemberUpdated) -> Event:
    chat = ChatRef(NAME, str(update.chat.id))
    sender = Identity(NAME, str(update.from_user.id))
    lang = update.from_user.language_code or ""
    if _inside(update.new_chat_member):
        return Unblocked(key=key, chat=chat, sender=sender, at=update.date, lang=lang)
    return Blocked(key=key, chat=chat, sender=sender, at=update.date, lang=lang, reason="blocked")


def _inside(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def _may_write(member: ChatMember, *, channel: bool) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.can_send_messages
    if isinstance(member, ChatMemberAdministrator):
        return bool(member.can_post_messages) if channel else True
    return not channel or member.status == ChatMemberStatus.OWNER
