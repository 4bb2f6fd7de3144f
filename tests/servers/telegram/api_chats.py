"""What the bot asks about chats and files, and how it leaves."""

from tests.servers.telegram.access import Need, reach
from tests.servers.telegram.calls import Call
from tests.servers.telegram.errors import ApiError, bad
from tests.servers.telegram.files import DOWNLOAD_LIMIT
from tests.servers.telegram.wire import chat_json, member_json, message_json
from tests.servers.telegram.world import INSIDE, Json, Kind, Member, Status, World

ADMINS = (Status.CREATOR, Status.ADMINISTRATOR)


def get_chat(world: World, call: Call) -> Json:
    chat = reach(world, call.text("chat_id"), Need.READ)
    shown = chat_json(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.kind in (Kind.GROUP, Kind.SUPERGROUP):
        shown["permissions"] = {"can_send_messages": chat.may_write}
    if chat.pinned and (message := chat.messages.get(chat.pinned)):
        shown["pinned_message"] = message_json(message)
    return shown


def get_member(world: World, call: Call) -> Json:
    chat = reach(world, call.text("chat_id"), Need.MEMBERS)
    account = world.accounts.get(call.whole("user_id"))
    if account is None or not account.known:
        raise bad("PARTICIPANT_ID_INVALID")
    if chat.person:
        return member_json(Member(account, Status.MEMBER), chat)
    return member_json(chat.member(account), chat)


def count_members(world: World, call: Call) -> int:
    chat = reach(world, call.text("chat_id"), Need.MEMBERS)
    if chat.person:
        return 2
    return sum(member.status in INSIDE for member in chat.members.values())


def get_administrators(world: World, call: Call) -> list[Json]:
    chat = reach(world, call.text("chat_id"), Need.MEMBERS)
    if chat.person:
        raise bad("there are no administrators in the private chat")
    return [
        member_json(member, chat)
        for member in chat.members.values()
        if member.status in ADMINS and (not member.account.is_bot or member.account is world.bot)
    ]


def leave_chat(world: World, call: Call) -> bool:
    chat = reach(world, call.text("chat_id"), Need.READ)
    if chat.person:
        raise bad("chat member status can't be changed in private chats")
    chat.members[world.bot.id] = Member(world.bot, Status.LEFT)
    world.bell.ring()
    return True


def get_file(world: World, call: Call) -> Json:
    file_id = call.text("file_id")
    if not file_id:
        raise bad("file_id not specified")
    try:
        stored = world.files.find(file_id)
    except ApiError:
        raise bad("invalid file_id") from None
    if len(stored.data) > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    return stored.json() | {"file_path": stored.path}


METHODS = {
    "getchat": get_chat,
    "getchatmember": get_member,
    "getchatmembercount": count_members,
    "getchatmemberscount": count_members,
    "getchatadministrators": get_administrators,
    "leavechat": leave_chat,
    "getfile": get_file,
}
