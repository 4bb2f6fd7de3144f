"""What a command answers: a message that somebody forwarded to the bot, with its files.

Only commands bring it along: what people answer otherwise is a message of ours.
"""

from collections.abc import Callable
from typing import TypedDict

from telegram import Message, MessageOriginChannel, MessageOriginChat

from bot.core.events import FileRef


class Quoted(TypedDict, total=False):
    quoted: str
    quoted_files: tuple[FileRef, ...]
    quoted_from: str


def quoted(text: str, message: Message, files: Callable[[Message], tuple[FileRef, ...]]) -> Quoted:
    answered = message.reply_to_message
    if answered is None or not text.startswith(("/", "!")):
        return {}
    if answered.from_user is not None and answered.from_user.is_bot:
        return {}
    return {
        "quoted": answered.text or answered.caption or "",
        "quoted_files": files(answered),
        "quoted_from": origin(answered),
    }


def origin(message: Message) -> str:
    """The channel or group that a message came from; a person's name is nobody's to keep."""
    match message.forward_origin:
        case MessageOriginChannel(chat=chat) | MessageOriginChat(sender_chat=chat):
            return chat.title or ""
    return ""
