"""Words: which tell of a patient, which may, and which are the daily talk of coordinators."""

import pytest

from bot.core.guard import Outcome, Reason, judge

BLOCK, WARN, PASS = Outcome.BLOCK, Outcome.WARN, Outcome.PASS

PATIENTS = [
    "Patiente Mme Durand à rappeler avant midi",
    "le patient M. Petit attend son infirmière",
    "patient Mr Smith needs a nurse tomorrow",
    "Mme Martin, née le 12/03/1955, chute ce matin",
    "M. Durand né le 3 avril 1948",
    "Mme D. née le 12.03.55",
    "Monsieur Leroy ddn 12/03/1955",
    "Jean Dupont, né le 12/03/1955",
    "DUPONT Jean (né le 12-03-1955)",
    "Marie Lopez née le 1er mai 1962, sous insuline",
    "née le 12/03/1955, diabétique, vit seule",
    "date de naissance : 12/03/1955, fracture du col",
    "Mme Martin est diabétique",
    "mme martin est diabétique",
    "Mme Martin, 78 ans, diabétique",
    "M. Leroy a été hospitalisé cette nuit",
    "Mme Petit souffre d'une dépression",
    "M. Bernard, atteint d'un cancer, vit seul à Saint-Aubin",
    "Besoin d'une IDE pour Mme Martin, diabétique, insuline matin et soir",
    "pansement de Mme Martin à refaire demain",
    "Pansement M. Roux, 12 rue des Lilas",
    "Mme Girard a une fracture du poignet",
    "Traitement de M. Faure à renouveler",
    "diagnostic de Mme Noël : pneumonie",
    "Mme Blanc est sous oxygène",
    "Mme Blanc prend 500 mg de doliprane",
    "M. Gomez positif au covid",
    "Mademoiselle Roy est enceinte de 5 mois",
    "IPP 123456 Mme Martin",
    "dossier patient 48213, diabétique",
    "patient Dupont, 82 ans",
    "dossier médical de Mme Martin",
    "patiente LEFEBVRE sous morphine",
    "Patient : Jean, fièvre à 40",
    "patient de 82 ans, fracture du col, à Saint-Aubin",
    "une patiente de 45 ans suicidaire",
    "soins chez Mme Martin, diabétique",
    "Mrs Smith is diabetic",
    "Madame Lopez, 91 ans, en fin de vie",
    "Mme Martin\ndiabétique\nà voir ce soir",
]

DOUBTFUL = [
    "né le 12/03/1955",
    "la personne est née le 12 mars 1955",
    "DDN 12/03/55",
    "IPP : 4821345",
    "dossier patient n° 48213",
    "INS 123456789",
    "patient Dupont à rappeler",
    "la patiente Lefebvre",
    "Mme Martin, 78 ans",
    "mon patient est hospitalisé",
    "une patiente diabétique",
    "patient de 78 ans",
    "homme de 60 ans, AVC",
    "toilette de Mme Martin demain",
    "enfant Lucas Petit, 6 ans, crise d'asthme",
    "Mme Martin isolée 82 ans, registre canicule",
    "patient sous O2 à transférer, 3 rue des Lilas",
    "soins à domicile pour M. Leroy",
    "Mme Martin (IDE) est positive au covid, il faut la remplacer",
    "formation : cas d'un patient de 60 ans diabétique",
]

DAILY_TALK = [
    "4 IDE samedi pour la ligne des patients Covid",
    "Mme le maire arrive à 9h",
    "Madame la maire sera présente",
    "rappeler Mme Martin 06 12 34 56 78",
    "Rappeler Mme Martin au 06.12.34.56.78 avant 18h",
    "M. Durand ouvre le gymnase à 8h30",
    "Contact : Mme Petit, secrétaire de la mairie",
    "mme martin tient l'accueil",
    "Monsieur le préfet active le plan",
    "Madame, Monsieur, bonjour",
    "Merci M. Dupont !",
    "350 patients par jour au centre de vaccination",
    "Les patients diabétiques sont prioritaires pour le vaccin",
    "Association de patients : réunion jeudi",
    "association des patients diabétiques, Mme Martin présidente",
    "L'éducation thérapeutique du patient, 3 places",
    "formation dossier patient informatisé mardi",
    "le parcours du patient âgé",
    "un patient sur trois ne vient pas",
    "aucun patient après 18h",
    "patients sans médecin traitant : 600",
    "Maison du Patient, 3 rue des Lilas",
    "patient Covid : port du masque",
    "Mme Durand présentera le dépistage du diabète",
    "Dr Martin : prise en charge du diabète, soirée du 12",
    "M. Roux animera l'atelier pansements",
    "Mme Martin apporte les pansements",
    "M. Faure livre l'oxygène à 9h",
    "Mme Martin, infirmière, tient le stock d'insuline",
    "diagnostic territorial de santé : réunion du CA",
    "Réunion du 15 : diagnostic partagé, projet de santé",
    "Besoin de 2 IDE pour injections et 1 pharmacien pour les doses",
    "4 infirmiers pour les pansements, 1 médecin pour les ordonnances",
    "Prévoir oxygène et perfusions dans le kit",
    "vaccination des 65 ans et plus",
    "vaccins pour les enfants de 5 ans",
    "20 ans d'expérience, disponible samedi",
    "Infirmière depuis 12 ans, je peux venir",
    "La CPTS est née le 12/03/2018",
    "notre association, née le 1er mars 2019, compte 286 membres",
    "née en 1985, je suis IDE libérale",
    "INS : formation à l'identité nationale de santé mardi",
    "Les INS sont qualifiées par la pharmacie",
    "oui je viens samedi de 9h à 13h",
    "ok après 14h",
    "Non désolé, je suis en vacances",
    "Je suis malade, je ne peux pas venir",
    "mon fils est malade, je serai en retard",
    "Appel à volontaires : canicule, appeler les personnes fragiles du registre",
    "1 médecin, 4 infirmiers (ou sages-femmes), 1 pharmacien, 4 accueil",
    "Gymnase Pagnol, 12 rue du 8 mai 1945, 69800 Saint-Priest",
    "Rupture d'eau potable : reportez les soins non urgents",
    "Cellule psychologique 10h-22h, 3 psychologues par créneau",
    "J'ai un souci de tension électrique dans la salle 2",
    "Chirurgie ambulatoire fermée, urgences saturées",
    "tension sur les médicaments : amoxicilline, paracétamol 500 mg",
    "Mme X est disponible lundi",
    "Mme Dubois remplace M. Leroy samedi matin",
    "Mme Martin s'occupe de la logistique.\n\nDiabète : la soirée est reportée.",
    "Question posée par M. Bernard ? Les traitements sont au frigo de la pharmacie.",
    "M. Leroy vient chercher les pansements",
    "Mme Garnier : 2 boîtes de doliprane pour le centre",
    "Mme Martin, chargée de mission cancer",
    "Dr Martin prend 3 patients diabétiques samedi",
    "je suis diabétique, je préfère le matin",
    "Patient partenaire recherché pour le CA",
    "We need 4 nurses on Saturday for Covid patients",
    "call Mrs Smith back at 9",
    "RETEX : 640 personnes vaccinées, 14 professionnels. Merci.",
    "Le centre est à 500 m. De là, suivre les panneaux",
    "Infirmière de 35 ans de métier",
    "Anniversaire de la CPTS : 5 ans !",
    "ordonnance du 12/03/2026 relative aux CPTS",
]


@pytest.mark.parametrize("text", PATIENTS)
def test_a_patient_is_refused(text: str) -> None:
    assert (judge(text).outcome, judge(text).reason) == (BLOCK, Reason.PATIENT_DATA)


@pytest.mark.parametrize("text", DOUBTFUL)
def test_half_a_patient_is_doubtful(text: str) -> None:
    assert (judge(text).outcome, judge(text).reason) == (WARN, Reason.PATIENT_WORDS)


@pytest.mark.parametrize("text", DAILY_TALK)
def test_the_daily_talk_of_coordinators_passes(text: str) -> None:
    assert judge(text).outcome is PASS


@pytest.mark.parametrize("text", DAILY_TALK)
def test_the_daily_talk_passes_in_capitals_of_a_sentence_and_within_a_longer_text(
    text: str,
) -> None:
    assert judge("Bonjour à tous.\n\n" + text + "\n\nMerci et bonne journée.").outcome is PASS


def test_signs_that_stand_far_apart_make_no_patient() -> None:
    filler = " Le centre ouvre samedi et nous attendons beaucoup de monde." * 4
    assert (
        judge("Mme Martin tient l'accueil." + filler + " Il y a des diabétiques.").outcome is PASS
    )


def test_a_number_without_its_key_does_not_hide_a_patient() -> None:
    assert judge("2 55 08 14 168 025, Mme Martin est diabétique").outcome is BLOCK
