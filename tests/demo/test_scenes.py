"""The scenes are data: in both languages, with dates that are put in when they are played."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.local.scenes import Says, Scene, Tells, dated, load, read
from bot.core import Lang

PARIS = ZoneInfo("Europe/Paris")
FRIDAY = date(2026, 6, 19)


@pytest.mark.parametrize("scene", load(), ids=lambda scene: scene.id)
def test_a_scene_says_everything_in_both_languages(scene: Scene) -> None:
    assert set(scene.title) == set(scene.line) == set(Lang)
    for step in scene.steps:
        if isinstance(step, Says | Tells):
            assert set(step.line) == set(Lang)


@pytest.mark.parametrize("scene", load(), ids=lambda scene: scene.id)
def test_a_scene_tells_what_it_is_about_and_leaves_no_date_open(scene: Scene) -> None:
    assert isinstance(scene.steps[0], Tells)
    for step in scene.steps:
        if isinstance(step, Says):
            for lang in Lang:
                assert "{" not in dated(step.line[lang], FRIDAY, lang)


def test_dates_are_those_after_the_day_on_which_it_is_said() -> None:
    assert dated("{sat} et {fri}, puis {mon+7}", FRIDAY, Lang.FR) == (
        "sam. 20/06 et ven. 26/06, puis lun. 29/06"
    )
    assert dated("{wed}", FRIDAY, Lang.EN) == "Wed 24/06"


def test_a_scene_begins_at_its_next_hour_or_at_once_if_that_has_just_passed() -> None:
    scene = read({
        "id": "x", "begins": "fri 17:00", "title": {"fr": "X", "en": "X"},
        "line": {"fr": "X", "en": "X"}, "steps": [{"waits": 5, "speed": 60}],
    })  # fmt: skip

    def begins(day: int, hour: int) -> str:
        now = datetime(2026, 6, day, hour, 30, tzinfo=PARIS)
        return f"{scene.begins(now, PARIS):%d %H:%M}"

    assert begins(18, 9) == "19 17:00"
    assert begins(19, 16) == "19 17:00"
    assert begins(19, 18) == "19 17:00"
    assert begins(19, 20) == "26 17:00"
    assert begins(20, 9) == "26 17:00"
