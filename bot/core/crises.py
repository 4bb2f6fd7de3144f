"""What kinds of crises there are, who asks for a plan, and which phases it goes through."""

from enum import StrEnum

from bot.core.plain import fold

TYPES = (1, 2, 3, 4, 5)
"""Of the French agreement with communities (ACI): 1 casualties, somatic or psychic; 2 patients
(epidemic, heat, cold, pollution); 3 emerging infectious agent, vaccination; 4 nuclear,
radiological, chemical; 5 degraded supply of care (shortage, snow, flood)."""


class Origin(StrEnum):
    """AUTHORITY: the regional health agency or the prefecture has asked. OWN: the community has
    decided by itself. DRILL: an exercise, kept apart in every figure."""

    AUTHORITY = "authority"
    OWN = "own"
    DRILL = "drill"


class Phase(StrEnum):
    PREVENTION = "prevention"
    ANTICIPATION = "anticipation"
    REACTION = "reaction"
    RESOLUTION = "resolution"

    @property
    def after(self) -> "Phase | None":
        """The one that comes next."""
        following = list(Phase).index(self) + 1
        return list(Phase)[following] if following < len(Phase) else None


_ORIGINS = {
    Origin.AUTHORITY: "ars prefecture prefet autorite autorites samu etat authority authorities",
    Origin.OWN: "cpts nous communaute locale local own us ours",
    Origin.DRILL: "exercice drill exercise entrainement",
}
_BY_WORD = {word: one for one, words in _ORIGINS.items() for word in words.split()}
_LEADS = ("a la demande de ", "demande de ", "decision de ", "decision ", "asked by ", "by ")
_ARTICLES = ("l'", "la ", "le ", "les ", "the ")


def origin(words: str) -> Origin | None:
    """«préfecture», «à la demande de l'ARS», «décision de la CPTS», «exercice»."""
    bare = fold(words)
    for lead in (*_LEADS, *_ARTICLES):
        bare = bare.removeprefix(lead)
    return _BY_WORD.get(bare)


def phase(words: str) -> Phase | None:
    """«réaction», «phase de réaction», «phase réaction»."""
    bare = fold(words).removeprefix("phase ").removeprefix("de ").removeprefix("d'")
    return next((one for one in Phase if bare == one.value), None)
