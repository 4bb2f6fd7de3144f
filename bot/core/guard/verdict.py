"""What the guard answers: may this text be stored, and if not, why."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    BLOCK = "BLOCK"
    WARN = "WARN"
    PASS = "PASS"


class Reason(StrEnum):
    NONE = ""
    NIR = "nir"
    NIR_KEY_WRONG = "nir-key-wrong"
    NIR_KEY_MISSING = "nir-key-missing"
    PATIENT_DATA = "patient-data"
    PATIENT_WORDS = "patient-words"


@dataclass(frozen=True, slots=True)
class Verdict:
    """BLOCK: never stored. WARN: stored, and the writer is told why it looks doubtful."""

    outcome: Outcome
    reason: Reason = Reason.NONE


PASS = Verdict(Outcome.PASS)
