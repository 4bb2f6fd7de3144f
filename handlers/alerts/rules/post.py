"""What somebody else has written, as an alert: its first words are the title."""

import re
from dataclasses import replace

from bot.core.files import File
from bot.core.plain import clean_lines
from handlers.alerts.rules.draft import LINES, MOST, Draft

_END = re.compile(r"(?<=[.!?…])\s+")


def quoted(draft: Draft, said: str, source: str, file: File | None) -> Draft:
    """What was forwarded fills what the line did not say: nothing typed is lost for it."""
    title, words = apart(said)
    if draft.title and not draft.words:
        words = kept(said)
    is_cut = not draft.words and words.endswith("…") and not clean_lines(said).endswith("…")
    return replace(
        draft,
        title=draft.title or title,
        words=draft.words or words,
        cut=len(clean_lines(said)) if is_cut else 0,
        source=draft.source or source[: MOST["source"]],
        file=file or draft.file,
    )


def apart(said: str) -> tuple[str, str]:
    """(title, the rest): the first line or sentence, if it is short enough for a title."""
    text = clean_lines(said)
    first, _, rest = text.partition("\n")
    if len(first) > MOST["title"]:
        sentence = _END.split(first, maxsplit=1)[0]
        if len(sentence) > MOST["title"]:
            return "", kept(text)
        first, rest = sentence, text[len(sentence) :]
    return _titled(first), kept(rest)


def _titled(first: str) -> str:
    """A title ends without a full stop, and may have been a heading."""
    found = first.strip(" #*")
    return found[:-1] if found.endswith(".") and not found.endswith("..") else found


LONGEST = 2000
"""Characters of a post that are kept: an alert takes fewer."""


def whole(said: str) -> str:
    return clean_lines(said)[:LONGEST]


def kept(said: str) -> str:
    """As many of its lines and characters as fit; «…» says that there was more."""
    lines = [line for line in clean_lines(said).splitlines() if line]
    words = "\n".join(lines[:LINES])
    if len(lines) > LINES or len(words) > MOST["words"]:
        words = words[: MOST["words"] - 1].rstrip() + "…"
    return words
