"""Sending and editing: which of the many methods, and what to do where one is refused.

Calls are plain JSON: the library's objects would take twice the time of everything else here.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar

from telegram import InputFile
from telegram.error import TelegramError

from bot.adapters.telegram.arrived import Arrived, Way
from bot.adapters.telegram.errors import Refused, Unanswered, failure
from bot.adapters.telegram.refusals import Meaning
from bot.adapters.telegram.wording import (
    CAPTION,
    TEXT,
    Drawn,
    Json,
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
Ask: TypeAlias = Callable[[str, Mapping[str, object]], Awaitable[Any]]
"""A method of the Bot API and its parameters; gives the result."""
NO_PREVIEW = {"is_disabled": True}
PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
"""What sendPhoto takes; a drawing as SVG goes as a file."""
REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Target:
    """Where a message goes, and what it answers (0 for nothing)."""

    chat: int
    thread: int
    reply: int

    @property
    def params(self) -> Json:
        found: Json = {"chat_id": self.chat}
        if self.thread:
            found["message_thread_id"] = self.thread
        if self.reply:
            answered = {"message_id": self.reply, "allow_sending_without_reply": True}
            found["reply_parameters"] = answered
        return found


class Posting:
    """Remembers which messages carry a file. What a restart forgets, a refusal tells again."""

    def __init__(self, ask: Ask, link: Link) -> None:
        self._ask, self._link = ask, link
        self._files: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._arrived = Arrived()

    async def send(self, chat: ChatRef, wording: Wording, *, key: str) -> str:
        """Gives the id of the message that has the keyboard. Raises SendFailed. What goes out in
        several messages goes on, under the same key, with the one that failed."""
        target = Target(_number(chat.chat), _number(chat.thread), _number(wording.reply_to))
        keys, way = keyboard(wording, self._link), self._arrived.way(chat, key)
        if wording.attachment is None:
            return await self._texts(target, wording.lines, keys, way)
        alt = wording.attachment.alt
        lines = wording.lines or (((Span(alt),),) if alt else ())
        caption = draw(lines)
        try:
            if units(caption.text) <= CAPTION:
                sent = await self._file(target, wording.attachment, caption, keys)
                self._remember(chat, sent, wording.attachment)
                return sent
            if not way.past(wording.attachment.data):
                await self._file(target, wording.attachment, Drawn(""), None)
                way.arrives(wording.attachment.data)
        except Refused as no:
            if no.meaning is not Meaning.NO_MEDIA:
                raise failure(no) from None
            way = self._arrived.way(chat, f"{key}:words")
        except TelegramError as error:
            raise failure(error) from None
        return await self._texts(target, lines, keys, way)

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

    async def leave(self, chat: ChatRef) -> None:
        """Where we are not, there is nothing to leave. Raises SendFailed."""
        try:
            await self._ask("leaveChat", {"chat_id": _number(chat.chat)})
        except Refused as no:
            if no.meaning is not Meaning.GONE:
                raise failure(no) from None
        except TelegramError as error:
            raise failure(error) from None

    async def _texts(
        self, target: Target, lines: Sequence[Line], keys: Json | None, way: Way
    ) -> str:
        """The first of them answers what is answered."""
        *before, last = parts(lines)
        for part in before:
            data = repr(part).encode()
            if not way.past(data):
                await told(self._text(_next(target, way), part, None))
                way.arrives(data)
        sent = await told(self._text(_next(target, way), last, keys))
        way.ends()
        return sent

    async def _text(self, target: Target, drawn: Drawn, keys: Json | None) -> str:
        sent = await self._ask("sendMessage", target.params | _texted(drawn, keys))
        return _id_of(sent)

    async def _file(
        self, target: Target, attachment: Attachment, caption: Drawn, keys: Json | None
    ) -> str:
        params = target.params | _captioned(caption) | _keyed(keys)
        file = InputFile(attachment.data, attachment.name)
        if attachment.mime in PICTURES:
            try:
                sent = await self._ask("sendPhoto", params | {"photo": file})
                return _id_of(sent)
            except Refused as no:
                if no.meaning is not Meaning.NO_PICTURE:
                    raise
        sent = await self._ask("sendDocument", params | {"document": file})
        return _id_of(sent)

    async def _edit_text(self, chat: ChatRef, message: str, wording: Wording) -> None:
        drawn, keys = fit(wording.lines, TEXT), keyboard(wording, self._link)
        _id_of(await self._ask("editMessageText", _message(chat, message) | _texted(drawn, keys)))

    async def _edit_file(self, chat: ChatRef, message: str, wording: Wording) -> None:
        """A new picture if there is one, else the words under it."""
        caption, attachment = _captioned(fit(wording.lines, CAPTION)), wording.attachment
        params = _message(chat, message) | _keyed(keyboard(wording, self._link))
        if attachment is None or _digest(attachment) == self._files.get((chat.chat, message)):
            _id_of(await self._ask("editMessageCaption", params | caption))
        else:
            kind = "photo" if attachment.mime in PICTURES else "document"
            media = {"type": kind, "media": "attach://file", **caption}
            file = InputFile(attachment.data, attachment.name)
            _id_of(await self._ask("editMessageMedia", params | {"media": media, "file": file}))
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


def _next(target: Target, way: Way) -> Target:
    return replace(target, reply=0) if way.at else target


def _id_of(sent: Any) -> str:
    """Raises Unanswered where the answer is no message."""
    if not isinstance(sent, dict) or not isinstance(sent.get("message_id"), int):
        raise Unanswered("the answer is no message")
    return str(sent["message_id"])


def _message(chat: ChatRef, message: str) -> Json:
    return {"chat_id": _number(chat.chat), "message_id": _number(message)}


def _texted(drawn: Drawn, keys: Json | None) -> Json:
    more = {"entities": drawn.entities} if drawn.entities else {}
    return {"text": drawn.text, "link_preview_options": NO_PREVIEW, **more, **_keyed(keys)}


def _captioned(drawn: Drawn) -> Json:
    more = {"caption_entities": drawn.entities} if drawn.entities else {}
    return {"caption": drawn.text, **more}


def _keyed(keys: Json | None) -> Json:
    return {"reply_markup": keys} if keys else {}


def _digest(attachment: Attachment) -> str:
    return hashlib.blake2b(attachment.data, digest_size=16).hexdigest()


def _number(id: str) -> int:
    """An id of Telegram's; 0 for none, or for one of another platform's."""
    return int(id) if id.lstrip("-").isdecimal() else 0
