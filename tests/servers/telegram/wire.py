"""The world as JSON: User, Chat, Message, ChatMember and CallbackQuery of the Bot API.

Source: https://core.telegram.org/bots/api#available-types
"""

from typing import Any

from tests.servers.telegram.world import Account, Chat, Kind, Member, Message, Press, Status, World

Json = dict[str, Any]

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")


def user_json(account: Account) -> Json:
    shown: Json = {
        "id": account.id,
        "is_bot": account.is_bot,
        "first_name": "" if account.deactivated else account.first_name,
    }
    if account.last_name:
        shown["last_name"] = account.last_name
    if account.username:
        shown["username"] = account.username
    if not account.is_bot:
        shown["language_code"] = account.language_code
    return shown


def me_json(bot: Account) -> Json:
    return user_json(bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def chat_json(chat: Chat) -> Json:
    shown: Json = {"id": chat.id, "type": chat.kind.value}
    if chat.person:
        shown["first_name"] = chat.person.first_name
        if chat.person.last_name:
            shown["last_name"] = chat.person.last_name
        if chat.person.username:
            shown["username"] = chat.person.username
        return shown
    shown["title"] = chat.title
    if chat.username:
        shown["username"] = chat.username
    if chat.topics is not None:
        shown["is_forum"] = True
    return shown


def message_json(message: Message, *, quoting: bool = True) -> Json:
    chat = message.chat
    shown: Json = {"message_id": message.id}
    if chat.kind is Kind.CHANNEL:
        shown["sender_chat"] = chat_json(chat)
    else:
        shown["from"] = user_json(message.author)
    shown["chat"] = chat_json(chat)
    shown["date"] = message.at
    if message.edited:
        shown["edit_date"] = message.edited
    if message.thread:
        shown["message_thread_id"] = message.thread
        shown["is_topic_message"] = True
    if quoting and message.reply_to and not message.reply_to.deleted:
        shown["reply_to_message"] = message_json(message.reply_to, quoting=False)
    shown.update(message.body)
    if message.buttons:
        shown["reply_markup"] = message.markup
    return shown


def press_json(press: Press) -> Json:
    message = press.message
    shown = message_json(message)
    if message.deleted:
        shown = {"chat": shown["chat"], "message_id": message.id, "date": 0}
    return {
        "id": press.id,
        "from": user_json(press.account),
        "message": shown,
        "chat_instance": str(-message.chat.id * 7919),
        "data": press.data,
    }


def member_json(member: Member, chat: Chat) -> Json:
    shown: Json = {"user": user_json(member.account), "status": member.status.value}
    match member.status:
        case Status.CREATOR:
            shown["is_anonymous"] = False
        case Status.ADMINISTRATOR:
            rights = RIGHTS + (CHANNEL_RIGHTS if chat.kind is Kind.CHANNEL else ())
            shown |= {right: right in member.rights for right in rights}
            shown |= {"can_be_edited": False, "is_anonymous": False, "can_manage_chat": True}
        case Status.KICKED:
            shown["until_date"] = 0
        case Status.MEMBER | Status.LEFT:
            pass
    return shown


def moved_json(chat: Chat, by: Account, old: Member, new: Member, world: World) -> Json:
    """ChatMemberUpdated: `by` changed what `new.account` is in the chat."""
    return {
        "chat": chat_json(chat),
        "from": user_json(by),
        "date": int(world.now()),
        "old_chat_member": member_json(old, chat),
        "new_chat_member": member_json(new, chat),
    }
