"""From what people type to a profession: «IDEL», «kinés», «infirmièr(e)s», «medcin»."""

import re

from bot.core.plain import fold
from bot.core.professions.catalog import ALL, AMBIGUOUS, BY_KEY
from bot.core.professions.profession import Profession

_ENDING = r"(?:s|e|es|ne|nes|re|ere|eres|iere|ieres|te|tes|trice|trices|euse|euses|s)"
_INCLUSIVE = re.compile(
    rf"(?<=\w)(?:\({_ENDING}\)|[·•‧.∙]{_ENDING}(?!\w)|[-/](?:e|es|ne|iere|ere|trice|s)(?!\w))"
)
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_OR = re.compile(r"\s*[,/|;]\s*|\s+(?:ou|et|or|and)\s+|\s*&\s*")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")

_QUALIFIERS = """
    a adjoint adjointe au aux confirme confirmee conseil d de des diplome diplomee disponible dispo
    du e en etat experimente experimentee f generale h hospitalier hospitaliere junior l la le les
    liberal liberale liberaux libre m medecine officine ou par referent referente remplacant
    remplacante retraite retraitee salarie salariee scolaire senior specialise specialisee temps
    titulaire traitant un une vaccinant vaccinateur vaccinatrice ville volontaire the
"""
"""Said beside a profession without changing it: «IDE libérale volontaire»."""

_DROPPED = frozenset(_QUALIFIERS.split())

SHORTEST_TYPO = 6
"""Letters; one wrong letter in a shorter word may well be another word."""


def find(words: str) -> Profession | None:
    """The one profession meant, or None for none and for several (see `candidates`)."""
    meant = candidates(words)
    return meant[0] if len(meant) == 1 else None


def candidates(words: str) -> tuple[Profession, ...]:
    """All that may be meant: «psy» is a psychologist, a psychiatrist or a psychotherapist."""
    bare = _INITIALS.sub(lambda found: found[0].replace(".", ""), fold(words))
    while (shorter := _INCLUSIVE.sub("", bare)) != bare:
        bare = shorter
    if (one := _known(_key(bare))) is not None:
        return one
    alternatives = [part for part in _OR.split(bare) if _key(part)]
    meant = [_one(_key(part)) for part in alternatives]
    if not meant or not all(meant):
        return ()
    return tuple(dict.fromkeys(profession for found in meant for profession in found))


def _one(key: str) -> tuple[Profession, ...]:
    known = _known(key)
    if known is not None:
        return known
    return _without_qualifiers(key.split()) or _misspelt(key)


def _known(key: str) -> tuple[Profession, ...] | None:
    return _BY_NAME.get(key) or _BY_NAME.get(key.removesuffix("s"))


def _without_qualifiers(words: list[str]) -> tuple[Profession, ...]:
    kept = [word for word in words if word not in _DROPPED]
    if not kept or len(kept) == len(words):
        return ()
    return _known(" ".join(kept)) or _misspelt(" ".join(kept))


def _misspelt(key: str) -> tuple[Profession, ...]:
    if len(key) < SHORTEST_TYPO:
        return ()
    near = {
        found[0]
        for name, found in _BY_NAME.items()
        if len(name) >= SHORTEST_TYPO and len(found) == 1 and one_letter_apart(key, name)
    }
    return tuple(near) if len(near) == 1 else ()


def one_letter_apart(left: str, right: str) -> bool:
    """One letter more, less, changed, or two neighbours swapped."""
    if abs(len(left) - len(right)) > 1:
        return False
    short, long = sorted((left, right), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    if short[at + 1 :] == long[at + 1 :]:
        return True
    swapped = short[at : at + 2][::-1]
    return swapped == long[at : at + 2] and short[at + 2 :] == long[at + 2 :]


def _key(words: str) -> str:
    """Letters only, each word in the singular: «sages-femmes» is `sage femme`."""
    singular = (_singular(word) for word in _NOT_LETTERS.sub(" ", words).split())
    return " ".join(singular)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and word[-2] != "s" else word


def _names(profession: Profession) -> tuple[str, ...]:
    both = profession.label.split(", ")
    # «Technicienne, technicien de laboratoire» shares its complement: the first is not a name.
    genders = both if len(both[0].split()) == len(both[-1].split()) else ()
    many = (profession.fr_many, profession.en_many, profession.key, profession.label)
    return (profession.fr, profession.en, *many, *genders, *profession.aliases)


_BY_NAME: dict[str, tuple[Profession, ...]] = {
    **{_key(fold(name)): (profession,) for profession in ALL for name in _names(profession)},
    **{_key(word): tuple(BY_KEY[key] for key in keys) for word, keys in AMBIGUOUS.items()},
}
