"""Initials that tell people apart: «AD», and «A. Dup», «A. Dal» where two would be the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.engine.paper.letters import readable


def initials(names: Mapping[int, str]) -> dict[int, str]:
    """By the same ids. Nobody shares a label, whatever the names are."""
    words = {one: readable(name).replace("-", " ").split() for one, name in names.items()}
    labels = {one: "".join(word[0] for word in w)[:3].upper() or "?" for one, w in words.items()}
    for length in (3, 6, 12):
        for same in _shared(labels):
            labels |= {one: _longer(words[one], length) for one in same}
    for same in _shared(labels):
        labels |= {one: f"{labels[one]} {n}" for n, one in enumerate(sorted(same), start=1)}
    return labels


def _shared(labels: Mapping[int, str]) -> Iterable[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for one, label in labels.items():
        groups[label].append(one)
    return [same for same in groups.values() if len(same) > 1]


def _longer(words: list[str], length: int) -> str:
    if len(words) < 2:
        return words[0][: length + 2] if words else "?"
    return f"{words[0][0].upper()}. {words[-1][:length]}"
