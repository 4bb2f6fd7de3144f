"""Where a forwarded message came from (MessageOrigin of the Bot API)."""

from tests.servers.telegram.wire import chat_json, user_json
from tests.servers.telegram.world import Json, Kind, Message


def origin_json(source: Message) -> Json:
    if "forward_origin" in source.body:
        return {}
    if source.chat.kind is Kind.CHANNEL:
        chat = chat_json(source.chat)
        origin = {"type": "channel", "date": source.at, "chat": chat, "message_id": source.id}
    else:
        origin = {"type": "user", "date": source.at, "sender_user": user_json(source.author)}
    return {"forward_origin": origin}
