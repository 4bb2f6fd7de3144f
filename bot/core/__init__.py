"""The vocabulary every part of the bot speaks. Imports nothing of ours, does no I/O."""

from bot.core.events import Event, Pressed, Said
from bot.core.messages import (
    Args,
    Asks,
    Attachment,
    Button,
    Call,
    Lane,
    Message,
    Span,
    Text,
    Wording,
    message,
    text,
)
from bot.core.people import ChatRef, Identity, Lang, Right, Role, may

__all__ = [
    "Args", "Asks", "Attachment", "Button", "Call", "ChatRef", "Event", "Identity", "Lane", "Lang",
    "Message", "Pressed", "Right", "Role", "Said", "Span", "Text", "Wording", "may", "message",
    "text",
]  # fmt: skip
