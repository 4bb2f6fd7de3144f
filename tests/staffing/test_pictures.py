"""The roster and the grid as pictures: what is drawn."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine.paper.letters import readable, width, wrap
from handlers.staffing.pictures import canvas
from handlers.staffing.pictures.frame import Frame
from handlers.staffing.pictures.grid import draw_grid
from handlers.staffing.pictures.gridfacts import (
    Count,
    GridFacts,
    GridLegend,
    Group,
    Line,
    Mark,
    Need,
    Slot,
)
from handlers.staffing.pictures.initials import initials
from handlers.staffing.pictures.roster import draw_roster
from handlers.staffing.pictures.rosterfacts import Cell, Legend, Post, RosterFacts, Row, Sure, Who
from tests.staffing.pictures import opened, pixels

LEGEND = Legend("vient", "a confirmé", "place proposée", "il manque quelqu'un")
FULL = Cell((Who("AD"), Who("BM")))
SHORT = Cell((Who("AD"),), "il manque 1")
MARKS = GridLegend("libre", "si besoin", "non", "sans réponse", "autre", "pas assez")

ODD = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "🎉🎉",
            "محمد علي",
            "x" * 400,
            "\u202eabc",
            "a\u0300" * 30,
            "-",
            "—",
            "Jean\u00adPaul",
            " ",
        ]
    ),
)


def roster(*rows: tuple[Cell | None, ...], frame: Frame | None = None) -> RosterFacts:
    posts = tuple(Post(f"Infirmiers {n}", "Inf.") for n in range(len(rows[0])))
    shown = tuple(
        Row("sam. 12 déc.", "9 h – 13 h", cells, "1 sur 2", SHORT not in cells) for cells in rows
    )
    return RosterFacts(frame or Frame("Centre", "Fait hier"), posts, shown, "Total", LEGEND)


def grid(name: str, marks: tuple[Mark, ...], *, short: bool = False) -> GridFacts:
    slots = tuple(Slot(str(n), "sam. 12", "9 h") for n in range(1, len(marks) + 1))
    counts = tuple(Count("1 sur 4", short) for _ in marks)
    groups = (Group("Infirmiers", ("1",) * len(marks), (Line(name, marks),)),)
    needs = (Need("Infirmiers ou sages-femmes", counts),)
    return GridFacts(Frame("Centre", "Fait hier"), "Qui", slots, groups, needs, MARKS)


def test_a_week_of_five_posts_fits_a_phone() -> None:
    image = opened(draw_roster(roster(*[(FULL,) * 5] * 12)))
    assert 1080 <= image.width <= 1400
    assert image.height < 2200


@pytest.mark.parametrize("posts", [1, 3, 8])
def test_a_picture_is_never_as_wide_as_nobody_can_read(posts: int) -> None:
    image = opened(draw_roster(roster(*[(FULL,) * posts] * 24)))
    assert 760 <= image.width <= 2000


def test_who_is_missing_is_hatched_and_who_is_not_is_not() -> None:
    assert pixels(opened(draw_roster(roster((SHORT, FULL)))), canvas.GAP_STRIPE) > 500
    assert pixels(opened(draw_roster(roster((FULL, FULL)))), canvas.GAP_STRIPE) == 0


def test_the_hatch_stands_in_the_cell_where_someone_is_missing() -> None:
    image = opened(draw_roster(roster((FULL, SHORT))))
    striped = [
        x
        for x in range(image.width)
        for y in range(225)
        if image.getpixel((x, y)) == canvas.GAP_STRIPE
    ]
    assert min(striped) > image.width // 3


def test_what_is_missing_is_said_in_words_too() -> None:
    """A11Y-4: the plate with the words is there, in its own dark ink."""
    assert pixels(opened(draw_roster(roster((SHORT,)))), canvas.GAP_INK) > 100


def test_a_confirmed_person_gets_a_tick_that_others_do_not_have() -> None:
    plain = opened(draw_roster(roster((FULL,))))
    sure = opened(draw_roster(roster((Cell((Who("AD"), Who("BM", Sure.CONFIRMED))),))))
    assert pixels(sure, canvas.PERSON_INK) > pixels(plain, canvas.PERSON_INK) + 50


def test_a_drill_and_a_list_of_names_carry_their_band() -> None:
    band = Frame("Centre", "Fait hier", drill="EXERCICE", secret="NE PAS DIFFUSER")
    image = opened(draw_roster(roster((FULL,), frame=band)))
    assert image.getpixel((2, 2)) == canvas.DRILL
    assert image.getpixel((2, image.height - 2)) == canvas.GAP_INK
    assert pixels(opened(draw_roster(roster((FULL,)))), canvas.DRILL) == 0


def test_marks_differ_in_shape_and_not_in_colour_alone() -> None:
    shapes = set()
    for mark in Mark:
        grey = opened(draw_grid(grid("Ana", (mark,)))).convert("L")
        shapes.add(grey.point(lambda level: 0 if level < 140 else 255).tobytes())
    assert len(shapes) >= 4
    assert pixels(opened(draw_grid(grid("Ana", (Mark.FREE,), short=True))), canvas.GAP_STRIPE)


@settings(max_examples=20)
@given(ODD, ODD, ODD)
def test_no_name_stops_the_drawing(name: str, title: str, post: str) -> None:
    facts = roster((Cell((Who(name, Sure.OFFERED), Who(name)), name, name),))
    facts = replace(facts, posts=(Post(post, post),), names=True, frame=Frame(title, name, post))
    assert opened(draw_roster(facts)).height > 100
    assert opened(draw_grid(grid(name, (Mark.FREE, Mark.NO)))).height > 100


@given(ODD, st.integers(20, 400), st.sampled_from([22, 26, 42]), st.integers(1, 4))
def test_wrapped_words_stay_in_their_room(words: str, room: int, size: int, lines: int) -> None:
    shown = readable(words)
    found = wrap(shown, room, size, lines=lines)
    assert 1 <= len(found) <= lines
    assert all(width(line, size) <= room for line in found if len(line) > 2)


@given(st.lists(ODD, max_size=8))
def test_initials_tell_everyone_apart(names: list[str]) -> None:
    labels = initials(dict(enumerate(names)))
    assert len(set(labels.values())) == len(names)
    assert all(labels.values())


def test_initials_are_short_and_longer_only_where_they_must_be() -> None:
    names = {1: "Anne Dupont", 2: "Bruno Roy", 3: "Alice Dalmas", 4: "Jean-Baptiste Le Gall"}
    assert initials(names) == {1: "A. Dup", 2: "BR", 3: "A. Dal", 4: "JBL"}


def test_what_the_typeface_lacks_leaves_no_boxes() -> None:
    assert readable("🎉 Zoé Œuvrard") == "Zoé Œuvrard"
    assert readable("محمد") == "?"


def test_days_are_drawn_once_and_in_order() -> None:
    """Two shifts of a day: the second row says only the hours."""
    one = roster((FULL,), (FULL,))
    two = replace(one, rows=tuple(replace(r, day=d) for r, d in zip(one.rows, "ab", strict=True)))
    sizes = [pixels(opened(draw_roster(facts)), canvas.STRONG_RULE) for facts in (one, two)]
    assert all(first < second for first, second in pairwise(sizes))
