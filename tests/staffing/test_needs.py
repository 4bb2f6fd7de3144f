import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.reading.needs import (
    Need,
    Needs,
    Unclear,
    Why,
    looks_like_needs,
    read_needs,
)

MG, IDE, PHARMA, SF = ("medecin",), ("infirmier",), ("pharmacien",), ("sage-femme",)


def read(text: str) -> tuple[Need, ...]:
    found = read_needs(text)
    assert isinstance(found, Needs), found
    return found.items


def unclear(text: str) -> Unclear:
    found = read_needs(text)
    assert isinstance(found, Unclear), found
    return found


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
    "text",
    [
        "matin 2 IDE, aprem 4",
        "matin 2 IDE aprem 4",
        "matin : 2 IDE ; après-midi : 4 IDE",
        "2 IDE le matin, 4 l'après-midi",
        "2 IDE le matin et 4 l'aprem",
        "2 IDE matin, 4 IDE aprem",
        "IDE : matin 2, aprem 4",
        "matin 2, aprem 4 IDE",
        "2 IDE (matin), 4 IDE (aprem)",
        "MATIN 2 infirmiers\nAPRÈS MIDI 4 infirmiers",
    ],
)
def test_a_part_of_the_day_has_its_own_count(text: str) -> None:
    assert read(text) == (Need(2, IDE, when="matin"), Need(4, IDE, when="aprem"))


def test_a_part_of_the_day_holds_until_the_next() -> None:
    assert read("matin 2 IDE, 1 MG, 4 accueil, soir 3 IDE, nuit 1 MG") == (
        Need(2, IDE, when="matin"),
        Need(1, MG, when="matin"),
        Need(4, (), "accueil", when="matin"),
        Need(3, IDE, when="soir"),
        Need(1, MG, when="nuit"),
    )


def test_a_part_of_the_day_said_last_covers_what_it_closes() -> None:
    assert read("2 IDE et 1 MG le matin, 4 IDE l'aprem") == (
        Need(2, IDE, when="matin"),
        Need(1, MG, when="matin"),
        Need(4, IDE, when="aprem"),
    )


@pytest.mark.parametrize(
    "text", ["matin et soir 2 IDE", "2 IDE matin et soir", "2 IDE le matin et le soir"]
)
def test_two_parts_of_the_day_are_two_needs(text: str) -> None:
    assert read(text) == (Need(2, IDE, when="matin"), Need(2, IDE, when="soir"))


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


def test_what_is_not_understood_is_named_exactly_and_the_rest_is_kept() -> None:
    assert unclear("2 médecins, 3 licornes et 1 IDE") == Unclear(
        "3 licornes", Why.UNKNOWN, kept=(Need(2, MG), Need(1, IDE))
    )


def test_every_piece_that_is_not_understood_is_told() -> None:
    found = unclear("3 licornes, 2 IDE, 4 dragons")
    assert (found.piece, found.more, found.kept) == ("3 licornes", ("4 dragons",), (Need(2, IDE),))


def test_what_may_be_several_professions_is_asked() -> None:
    found = unclear("2 IDE, 3 psy")
    assert (found.piece, found.why, found.meant[:2]) == (
        "3 psy",
        Why.AMBIGUOUS,
        ("psychologue", "medecin"),
    )


@pytest.mark.parametrize(
    ("text", "piece", "why"),
    [
        ("0 IDE", "0 IDE", Why.ZERO),
        ("zéro médecin", "zéro médecin", Why.ZERO),
        ("2 IDE, pas de médecin", "pas de médecin", Why.ZERO),
        ("-2 IDE", "-2 IDE", Why.NEGATIVE),
        ("IDE : -2", "IDE : -2", Why.NEGATIVE),
        ("501 IDE", "501 IDE", Why.TOO_MANY),
        ("99999999999999999999 IDE", "99999999999999999999 IDE", Why.TOO_MANY),
        ("300 IDE, 300 MG", "300 IDE, 300 MG", Why.TOO_MANY),
        ("1,5 IDE", "1,5 IDE", Why.NOT_WHOLE),
        ("2.5 médecins", "2.5 médecins", Why.NOT_WHOLE),
        ("IDE", "IDE", Why.NO_COUNT),
        ("médecins, 2 IDE", "médecins", Why.NO_COUNT),
        ("3", "3", Why.NO_POST),
        ("2 IDE, 4", "4", Why.NO_POST),
        ("matin 2 IDE et 1 MG, aprem 4", "aprem 4", Why.NO_POST),
        ("2 IDE ou bénévoles", "2 IDE ou bénévoles", Why.MIXED),
        ("2 IDE ou 1 MG", "2 IDE ou 1 MG", Why.MIXED),
        ("2 médecins infirmiers", "2 médecins infirmiers", Why.MIXED),
        ("3 licornes", "3 licornes", Why.UNKNOWN),
        ("2 IDE motivées", "2 IDE motivées", Why.UNKNOWN),
        ("3 IDE dont 1 SF", "3 IDE dont", Why.UNKNOWN),
        ("", "", Why.EMPTY),
        ("  ,; ", ",;", Why.EMPTY),
    ],
)
def test_a_need_that_cannot_be_is_refused_with_its_reason(text: str, piece: str, why: Why) -> None:
    found = unclear(text)
    assert (found.piece, found.why) == (piece, why)


def test_people_are_counted() -> None:
    found = read_needs("2 médecin, 4 infirmier, 1 pharmacien")
    assert isinstance(found, Needs)
    assert found.people == 7


@pytest.mark.parametrize(
    "text",
    [
        *("2 médecin, 4 infirmier, 1 pharmacien", "2 IDE", "IDE x2", "4 accueil, 2 bénévoles"),
        *("2 médecins, 3 licornes", "0 IDE", "-2 IDE", "600 IDE", "3 psy", "2 IDE motivées"),
        *("matin 2 IDE, aprem 4", "au moins 3 IDE", '3 "licornes"', "10 personnes", "1,5 IDE"),
    ],
)
def test_needs_look_like_needs_even_when_something_is_wrong(text: str) -> None:
    assert looks_like_needs(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Centre de vaccination", "Gymnase Pagnol", "Formation IDE", "Réunion des médecins"),
        *(
            "sam 12/12 9h-13h, 13h-18h",
            "12/12",
            "9h-13h",
            "9-13",
            "demain 9-13",
            "sam matin et aprem",
        ),
        *(
            "4 rue des Lilas",
            "3 rue du Médecin",
            "12 place du Marché",
            "1 place de la Mairie",
            "Salle 2",
        ),
        *(
            "Pharmacie 3 rue des Lilas",
            "Pharmacie du centre",
            "avant 20h",
            "contact 06 12 34 56 78",
        ),
        *("membres : Saint-Aubin", "tout le monde", "urgent", "payé", "non payé", "3 licornes"),
        *("mar 15", "mer 16 9h", "mardi 15/12 matin", "matin", "matin et aprem", "lundi", "J+2"),
        *("Permanence psy du 12", "Canicule : appels aux personnes isolées", "1er étage", "IDE"),
        *("Maison de santé, 2 allée des Infirmières", "sauf les retraités", "Plan blanc niveau 2"),
        *("https://visio.example/ca", "Vaccination grippe 2026", "Accueil", "2e étage, salle 4"),
    ],
)
def test_titles_places_and_times_do_not(text: str) -> None:
    assert not looks_like_needs(text)


NAMES = {
    "medecin": ["médecin", "médecins", "MG", "doc"],
    "infirmier": ["IDE", "infirmière", "infirmiers", "idel"],
    "pharmacien": ["pharmacien", "pharma"],
    "kine": ["kiné", "kinés", "MK"],
    "sage-femme": ["SF", "sages-femmes"],
    "aide-soignant": ["AS", "aides-soignants"],
}
asked = st.lists(
    st.tuples(
        st.integers(1, 60), st.sampled_from(sorted(NAMES)), st.integers(0, 3), st.integers(0, 4)
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda one: one[1],
)


def spell(count: int, key: str, name: int, form: int) -> str:
    word = NAMES[key][name % len(NAMES[key])]
    forms = ("{n} {w}", "{w} x{n}", "{n}x {w}", "{w} : {n}", "au moins {n} {w}")
    return forms[form].format(n=count, w=word)


@given(asked, st.sampled_from([", ", ";", "\n", " + ", " et ", " | ", ","]))
def test_every_written_line_is_read_as_it_was_meant(
    line: list[tuple[int, str, int, int]], between: str
) -> None:
    text = between.join(spell(*one) for one in line)
    expected = tuple(Need(n, (key,), at_least=form == 4) for n, key, _, form in line)
    assert read(text) == expected
    assert looks_like_needs(text)


@given(asked, st.sampled_from(["licornes", "gymnase", "zzz", "rue"]))
def test_a_foreign_piece_never_loses_the_others(
    line: list[tuple[int, str, int, int]], word: str
) -> None:
    text = ", ".join([*(spell(*one) for one in line), f"7 {word}"])
    found = unclear(text)
    assert found.piece == f"7 {word}"
    assert [need.count for need in found.kept] == [one[0] for one in line]


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = read_needs(text)
    looks_like_needs(text)
    if isinstance(found, Needs):
        assert 0 < found.people <= 500
        assert all(need.count > 0 and bool(need.posts) != bool(need.label) for need in found.items)


@given(st.text('0123456789 xIDEMGouet,+/-()"«»:;\nmatinsor', max_size=80))
def test_any_heap_of_needs_is_read_or_refused(text: str) -> None:
    found = read_needs(text)
    assert isinstance(found, Needs | Unclear)
    looks_like_needs(text)


def test_a_very_long_text_ends_soon() -> None:
    assert isinstance(read_needs("2 licornes, " * 20_000), Unclear)
