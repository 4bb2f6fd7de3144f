"""A newsletter's text: put together from its pieces, cut into lines, measured, searched.

What people typed is plain text; a line that begins with «# » is a heading, and that is all.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.plain import fold

LONGEST = 10_000
"""Characters of a whole issue: three messages where one holds 4,096."""
PIECE = 4_000
"""Of one article: what one message brings. A longer one was cut by the app that sent it."""
SHORTEST = 30
"""Less is no article but a word in passing."""

_HEADING = re.compile(r"#+\s*(.+)")


@dataclass(frozen=True)
class Piece:
    heading: str
    text: str


@dataclass(frozen=True)
class Block:
    """Lines that look the same. `after`: an empty line stands before it."""

    words: str
    bold: bool
    after: bool


def assembled(intro: str, pieces: Iterable[Piece]) -> str:
    """The body as it is kept: headings begin with «# »."""
    parts = [intro.strip()]
    for piece in pieces:
        heading = f"# {piece.heading.strip()}\n" if piece.heading.strip() else ""
        parts.append(f"{heading}{piece.text.strip()}")
    return "\n\n".join(part for part in parts if part.strip())


def blocks(body: str) -> list[Block]:
    """The body as it is shown: headings bold, an empty line between paragraphs kept."""
    found: list[Block] = []
    plain: list[str] = []
    gap = False

    def close() -> None:
        nonlocal gap
        if plain:
            found.append(Block("\n".join(plain), False, gap))
            plain.clear()
            gap = False

    for line in body.split("\n"):
        heading = _HEADING.fullmatch(line.strip())
        if heading or not line.strip():
            close()
        if heading:
            found.append(Block(heading[1], True, gap))
            gap = False
        elif line.strip():
            plain.append(line)
        else:
            gap = bool(found)
    close()
    return found


def headline(number: int | None, title: str) -> str:
    return f"nº {number} · {title}" if number else title


def units(text: str) -> int:
    """Length as platforms count it, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def messages(text: str, longest: int, *, enclosed: bool = False, caption: int = 0) -> int:
    """How many messages a text is where one holds `longest`; cut at line ends where that can be.
    `enclosed`: beside a file, which carries at most `caption` of it."""
    if enclosed and units(text) <= caption:
        return 1
    count, size = 1, 0
    for line in text.split("\n"):
        need = units(line) + 1
        if size and size + need > longest + 1:
            count, size = count + 1, 0
        while need > longest + 1:
            count, need = count + 1, need - longest
        size += need
    return count + (1 if enclosed else 0)


def searchable(*words: str) -> str:
    return fold(" ".join(words))


def wanted(said: str) -> Sequence[str]:
    """What is looked for: every word must be there."""
    return [word for word in fold(said[:100]).split() if len(word) > 1 or word.isdigit()]


def excerpt(text: str, most: int) -> str:
    """The beginning, cut at a word."""
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(None, 1)[0]
    return f"{cut} […]"
