"""What holds of every number and of every text."""

import string

from hypothesis import given
from hypothesis import strategies as st

from bot.core.guard import Outcome, Reason, judge
from tests.core.nir import with_key

BLOCK, PASS = Outcome.BLOCK, Outcome.PASS

people = st.builds(
    lambda sex, year, month, place, order: f"{sex}{year:02d}{month:02d}{place}{order:03d}",
    st.sampled_from("123478"),
    st.integers(0, 99),
    st.one_of(st.integers(1, 12), st.integers(20, 42), st.integers(50, 99)),
    st.one_of(
        st.builds(lambda d, c: f"{d:02d}{c:03d}", st.integers(1, 99), st.integers(1, 990)),
        st.builds(lambda d, c: f"2{d}{c:03d}", st.sampled_from("AB"), st.integers(1, 360)),
    ),
    st.integers(1, 999),
)
gaps = st.sampled_from(["", " ", " ", ".", "-", "/", " / ", "\n", "\u200b", "_"])
words = st.text(alphabet=string.ascii_letters + " éèàç'!?()", max_size=40)


@given(people, st.lists(gaps, min_size=6, max_size=6), words, words)
def test_every_right_number_is_blocked_in_any_text(
    body: str, cuts: list[str], before: str, after: str
) -> None:
    number = with_key(body)
    ends = (1, 3, 5, 7, 10, 13, 15)
    fields = [number[a:b] for a, b in zip((0, *ends), ends, strict=False)]
    written = "".join(f + g for f, g in zip(fields, [*cuts, ""], strict=True))
    assert judge(f"{before} {written} {after}").outcome is BLOCK


@given(people, st.integers(1, 96))
def test_a_wrong_key_never_blocks(body: str, shift: int) -> None:
    right = int(with_key(body)[13:])
    wrong = (right - 1 + shift) % 97 + 1
    assert judge(f"{body}{wrong:02d}").outcome is not BLOCK


@given(st.text())
def test_any_text_gets_a_verdict(text: str) -> None:
    verdict = judge(text)
    assert (verdict.reason is Reason.NONE) == (verdict.outcome is PASS)


@given(st.text(alphabet="0123456789 ./-\nAB()clé", max_size=200))
def test_any_heap_of_digits_gets_a_verdict(text: str) -> None:
    assert judge(text).outcome in Outcome
