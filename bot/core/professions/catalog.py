"""Every profession the community may have, in the order in which they are offered.

Codes: nomenclatures G15, R94 and R95 of the French national directory (ANS), with the numbers they
had before, since old extracts still carry them. Where the directory splits what one person calls
one job (a dispensing assistant in a hospital or in town), there is one profession with both codes.
"""

from bot.core.professions.profession import Profession

# key | directory codes | name | label, both genders | English | emoji | short
_MAIN = (
    "medecin|10|médecin|Médecin|doctor|🩺|Méd.",
    "infirmier|60 69|infirmier|Infirmière, infirmier|nurse|💉|Inf.",
    "pharmacien|21|pharmacien|Pharmacien|pharmacist|💊|Pharm.",
    "kine|70|masseur-kinésithérapeute|Kinésithérapeute|physiotherapist|💪|Kiné",
    "sage-femme|50|sage-femme|Sage-femme|midwife|🤰|SF",
    "dentiste|40|chirurgien-dentiste|Dentiste|dentist|🦷|Dent.",
    "orthophoniste|91|orthophoniste|Orthophoniste|speech therapist|👄|Ortho.",
    "pedicure|80|pédicure-podologue|Pédicure-podologue|podiatrist|🦶|Podo.",
    "psychologue|93 193|psychologue|Psychologue|psychologist|🧠|Psy.",
    "dieteticien|95|diététicien|Diététicienne, diététicien|dietitian|🥗|Diét.",
    "aide-soignant|35|aide-soignant|Aide-soignante, aide-soignant|nursing assistant|🧺|AS",
)
_OTHERS = (
    "preparateur|38 39|préparateur en pharmacie|Préparatrice, préparateur en pharmacie"
    "|dispensing assistant|🧪|Prép.",
    "ergotherapeute|94|ergothérapeute|Ergothérapeute|occupational therapist|🧩|Ergo.",
    "psychomotricien|96|psychomotricien|Psychomotricienne, psychomotricien"
    "|psychomotor therapist|🤸|Psychom",
    "orthoptiste|92|orthoptiste|Orthoptiste|orthoptist|👀|Orthopt",
    "opticien|28|opticien-lunetier|Opticienne, opticien|optician|👓|Optic.",
    "audioprothesiste|26|audioprothésiste|Audioprothésiste|audiologist|👂|Audio.",
    "assistant-dentaire|31|assistant dentaire|Assistante dentaire, assistant dentaire"
    "|dental assistant|🪥|As.dent",
    "puericulture|37|auxiliaire de puériculture|Auxiliaire de puériculture"
    "|childcare assistant|🍼|Puér.",
    "ambulancier|36|ambulancier|Ambulancière, ambulancier|ambulance driver|🚑|Amb.",
    "manipulateur|98|manipulateur radio|Manipulatrice radio, manipulateur radio"
    "|radiographer|🩻|Manip.",
    "laboratoire|86|technicien de laboratoire|Technicienne, technicien de laboratoire"
    "|laboratory technician|🔬|Labo.",
    "physicien|32|physicien médical|Physicienne médicale, physicien médical"
    "|medical physicist|🧲|Phys.",
    "appareilleur|81 82 83 84 85|appareilleur|Appareilleuse, appareilleur|orthotist|🦿|Appar.",
    "genetique|97 194|conseiller en génétique|Conseillère, conseiller en génétique"
    "|genetic counsellor|🧬|Génét.",
    "osteopathe|71 171|ostéopathe|Ostéopathe|osteopath|🦴|Ostéo.",
    "psychotherapeute|72 172|psychothérapeute|Psychothérapeute|psychotherapist|💬|Psychot",
    "chiropracteur|73 173|chiropracteur|Chiropractrice, chiropracteur|chiropractor|🙌|Chiro.",
    "assistant-social|41 200|assistant de service social|Assistante sociale, assistant social"
    "|social worker|🤝|As.soc.",
    "auxiliaire-de-vie|201 206 213|auxiliaire de vie|Auxiliaire de vie|care assistant|🏡|Aux.vie",
    "aide-a-domicile|202 211|aide à domicile|Aide à domicile|home helper|🏠|Aide d.",
    "conseil-familial|203|conseiller en économie sociale et familiale"
    "|Conseillère, conseiller en économie sociale et familiale"
    "|family economics adviser|🧾|CESF",
    "mediateur-familial|204|médiateur familial|Médiatrice familiale, médiateur familial"
    "|family mediator|🪢|Médiat.",
    "assistant-familial|205 212|assistant familial|Assistante familiale, assistant familial"
    "|foster carer|👪|As.fam.",
    "educateur|207 208 209 210|éducateur|Éducatrice, éducateur|educator|🎨|Éduc.",
    "etudiant||étudiant en santé|Étudiante, étudiant en santé|health student|🎓|Étud.",
    "autre||autre|Autre|other|➕|Autre",
)

_ALIASES = {
    "medecin": "mg|doc|dr|docteur|docteure|docteresse|toubib|medecin generaliste|generaliste|gp"
    "|physician|medecin de famille|medecin traitant|omnipraticien|urgentiste|pediatre|geriatre"
    "|psychiatre|pedopsychiatre|dermatologue|dermato|cardiologue|cardio|gynecologue|gyneco"
    "|ophtalmologue|ophtalmo|radiologue|anesthesiste|chirurgien|chirurgienne|rhumatologue"
    "|pneumologue|neurologue|infectiologue|medecin regulateur|medecin urgentiste|med|orl"
    "|medecin coordonnateur|medecin coordinateur|angiologue|allergologue|endocrinologue",
    "infirmier": "ide|idel|inf|infi|infirm|iade|ibode|ipa|idec|ide liberale|puericultrice"
    "|puericulteur|infirmier diplome d etat|infirmier de pratique avancee|infirmier psychiatrique"
    "|infirmier anesthesiste|infirmier puericulteur|infirmiere puericultrice|rn|isp|ipde|asalee",
    "pharmacien": "pharma|pharm|pharmaco|pharmacienne|apothicaire|chemist",
    "kine": "kinesi|mk|mkde|masseur kine|masseur|masseuse|masseuse kinesitherapeute|physio"
    "|physical therapist",
    "sage-femme": "sf|sage femme|sages femmes|maieuticien|maieuticienne|homme sage femme",
    "dentiste": "chirurgienne dentiste|dent|chir dent|chir dentiste|chirurgien dent|chd"
    "|odontologiste|orthodontiste",
    "orthophoniste": "ortho|orthoph|logopede|speech and language therapist",
    "pedicure": "podo|podologue|pedicure|podiatre|chiropodist",
    "psychologue": "psycho|psychologue clinicien|psychologue clinicienne|neuropsychologue|neuropsy",
    "dieteticien": "diet|dietet|diete|dieteticien nutritionniste|dietician",
    "aide-soignant": "as|asd|aide soignant|aidesoignant|asde|care worker",
    "preparateur": "preparateur|preparatrice|preparatrice en pharmacie"
    "|prep|prepa|preparateur en pharmacie officine|preparateur en pharmacie hospitaliere"
    "|pph|pharmacy technician",
    "ergotherapeute": "ergo|ot",
    "psychomotricien": "psychomot|psychomotricite",
    "orthoptiste": "orthopt",
    "opticien": "opticienne lunetiere|lunetier",
    "audioprothesiste": "audio|audioproth|audiologiste",
    "assistant-dentaire": "ass dentaire|aide dentaire",
    "puericulture": "auxiliaire puericulture|aux puer|auxi puer",
    "ambulancier": "ambu|dea|paramedic",
    "manipulateur": "manip|manip radio|merm|manipulateur erm|manipulateur en radiologie"
    "|manipulateur en electroradiologie|manipulateur d electroradiologie medicale",
    "laboratoire": "technicienne de laboratoire|technicien de laboratoire medical"
    "|technicien de labo|technicien labo|tlm|laborantin|laborantine",
    "physicien": "radiophysicien",
    "appareilleur": "orthoprothesiste|podo orthesiste|orthopediste orthesiste|oculariste"
    "|epithesiste|orthopediste|orthesiste|prothesiste|prosthetist",
    "genetique": "conseiller genetique|conseillere genetique|conseillere en genetique",
    "osteopathe": "osteo",
    "psychotherapeute": "psychoth|psychopraticien",
    "chiropracteur": "chiro|chiropraticien",
    "assistant-social": "ass|assistante de service social|as sociale|travailleur social"
    "|travailleuse sociale",
    "auxiliaire-de-vie": "avs|aes|amp|auxiliaire de vie sociale|aide medico psychologique"
    "|aide medico psychologique amp|accompagnant educatif et social"
    "|accompagnante educative et sociale",
    "aide-a-domicile": "aide domicile|tisf|technicien de l intervention sociale et familiale"
    "|technicienne de l intervention sociale et familiale|aide menagere",
    "conseil-familial": "cesf|conseillere en economie sociale et familiale",
    "mediateur-familial": "mediatrice familiale",
    "assistant-familial": "assistant maternel|assistante maternelle|assmat|nounou|foster carer",
    "educateur": "educ|educateur specialise|educatrice specialisee|educateur de jeunes enfants|eje"
    "|educateur technique specialise|moniteur educateur|monitrice educatrice",
    "etudiant": "etudiant|etudiante|etudiante en sante|interne|externe|esi"
    "|etudiant infirmier|etudiante infirmiere|etudiant en medecine|etudiant en soins infirmiers"
    "|eleve infirmier|eleve infirmiere"
    "|interne en medecine|interne en pharmacie|interne de medecine generale|student|ifsi|carabin",
    "autre": "autres|other|others|autre profession|other profession",
}


def _profession(row: str) -> Profession:
    key, codes, name, label, english, emoji, short = row.split("|")
    many = _ENGLISH_PLURALS.get(english, english + "s")
    aliases = tuple(_ALIASES[key].split("|"))
    return Profession(
        key, tuple(codes.split()), name, _plural(name), label, english, many, emoji, short, aliases
    )


_ENGLISH_PLURALS = {"midwife": "midwives"}
_COMPLEMENT = (" de ", " en ", " à ", " radio")


def _plural(noun: str) -> str:
    """Every word up to the complement: «sages-femmes», «préparateurs en pharmacie»."""
    cut = min((at for mark in _COMPLEMENT if (at := noun.find(mark)) > 0), default=len(noun))
    head = noun[:cut].replace("-", "- ")
    return " ".join(_plural_word(word) for word in head.split(" ")).replace("- ", "-") + noun[cut:]


def _plural_word(word: str) -> str:
    if word.endswith("-"):
        return _plural_word(word[:-1]) + "-"
    return word[:-2] + "aux" if word.endswith("al") else word + "s"


MAIN = tuple(_profession(row) for row in _MAIN)
"""Offered first; the community has several of each."""

ALL = (*MAIN, *(_profession(row) for row in _OTHERS))
BY_KEY = {profession.key: profession for profession in ALL}
BY_CODE = {code: profession for profession in ALL for code in profession.codes}

# Who may give vaccines as well: Code de la santé publique, R. 4311-5-1 (infirmiers),
# L. 4151-2 (sages-femmes), R. 5125-33-8 (pharmaciens).
NEIGHBOURS = {
    "infirmier": ("sage-femme", "pharmacien"),
    "sage-femme": ("infirmier", "pharmacien"),
    "pharmacien": ("infirmier", "sage-femme"),
}

# What may be one or the other; the bot asks.
AMBIGUOUS = {
    "psy": ("psychologue", "medecin", "psychotherapeute"),
    "nutritionniste": ("dieteticien", "medecin"),
    "biologiste": ("medecin", "pharmacien"),
    "assistant": ("assistant-social", "assistant-dentaire", "assistant-familial"),
    "assistante": ("assistant-social", "assistant-dentaire", "assistant-familial"),
    "auxiliaire": ("auxiliaire-de-vie", "puericulture"),
    "therapeute": ("psychotherapeute", "kine", "ergotherapeute"),
    "reeducateur": ("kine", "orthophoniste", "ergotherapeute", "psychomotricien"),
    "soignant": ("infirmier", "aide-soignant", "medecin"),
    "soignante": ("infirmier", "aide-soignant", "medecin"),
    "vaccinateur": ("infirmier", "medecin", "pharmacien", "sage-femme"),
    "vaccinatrice": ("infirmier", "medecin", "pharmacien", "sage-femme"),
}
