"""What people call the days and their parts, in French and in English (folded, no final s)."""

ALL_DAYS = tuple(range(7))
WHOLE_DAY = (0, 1)
"""«lundi», or «toute la journée»: morning and afternoon."""

_DAYS = (
    "lundi lun monday mon",
    "mardi mar tuesday tue tues",
    "mercredi mer wednesday wed",
    "jeudi jeu thursday thu thur",
    "vendredi ven vend friday fri",
    "samedi sam saturday sat",
    "dimanche dim sunday sun",
)
_PARTS = (
    "matin matine mat matinee morning",
    "afternoon pm midi",
    "soir soiree evening",
    "nuit night",
)

DAY_WORDS: dict[str, tuple[int, ...]] = {
    **{word: (number,) for number, words in enumerate(_DAYS) for word in words.split()},
    "weekend": (5, 6),
    "semaine": (0, 1, 2, 3, 4),
    "week": (0, 1, 2, 3, 4),
    "weekday": (0, 1, 2, 3, 4),
    "ouvrable": (0, 1, 2, 3, 4),
    "jour": ALL_DAYS,
    "day": ALL_DAYS,
    "everyday": ALL_DAYS,
}
PART_WORDS: dict[str, tuple[int, ...]] = {
    **{word: (number,) for number, words in enumerate(_PARTS) for word in words.split()},
    "journee": WHOLE_DAY,
    "daytime": WHOLE_DAY,
}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LINKS = _set("a au aux to through until jusqu - – >")
FILLERS = _set(
    """
    le la les l du de des d en et ou je j suis peux libre disponible dispo plutot aussi seulement
    surtout sur pour tout toute the on and or in at i am can free available only also mostly all
    from during well ai me m c est que mais s y parfois souvent my mes mon habituellement
    generalement usually
    """
)
EACH = _set("tous toutes chaque every each")
NEVER = _set("jamais aucun aucune rien never none nothing non")
ALWAYS = frozenset(
    {"toujours", "tout le temps", "n'importe quand", "always", "any time", "anytime", "all"}
)
