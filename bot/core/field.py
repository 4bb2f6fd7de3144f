"""What people signal from the field."""

from enum import StrEnum


class Kind(StrEnum):
    """UNUSUAL: cases as a number, never a word about anybody."""

    SHORTAGE = "shortage"
    SATURATED = "saturated"
    UNUSUAL = "unusual"
    AGGRESSION = "aggression"
    OTHER = "other"
