"""How long the words of a call may be: what is longer is asked again, never cut."""

from dataclasses import replace

from handlers.staffing.rules.draft import Draft
from handlers.staffing.rules.understood import Line, Problem

MOST = {"title": 80, "place": 120, "contact": 80, "pay": 80}
"""Characters."""


def not_too_long(line: Line) -> Line:
    for part, most in MOST.items():
        length = len(getattr(line.draft, part))
        if length > most:
            line = replace(line, draft=with_words(line.draft, part, ""))
            line = line.wrong(Problem(part, str(length), "too-long"))
    return line


def with_words(draft: Draft, part: str, words: str) -> Draft:
    """One of the parts that are words, said anew."""
    match part:
        case "title":
            return replace(draft, title=words)
        case "place":
            return replace(draft, place=words)
        case "contact":
            return replace(draft, contact=words)
        case _:
            return replace(draft, pay=words)
