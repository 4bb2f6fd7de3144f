"""The ways a call can fail, told apart as the library does not, and what the engine is told.

No text of these errors holds an address: the token is a part of every address.
"""

import logging
import re
from datetime import timedelta

from telegram.error import NetworkError, TelegramError

from bot.adapters.telegram.refusals import Meaning, is_known, meaning_of
from bot.core import ChatRef
from bot.core.errors import SendFailed

log = logging.getLogger(__name__)

NAME = "telegram"
NO_LINE_WAIT = timedelta(seconds=1)
CONFLICT_WAIT = timedelta(seconds=5)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|\S*://\S*")


class NotSent(NetworkError):
    """Nothing has come to Telegram: there was no connection, or another server at its end."""


class Unanswered(NetworkError):
    """The request left and no whole answer came back: it may have been obeyed."""


class Refused(TelegramError):
    """The server answered that it will not. `wait` in seconds; `moved` is the chat's new id."""

    def __init__(self, code: int, description: str, *, wait: int = 0, moved: int = 0) -> None:
        super().__init__(f"refused with {code}")
        self.code, self.description, self.wait, self.moved = code, description, wait, moved

    @property
    def meaning(self) -> Meaning:
        return meaning_of(self.code, self.description)[0]

    @property
    def why(self) -> str:
        return meaning_of(self.code, self.description)[1]

    @property
    def told(self) -> str:
        """The description without what it quotes, which may be somebody's words or an address."""
        return _QUOTED.sub("…", self.description)[:120]


def failure(error: TelegramError) -> SendFailed:
    """What the engine is told of a call that failed. Its text is a reason of few words."""
    if isinstance(error, Refused):
        return _refusal(error)
    if isinstance(error, NotSent):
        return SendFailed(str(error), wait=NO_LINE_WAIT, everyone=True)
    return SendFailed("no answer", unknown=True)


def _refusal(no: Refused) -> SendFailed:
    if no.moved:
        return SendFailed("moved", moved=ChatRef(NAME, str(no.moved)))
    if no.code == 429:
        return SendFailed("too many requests", wait=timedelta(seconds=max(1, no.wait)))
    if no.code >= 500:
        return SendFailed(no.why, unknown=True)
    match no.meaning:
        case Meaning.GONE:
            _unheard_of(no)
            return SendFailed(no.why, permanent=True, gone=True)
        case Meaning.REVOKED:
            return SendFailed(no.why, wait=NO_LINE_WAIT, everyone=True)
        case Meaning.CONFLICT:
            return SendFailed(no.why, wait=CONFLICT_WAIT)
        case Meaning.TRANSIENT:
            _unheard_of(no)
            return SendFailed(no.why)
        case _:
            _unheard_of(no)
            return SendFailed(no.why, permanent=True)


def _unheard_of(no: Refused) -> None:
    """So that the table can grow."""
    if not is_known(no.description):
        log.warning("unknown refusal", extra={"status": no.code, "reason": no.told})
