"""What holds of every line of needs and of every text."""

from hypothesis import given
from hypothesis import strategies as st

from handlers.staffing.reading.needs import Need, Needs, Unclear, looks_like_needs, read_needs
from tests.staffing.needs import read, unclear

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
