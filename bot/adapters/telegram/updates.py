"""What Telegram tells, in our words; what is not for us is dropped.

Edited messages are never asked for: an edited command must not run twice.
"""

import logging
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypedDict

from telegram import Bot, Chat, Document, Message, PhotoSize, Update, User
from telegram.constants import ChatType

from bot.adapters.telegram.errors import NAME
from bot.adapters.telegram.membership import changed
from bot.adapters.telegram.quoting import quoted
from bot.core import ChatRef, Event, Identity, Pressed, Said
from bot.core.events import FileRef, Moved, Unreadable

log = logging.getLogger(__name__)

ALLOWED = ("message", "channel_post", "callback_query", "my_chat_member")
"""For `allowed_updates`: nothing else is sent to us."""

UNREADABLE = (
    "voice", "video_note", "video", "audio", "animation", "sticker", "venue", "location",
    "contact", "poll", "dice", "story", "game", "paid_media", "checklist",
)  # fmt: skip
_COMMAND = re.compile(r"/(\w+)@(\w+)(?!\S)", re.ASCII)
_PRESS = re.compile(r"k:([\w-]{1,40}):(\d{1,3})", re.ASCII)


class Common(TypedDict):
    """What every event carries, of a message."""

    key: str
    chat: ChatRef
    sender: Identity | None
    at: datetime
    private: bool
    lang: str


def understood(raw: Mapping[str, Any], bot: Bot) -> Event | None:
    """The event of one raw update, or None. What cannot be read at all becomes Unreadable."""
    try:
        if isinstance(query := raw.get("callback_query"), dict):
            return _press(str(int(raw["update_id"])), query)
        return _event(Update.de_json(dict(raw), bot), bot.username)
    except Exception as bug:  # whatever an update may be, the loop that asks must go on
        log.warning(
            "update not understood",
            extra={"key": str(raw.get("update_id")), "error": type(bug).__name__},
        )
        return _rest(raw)


def _event(update: Update, username: str) -> Event | None:
    key = str(update.update_id)
    message = update.message or update.channel_post
    if message is not None:
        return _message(key, message, username)
    if update.my_chat_member is not None:
        return changed(key, update.my_chat_member)
    return None


def _message(key: str, message: Message, username: str) -> Event | None:
    common = _common(key, message)
    if message.migrate_to_chat_id is not None:
        return Moved(**common, new=ChatRef(NAME, str(message.migrate_to_chat_id)))
    if message.is_automatic_forward or _is_bot(message):
        return None
    text = message.text or message.caption or ""
    what = next((kind for kind in UNREADABLE if getattr(message, kind, None)), "")
    files = () if what else _files(message)
    if what and not text:
        return Unreadable(**common, what=what)
    if not text and not files:
        return None
    mine = _addressed(text, username)
    if mine is None:
        return None
    return Said(
        **common,
        text=mine,
        files=files,
        reply_to=_reply_to(message),
        forwarded=message.forward_origin is not None,
        **quoted(mine, message, _files),
    )


def _common(key: str, message: Message) -> Common:
    user = None if message.sender_chat else message.from_user
    return {
        "key": key,
        "chat": _place(message.chat, message),
        "sender": _identity(user),
        "at": message.date,
        "private": message.chat.type == ChatType.PRIVATE,
        "lang": (user.language_code or "") if user else "",
    }


def _press(key: str, query: Mapping[str, Any]) -> Event | None:
    """As it came: objects of the whole message that it brings along took longer than all the rest.

    Callback data are whatever a client sends: what is not ours names no keyboard.
    """
    message = query.get("message")
    if not message:
        return None
    user, chat = query["from"], message["chat"]
    thread = message.get("message_thread_id") if message.get("is_topic_message") else None
    found = _PRESS.fullmatch(query.get("data") or "")
    return Pressed(
        key=key,
        chat=ChatRef(NAME, str(int(chat["id"])), str(int(thread)) if thread else ""),
        sender=Identity(NAME, str(int(user["id"]))),
        at=datetime.now(UTC),
        private=chat.get("type") == ChatType.PRIVATE,
        lang=str(user.get("language_code") or ""),
        message=str(int(message["message_id"])),
        keyboard=found[1] if found else "",
        index=int(found[2]) if found else -1,
        token=str(query["id"]),
    )


def _place(chat: Chat, message: Message) -> ChatRef:
    """A thread counts in a forum only: elsewhere its id is that of a chain of replies."""
    thread = message.message_thread_id if message.is_topic_message else None
    return ChatRef(NAME, str(chat.id), str(thread) if thread else "")


def _identity(user: User | None) -> Identity | None:
    return Identity(NAME, str(user.id)) if user else None


def _is_bot(message: Message) -> bool:
    user = message.from_user
    return user is not None and user.is_bot and message.sender_chat is None


def _addressed(text: str, username: str) -> str | None:
    """`/aide@OurBot` is `/aide`; a command for another bot is None."""
    found = _COMMAND.match(text)
    if found is None:
        return text
    if found[2].lower() != username.lower():
        return None
    return f"/{found[1]}{text[found.end() :]}"


def _reply_to(message: Message) -> str:
    """In a topic every message «answers» the one that opened it; that is no answer."""
    answered = message.reply_to_message
    if answered is None or answered.forum_topic_created is not None:
        return ""
    return str(answered.message_id)


def _files(message: Message) -> tuple[FileRef, ...]:
    if message.photo:
        largest = message.photo[-1]
        return (_file(largest, "photo.jpg", "image/jpeg"),)
    if (file := message.document) is not None:
        mime = file.mime_type or "application/octet-stream"
        return (_file(file, file.file_name or "", mime),)
    return ()


def _file(file: PhotoSize | Document, name: str, mime: str) -> FileRef:
    return FileRef(id=file.file_id, name=name, mime=mime, size=file.file_size or 0)


def _rest(raw: Mapping[str, Any]) -> Event | None:
    """Of what could not be read, a word to whoever wrote it in private, if we can tell who."""
    try:
        message = raw["message"]
        chat, user = message["chat"], message["from"]
        return Unreadable(
            key=str(int(raw["update_id"])),
            chat=ChatRef(NAME, str(int(chat["id"]))),
            sender=Identity(NAME, str(int(user["id"]))),
            at=datetime.now(UTC),
            private=chat.get("type") == ChatType.PRIVATE,
            what="unknown",
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
