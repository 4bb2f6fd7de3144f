"""What the Bot API answers when it refuses: every text that this server imitates, in one place.

Where each text comes from is said in QUIRKS.md.
"""

from typing import Any


class ApiError(Exception):
    """A refusal: HTTP status and `error_code`, `description` and `parameters` of the answer."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(description: str, **parameters: Any) -> ApiError:
    return ApiError(400, f"Bad Request: {description}", **parameters)


def forbidden(description: str) -> ApiError:
    return ApiError(403, f"Forbidden: {description}")


def too_many(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def sentence(text: str) -> ApiError:
    """A 400 as the real server words it: its first letter in lower case."""
    return bad(text[:1].lower() + text[1:])


UNAUTHORIZED = "Unauthorized"
METHOD_NOT_FOUND = "Not Found: method not found"
CONFLICT_POLL = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
CONFLICT_SET = "Conflict: terminated by setWebhook request"
CONFLICT_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
TEXT_EMPTY = "message text is empty"
TEXT_BLANK = "text must be non-empty"
TEXT_LONG = "message is too long"
EDITED_TEXT_LONG = "MESSAGE_TOO_LONG"
CAPTION_LONG = "message caption is too long"
EDITED_CAPTION_LONG = "MEDIA_CAPTION_TOO_LONG"
BUTTON_DATA = "BUTTON_DATA_INVALID"
BUTTON_URL = "BUTTON_URL_INVALID"
MARKUP_LONG = "reply markup is too long"
INLINE_EXPECTED = "inline keyboard expected"
CHAT_NOT_FOUND = "chat not found"
BLOCKED = "bot was blocked by the user"
DEACTIVATED = "user is deactivated"
NEVER_STARTED = "bot can't initiate conversation with a user"
UPGRADED = "group chat was upgraded to a supergroup chat"
GROUP_DELETED = "the group chat was deleted"
MAY_NOT_WRITE = "not enough rights to send text messages to the chat"
NEEDS_ADMIN = "need administrator rights in the channel chat"
THREAD_NOT_FOUND = "message thread not found"
TOPIC_CLOSED = "TOPIC_CLOSED"
REPLY_NOT_FOUND = "message to be replied not found"
CANNOT_EDIT = "message can't be edited"
CANNOT_DELETE = "message can't be deleted"
NO_TEXT = "there is no text in the message to edit"
NO_CAPTION = "there is no caption in the message to edit"
WRONG_FILE = "wrong file identifier/HTTP URL specified"
UNFETCHED = "failed to get HTTP URL content"
