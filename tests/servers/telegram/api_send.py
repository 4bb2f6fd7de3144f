"""What the bot sends: texts, photos, documents, albums, copies, forwards."""

import secrets
from typing import Any

from tests.servers.telegram.access import Need, may_write, message_in, reach, reply_of, thread_of
from tests.servers.telegram.calls import Call
from tests.servers.telegram.errors import CAPTION_LONG, TEXT_LONG, WRONG_FILE, bad
from tests.servers.telegram.files import StoredFile, photo_size
from tests.servers.telegram.forwards import origin_json
from tests.servers.telegram.validate import (
    caption_of,
    check_keyboard,
    check_length,
    keyboard,
    text_of,
)
from tests.servers.telegram.wire import message_json
from tests.servers.telegram.world import Json, Kind, Message, World

ALBUM_LIMIT = 10
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def send_message(world: World, call: Call) -> Json:
    return message_json(send(world, call, text_of(call)))


def send(world: World, call: Call, body: Json) -> Message:
    """Checks in the real order (markup, chat, reply, topic, lengths, rights), then posts."""
    markup = keyboard(call)
    chat = reach(world, call.text("chat_id"), Need.WRITE)
    reply = reply_of(chat, call)
    thread = thread_of(world, chat, call)
    check_keyboard(markup, inline_only=chat.kind is Kind.CHANNEL)
    check_length(body, TEXT_LONG, CAPTION_LONG)
    may_write(world, chat)
    if call.flag("protect_content"):
        body["has_protected_content"] = True
    return world.post(chat, world.bot, body, markup=markup, reply_to=reply, thread=thread)


def send_photo(world: World, call: Call) -> Json:
    caption = caption_of(call)
    return message_json(
        send(world, call, photo_body(world, call, call.params.get("photo"), caption))
    )


def send_document(world: World, call: Call) -> Json:
    caption = caption_of(call)
    document = call.params.get("document")
    return message_json(send(world, call, document_body(world, call, document, caption)))


def photo_body(world: World, call: Call, ref: Any, caption: Json) -> Json:
    stored = _file(world, call, "photo", "photos", ref)
    width, height = photo_size(stored.data)
    return {"photo": [stored.json() | {"width": width, "height": height}]} | caption


def document_body(world: World, call: Call, ref: Any, caption: Json) -> Json:
    stored = _file(world, call, "document", "documents", ref)
    return {
        "document": stored.json() | {"file_name": stored.name, "mime_type": stored.mime}
    } | caption


def _file(world: World, call: Call, field: str, folder: str, ref: Any) -> StoredFile:
    """A file by id, by `attach://name`, or uploaded in the field itself."""
    if isinstance(ref, str) and ref and not ref.startswith("attach://"):
        return world.files.find(ref)
    upload = call.files.get(
        ref.removeprefix("attach://") if isinstance(ref, str) and ref else field
    )
    if upload is None:
        raise bad(f"there is no {field} in the request" if not ref else WRONG_FILE)
    if not upload.data:
        raise bad("file must be non-empty")
    return world.files.keep(folder, upload.data, upload.name, upload.mime)


def send_media_group(world: World, call: Call) -> list[Json]:
    items = call.json("media", "media")
    if not isinstance(items, list) or not 2 <= len(items) <= ALBUM_LIMIT:
        raise bad("expected an Array of InputMedia" if not isinstance(items, list) else _ALBUM)
    bodies = [media_body(world, call, item) for item in items]
    album = str(secrets.randbits(62))
    return [message_json(send(world, call, body | {"media_group_id": album})) for body in bodies]


_ALBUM = "there must be from 2 to 10 media in the album"  # see QUIRKS.md


def media_body(world: World, call: Call, item: Any) -> Json:
    """InputMediaPhoto or InputMediaDocument as what a message shows."""
    if not isinstance(item, dict):
        raise bad("can't parse InputMedia: expected an Object")
    caption = caption_of(item)
    match item.get("type"):
        case "photo":
            return photo_body(world, call, item.get("media"), caption)
        case "document":
            return document_body(world, call, item.get("media"), caption)
        case kind:
            raise bad(f"can't parse InputMedia: type {kind} is unsupported")  # see QUIRKS.md


def copy_message(world: World, call: Call) -> Json:
    source = message_in(world, call, Need.READ, "message to copy", "from_chat_id")
    if source.service:
        raise bad("message can't be copied")
    body = dict(source.body)
    if "caption" in call.params:
        body = {k: v for k, v in body.items() if not k.startswith("caption")} | caption_of(call)
    return {"message_id": send(world, call, body).id}


def forward_message(world: World, call: Call) -> Json:
    source = message_in(world, call, Need.READ, "message to forward", "from_chat_id")
    if source.service or "has_protected_content" in source.body:
        raise bad("the message can't be forwarded")
    return message_json(send(world, call, source.body | origin_json(source)))


def send_chat_action(world: World, call: Call) -> bool:
    action = call.text("action").lower()
    if action not in ACTIONS:
        raise bad("wrong parameter action in request")
    chat = reach(world, call.text("chat_id"), Need.WRITE)
    may_write(world, chat)
    world.actions.append((chat.id, action))
    return True


METHODS = {
    "sendmessage": send_message,
    "sendphoto": send_photo,
    "senddocument": send_document,
    "sendmediagroup": send_media_group,
    "copymessage": copy_message,
    "forwardmessage": forward_message,
    "sendchataction": send_chat_action,
}
