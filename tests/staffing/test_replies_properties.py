"""What holds of every reply, whatever is asked."""

import time as clock

from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.reading.replies import Kind, SlotName, read_reply
from tests.staffing.replies import FOUR, MAYBE, NIGHT, NO, ONE, TWO, WEEKEND, YES

NEGATIONS = ["je ne viens pas", "je ne peux pas", "pas dispo", "non", "impossible", "plus dispo"]
NEGATIONS += ["je ne suis pas disponible", "jamais", "je ne pourrai plus", "can't", "not available"]
VOCABULARY = [
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
