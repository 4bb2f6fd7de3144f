"""What people type under an alert: that they have read it, that they can help, a question."""

import re
from enum import StrEnum

from bot.core.plain import NO, YES, fold
from bot.core.signs import same


class Answer(StrEnum):
    RECEIVED = "received"
    HELP = "help"
    QUESTION = "question"


_RECEIVED = frozenset(
    " ".join(
        [*map(fold, YES), *map(fold, NO),
         "bien recu note c'est vu lu entendu compris merci beaucoup a tous pris en compte et",
         "received got it noted understood thanks thank you roger ack all good"]
    ).replace(",", " ").split()
)  # fmt: skip
"""Of such words alone an acknowledgement is made, in any order."""

_SIGNS = frozenset("👍✅👌🙏🆗✔☑🫡")
"""Emoji that say the same, once or several times."""

_HELP = re.compile(
    r"\b(?:(?:je|j'|nous|on) (?:ne |n')?"
    r"(?:peux|peut|pouvons|viens|suis (?:pas )?dispo\w*|arrive|suis volontaire)"
    r"|j'arrive|dispo\w*|volontaire|je me propose"
    r"|i (?:can|could|can't|cannot) (?:help|come)|i'm (?:available|coming|free)"
    r"|available|on my way)\b"
)
_NOT = re.compile(r"\b(?:ne|n'|pas|plus|not|can't|cannot)\b")


def understood(said: str) -> Answer | None:
    """None: words that could mean anything are kept for a person to read."""
    words = fold(said).strip(" .!,")
    if said.strip().endswith("?"):
        return Answer.QUESTION
    bare = re.sub(r"[.,;!]", " ", words).split()
    signs = set(same("".join(said.split())))
    if (bare and all(word in _RECEIVED for word in bare)) or (signs and signs <= _SIGNS):
        return Answer.RECEIVED
    if same(said).strip(" \u200d♀♂") == "🙋":
        return Answer.HELP
    if _HELP.search(words):  # whoever says that they cannot come has read it
        return Answer.RECEIVED if _NOT.search(words) else Answer.HELP
    return None
