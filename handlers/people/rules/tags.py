"""Skills and needs: some of a known list, and a few words of one's own, kept in one line."""

from collections.abc import Sequence

from bot.core import Span, Text
from bot.core.messages import Arg

SKILLS = ("vaccination", "screening", "first-aid", "psychology", "telephone", "logistics")
NEEDS = ("admin", "training", "hospital", "peers", "material", "health")


def joined(known: Sequence[str], own: str) -> str:
    """«vaccination,screening,langue des signes»."""
    words = [part.strip() for part in own.replace("\n", ",").split(",")]
    return ",".join([*known, *(word for word in words if word)])


def known(line: str, listed: Sequence[str]) -> tuple[str, ...]:
    return tuple(tag for tag in line.split(",") if tag in listed)


def own(line: str, listed: Sequence[str]) -> str:
    return ", ".join(tag for tag in line.split(",") if tag and tag not in listed)


def named(line: str, listed: Sequence[str], prefix: str) -> tuple[Arg, ...]:
    """Each by its name in the reader's language, or as it was written."""
    tags = [tag for tag in line.split(",") if tag]
    return tuple(Text(f"{prefix}-{tag}") if tag in listed else Span(tag) for tag in tags)
