"""What may stand in a line of needs beside professions: other posts, numbers, parts of the day."""

from bot.core.plain import fold

_POSTS = """
accueil: accueil, accueils, accueillant, accueillante, agent d accueil, hote, hotesse, reception
    , receptionniste, orientation, reception desk
appelant: appelant, appelante, appels, appeleur, telephoniste, telephone, standard, standardiste
    , ecoutant, ecoutante, caller
régulateur: regulateur, regulatrice, regulation, dispatcher
administratif: administratif, administrative, agent administratif, agent, saisie, bureau, clerk
secrétaire: secretaire, secretariat, secretaire medicale, assistant medical, assistante medicale
    , secretary
bénévole: bene, benevole, benevolat, volunteer
chauffeur: chauffeur, chauffeuse, conducteur, conductrice, transport, transporteur, driver
coursier: coursier, livreur, livreuse, livraison, courier
logistique: logistique, logisticien, logisticienne, log, manutention, manutentionnaire, montage
    , logistics
brancardier: brancardier, brancardiere, brancardage, stretcher bearer
sécurité: securite, agent de securite, vigile, gardien, gardienne, gardiennage, security
interprète: interprete, interpretariat, traducteur, traductrice, traduction, lsf, interpreter
cuisine: cuisine, cuisinier, cuisiniere, repas, ravitaillement, intendance, cook
coordinateur: coordinateur, coordinatrice, coordonnateur, coordonnatrice, coordination, coordo
    , responsable, chef d equipe, chef de centre, coordinator
informaticien: informaticien, informaticienne, informatique, it
entretien: entretien, agent d entretien, menage, nettoyage, desinfection, ash, cleaner
secouriste: secouriste, secours, first aider
pompier: pompier, pompiere, sapeur pompier, firefighter
animateur: animateur, animatrice, animation
parking: parking, stationnement, circulation
file d'attente: file, file d attente, flux, gestion des flux, queue
médiateur: mediateur, mediatrice
"""
"""Label: what people type for it. Anything else has to be put in quotes: «3 "licornes"»."""

_PARTS = {
    "matin": "matin matinee matins morning am",
    "aprem": "aprem aprems apres-midi apresmidi apm afternoon pm",
    "soir": "soir soiree soirs evening",
    "nuit": "nuit nuits night",
}
_UNDER_17 = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
)
_UNITS = [*_UNDER_17.split(), "seize"]
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_ENGLISH = "one two three four five six seven eight nine ten eleven twelve"


def _numbers() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_UNITS)}
    words |= {f"dix {_UNITS[unit]}": 10 + unit for unit in (7, 8, 9)}
    for ten, name in _TENS.items():
        words |= {name: ten, f"{name} et un": ten + 1, f"{name} et une": ten + 1}
        words |= {f"{name} {_UNITS[unit]}": ten + unit for unit in range(2, 10)}
    words |= {word: number for number, word in enumerate(_ENGLISH.split(), 1) if word != "six"}
    words |= {"une": 1, "aucun": 0, "aucune": 0, "pas de": 0, "pas d": 0, "sans": 0, "no": 0}
    words |= {"une dizaine": 10, "dizaine": 10, "une douzaine": 12, "douzaine": 12, "cent": 100}
    words |= {"une quinzaine": 15, "quinzaine": 15, "une vingtaine": 20, "vingtaine": 20}
    return words | {"une trentaine": 30, "trentaine": 30, "une cinquantaine": 50}


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def key(words: str) -> str:
    """As the tables below are looked up: folded, hyphens and apostrophes as spaces, singular."""
    apart = fold(words).replace("-", " ").replace("'", " ").replace(".", " ")
    return " ".join(_singular(word) for word in apart.split())


def _table(lines: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines.replace("\n    ,", ",").strip().splitlines():
        label, words = line.split(":")
        found |= {key(word): label for word in words.split(",")}
    return found


def _keys(words: str) -> frozenset[str]:
    return frozenset(key(word) for word in words.split(","))


OTHER_POSTS = _table(_POSTS)
NUMBERS = {key(word): number for word, number in _numbers().items()}
PARTS = {key(word): part for part, words in _PARTS.items() for word in words.split()}
ANYONE = _table(
    """
personne: personnes, gens, people, person, pers
volontaire: volontaire
professionnel: professionnel, professional
renfort: renfort
"""
)
"""Posts by themselves («10 personnes»), but not beside another («4 personnes à l'accueil»)."""

PAIRS = _keys("binôme, équipe de deux, paire, duo, pair")
AT_LEAST = _keys("au moins, minimum, mini, min, au minimum, ou plus, et plus, or more, at least")
OR = _keys("ou, ou bien, sinon, soit, or")
AND = _keys("et, plus, puis, avec, ainsi que, and, with")
FOR = _keys("pour, for")
RANGE = frozenset({"à", "a", "ou", "or", "to", "-", "–", "—"})
NOISE = _keys(
    "a, au, aux, d, de, des, du, en, l, la, le, les, ce, y, x, fois, il, me, nous, on, je, j ai,"
    "ai, faut, faudrait, il faut, il me faut, il nous faut, besoin, avons, cherche, cherchons,"
    "recherche, recherchons, manque, manquent, voudrais, environ, autour, about, svp, stp, merci,"
    "bonjour, poste, place, par créneau, par poste, par jour, par vacation, par demi-journée, par,"
    "chaque, chacun, journée, créneau, h f, f h, nécessaire, supplémentaire, an, we, need, of, the,"
    "please, slot, per slot, per, each"
)
