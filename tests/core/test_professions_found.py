"""Which profession people mean by the words they use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.people import Lang
from bot.core.plain import fold
from bot.core.professions import ALL, candidates, find, get
from bot.core.professions.finding import _key, _names, one_letter_apart


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (
            "infirmier",
            "IDE, idel, I.D.E., inf, Inf., infirmier, infirmière, infirmieres, INFIRMIERS",
        ),
        (
            "infirmier",
            "infirmier libéral, infirmière libérale, IDE libérale, infirmière diplômée d'État",
        ),
        (
            "infirmier",
            "IPA, IADE, IBODE, puéricultrice, nurse, nurses, une infirmière, infirmier DE",
        ),
        (
            "medecin",
            "médecin, medecins, MG, mg, doc, docs, docteur, Dr, dr., généraliste, GP, doctor",
        ),
        ("medecin", "médecin généraliste, médecins généralistes, psychiatre, pédiatre, urgentiste"),
        ("medecin", "médecin urgentiste, médecin retraité, médecin traitant, docteure"),
        ("pharmacien", "pharmacien, pharmacienne, pharma, pharmaciens, pharmacien d'officine"),
        ("kine", "kiné, kine, kinés, MK, mkde, masseur-kinésithérapeute, kinésithérapeute, physio"),
        ("kine", "masseurs kinésithérapeutes, Masseur-Kinésithérapeute, masseuse-kinésithérapeute"),
        (
            "sage-femme",
            "SF, sf, sage-femme, sage femme, sages-femmes, maïeuticien, midwife, midwives",
        ),
        ("dentiste", "dentiste, chir-dent, chirurgien-dentiste, chirurgienne-dentiste, dentists"),
        ("orthophoniste", "ortho, orthophoniste, orthophonistes, speech therapist"),
        ("pedicure", "podo, podologue, pédicure, pédicure-podologue, pédicures podologues"),
        ("psychologue", "psychologue, psycho, psychologue clinicienne, psychologist"),
        ("dieteticien", "diet, diét, diététicienne, diététicien nutritionniste, dietitian"),
        ("aide-soignant", "AS, aide-soignante, aides-soignants, aide soignant, nursing assistant"),
        ("preparateur", "préparateur, préparatrice, prépa, préparatrice en pharmacie"),
        ("ergotherapeute", "ergo, ergothérapeute"),
        ("orthoptiste", "orthoptiste, orthoptistes"),
        ("audioprothesiste", "audio, audioprothésiste"),
        ("opticien", "opticien, opticienne, opticien-lunetier"),
        ("ambulancier", "ambulancier, ambulancière, ambulanciers"),
        ("assistant-social", "assistante sociale, assistant social, ASS, social worker"),
        ("etudiant", "étudiant infirmier, étudiante infirmière, ESI, interne, interne en médecine"),
        ("autre", "autre, Autre, other, autres"),
    ],
)
def test_people_call_a_profession_by_many_names(key: str, words: str) -> None:
    for word in words.split(", "):
        assert find(word) is get(key), word


@pytest.mark.parametrize(
    "words",
    [
        "infirmier(e)",
        "infirmier(e)s",
        "infirmièr(e)s",
        "infirmier(ère)(s)",
        "infirmier·ère·s",
        "infirmier·e·s",
        "infirmier•e",
        "infirmier.e.s",
        "infirmier-e-s",
        "infirmier-ière",
        "infirmier/ère",
        "infirmier / infirmière",
        "infirmière, infirmier",
        "infirmière ou infirmier",
    ],
)
def test_inclusive_spellings_are_one_profession(words: str) -> None:
    assert find(words) is get("infirmier")


@pytest.mark.parametrize(
    ("typo", "key"),
    [
        ("infirmer", "infirmier"),
        ("infimière", "infirmier"),
        ("infirmirère", "infirmier"),
        ("medcin", "medecin"),
        ("médeçin", "medecin"),
        ("meedecin", "medecin"),
        ("pharmcien", "pharmacien"),
        ("pharamcien", "pharmacien"),
        ("dentste", "dentiste"),
        ("psycologue", "psychologue"),
        ("ortophoniste", "orthophoniste"),
        ("kinésitérapeute", "kine"),
        ("sage-feme", "sage-femme"),
        ("aide-soignnate", "aide-soignant"),
        ("dieteticienne", "dieteticien"),
    ],
)
def test_one_wrong_letter_is_forgiven(typo: str, key: str) -> None:
    assert find(typo) is get(key)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            " ",
            "3",
            "…",
            "licorne",
            "licornes",
            "centre",
            "gymnase",
            "id",
            "ide5x",
            "samedi",
            "mar",
        ),
        *(
            "mer",
            "bénévole",
            "accueil",
            "secrétaire",
            "vaccination",
            "médecin infirmier",
            "mardi",
            "de",
        ),
        *(
            "psy",
            "nutritionniste",
            "assistante",
            "médecin ou infirmier",
            "soignants",
            "doc licorne",
        ),
    ],
)
def test_what_is_none_or_several_is_not_guessed(words: str) -> None:
    assert find(words) is None


def test_what_may_be_several_lists_them() -> None:
    assert [p.key for p in candidates("psy")] == ["psychologue", "medecin", "psychotherapeute"]
    assert [p.key for p in candidates("médecin ou IDE")] == ["medecin", "infirmier"]
    assert candidates("licorne") == ()


@pytest.mark.parametrize("profession", ALL)
def test_each_finds_itself_by_all_it_is_called(profession: object) -> None:
    for known in ALL:
        if known is profession:
            shown = (known.labelled(Lang.FR), known.labelled(Lang.EN))
            for words in (*_names(known), *shown, known.fr.upper(), fold(known.label)):
                assert find(words) is known, words


def test_no_name_belongs_to_two() -> None:
    owner: dict[str, str] = {}
    for profession in ALL:
        for name in _names(profession):
            assert owner.setdefault(_key(fold(name)), profession.key) == profession.key, name


@given(st.text(max_size=80))
def test_any_words_are_answered(words: str) -> None:
    meant = find(words)
    assert meant is None or meant in ALL


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_letter_apart_is_symmetric_and_never_far(left: str, right: str) -> None:
    apart = one_letter_apart(left, right)
    assert apart == one_letter_apart(right, left)
    if apart:
        assert abs(len(left) - len(right)) <= 1
        assert (
            sorted(left) == sorted(right)
            or sum(abs(left.count(letter) - right.count(letter)) for letter in "abc") <= 2
        )
