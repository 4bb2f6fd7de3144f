"""Meetings: their kinds, and what people answer to one."""

from enum import StrEnum


class Kind(StrEnum):
    MEETING = "meeting"
    TRAINING = "training"
    EXERCISE = "exercise"


class Answer(StrEnum):
    """INVITED: nothing said yet. WAITING: would come on site, once a place is free."""

    INVITED = "invited"
    ONSITE = "onsite"
    REMOTE = "remote"
    WAITING = "waiting"
    MAYBE = "maybe"
    ABSENT = "absent"


COMES = (Answer.ONSITE, Answer.REMOTE)
"""Who is expected."""
