"""What people do and see, in their own words: tests read as the conversation they check."""

import secrets
from collections.abc import Callable
from typing import Any

from tests.servers.telegram.entities import find, tidy
from tests.servers.telegram.files import photo_size
from tests.servers.telegram.forwards import origin_json
from tests.servers.telegram.groups import Group
from tests.servers.telegram.posting import tell
from tests.servers.telegram.wire import moved_json, press_json
from tests.servers.telegram.world import (
    INSIDE,
    Account,
    Chat,
    Json,
    Kind,
    Member,
    Message,
    Press,
    Status,
    World,
)

WITHIN = 3.0  # seconds
Place = Chat | Group | None  # None: the private chat with the bot


class User:
    """A person with a Telegram client. Messages are live: they stand as last edited."""

    def __init__(self, world: World, account: Account) -> None:
        self._world, self.account = world, account
        self.id = account.id
        self.chat = world.chats[account.id]
        self._acted: dict[int, int] = {}  # the world's tick at their last act, by chat

    # What they do

    async def says(
        self,
        text: str,
        to: Place = None,
        *,
        reply_to: Message | None = None,
        topic: int | None = None,
    ) -> Message:
        text, entities = tidy(text, [], empty=False)
        body: Json = {"text": text, "entities": entities} if entities else {"text": text}
        return self._send(body, to, reply_to=reply_to, thread=topic)

    async def edits(self, message: Message, text: str) -> Message:
        field = "text" if "text" in message.body else "caption"
        found = {"entities" if field == "text" else "caption_entities": find(text)}
        self._world.edit(message, message.body | {field: text} | found, message.markup)
        tell(self._world, message, edited=True)
        return message

    async def forwards(self, message: Message, to: Place = None) -> Message:
        return self._send(message.body | origin_json(message), to)

    async def sends_photo(self, content: bytes, caption: str = "", to: Place = None) -> Message:
        width, height = photo_size(content)
        stored = self._world.files.keep("photos", content, None, "image/jpeg")
        photo = [stored.json() | {"width": width, "height": height}]
        return self._send({"photo": photo} | _captioned(caption), to)

    async def sends_document(
        self,
        content: bytes,
        name: str,
        caption: str = "",
        to: Place = None,
        *,
        mime: str = "application/octet-stream",
    ) -> Message:
        stored = self._world.files.keep("documents", content, name, mime)
        document = stored.json() | {"file_name": name, "mime_type": mime}
        return self._send({"document": document} | _captioned(caption), to)

    async def sends_voice(
        self, content: bytes = b"OggS", seconds: int = 2, to: Place = None
    ) -> Message:
        stored = self._world.files.keep("voice", content, None, "audio/ogg")
        return self._send({"voice": stored.json() | {"duration": seconds}}, to)

    async def sends_location(self, latitude: float, longitude: float, to: Place = None) -> Message:
        return self._send({"location": {"latitude": latitude, "longitude": longitude}}, to)

    async def taps(
        self, label: str, to: Place = None, *, on: Message | None = None, within: float = WITHIN
    ) -> Press:
        """Presses the button whose label holds these words, on that message or the newest that
        has one."""
        chat = on.chat if on else self._place(to)

        def look() -> tuple[Message, Json] | None:
            for message in [on] if on else reversed(self._shown(chat)):
                for button in (b for row in message.buttons for b in row):
                    if label in button["text"]:
                        return message, button
            return None

        found = await self._world.bell.until(look, within)
        if found is None:
            raise AssertionError(f"{self} has no button {label!r} in sight:\n{self._view(chat)}")
        message, button = found
        if "callback_data" not in button:
            raise AssertionError(f"the button {button['text']!r} opens a link: {button}")
        return await self.presses(message, button["callback_data"])

    async def presses(self, message: Message, data: str) -> Press:
        """Sends callback data by hand, as a hostile or stale client may."""
        world = self._world
        number = str(secrets.randbits(62))
        press = Press(number, self.account, message, data, world.now())
        world.presses[number] = press
        self._act(message.chat)
        world.updates.push("callback_query", press_json(press))
        return press

    async def blocks(self) -> None:
        self._turn(blocked=True)

    async def unblocks(self) -> None:
        self._turn(blocked=False)

    async def deactivates(self) -> None:
        """Deletes their Telegram account: the bot is told nothing until it writes to them."""
        self.account.deactivated = True

    # What they see

    @property
    def messages(self) -> list[Message]:
        """The private chat with the bot, oldest first, as it stands."""
        return self._shown(self.chat)

    def messages_in(self, place: Place) -> list[Message]:
        return self._shown(self._place(place))

    def buttons(self, place: Place = None) -> list[str]:
        """The labels under the newest message that has buttons."""
        for message in reversed(self._shown(self._place(place))):
            if message.labels:
                return message.labels
        return []

    async def sees(
        self, words: str, to: Place = None, *, within: float = WITHIN, ever: bool = False
    ) -> Message:
        """Waits for a message of the bot that holds these words, sent or edited since their last
        act in that chat (`ever`: however old), and gives it."""
        chat = self._place(to)
        since = -1 if ever else self._acted.get(chat.id, -1)

        def look() -> Message | None:
            for message in reversed(self._shown(chat)):
                if message.author.is_bot and message.changed > since and words in message.text:
                    return message
            return None

        found = await self._world.bell.until(look, within)
        if found is None:
            raise AssertionError(f"{self} does not see {words!r}:\n{self._view(chat)}")
        return found

    async def is_told(self, press: Press, words: str = "", *, within: float = WITHIN) -> str:
        """Waits for the answer to a press, and gives the text of its toast."""
        answer = await self._world.bell.until(lambda: press.answer, within)
        if answer is None or words not in answer["text"]:
            raise AssertionError(f"{self} is not told {words!r} but {answer}")
        return str(answer["text"])

    async def waits(self, look: Callable[[], Any], *, within: float = WITHIN) -> Any:
        """What `look` gives, asked again at each change, until it is not None."""
        found = await self._world.bell.until(look, within)
        if found is None:
            raise AssertionError(f"{self} waits in vain:\n{self._view(self.chat)}")
        return found

    def opens(self, message: Message) -> bytes:
        """The bytes of the photo, document or voice of a message."""
        if message.file_id is None:
            raise AssertionError("nothing to open in this message")
        return self._world.files.find(message.file_id).data

    def __str__(self) -> str:
        return self.account.first_name

    def _place(self, place: Place) -> Chat:
        return place.chat if isinstance(place, Group) else place or self.chat

    def _shown(self, chat: Chat) -> list[Message]:
        return [message for message in chat.messages.values() if not message.deleted]

    def _view(self, chat: Chat) -> str:
        lines = [f"  {m.author.first_name}: {m.text!r} {m.labels or ''}" for m in self._shown(chat)]
        return "\n".join(lines[-6:]) or "  (nothing at all)"

    def _act(self, chat: Chat) -> None:
        self.account.known = True
        if chat is self.chat:
            self.account.started = True
        self._acted[chat.id] = self._world.tick

    def _send(self, body: Json, to: Place, **more: Any) -> Message:
        chat = self._place(to)
        if chat is self.chat and self.account.blocked:
            raise AssertionError(f"{self} has blocked the bot and cannot write to it")
        if not chat.person and (
            chat.kind is Kind.CHANNEL or chat.member(self.account).status not in INSIDE
        ):
            raise AssertionError(f"{self} may not write in {chat.title!r}")
        message = self._world.post(chat, self.account, body, **more)
        self._act(chat)
        tell(self._world, message)
        return message

    def _turn(self, *, blocked: bool) -> None:
        if self.account.blocked == blocked:
            return
        world, bot = self._world, self._world.bot
        self.account.blocked = blocked
        inside, out = Member(bot, Status.MEMBER), Member(bot, Status.KICKED)
        old, new = (inside, out) if blocked else (out, inside)
        world.updates.push("my_chat_member", moved_json(self.chat, self.account, old, new, world))


def _captioned(caption: str) -> Json:
    if not caption:
        return {}
    found = find(caption)
    return {"caption": caption} | ({"caption_entities": found} if found else {})
