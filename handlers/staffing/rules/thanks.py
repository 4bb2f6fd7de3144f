"""Who answered a survey and is not in its plan."""

from collections.abc import Collection, Iterable


def left_out(
    offered: Iterable[int], chosen: Collection[int], thanked: Collection[int]
) -> tuple[int, ...]:
    """Those who said that they could, hold no seat and were not told yet: each once, in the order
    of their answers."""
    return tuple(dict.fromkeys(m for m in offered if m not in chosen and m not in thanked))
