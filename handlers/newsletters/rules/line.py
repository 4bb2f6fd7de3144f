"""«/newsletter Rentrée | Bonjour à tous … | membres : infirmiers»: one line, in any order."""

from dataclasses import dataclass

from bot.core.audience import is_audience


@dataclass(frozen=True)
class Line:
    title: str = ""
    text: str = ""
    whom: str = ""


def read(line: str) -> Line:
    """The first part is the title, what says whom it is for stands anywhere, the rest is text.
    Only «|» parts: a text has lines and semicolons of its own."""
    parts = [part.strip() for part in line.split("|")]
    said = [part for part in parts if part and not is_audience(part)]
    whom = "; ".join(part for part in parts if part and is_audience(part))
    return Line(said[0] if said else "", "\n\n".join(said[1:]), whom)


def is_writing(line: str) -> bool:
    """Is this a newsletter, or words to look for?"""
    return "|" in line
