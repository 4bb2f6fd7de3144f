"""Sending and editing: which of the many methods, and what to do where one is refused."""

import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.error import TelegramError

from bot.adapters.telegram.errors import Refused, failure
from bot.adapters.telegram.refusals import Meaning
from bot.adapters.telegram.wording import (
    CAPTION,
    TEXT,
    Drawn,
    Link,
    draw,
    fit,
    keyboard,
    parts,
    units,
)
from bot.core import Attachment, ChatRef, Span, Wording
from bot.core.messages import Line

T = TypeVar("T")
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
"""What sendPhoto takes; a drawing as SVG goes as a file."""
REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes, and what it answers (0 for nothing)."""

    chat: int
    thread: int | None
    reply: int

    @property
    def answering(self) -> ReplyParameters | None:
        if not self.reply:
            return None
        return ReplyParameters(self.reply, allow_sending_without_reply=True)


class Posting:
    """Remembers which messages carry a file. What a restart forgets, a refusal tells again."""

    def __init__(self, bot: Bot, link: Link) -> None:
        self._bot, self._link = bot, link
        self._files: OrderedDict[tuple[str, str], str] = OrderedDict()

    async def send(self, chat: ChatRef, wording: Wording) -> str:
        """Gives the id of the message that has the keyboard. Raises SendFailed."""
        target = Target(_number(chat.chat), _number(chat.thread) or None, _number(wording.reply_to))
        keys = keyboard(wording, self._link)
        if wording.attachment is None:
            return await self._texts(target, wording.lines, keys)
        alt = wording.attachment.alt
        lines = wording.lines or (((Span(alt),),) if alt else ())
        caption = draw(lines)
        short = units(caption.text) <= CAPTION
        held = caption if short else Drawn("")
        try:
            sent = await self._file(target, wording.attachment, held, keys if short else None)
        except Refused as no:
            if no.meaning is not Meaning.NO_MEDIA:
                raise failure(no) from None
            return await self._texts(target, lines, keys)
        except TelegramError as error:
            raise failure(error) from None
        if not short:
            return await self._texts(replace(target, reply=0), lines, keys)
        self._remember(chat, str(sent.message_id), wording.attachment)
        return str(sent.message_id)

    async def edit(self, chat: ChatRef, message: str, wording: Wording) -> None:
        """Raises SendFailed. A text stays a text, a picture a picture."""
        known = self._files.get((chat.chat, message))
        ways = [self._edit_text, self._edit_file]
        for way in reversed(ways) if known is not None else ways:
            try:
                await way(chat, message, wording)
            except Refused as no:
                if no.meaning is Meaning.UNCHANGED:
                    return
                if no.meaning not in (Meaning.NO_TEXT, Meaning.NO_CAPTION):
                    raise failure(no) from None
                refused = no
            except TelegramError as error:
                raise failure(error) from None
            else:
                return
        raise failure(refused)

    async def _texts(
        self, target: Target, lines: Sequence[Line], keys: InlineKeyboardMarkup | None
    ) -> str:
        *before, last = parts(lines)
        for part in before:
            await told(self._text(target, part, None))
            target = replace(target, reply=0)
        return str((await told(self._text(target, last, keys))).message_id)

    def _text(
        self, target: Target, drawn: Drawn, keys: InlineKeyboardMarkup | None
    ) -> Awaitable[Message]:
        return self._bot.send_message(
            target.chat,
            drawn.text,
            entities=drawn.entities,
            reply_markup=keys,
            message_thread_id=target.thread,
            reply_parameters=target.answering,
            link_preview_options=NO_PREVIEW,
        )

    async def _file(
        self,
        target: Target,
        attachment: Attachment,
        caption: Drawn,
        keys: InlineKeyboardMarkup | None,
    ) -> Message:
        if attachment.mime in PICTURES:
            try:
                return await self._bot.send_photo(
                    target.chat,
                    InputFile(attachment.data, attachment.name),
                    caption=caption.text,
                    caption_entities=caption.entities,
                    reply_markup=keys,
                    message_thread_id=target.thread,
                    reply_parameters=target.answering,
                )
            except Refused as no:
                if no.meaning is not Meaning.NO_PICTURE:
                    raise
        return await self._bot.send_document(
            target.chat,
            InputFile(attachment.data, attachment.name),
            caption=caption.text,
            caption_entities=caption.entities,
            reply_markup=keys,
            message_thread_id=target.thread,
            reply_parameters=target.answering,
        )

    async def _edit_text(self, chat: ChatRef, message: str, wording: Wording) -> None:
        drawn = fit(wording.lines, TEXT)
        await self._bot.edit_message_text(
            drawn.text,
            _number(chat.chat),
            _number(message),
            entities=drawn.entities,
            reply_markup=keyboard(wording, self._link),
            link_preview_options=NO_PREVIEW,
        )

    async def _edit_file(self, chat: ChatRef, message: str, wording: Wording) -> None:
        """A new picture if there is one, else the words under it."""
        drawn, keys = fit(wording.lines, CAPTION), keyboard(wording, self._link)
        there, number, attachment = _number(chat.chat), _number(message), wording.attachment
        if attachment is None or _digest(attachment) == self._files.get((chat.chat, message)):
            await self._bot.edit_message_caption(
                chat_id=there,
                message_id=number,
                caption=drawn.text,
                caption_entities=drawn.entities,
                reply_markup=keys,
            )
        else:
            kind = InputMediaPhoto if attachment.mime in PICTURES else InputMediaDocument
            file = InputFile(attachment.data, attachment.name, attach=True)
            media = kind(file, caption=drawn.text, caption_entities=drawn.entities)
            await self._bot.edit_message_media(
                media, chat_id=there, message_id=number, reply_markup=keys
            )
        self._remember(chat, message, attachment)

    def _remember(self, chat: ChatRef, message: str, attachment: Attachment | None) -> None:
        key = chat.chat, message
        self._files[key] = _digest(attachment) if attachment else self._files.get(key, "")
        if len(self._files) > REMEMBERED:
            self._files.popitem(last=False)


async def told(call: Awaitable[T]) -> T:
    """The answer of a call, or SendFailed."""
    try:
        return await call
    except TelegramError as error:
        failed = failure(error)
    raise failed


def _digest(attachment: Attachment) -> str:
    return hashlib.blake2b(attachment.data, digest_size=16).hexdigest()


def _number(id: str) -> int:
    """An id of Telegram's; 0 for none, or for one of another platform's."""
    return int(id) if id.lstrip("-").isdecimal() else 0
