"""How grave an alert is: what its copies may pass, and who gets it."""

from enum import StrEnum

from bot.core.messages import Lane
from bot.core.plain import fold


class Severity(StrEnum):
    """From the least to the most. URGENT and DANGER go through quiet hours and before all else."""

    INFO = "info"
    IMPORTANT = "important"
    URGENT = "urgent"
    DANGER = "danger"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)

    @property
    def presses(self) -> bool:
        return self.rank >= Severity.URGENT.rank

    @property
    def lane(self) -> Lane:
        return Lane.URGENT if self.presses else Lane.CALLS

    def reaches(self, least: str) -> bool:
        """Whoever wants alerts of `least` and above gets this one; "" wants none."""
        return bool(least) and self.rank >= Severity(least).rank


_WORDS = {
    Severity.INFO: "info infos information informations vert verte green",
    Severity.IMPORTANT: "important importante moyen moyenne orange jaune",
    Severity.URGENT: "urgent urgente urgence haute high",
    Severity.DANGER: "danger vital vitale critique critical rouge red",
}  # fmt: skip
_BY_WORD = {word: one for one, words in _WORDS.items() for word in words.split()} | {
    "danger immediat": Severity.DANGER,
    "urgence vitale": Severity.DANGER,
    "vigilance rouge": Severity.DANGER,
}


def severity(words: str) -> Severity | None:
    """«urgent», «vital», «rouge»; None for anything else."""
    return _BY_WORD.get(fold(words).strip(" .!:,"))
