"""A Bot API server for tests: as strict as Telegram, and as unkind as asked.

What it imitates, and where that is known from, stands in QUIRKS.md.
"""

from tests.servers.telegram.faults import Action, Rule
from tests.servers.telegram.groups import Group
from tests.servers.telegram.history import History, read_history
from tests.servers.telegram.server import TOKEN, TelegramServer
from tests.servers.telegram.users import User
from tests.servers.telegram.world import Kind, Message, Press

__all__ = [
    "TOKEN",
    "Action",
    "Group",
    "History",
    "Kind",
    "Message",
    "Press",
    "Rule",
    "TelegramServer",
    "User",
    "read_history",
]
