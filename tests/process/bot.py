"""The bot on Telegram, as a process."""

import re
from dataclasses import dataclass, field

from tests.process.books import Books
from tests.process.running import LONG, Running
from tests.servers.telegram import TOKEN, TelegramServer

HOOK_SECRET = "3f1b0c5e8d7a49e2b6c4"


@dataclass
class Bot(Running):
    """`hook` is the path at which Telegram calls it; "" for long polling."""

    server: TelegramServer = field(kw_only=True)
    api_url: str = ""
    hook: str = ""

    def __post_init__(self) -> None:
        self.secrets |= {TOKEN, HOOK_SECRET}

    def platform(self) -> str:
        return f"""
            [telegram]
            token = "{TOKEN}"
            api_url = "{self.api_url or self.server.url}"
            {self._hooked()}
        """

    @property
    def hook_url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.hook}"

    def _hooked(self) -> str:
        told = f'webhook_url = "{self.hook_url}"\nwebhook_secret = "{HOOK_SECRET}"'
        return told if self.hook else ""

    def unheard(self, books: Books) -> int:
        return len(self.server.world.updates.waiting)

    def canaries(self) -> set[str]:
        return _typed(self.server) | _said(self.server)


def _typed(server: TelegramServer) -> set[str]:
    """What people wrote, and names in it: words with a capital, long enough to be one's own."""
    found = set()
    for entry in server.history.updates.values():
        for kind in ("message", "channel_post"):
            text = str(entry.update.get(kind, {}).get("text", ""))
            said = text.partition(" ")[2] if text.startswith("/") else text
            found |= set(re.findall(r"\b[A-ZÀ-Ý][\w-]{6,}", said))
            found |= {said} if len(said) >= LONG else set()
    return found


def _said(server: TelegramServer) -> set[str]:
    texts = (call.params.get("text", "") for call in server.history.of("sendMessage"))
    return {line for text in texts for line in str(text).splitlines() if len(line) >= LONG}
