"""May the bot do this in that chat? The order of the checks is the real server's.

Source: tdlib/telegram-bot-api Client.cpp, check_chat, check_chat_access, check_message,
check_reply_parameters; what the servers behind it refuse comes after (blocked, rights, topics).
"""

import re
from enum import IntEnum

from tests.servers.telegram.calls import Call
from tests.servers.telegram.errors import (
    BLOCKED,
    CHAT_NOT_FOUND,
    DEACTIVATED,
    GROUP_DELETED,
    MAY_NOT_WRITE,
    NEEDS_ADMIN,
    NEVER_STARTED,
    REPLY_NOT_FOUND,
    THREAD_NOT_FOUND,
    TOPIC_CLOSED,
    UPGRADED,
    bad,
    forbidden,
)
from tests.servers.telegram.world import INSIDE, Chat, Kind, Message, Status, World

_NUMBER = re.compile(r"-?[0-9]{1,18}")


class Need(IntEnum):
    READ = 0
    MEMBERS = 1
    EDIT = 2
    WRITE = 3


def find_chat(world: World, ref: str) -> Chat:
    if not ref:
        raise bad("chat_id is empty")
    if ref.startswith("@"):
        for chat in world.chats.values():
            if chat.username and chat.username.lower() == ref[1:].lower() and not chat.person:
                return chat
        raise bad(CHAT_NOT_FOUND)
    chat_id = int(ref) if _NUMBER.fullmatch(ref) else 0
    found = world.chats.get(chat_id)
    if found is None or not _met(world, found):
        raise bad(CHAT_NOT_FOUND)
    return found


def _met(world: World, chat: Chat) -> bool:
    """A bot finds the people it has met, the chats it was ever in, and what is public."""
    if chat.person:
        return chat.person.known
    return world.bot.id in chat.members or chat.username is not None


def reach(world: World, ref: str, need: Need) -> Chat:
    """The chat, if the bot may do that there; else what Telegram answers."""
    chat = find_chat(world, ref)
    match chat.kind:
        case Kind.PRIVATE:
            assert chat.person
            if chat.person.deactivated and need >= Need.EDIT:
                raise forbidden(DEACTIVATED)
        case Kind.GROUP:
            _reach_group(world, chat, need)
        case Kind.SUPERGROUP | Kind.CHANNEL:
            _reach_supergroup(world, chat, need)
    return chat


def _reach_group(world: World, chat: Chat, need: Need) -> None:
    if need is Need.MEMBERS:
        need = Need.WRITE
    if chat.moved_to and need is Need.WRITE:
        raise bad(UPGRADED, migrate_to_chat_id=chat.moved_to)
    if chat.deleted and need is Need.WRITE:
        raise forbidden(GROUP_DELETED)
    _be_inside(world, chat, need >= Need.EDIT)


def _reach_supergroup(world: World, chat: Chat, need: Need) -> None:
    if chat.deleted:
        raise _outside(chat, "kicked from")
    public = chat.username is not None
    _be_inside(world, chat, need >= Need.EDIT if public else True)


def _be_inside(world: World, chat: Chat, needed: bool) -> None:
    status = chat.member(world.bot).status
    if status is Status.KICKED and (needed or chat.kind is not Kind.GROUP):
        raise _outside(chat, "kicked from")
    if status not in INSIDE and needed:
        raise _outside(chat, "not a member of")


def _outside(chat: Chat, how: str) -> Exception:
    verb = "was" if how.startswith("kicked") else "is"
    return forbidden(f"bot {verb} {how} the {chat.kind} chat")


def may_write(world: World, chat: Chat) -> None:
    """What Telegram's servers refuse after the Bot API let the message through."""
    if chat.person:
        if chat.person.blocked:
            raise forbidden(BLOCKED)
        if not chat.person.started:
            raise forbidden(NEVER_STARTED)
        return
    if chat.kind is Kind.CHANNEL:
        if not chat.may(world.bot, "can_post_messages"):
            raise bad(NEEDS_ADMIN)
    elif not chat.may_write and chat.member(world.bot).status is Status.MEMBER:
        raise bad(MAY_NOT_WRITE)


def thread_of(world: World, chat: Chat, call: Call) -> int | None:
    thread = call.whole("message_thread_id")
    if thread <= 0:
        return None
    topic = (chat.topics or {}).get(thread)
    if topic is None:
        raise bad(THREAD_NOT_FOUND)
    if topic.closed and not chat.may(world.bot, "can_manage_topics"):
        raise bad(TOPIC_CLOSED)
    return thread


def reply_of(chat: Chat, call: Call) -> Message | None:
    """The message replied to, by `reply_parameters` or the older `reply_to_message_id`."""
    asked = call.json("reply_parameters", "reply parameters")
    if asked is None:
        number = call.whole("reply_to_message_id")
        lenient = call.flag("allow_sending_without_reply")
    elif isinstance(asked, dict):
        if asked and not isinstance(asked.get("message_id"), int):
            raise bad('can\'t find field "message_id"')
        number = asked.get("message_id", 0)
        lenient = bool(asked.get("allow_sending_without_reply"))
    else:
        raise bad("object expected as reply parameters")
    if number <= 0:
        return None
    message = chat.messages.get(number)
    if message is None or message.deleted:
        if lenient:
            return None
        raise bad(REPLY_NOT_FOUND)
    return message


def message_in(
    world: World, call: Call, need: Need, what: str, chat_id: str = "chat_id"
) -> Message:
    """The message that the call names, or «<what> not found»."""
    chat = reach(world, call.text(chat_id), need)
    message = chat.messages.get(call.whole("message_id"))
    if message is None or message.deleted or not _in_sight(world, chat):
        raise bad(f"{what} not found")
    return message


def _in_sight(world: World, chat: Chat) -> bool:
    if chat.kind in (Kind.PRIVATE, Kind.GROUP):
        return True
    return chat.member(world.bot).status in INSIDE
