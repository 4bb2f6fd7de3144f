"""Emoji that stand for buttons: each keeps its meaning for the life of its message."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.signs import (
    BACK,
    DIGITS,
    MORE,
    NEXT,
    assign,
    bare,
    leading,
    number_of,
    same,
    turn,
    window,
)


def test_a_sign_is_the_emoji_of_the_label_else_the_digit_one_may_type() -> None:
    keys = [("✅ Sam. 9 h", "a", 1), ("✅ Sam. 13 h", "b", 2), ("‹ Retour", "c", 3)]
    assert assign(keys, {}) == ["✅", DIGITS[1], BACK]
    assert assign([("Garance", "a", 1), ("Oui", "b", 2)], {}) == [DIGITS[0], "✅"]
    assert assign([("➡️ Suite", "a", 1)], {}) == [NEXT], "➡️ is for the keys that did not fit"
    assert [leading(w) for w in ("✏️ Modifier", "👩‍⚕️ Infirmière", "1. Un", "🇫🇷 Oui", "Non")] == [
        "✏️", "👩‍⚕️", "", "🇫🇷", "",
    ]  # fmt: skip


def test_words_stand_after_the_emoji_without_the_one_they_began_with() -> None:
    said = {
        "✅ Oui": "Oui", "‹ Retour": "Retour", "Garance": "Garance", "👩‍⚕️ Infirmière": "Infirmière",
        "🙂": "🙂", "☑ Vaccination": "☑ Vaccination",
    }  # fmt: skip
    assert {label: bare(label) for label in said} == said
    assert assign([("☑ Vaccination", "a", 1), ("☐ Logistique", "b", 2)], {}) == [*DIGITS[:2]]


def test_colours_of_skin_and_of_emoji_are_the_same_tap() -> None:
    assert same("👍🏽") == same("👍") == "👍"
    assert same("✖️") == same("✖")
    assert [number_of(sign) for sign in ("1️⃣", "2\u20e3", "🔟", "👍")] == [1, 2, 10, 0]


def test_what_was_shown_keeps_its_sign_and_a_new_key_takes_none_that_was_used() -> None:
    before = {"✅": "a", DIGITS[1]: "b"}
    assert assign([("✅ Dim. 9 h", "z", 1), ("✅ Sam. 13 h", "b", 2)], before) == [
        DIGITS[0], DIGITS[1],
    ]  # fmt: skip


meanings = st.text("abcdefghijklmnop", min_size=1, max_size=2)
labels = st.sampled_from(["✅ Oui", "❌ Non", "🤔 Peut-être", "Rien", "➡️ Suite"])
pages = st.lists(st.lists(st.tuples(labels, meanings), max_size=8, unique_by=lambda k: k[1]))


@given(pages)
def test_no_emoji_ever_comes_to_mean_something_else(steps: list[list[tuple[str, str]]]) -> None:
    meant: dict[str, str] = {}
    for step in steps:
        keys = [(label, meaning, n) for n, (label, meaning) in enumerate(step, 1)]
        signs = assign(keys, meant)
        shown = [same(s) for s in signs if s]
        assert len(set(shown)) == len(shown)
        assert same(MORE) not in shown
        for sign, (_, meaning) in zip(signs, step, strict=True):
            if sign:
                assert meant.setdefault(sign, meaning) == meaning


@given(st.integers(0, 60))
def test_turning_shows_every_key_and_comes_back_to_the_first(count: int) -> None:
    seen, first = set[int](), 0
    for _ in range(20):
        shown, more = window(count, first)
        assert len(shown) + more <= 8
        seen |= set(shown)
        if not more:
            break
        first = turn(count, first)
    assert seen == set(range(count))
