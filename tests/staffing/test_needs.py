"""How many of whom: the many ways in which needs are typed."""

import pytest

from handlers.staffing.reading.needs import Need, Needs, read_needs
from tests.staffing.needs import IDE, MG, PHARMA, SF, read


def test_the_line_of_the_handbook_is_three_needs() -> None:
    assert read("2 médecin, 4 infirmier, 1 pharmacien") == (
        Need(2, MG),
        Need(4, IDE),
        Need(1, PHARMA),
    )


@pytest.mark.parametrize(
    "text",
    [
        *("2 IDE", "IDE x2", "2x IDE", "2 x IDE", "2xIDE", "IDEx2", "x2 IDE", "IDE ×2", "IDE * 2"),
        *("deux infirmières", "Deux IDE", "IDE: 2", "IDE : 2", "IDE 2", "IDE (2)", "IDE = 2"),
        *("2 infirmier(e)s", "2 infirmier·ère·s", "2 infirmiers/ères", "2 infirmièr(e)s", "2 idel"),
        *("2 inf.", "2 INFIRMIERS", "2 IDE libérales", "2 infirmiers vaccinateurs", "2 nurses"),
        *(
            "il me faut 2 IDE svp",
            "besoin de 2 IDE",
            "on cherche deux infirmiers",
            "- 2 IDE",
            "• 2 IDE",
        ),
        *(
            "2 IDE.",
            " 2  IDE ",
            "2\u00a0IDE",
            "２ IDE",
            "💉 2 IDE",
            "2 IDE par créneau",
            "2 IDE/jour",
        ),
        *(
            "un binôme IDE",
            "un binôme d'infirmières",
            "two nurses",
            "2 infimiers",
            "1 IDE et 1 IDE",
        ),
    ],
)
def test_two_nurses_are_typed_in_many_ways(text: str) -> None:
    assert read(text) == (Need(2, IDE),)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2 IDE + 1 MG",
            "2 IDE+1 MG",
            "2 ide et un doc",
            "2 IDE, 1 MG",
            "2 IDE; 1 MG",
            "2 IDE | 1 MG",
        ),
        *(
            "2 IDE 1 MG",
            "IDE 2 MG 1",
            "IDE x2, MG x1",
            "IDE: 2\nMG: 1",
            "- 2 IDE\n- 1 MG",
            "2 IDE & 1 MG",
        ),
        *(
            "2 IDE plus 1 médecin",
            "2 infirmiers, médecin",
            "2 IDE avec un médecin",
            "2 IDE puis 1 doc",
        ),
    ],
)
def test_two_posts_are_joined_in_many_ways(text: str) -> None:
    assert read(text) == (Need(2, IDE), Need(1, MG))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("une SF", "sage-femme"),
        ("1 kiné", "kine"),
        ("1 pharma", "pharmacien"),
        ("1 sage femme", "sage-femme"),
        ("1 AS", "aide-soignant"),
        ("un(e) psychologue", "psychologue"),
        ("1 préparateur en pharmacie", "preparateur"),
        ("1 assistante sociale", "assistant-social"),
        ("1 médecin régulateur", "medecin"),
        ("1 interne", "etudiant"),
        ("1 infirmier de pratique avancée", "infirmier"),
    ],
)
def test_any_profession_can_be_needed(text: str, key: str) -> None:
    assert read(text) == (Need(1, (key,)),)


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("4 IDE ou SF", IDE + SF),
        ("4 SF ou IDE", SF + IDE),
        ("4 infirmiers/sages-femmes", IDE + SF),
        ("4 infirmiers / sages-femmes / pharmaciens", IDE + SF + PHARMA),
        ("4 IDE, SF ou pharmaciens", IDE + SF + PHARMA),
        ("IDE, SF ou pharmaciens : 4", IDE + SF + PHARMA),
        ("4 IDE (ou SF)", IDE + SF),
        ("4 IDE et/ou SF", IDE + SF),
        ("4 nurses or midwives", IDE + SF),
        ("IDE ou SF x4", IDE + SF),
    ],
)
def test_a_seat_may_be_open_to_several_professions_in_order(
    text: str, posts: tuple[str, ...]
) -> None:
    assert read(text) == (Need(4, posts),)


@pytest.mark.parametrize(
    "text",
    [
        *("au moins 3 IDE", "3 IDE minimum", "3 IDE min", "minimum 3 IDE", "mini 3 IDE", "3+ IDE"),
        *(
            "≥3 IDE",
            ">= 3 IDE",
            "3 IDE ou plus",
            "IDE : au moins 3",
            "at least 3 nurses",
            "3 ou 4 IDE",
        ),
        *("3 à 5 IDE", "3-4 IDE", "3 - 4 IDE", "trois ou quatre IDE", "3 IDE (au moins)"),
    ],
)
def test_a_minimum_is_said_in_many_ways(text: str) -> None:
    assert read(text) == (Need(3, IDE, at_least=True),)


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("4 accueil", Need(4, (), "accueil")),
        ("4 personnes à l'accueil", Need(4, (), "accueil")),
        ("4 pour l'accueil", Need(4, (), "accueil")),
        ("accueil : 4", Need(4, (), "accueil")),
        ("2 bénévoles", Need(2, (), "bénévole")),
        ("2 volunteers", Need(2, (), "bénévole")),
        ("1 chauffeur", Need(1, (), "chauffeur")),
        ("1 secrétaire médicale", Need(1, (), "secrétaire")),
        ("1 secrétariat", Need(1, (), "secrétaire")),
        ("6 appelants", Need(6, (), "appelant")),
        ("2 agents de sécurité", Need(2, (), "sécurité")),
        ("1 traductrice", Need(1, (), "interprète")),
        ("2 brancardiers", Need(2, (), "brancardier")),
        ("1 régulateur", Need(1, (), "régulateur")),
        ("2 logistique", Need(2, (), "logistique")),
        ("1 administratif", Need(1, (), "administratif")),
        ("1 cuisinière", Need(1, (), "cuisine")),
        ("10 personnes", Need(10, (), "personne")),
        ("une dizaine de volontaires", Need(10, (), "volontaire")),
        ("vingt et un bénévoles", Need(21, (), "bénévole")),
        ("vingt-cinq bénévoles", Need(25, (), "bénévole")),
        ("2 binômes", Need(4, (), "en binôme")),
        ('3 "licornes"', Need(3, (), "licornes")),
        ("3 « licornes volantes »", Need(3, (), "licornes volantes")),
        ("3 autre : licornes", Need(3, (), "licornes")),
        ("3 autres: licornes", Need(3, (), "licornes")),
        ("4 accueil (mairie)", Need(4, (), "accueil", note="mairie")),
        ("1 pharmacien ou IDE (doses)", Need(1, PHARMA + IDE, note="doses")),
        ("1 pharmacien pour les doses", Need(1, PHARMA, note="doses")),
    ],
)
def test_posts_that_are_no_health_profession(text: str, need: Need) -> None:
    assert read(text) == (need,)


def test_a_pair_of_two_professions_is_one_of_each() -> None:
    assert read("2 binômes IDE/AS") == (Need(2, IDE), Need(2, ("aide-soignant",)))
    assert read("un binôme IDE et MG") == (Need(1, IDE), Need(1, MG))
    assert read("un binôme IDE ou SF") == (Need(2, IDE + SF),)


def test_people_are_counted() -> None:
    found = read_needs("2 médecin, 4 infirmier, 1 pharmacien")
    assert isinstance(found, Needs)
    assert found.people == 7
