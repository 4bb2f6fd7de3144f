"""Every refusal of the Bot API that we know, and the one thing it means for us.

Descriptions come from the server's own source, https://github.com/tdlib/telegram-bot-api
(Client.cpp, `fail_query_with_error` and the `check_*` functions), and for the words in capitals
from https://core.telegram.org/method/messages.sendMessage#possible-errors, which that server
passes on as they are. The first pattern that fits, wins.
"""

import re
from enum import Enum, auto


class Meaning(Enum):
    """What to do about a refusal."""

    UNCHANGED = auto()  # an edit that changes nothing: done
    NO_TEXT = auto()  # the message is a picture or a file: edit its caption
    NO_CAPTION = auto()  # the message is a text: edit that
    NO_MEDIA = auto()  # texts only in this chat
    NO_PICTURE = auto()  # not as a picture: send it as a file
    PERMANENT = auto()  # this message never goes
    GONE = auto()  # nothing goes to this chat or thread any more
    REVOKED = auto()  # the token is no longer good
    CONFLICT = auto()  # somebody else receives this bot's updates
    TRANSIENT = auto()  # later perhaps


KNOWN: tuple[tuple[str, Meaning, str], ...] = (
    # Edits
    (r"message is not modified|MESSAGE_NOT_MODIFIED", Meaning.UNCHANGED, "unchanged"),
    (r"there is no text in the message to edit", Meaning.NO_TEXT, "no text there"),
    (r"there is no (caption|media) in the message to edit", Meaning.NO_CAPTION, "no caption there"),
    (r"message to edit not found|MESSAGE_ID_INVALID", Meaning.PERMANENT, "message deleted"),
    (r"message can't be edited|MESSAGE_EDIT_TIME_EXPIRED|MESSAGE_AUTHOR_REQUIRED",
     Meaning.PERMANENT, "not editable"),
    # People
    (r"bot was blocked by the user|USER_IS_BLOCKED", Meaning.GONE, "blocked"),
    (r"user is deactivated|INPUT_USER_DEACTIVATED", Meaning.GONE, "deactivated"),
    (r"bot can't initiate conversation", Meaning.GONE, "not started"),
    (r"bots? can't send messages to (the )?(user|bots)|USER_IS_BOT", Meaning.GONE, "not a person"),
    (r"PRIVACY_PREMIUM_REQUIRED|ALLOW_PAYMENT_REQUIRED", Meaning.GONE, "closed to bots"),
    # Groups and channels
    (r"bot was kicked|bot is not a member|CHANNEL_PRIVATE", Meaning.GONE, "removed"),
    (r"group chat was (deleted|deactivated)", Meaning.GONE, "deleted"),
    (r"group chat was upgraded", Meaning.GONE, "moved"),  # only if it does not say where to
    (r"chat not found|PEER_ID_INVALID|CHAT_ID_INVALID|CHANNEL_INVALID|user not found",
     Meaning.GONE, "not found"),
    (r"message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID", Meaning.GONE, "thread not found"),
    (r"TOPIC_CLOSED", Meaning.GONE, "thread closed"),
    (r"not enough rights to send (?!text|message)|CHAT_SEND_(PHOTOS|DOCS|MEDIA)_FORBIDDEN",
     Meaning.NO_MEDIA, "no pictures or files here"),
    (r"not enough rights|need administrator rights|have no rights to send|CHAT_WRITE_FORBIDDEN"
     r"|CHAT_ADMIN_REQUIRED|CHAT_RESTRICTED|CHAT_SEND_PLAIN_FORBIDDEN|CHAT_GUEST_SEND_FORBIDDEN"
     r"|USER_BANNED_IN_CHANNEL", Meaning.GONE, "muted"),
    # What we wrote
    (r"message is too long|MESSAGE_TOO_LONG|caption is too long|MEDIA_CAPTION_TOO_LONG",
     Meaning.PERMANENT, "too long"),
    (r"text is empty|text must be non-empty|MESSAGE_EMPTY|file must be non-empty",
     Meaning.PERMANENT, "empty"),
    (r"BUTTON_DATA_INVALID|BUTTON_URL_INVALID|inline keyboard button|inline keyboard expected"
     r"|reply markup is too long|BUTTON_\w+", Meaning.PERMANENT, "buttons refused"),
    (r"can't parse", Meaning.PERMANENT, "not understood"),
    (r"message to be replied not found", Meaning.PERMANENT, "no message to reply to"),
    (r"query is too old|QUERY_ID_INVALID", Meaning.PERMANENT, "press too old"),
    (r"BOT_COMMAND_\w+|BOT_COMMANDS_TOO_MUCH", Meaning.PERMANENT, "menu refused"),
    (r"PHOTO_INVALID_DIMENSIONS|IMAGE_PROCESS_FAILED|PHOTO_SAVE_FILE_INVALID|PHOTO_EXT_INVALID"
     r"|too big for a photo", Meaning.NO_PICTURE, "picture refused"),
    (r"file is too big|file not found|Request Entity Too Large|wrong file identifier",
     Meaning.PERMANENT, "file refused"),
    # Ourselves
    (r"^Unauthorized|^Not Found$|^Logged out", Meaning.REVOKED, "token refused"),
    (r"^Conflict", Meaning.CONFLICT, "conflict"),
)  # fmt: skip

_PATTERNS = [(re.compile(words, re.IGNORECASE), what, why) for words, what, why in KNOWN]


def meaning_of(code: int, description: str) -> tuple[Meaning, str]:
    """What a refusal means, and its reason in a few words of ours."""
    if code < 500:
        for pattern, meaning, why in _PATTERNS:
            if pattern.search(description):
                return meaning, why
    match code:
        case 401:
            return Meaning.REVOKED, "token refused"
        case 403:
            return Meaning.GONE, "forbidden"
        case 400 | 413:
            return Meaning.PERMANENT, "refused"
        case _:
            return Meaning.TRANSIENT, f"answered {code}"


def is_known(description: str) -> bool:
    return any(pattern.search(description) for pattern, _, _ in _PATTERNS)
