"""Organisations that a community works with: town halls, schools, hospitals, media."""

from enum import StrEnum

from bot.core.plain import fold


class Category(StrEnum):
    TOWN_HALL = "town-hall"
    SCHOOL = "school"
    FIRM = "firm"
    ASSOCIATION = "association"
    PATIENTS = "patients"
    SOCIAL = "social"
    MEDIA = "media"
    HOSPITAL = "hospital"
    AUTHORITY = "authority"
    OTHER = "other"


class Level(StrEnum):
    """What a partnership means, from the least to the most; each may do what the one before may.

    CONSULTATION: is asked and answers. COOPERATION: also offers help. COORDINATION: also has a
    seat in the crisis cell. INTEGRATION: also drafts calls that a coordinator approves.
    """

    CONSULTATION = "consultation"
    COOPERATION = "cooperation"
    COORDINATION = "coordination"
    INTEGRATION = "integration"

    @property
    def rank(self) -> int:
        return list(Level).index(self)


PUBLIC = frozenset({Category.MEDIA})
"""Who publishes what they are told: a second person approves what goes there."""

_WORDS = {
    Category.TOWN_HALL: "mairie mairies commune communes ville villes town hall town halls",
    Category.SCHOOL: "ecole ecoles college colleges lycee lycees school schools",
    Category.FIRM: "entreprise entreprises societe societes firm firms company companies",
    Category.ASSOCIATION: "association associations",
    Category.PATIENTS: "patients usagers",
    Category.SOCIAL: "social sociaux ccas ehpad",
    Category.MEDIA: "media medias presse press journal journaux radio radios",
    Category.HOSPITAL: "hopital hopitaux clinique cliniques hospital hospitals",
    Category.AUTHORITY: "autorite autorites ars prefecture prefectures authority authorities",
    Category.OTHER: "autre autres other others",
}  # fmt: skip
_BY_WORD = {word: kind for kind, words in _WORDS.items() for word in words.split()} | {
    "town hall": Category.TOWN_HALL,
    "town halls": Category.TOWN_HALL,
    "associations de patients": Category.PATIENTS,
    "association de patients": Category.PATIENTS,
    "services sociaux": Category.SOCIAL,
    "service social": Category.SOCIAL,
    "social services": Category.SOCIAL,
}


def category(words: str) -> Category | None:
    """«mairies», «la presse», «town halls»."""
    bare = fold(words)
    for article in ("les ", "la ", "le ", "l'", "the "):
        bare = bare.removeprefix(article)
    return _BY_WORD.get(bare)
