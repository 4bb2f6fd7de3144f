"""What the bot changes afterwards: edits, deletions, pins, answers to presses."""

from collections.abc import Callable

from tests.servers.telegram.access import Need, message_in
from tests.servers.telegram.api_send import media_body
from tests.servers.telegram.calls import Call
from tests.servers.telegram.entities import units
from tests.servers.telegram.errors import (
    CANNOT_DELETE,
    CANNOT_EDIT,
    EDITED_CAPTION_LONG,
    EDITED_TEXT_LONG,
    NO_CAPTION,
    NO_TEXT,
    NOT_MODIFIED,
    QUERY_TOO_OLD,
    ApiError,
    bad,
)
from tests.servers.telegram.validate import (
    caption_of,
    check_keyboard,
    check_length,
    keyboard,
    text_of,
)
from tests.servers.telegram.wire import message_json
from tests.servers.telegram.world import Json, Kind, Message, World

TOAST_LIMIT = 200
DELETABLE = 48 * 3600  # seconds


def edit_text(world: World, call: Call) -> Json:
    body = text_of(call)
    return _edit(world, call, lambda message: _replaced(message, body, "text", NO_TEXT))


def edit_caption(world: World, call: Call) -> Json:
    caption = caption_of(call)

    def captioned(message: Message) -> Json:
        if "text" in message.body:
            raise bad(NO_CAPTION)
        rest = {k: v for k, v in message.body.items() if not k.startswith("caption")}
        return rest | caption

    return _edit(world, call, captioned)


def edit_media(world: World, call: Call) -> Json:
    media = call.json("media", "input media")
    body = media_body(world, call, media)
    return _edit(world, call, lambda message: body)


def edit_markup(world: World, call: Call) -> Json:
    return _edit(world, call, lambda message: message.body)


def _replaced(message: Message, body: Json, field: str, missing: str) -> Json:
    if field not in message.body:
        raise bad(missing)
    return body


def _edit(world: World, call: Call, change: Callable[[Message], Json]) -> Json:
    """The message with its new body and keyboard: an edit without a keyboard takes it away."""
    markup = keyboard(call)
    message = message_in(world, call, Need.EDIT, "message to edit")
    if message.author is not world.bot or message.service:
        raise bad(CANNOT_EDIT)
    body = change(message)
    check_keyboard(markup, inline_only=True)
    check_length(body, EDITED_TEXT_LONG, EDITED_CAPTION_LONG)
    if body == message.body and (markup or {}).get("inline_keyboard", []) == message.buttons:
        raise bad(NOT_MODIFIED)
    world.edit(message, body, markup)
    return message_json(message)


def delete_message(world: World, call: Call) -> bool:
    message = message_in(world, call, Need.EDIT, "message to delete")
    _delete(world, message)
    return True


def delete_messages(world: World, call: Call) -> bool:
    for number in call.json("message_ids", "message identifiers") or []:
        one = Call(call.method, call.params | {"message_id": number})
        try:
            message = message_in(world, one, Need.EDIT, "message to delete")
        except ApiError:  # "If some of the messages can't be found, they are skipped"
            continue
        _delete(world, message)
    return True


def _delete(world: World, message: Message) -> None:
    chat, mine = message.chat, message.author is world.bot
    old = world.now() - message.at > DELETABLE
    allowed = not old if chat.kind is Kind.PRIVATE else (mine and not old)
    if not (allowed or chat.may(world.bot, "can_delete_messages")):
        raise bad(CANNOT_DELETE)
    message.deleted = True
    world.touch(message)


def pin(world: World, call: Call) -> bool:
    message = message_in(world, call, Need.WRITE, "message to pin")
    chat = message.chat
    right = "can_edit_messages" if chat.kind is Kind.CHANNEL else "can_pin_messages"
    if chat.kind is not Kind.PRIVATE and not chat.may(world.bot, right):
        raise bad("not enough rights to manage pinned messages in the chat")
    chat.pinned = message.id
    world.touch(message)
    return True


def unpin(world: World, call: Call) -> bool:
    number = call.whole("message_id")
    message = message_in(world, call, Need.WRITE, "message to unpin") if number else None
    if message and message.chat.pinned == message.id:
        message.chat.pinned = None
    return True


def answer_press(world: World, call: Call) -> bool:
    press = world.presses.get(call.text("callback_query_id"))
    if press is None or press.answer or world.now() - press.at > world.press_lifetime:
        raise bad(QUERY_TOO_OLD)
    text = call.text("text")
    if units(text) > TOAST_LIMIT:
        raise bad(EDITED_TEXT_LONG)
    press.answer = {"text": text, "show_alert": call.flag("show_alert")}
    world.bell.ring()
    return True


METHODS = {
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagemedia": edit_media,
    "editmessagereplymarkup": edit_markup,
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
    "pinchatmessage": pin,
    "unpinchatmessage": unpin,
    "answercallbackquery": answer_press,
}
