"""What people do reaches the bot as an update, unless Telegram keeps it from bots.

Source: https://core.telegram.org/bots/features#privacy-mode (this bot's privacy mode is on).
"""

from tests.servers.telegram.wire import message_json
from tests.servers.telegram.world import INSIDE, Chat, Kind, Message, Status, World

UPDATES = {
    (Kind.CHANNEL, False): "channel_post",
    (Kind.CHANNEL, True): "edited_channel_post",
}


def tell(world: World, message: Message, *, edited: bool = False) -> None:
    """Pushes the update about a message that a person wrote or edited."""
    if not heard(world, message):
        return
    message.author.known = True
    ordinary = "edited_message" if edited else "message"
    kind = UPDATES.get((message.chat.kind, edited), ordinary)
    world.updates.push(kind, message_json(message))


def heard(world: World, message: Message) -> bool:
    chat = message.chat
    if chat.person:
        return not chat.person.blocked
    if not present(world, chat):
        return False
    if chat.kind is Kind.CHANNEL or message.service:
        return True
    if chat.member(world.bot).status is Status.ADMINISTRATOR:
        return True
    return _meant_for(world, message)


def present(world: World, chat: Chat) -> bool:
    return chat.member(world.bot).status in INSIDE


def _meant_for(world: World, message: Message) -> bool:
    if message.reply_to and message.reply_to.author is world.bot:
        return True
    handle = f"@{world.bot.username}".lower()
    for entity in message.entities:
        words = _words(message.text, entity["offset"], entity["length"]).lower()
        if entity["type"] == "mention" and words == handle:
            return True
        if entity["type"] == "bot_command" and ("@" not in words or words.endswith(handle)):
            return True
    return False


def _words(text: str, offset: int, length: int) -> str:
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le")
