import time as clock
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.reading.replies import Kind, Reply, SlotName, read_reply

SATURDAY, SUNDAY = date(2026, 12, 12), date(2026, 12, 13)


def slot(number: int, day: date, start: int, end: int, part: str) -> SlotName:
    return SlotName(number, day.weekday(), day, time(start % 24), time(end % 24), part)


ONE = [slot(1, SATURDAY, 9, 13, "matin")]
TWO = [*ONE, slot(2, SATURDAY, 13, 18, "aprem")]
WEEKEND = [*ONE, slot(2, SUNDAY, 14, 18, "aprem")]
FOUR = [*TWO, slot(3, SUNDAY, 9, 13, "matin"), slot(4, SUNDAY, 13, 18, "aprem")]
NIGHT = [slot(1, SATURDAY, 20, 8, "nuit")]

YES = (
    *("oui", "Oui !", "OUI", "ouiii", "ouais", "ok", "OK", "okay", "d'accord", "dispo", "Dispo !"),
    *("je viens", "Je viens.", "je suis dispo", "je suis disponible", "je suis là", "présente"),
    *("Présent !", "partante", "volontaire", "je peux", "je peux venir", "je prends", "j'arrive"),
    *("avec plaisir", "oui avec plaisir", "volontiers", "bien sûr", "oui bien sûr", "tout à fait"),
    *(
        "comptez sur moi",
        "compte sur moi",
        "inscrivez-moi",
        "notez-moi",
        "je confirme",
        "j'y serai",
    ),
    *(
        "pas de souci",
        "pas de soucis",
        "pas de problème",
        "pas de pb",
        "aucun problème",
        "ok pour moi",
    ),
    *("sans problème", "y a pas de souci", "ça me va", "ça marche", "c'est bon pour moi", "banco"),
    *(
        "oui merci",
        "oui, je viens",
        "bonjour, oui je viens",
        "Bonjour à tous, je suis dispo",
        "ben oui",
    ),
    *(
        "je me libère",
        "je suis toujours dispo",
        "oui je serai là",
        "je serai présent",
        "je participe",
    ),
    *("yes", "yep", "sure", "count me in", "I'm in", "I can come", "I'll be there", "no problem"),
    *("👍", "👌", "✅", "👍🏻", "👍👍", "oui 👍", "🙋", "oui 🎉", "oui\ncordialement, Marie"),
)
NO = (
    *("non", "Non.", "NON", "nan", "non non", "désolé", "Désolée", "pas dispo", "pas disponible"),
    *("impossible", "pas cette fois", "pas cette fois-ci", "non merci", "non désolé", "désolé non"),
    *("je ne suis pas dispo", "je suis pas dispo", "je ne peux pas", "je peux pas", "j'peux pas"),
    *("je ne pourrai pas", "je ne pourrai pas venir", "je ne viens pas", "je ne serai pas là"),
    *(
        "je ne pourrai malheureusement pas être présente",
        "ça ne va pas être possible",
        "pas possible",
    ),
    *(
        "ce n'est pas possible pour moi",
        "je ne suis plus dispo",
        "je ne peux plus venir",
        "plus dispo",
    ),
    *(
        "indisponible",
        "absente",
        "sans moi",
        "je passe mon tour",
        "malheureusement non",
        "hélas non",
    ),
    *("désolé je suis en vacances", "non désolée, je travaille", "désolée je suis de garde"),
    *(
        "Bonjour à tous, désolée je ne peux pas",
        "merci mais non",
        "merci mais pas cette fois",
        "nope",
    ),
    *("non pas du tout", "absolument pas", "aucune dispo", "ni l'un ni l'autre", "aucun des deux"),
    *("pas libre", "pas moi", "non, pas cette semaine", "je n'ai pas le temps", "finalement non"),
    *(
        "no",
        "can't",
        "I can't",
        "I can't make it",
        "sorry",
        "sorry I can't",
        "not available",
        "no thanks",
    ),
    *("❌", "👎", "🙅", "non 😔", "❌ Pas cette fois", "not this time", "unavailable"),
)
MAYBE = (
    *(
        "peut-être",
        "peut etre",
        "si besoin",
        "🤔 Si besoin",
        "en dernier recours",
        "dernier recours",
    ),
    *(
        "éventuellement",
        "pourquoi pas",
        "à voir",
        "à confirmer",
        "je ne sais pas",
        "je sais pas encore",
    ),
    *("pas sûr", "je ne suis pas sûre", "je vais voir", "je vous redis", "je vous redis demain"),
    *("oui si besoin", "oui peut-être", "ok si vraiment besoin", "oui mais en dernier recours"),
    *(
        "je pense",
        "je pense que oui",
        "normalement oui",
        "sous réserve",
        "au cas où",
        "faute de mieux",
    ),
    *(
        "je viens si vous n'avez personne",
        "je viendrai peut-être",
        "je pourrais venir",
        "🤔",
        "maybe",
    ),
    *(
        "perhaps",
        "if needed",
        "last resort",
        "not sure",
        "why not",
        "possible",
        "je peux peut-être",
    ),
)
UNCLEAR = (
    *(
        "",
        "?",
        "…",
        "c'est où ?",
        "c'est où",
        "c'est payé ?",
        "payé ?",
        "combien ?",
        "à quelle heure ?",
    ),
    *(
        "oui ?",
        "ok ?",
        "dispo ?",
        "oui, c'est où ?",
        "merci",
        "ok merci",
        "bien reçu",
        "ok bien reçu",
    ),
    *(
        "c'est noté",
        "ok c'est noté",
        "oui non",
        "oui et non",
        "oui ou non",
        "✅❌",
        "je viens de voir",
    ),
    *(
        "je travaille",
        "je suis malade",
        "je suis en vacances",
        "oui je travaille",
        "je serai en retard",
    ),
    *("je ne dis pas non", "non je rigole oui", "non payé", "non urgent", "oui je ne peux pas"),
    *(
        "non pas de souci je viens",
        "non c'est bon",
        "oui désolé",
        "oui mais",
        "non mais",
        "oui mais non",
    ),
    *(
        "je ne suis pas contre",
        "je ne peux pas garantir",
        "j'ai pas compris",
        "ni oui ni non",
        "jamais",
    ),
    *("je ne pense pas", "je suis dispo si on me rappelle", "oui jusqu'à 12h", "oui avant 11h"),
    *(
        "oui mais je dois partir à 12h",
        "on vient à 2",
        "j'ai 2 enfants",
        "je viens avec 2 collègues",
    ),
    *(
        "ma collègue vient",
        "mon mari est dispo",
        "bon courage",
        "😊",
        "🙏",
        "stop",
        "pause",
        "annuler",
    ),
    *("lundi", "le soir", "12", "0", "99", "1/2", "10h-12h", "ok de 10h à 12h", "pas que le matin"),
    *(
        "plutôt le matin",
        "@Marie oui",
        "§Y",
        "@0",
        "@t0",
        "oui " * 100,
        "Appelez-moi au 06 12 34 56 78",
    ),
    *("pas dispo sauf samedi", "non sauf le matin", "sauf le matin", "impossible sauf si besoin"),
    *(
        "je suis prise samedi",
        "c'est samedi",
        "c'est le matin",
        "merci pour samedi",
        "super samedi",
    ),
    *(
        "bon courage pour samedi",
        "bonne journée samedi",
        "ok super",
        "oui, pas après 11h",
        "je suis 1",
    ),
    *("je ne peux pas après 10h", "pas après 10h samedi", "je suis de garde samedi", "ok parfait"),
    *("pas avant 10h", "non, je peux", "non, samedi matin je peux", "sorry for the delay", "rien"),
)


@pytest.mark.parametrize("text", YES)
def test_a_yes_to_the_only_slot(text: str) -> None:
    found = read_reply(text, ONE)
    assert (found.kind, found.yes, found.no, found.certain) == (Kind.YES, (1,), False, True)


@pytest.mark.parametrize("text", YES)
def test_a_bare_yes_to_several_slots_asks_which(text: str) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.certain) == (Kind.NEED_SLOT, (), False)


@pytest.mark.parametrize("slots", [ONE, TWO, FOUR, []])
@pytest.mark.parametrize("text", NO)
def test_a_no_is_a_no_to_everything(text: str, slots: list[SlotName]) -> None:
    found = read_reply(text, slots)
    assert (found.kind, found.no, found.yes, found.maybe) == (Kind.NO, True, (), ())
    assert found.refused == tuple(slot.number for slot in slots)


@pytest.mark.parametrize("text", MAYBE)
def test_a_perhaps_takes_the_only_slot_and_else_asks_which(text: str) -> None:
    one, two = read_reply(text, ONE), read_reply(text, TWO)
    assert (one.kind, one.maybe, one.yes) == (Kind.MAYBE, (1,), ())
    assert (two.kind, two.maybe, two.yes, two.certain) == (Kind.MAYBE, (), (), False)


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_not_understood_is_kept_and_never_guessed(text: str) -> None:
    found = read_reply(text, ONE)
    assert (found.kind, found.yes, found.no, found.certain) == (Kind.UNCLEAR, (), False, False)
    assert found.note == " ".join(text.split())[:300]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "les deux",
            "Les 2",
            "les deux !",
            "tous",
            "tous les créneaux",
            "1 et 2",
            "1,2",
            "1, 2",
            "1 2",
        ),
        *(
            "1 & 2",
            "1+2",
            "1-2",
            "1 à 2",
            "le 1 et le 2",
            "le premier et le deuxième",
            "both",
            "both please",
        ),
        *(
            "oui pour les deux",
            "ok pour les 2",
            "oui, les deux",
            "je prends les deux",
            "je prends tout",
        ),
        *(
            "matin et aprem",
            "samedi matin et après-midi",
            "toute la journée",
            "samedi toute la journée",
        ),
        *(
            "pas de problème pour les deux",
            "9h-13h et 13h-18h",
            "1️⃣ et 2️⃣",
            "✅ les deux",
            "oui 1 et 2",
        ),
        *(
            "1 oui 2 oui",
            "les deux créneaux",
            "je suis dispo les deux",
            "tous les samedis",
            "all day",
        ),
    ],
)
def test_both_slots_are_taken_in_many_words(text: str) -> None:
    assert read_reply(text, TWO) == Reply(Kind.YES, yes=(1, 2))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "1",
            "le 1",
            "n° 1",
            "N°1",
            "numéro 1",
            "créneau 1",
            "le premier",
            "1er",
            "1️⃣",
            "✅ 1",
            "1 oui",
        ),
        *(
            "matin",
            "le matin",
            "le matin seulement",
            "que le matin",
            "samedi matin",
            "sam matin",
            "sam. matin",
        ),
        *(
            "oui le matin",
            "dispo le matin",
            "je suis dispo samedi matin",
            "ok pour samedi matin",
            "oui 1",
        ),
        *(
            "9h-13h",
            "9 h – 13 h",
            "de 9h à 13h",
            "Sam. 9 h – 13 h",
            "✅ Sam. 9 h – 13 h",
            "9:00-13:00",
        ),
        *(
            "9h",
            "celui de 9h",
            "j'arrive à 9h",
            "je viens à 9h",
            "samedi 12 au matin",
            "le 12 au matin",
        ),
        *(
            "je ne peux que le matin",
            "je ne suis dispo que le matin",
            "oui mais que le matin",
            "morning",
        ),
        *(
            "mettez-moi sur le 1",
            "je fais le matin",
            "pas de souci pour le matin",
            "saturday morning",
        ),
    ],
)
def test_one_of_two_slots_is_named_in_many_words(text: str) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.no, found.certain) == (Kind.SOME, (1,), False, True)


@pytest.mark.parametrize(
    ("text", "yes", "refused"),
    [
        ("oui pour le 1 non pour le 2", (1,), (2,)),
        ("oui pour le 1, non pour le 2", (1,), (2,)),
        ("1 oui 2 non", (1,), (2,)),
        ("1: oui, 2: non", (1,), (2,)),
        ("1 oui\n2 non", (1,), (2,)),
        ("2 oui, 1 non", (2,), (1,)),
        ("non pour le 1, oui pour le 2", (2,), (1,)),
        ("oui sauf le matin", (2,), (1,)),
        ("les deux sauf le matin", (2,), (1,)),
        ("tous sauf le 2", (1,), (2,)),
        ("oui mais pas le matin", (2,), (1,)),
        ("je suis dispo mais pas le matin", (2,), (1,)),
        ("le 1 mais pas le 2", (1,), (2,)),
        ("le 1 pas le 2", (1,), (2,)),
        ("dispo le matin pas l'aprem", (1,), (2,)),
        ("pas le matin, l'aprem oui", (2,), (1,)),
        ("yes for 1, no for 2", (1,), (2,)),
        ("✅ 1 ❌ 2", (1,), (2,)),
    ],
)
def test_yes_and_no_go_to_the_slots_they_are_said_of(
    text: str, yes: tuple[int, ...], refused: tuple[int, ...]
) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.refused) == (Kind.SOME, yes, refused)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("je peux pas samedi mais dimanche oui", (2,)),
        ("je ne suis pas libre samedi mais je peux dimanche", (2,)),
        ("pas samedi mais dimanche", (2,)),
        ("not saturday but sunday", (2,)),
        ("désolé pas samedi mais ok dimanche", (2,)),
        ("non mais dimanche oui", (2,)),
        ("samedi non dimanche oui", (2,)),
        ("samedi oui, dimanche non", (1,)),
        ("samedi oui sinon non", (1,)),
        ("OK pour samedi matin, dimanche je ne peux pas", (1,)),
        ("Oui pour samedi matin. Dimanche je ne peux pas.", (1,)),
        ("samedi", (1,)),
        ("sam.", (1,)),
        ("oui samedi", (1,)),
        ("le 13", (2,)),
        ("le 13/12", (2,)),
        ("dimanche 13 décembre", (2,)),
        ("dimanche après-midi", (2,)),
        ("le dernier", (2,)),
    ],
)
def test_days_name_slots_where_each_has_one(text: str, yes: tuple[int, ...]) -> None:
    found = read_reply(text, WEEKEND)
    assert (found.kind, found.yes) == (Kind.SOME, yes)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "samedi",
            "oui samedi",
            "le matin",
            "les deux",
            "1 ou 2",
            "samedi ou dimanche",
            "un des deux",
        ),
        *(
            "l'un ou l'autre",
            "n'importe lequel",
            "9h-13h",
            "le 12",
            "à partir de 10h",
            "dispo samedi",
        ),
    ],
)
def test_what_fits_several_slots_asks_which(text: str) -> None:
    found = read_reply(text, FOUR)
    assert (found.kind, found.yes, found.certain) == (Kind.NEED_SLOT, (), False)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("les matins", (1, 3)),
        ("tous les samedis", (1, 2)),
        ("samedi toute la journée", (1, 2)),
        ("samedi et dimanche matin", (1, 3)),
        ("samedi matin et dimanche après-midi", (1, 4)),
        ("samedi matin et aprem", (1, 2)),
        ("oui sauf le matin", (2, 4)),
        ("1,3", (1, 3)),
        ("1, 2 et 4", (1, 2, 4)),
        ("2 à 4", (2, 3, 4)),
        ("dispo samedi 13h-18h", (2,)),
        ("samedi sauf le matin", (2,)),
    ],
)
def test_several_of_four_slots(text: str, yes: tuple[int, ...]) -> None:
    found = read_reply(text, FOUR)
    assert (found.kind, found.yes) == (Kind.SOME, yes)


@pytest.mark.parametrize(
    "text", ["pas le matin", "pas samedi matin", "non pour le 1", "1 non", "pas 1"]
)
def test_a_no_to_a_part_leaves_the_rest_open(text: str) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.no, found.refused) == (Kind.UNCLEAR, (), False, (1,))


@pytest.mark.parametrize("text", ["pas samedi", "je peux pas samedi", "1 non", "non pour le matin"])
def test_a_no_to_a_part_that_is_all_there_is_is_a_no(text: str) -> None:
    assert read_reply(text, ONE).kind is Kind.NO


@pytest.mark.parametrize(
    "text", ["pas les deux", "je ne peux pas les deux", "pas tous", "pas tout"]
)
def test_not_both_may_be_one_of_them(text: str) -> None:
    assert read_reply(text, TWO).kind is Kind.UNCLEAR


@pytest.mark.parametrize(
    ("text", "yes", "maybe"),
    [
        ("oui pour le 1, si besoin pour le 2", (1,), (2,)),
        ("1 ok, 2 si besoin", (1,), (2,)),
        ("le matin oui, l'aprem peut-être", (1,), (2,)),
    ],
)
def test_a_yes_and_a_perhaps(text: str, yes: tuple[int, ...], maybe: tuple[int, ...]) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.maybe) == (Kind.SOME, yes, maybe)


@pytest.mark.parametrize(
    "text", ["peut-être le matin", "si besoin pour le 1", "1 peut-être", "🤔 1"]
)
def test_a_perhaps_to_one_slot(text: str) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.maybe, found.yes) == (Kind.MAYBE, (1,), ())


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("ok après 14h", time(14)),
        ("ok après 14", time(14)),
        ("à partir de 14h30", time(14, 30)),
        ("oui mais à partir de 14h", time(14)),
        ("oui mais pas avant 15h", time(15)),
        ("dispo dès 14 h", time(14)),
        ("j'arrive à 14h", time(14)),
        ("je serai là à 14:30", time(14, 30)),
        ("je peux être là pour 14h", time(14)),
        ("ok pour le 2 mais après 15h", time(15)),
        ("samedi après 14h", time(14)),
        ("from 2pm", time(14)),
        ("after 14:00", time(14)),
        ("Bonjour, je suis dispo à partir de 16h", time(16)),
    ],
)
def test_whoever_comes_later_says_from_when(text: str, at: time) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.yes, found.from_time) == (Kind.LATER_ETA, (2,), at)
    assert found.note == text


def test_coming_later_to_the_only_slot() -> None:
    found = read_reply("à partir de 10h", ONE)
    assert (found.kind, found.yes, found.from_time) == (Kind.LATER_ETA, (1,), time(10))


def test_a_time_that_fits_two_slots_asks_which_and_keeps_the_time() -> None:
    found = read_reply("à partir de 10h", TWO)
    assert (found.kind, found.yes, found.from_time) == (Kind.NEED_SLOT, (), time(10))


def test_a_time_when_the_slot_is_over_is_not_a_yes() -> None:
    assert read_reply("ok après 14h", ONE).kind is Kind.UNCLEAR


def test_a_night_goes_on_after_midnight() -> None:
    assert read_reply("à partir de 22h", NIGHT).from_time == time(22)
    assert read_reply("j'arrive à 2h", NIGHT).yes == (1,)
    assert read_reply("j'arrive à 9h", NIGHT).kind is Kind.UNCLEAR


def test_perhaps_and_later_are_kept_together() -> None:
    found = read_reply("peut-être, à partir de 15h", TWO)
    assert (found.kind, found.maybe, found.from_time) == (Kind.MAYBE, (2,), time(15))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "non, mon mari passe son permis",
            "impossible, je garde mes petits-enfants",
            "non je marie mon fils",
        ),
        *(
            "je ne peux pas, j'ai déjà une réunion",
            "non désolée, ma voiture a un problème de frein",
        ),
    ],
)
def test_a_no_may_give_its_reason_which_is_kept(text: str) -> None:
    found = read_reply(text, TWO)
    assert (found.kind, found.no, found.note, found.certain) == (Kind.NO, True, text, False)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "non, c'est payé",
            "non, mais combien de temps",
            "non, je demande à ma collègue",
            "non, je plaisante",
        ),
        *(
            "non, quelle heure",
            "non, samedi prochain",
            "non, oui",
            "non, pas de souci",
            "désolé du retard",
        ),
    ],
)
def test_a_no_that_may_be_something_else_is_unclear(text: str) -> None:
    assert read_reply(text, TWO).kind is Kind.UNCLEAR


def test_tomorrow_is_the_only_slot_or_is_asked() -> None:
    assert read_reply("ok pour demain", ONE).yes == (1,)
    assert read_reply("ok pour demain", TWO).kind is Kind.NEED_SLOT
    assert read_reply("dispo demain matin", TWO).yes == (1,)


def test_a_number_that_may_be_a_day_is_not_guessed() -> None:
    slots = [slot(1, date(2026, 12, 2), 9, 13, "matin"), slot(2, date(2026, 12, 1), 9, 13, "matin")]
    assert read_reply("le 1", slots).kind is Kind.UNCLEAR
    assert read_reply("1", slots).yes == (1,)


def test_numbers_are_those_on_the_screen() -> None:
    seen = [FOUR[1], FOUR[3]]
    assert read_reply("2", seen).yes == (2,)
    assert read_reply("les deux", seen).yes == (2, 4)
    assert read_reply("le premier", seen).yes == (2,)
    assert read_reply("1", seen).kind is Kind.UNCLEAR


def test_a_plain_answer_has_no_note_and_one_with_more_keeps_it() -> None:
    assert read_reply("oui", ONE).note == ""
    assert read_reply("non désolé, je travaille", ONE).note == "non désolé, je travaille"


NEGATIONS = ["je ne viens pas", "je ne peux pas", "pas dispo", "non", "impossible", "plus dispo"]
NEGATIONS += ["je ne suis pas disponible", "jamais", "je ne pourrai plus", "can't", "not available"]
VOCABULARY = [
    *(
        "oui",
        "non",
        "ok",
        "pas",
        "ne",
        "je",
        "peux",
        "viens",
        "dispo",
        "mais",
        "et",
        "ou",
        "sauf",
        "si",
    ),
    *(
        "besoin",
        "samedi",
        "dimanche",
        "matin",
        "aprem",
        "1",
        "2",
        "3",
        "les deux",
        "le",
        "après",
        "14h",
    ),
    *(
        "à partir de",
        "9h-13h",
        "désolé",
        "merci",
        "peut-être",
        ",",
        "?",
        "!",
        ".",
        "👍",
        "❌",
        "🤔",
        "tous",
    ),
    *(
        "que",
        "seulement",
        "aucun",
        "ni",
        "demain",
        "j'arrive à",
        "plus",
        "possible",
        "licorne",
        "12/12",
    ),
]
sentences = st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join)
all_slots = st.sampled_from([[], ONE, TWO, WEEKEND, FOUR, NIGHT])


@given(
    st.sampled_from(NEGATIONS),
    st.sampled_from(["", " désolé", " samedi", " le matin", " du tout", " !"]),
)
def test_a_negated_answer_is_never_a_yes(negation: str, more: str) -> None:
    for slots in (ONE, TWO, WEEKEND, FOUR):
        found = read_reply(negation + more, slots)
        assert (found.yes, found.maybe) == ((), ())


@given(st.sampled_from(YES), st.sampled_from(NEGATIONS))
def test_a_yes_and_a_no_together_are_no_yes(yes: str, negation: str) -> None:
    for text in (f"{yes} {negation}", f"{yes}, {negation}", f"{negation}, {yes}"):
        assert read_reply(text, ONE).yes == ()


@given(st.sampled_from([*YES, *NO, *MAYBE]))
def test_a_question_mark_makes_it_a_question(text: str) -> None:
    assert read_reply(f"{text} ?", ONE).kind is Kind.UNCLEAR


@given(
    st.sampled_from(YES), st.sampled_from(["licorne", "seringue", "bonbon", "zut", "belle-mère"])
)
def test_a_yes_with_a_word_nobody_foresaw_is_not_taken(yes: str, word: str) -> None:
    assert read_reply(f"{yes} {word}", ONE).yes == ()


@given(sentences, all_slots)
def test_no_sentence_of_known_words_breaks_the_rules(text: str, slots: list[SlotName]) -> None:
    found = read_reply(text, slots)
    numbers = {slot.number for slot in slots}
    yes, maybe, refused = set(found.yes), set(found.maybe), set(found.refused)
    assert yes | maybe | refused <= numbers
    assert len(yes | maybe | refused) == len(yes) + len(maybe) + len(refused)
    assert found.no == (found.kind is Kind.NO)
    assert bool(yes) == (found.kind in (Kind.YES, Kind.SOME, Kind.LATER_ETA))
    if found.kind is Kind.YES:
        assert yes == numbers
    if "?" in text:
        assert found.kind is Kind.UNCLEAR


@given(st.text(max_size=60), all_slots)
def test_any_text_is_answered(text: str, slots: list[SlotName]) -> None:
    assert read_reply(text, slots).kind in Kind


def test_the_longest_text_is_read_soon() -> None:
    for word in (
        "oui ",
        "pas ",
        "suis pas dispo ",
        "1 ",
        "samedi matin et ",
        "9h-",
        "ne ",
        "@t0 ",
        "a ",
    ):
        begin = clock.thread_time()
        read_reply((word * 300)[:300], FOUR)
        assert clock.thread_time() - begin < 0.5
