"""Patient data must not enter: every text is judged here before anything is written down.

The judgement is a pure function of the text. It is cautious both ways: a social security number
with its right key is certain and blocks; words alone block only when a person and a health fact
stand together, because the daily talk of a staffing bot is full of patients nobody can name.
"""

from bot.core.guard import nir, patient
from bot.core.guard.verdict import PASS, Outcome, Reason, Verdict
from bot.core.guard.visible import plain

__all__ = ["PASS", "Outcome", "Reason", "Verdict", "judge"]


def judge(text: str) -> Verdict:
    """Time grows linearly with the text, whatever is in it."""
    seen = plain(text)
    number = nir.verdict(seen)
    if number.outcome is Outcome.BLOCK:
        return number
    words = patient.verdict(seen)
    return words if words.outcome is Outcome.BLOCK or number.outcome is Outcome.PASS else number
