"""Does a text speak of one patient? Weighed by pairs of signs that stand close together.

Who (a civility with a name, «patiente Mme …», a birth date, a record number) and what (an illness,
a treatment, an age) are each harmless alone or nearly; one of each in the same breath is a patient.
Plurals, professionals at work and subjects of meetings do not count.
"""

import re
from dataclasses import dataclass
from typing import assert_never

from bot.core.guard import words
from bot.core.guard.mentions import Mention, Who, mentions
from bot.core.guard.verdict import PASS, Outcome, Reason, Verdict

NEAR = 90
"""Characters either side of a mention in which another sign belongs to it."""

_BREAK = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[!?;\n]|(?<!\bM)(?<!\bM[rs])(?<!\bDr)\.\s+(?=[A-ZÀ-Ý])")
_WORD = re.compile(r"[a-zà-öø-ÿœ]+(?:-[a-zà-öø-ÿœ]+)*")
_STATE = re.compile(
    r"atteinte?\s+d|positi(?:f|ve)\s+(?:au|à la|a la|covid)|allergique\s+(?:à|a|au)\b"
    r"|sous\s+(?:o2|oxyg|insul|morph|anticoag|antibio)|suivie?\s+pour\b|fin de vie"
    r"|soins palliatifs|[0-9]\s?(?:mg|µg|μg|ui|ml)\b"
)
_STATE_HINTS = (
    "atteint",
    "positi",
    "allergi",
    "sous ",
    "suivi",
    "de vie",
    "palliat",
    "mg",
    " ui",
    "0ui",
    "ml",
)
_WEAK = frozenset({Who.PERSON, Who.A_PATIENT, Who.AGED})

BLOCK = Verdict(Outcome.BLOCK, Reason.PATIENT_DATA)
WARN = Verdict(Outcome.WARN, Reason.PATIENT_WORDS)


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a mention."""

    others: frozenset[Who]
    state: bool
    topic: bool
    agenda: bool
    at_work: bool


def verdict(text: str) -> Verdict:
    """`text` comes from `plain`."""
    lower = text.lower()
    found = mentions(text, lower)
    kinds = {mention.who for mention in found}
    if not kinds or (len(kinds) == 1 and kinds < _WEAK and not _speaks_of_health(lower)):
        return PASS
    worst = PASS
    for index, mention in enumerate(found):
        weighed = _weigh(mention.who, _around(lower, text, mention, _neighbours(found, index)))
        if weighed.outcome is Outcome.BLOCK:
            return weighed
        worst = weighed if weighed.outcome is Outcome.WARN else worst
    return worst


def _speaks_of_health(lower: str) -> bool:
    return not words.HEALTH.isdisjoint(_WORD.findall(lower)) or bool(
        any(hint in lower for hint in _STATE_HINTS) and _STATE.search(lower)
    )


def _neighbours(found: list[Mention], index: int) -> list[Mention]:
    return found[max(0, index - 6) : index] + found[index + 1 : index + 7]


def _around(lower: str, text: str, mention: Mention, neighbours: list[Mention]) -> Around:
    start, end = _window(text, mention)
    near = _words(lower, start, end)
    sentence = _words(lower, *_sentence(text, mention, start, end))
    beside = _words(lower, *_beside(lower, mention, start, end))
    return Around(
        frozenset(m.who for m in neighbours if start <= m.start and m.end <= end),
        state=not near.isdisjoint(words.STATES) or bool(_STATE.search(lower, start, end)),
        topic=not sentence.isdisjoint(words.TOPICS),
        agenda=not sentence.isdisjoint(words.AGENDA),
        at_work=not beside.isdisjoint(words.ROLES),
    )


def _words(lower: str, start: int, end: int) -> frozenset[str]:
    return frozenset(_WORD.findall(lower, start, end))


def _window(text: str, mention: Mention) -> tuple[int, int]:
    """At most NEAR characters either side, within the paragraph."""
    start, end = max(0, mention.start - NEAR), min(len(text), mention.end + NEAR)
    for gap in _BREAK.finditer(text, start, mention.start):
        start = gap.end()
    after = _BREAK.search(text, mention.end, end)
    return start, after.start() if after else end


def _sentence(text: str, mention: Mention, start: int, end: int) -> tuple[int, int]:
    for stop in _SENTENCE_END.finditer(text, start, mention.start):
        start = stop.end()
    after = _SENTENCE_END.search(text, mention.end, end)
    return start, after.start() if after else end


def _beside(lower: str, mention: Mention, start: int, end: int) -> tuple[int, int]:
    """Where a role is the person's own; «une IDE pour Mme …» speaks of another's."""
    of_another = lower.endswith(("pour ", "chez ", "for "), start, mention.start)
    return mention.start if of_another else max(start, mention.start - 22), min(
        end, mention.end + 28
    )


def _weigh(who: Who, around: Around) -> Verdict:
    match who:
        case Who.PATIENT_WITH_CIVILITY:
            return BLOCK
        case Who.BORN_WITH_NAME:
            return WARN if around.at_work else BLOCK
        case Who.BORN | Who.RECORD:
            return _strong(around, frozenset())
        case Who.NAMED_PATIENT | Who.CARED_FOR:
            return _strong(around, frozenset({Who.PERSON, Who.A_PATIENT, Who.CARED_FOR}))
        case Who.PERSON:
            return _person(around)
        case Who.A_PATIENT:
            return _a_patient(around)
        case Who.AGED:
            return WARN if around.state or (around.topic and not around.agenda) else PASS
        case _:
            assert_never(who)


def _strong(around: Around, same: frozenset[Who]) -> Verdict:
    """Alone a warning, with any other sign a patient. `same` are signs it brings itself."""
    health = around.state or (around.topic and not around.agenda)
    return BLOCK if health or around.others - same else WARN


def _person(around: Around) -> Verdict:
    aged = Who.AGED in around.others
    if around.state or (around.topic and not around.agenda and not around.at_work):
        return WARN if around.at_work or (around.agenda and not aged) else BLOCK
    return WARN if aged or Who.A_PATIENT in around.others else PASS


def _a_patient(around: Around) -> Verdict:
    aged = Who.AGED in around.others
    if aged and (around.state or around.topic):
        return WARN if around.agenda else BLOCK
    return WARN if aged or around.state else PASS
