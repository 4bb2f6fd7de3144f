"""The usual week: tapped, typed, said back; and whether someone is free (A11Y-2, A11Y-5)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import Lang, Text
from bot.core.availability import LENGTH, is_away, is_free, parts_of
from bot.core.i18n import Catalog
from handlers import FEATURES
from handlers.people.rules.week_told import told
from handlers.people.rules.weeks import Said, read_week
from storage.people import Member
from tests.playground import Playground

PARIS = ZoneInfo("Europe/Paris")
CATALOG = Catalog(feature.texts for feature in FEATURES)
WEEKS = st.text("o-", min_size=LENGTH, max_size=LENGTH)


def week(*squares: tuple[int, int]) -> str:
    filled = {day * 4 + part for day, part in squares}
    return "".join("o" if n in filled else "-" for n in range(LENGTH))


@given(WEEKS, st.sampled_from(Lang))
def test_what_is_said_back_means_the_same(written: str, lang: Lang) -> None:
    words = CATALOG.label(told(written), lang, PARIS)
    heard = read_week(words)
    assert isinstance(heard, Said), words
    assert heard.week == written, words


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("lundi mardi matin, jeudi soir", week((0, 0), (1, 0), (3, 2))),
        ("Lundi et mardi matin ; jeudi soir.", week((0, 0), (1, 0), (3, 2))),
        ("du lundi au mercredi", week(*((d, p) for d in range(3) for p in range(2)))),
        ("les lundis aprem", week((0, 1))),
        ("week-end", week((5, 0), (5, 1), (6, 0), (6, 1))),
        ("tous les matins sauf mercredi", week(*((d, 0) for d in (0, 1, 3, 4, 5, 6)))),
        ("matin : lundi et mardi ; soir : jeudi", week((0, 0), (1, 0), (3, 2))),
        ("du vendredi au lundi nuit", week(*((d, 3) for d in (4, 5, 6, 0)))),
        ("Monday and Tuesday morning, Thursday evening", week((0, 0), (1, 0), (3, 2))),
        ("weekdays except Wednesday, evenings", week(*((d, 2) for d in (0, 1, 3, 4)))),
        ("jamais", "-" * LENGTH),
        ("n'importe quand", "o" * LENGTH),
    ],
)
def test_weeks_as_people_write_them(said: str, meant: str) -> None:
    heard = read_week(said)
    assert isinstance(heard, Said)
    assert heard.week == meant


def test_a_word_that_is_not_understood_is_named() -> None:
    heard = read_week("lundi 3 licornes")
    assert isinstance(heard, Text)
    assert heard.key == "week-unknown"


@given(st.text(max_size=60))
def test_any_words_are_read_or_refused_and_never_fail(said: str) -> None:
    heard = read_week(said)
    assert isinstance(heard, Text) or heard.week is None or len(heard.week) == LENGTH


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=PARIS)  # the 7th is a Monday


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        (at(7, 9), at(7, 13), (0,)),
        (at(7, 9), at(7, 13, 30), (0,)),
        (at(7, 12, 30), at(7, 18), (1,)),
        (at(7, 8), at(7, 18), (0, 1)),
        (at(7, 20), at(8, 8), (2, 3, 4)),
        (at(8, 2), at(8, 5), (3,)),
        (at(7, 12, 45), at(7, 13, 15), (0,)),
        (at(13, 22), at(14, 6), (27,)),
        (at(7, 9), at(7, 9), ()),
    ],
)
def test_which_parts_a_span_touches(start: datetime, end: datetime, parts: tuple[int, ...]) -> None:
    assert parts_of(start, end, PARIS) == parts


@given(
    st.datetimes(timezones=st.just(UTC)).filter(lambda at: 1990 < at.year < 2090),
    st.integers(1, 3 * 24 * 60),
)
def test_every_span_touches_a_part_and_the_free_are_free(start: datetime, minutes: int) -> None:
    end = start + timedelta(minutes=minutes)
    touched = parts_of(start, end, PARIS)
    assert touched
    assert is_free("o" * LENGTH, start, end, PARIS) is True
    assert is_free("-" * LENGTH, start, end, PARIS) is False
    assert is_free("", start, end, PARIS) is None
    only = "".join("o" if n in touched else "-" for n in range(LENGTH))
    assert is_free(only, start, end, PARIS) is True


def test_an_absence_covers_its_last_day_and_no_more() -> None:
    away = [(at(7, 0).date(), at(9, 0).date())]
    assert is_away(away, at(9, 20), at(9, 23), PARIS)
    assert not is_away(away, at(10, 0), at(10, 9), PARIS)
    assert is_away(away, at(6, 22), at(7, 6), PARIS)
    assert not is_away(away, at(6, 22), at(7, 0), PARIS)


async def read(play: Playground, member_id: int) -> Member:
    async with play.db.reading() as tx:
        return await tx.get_one(Member, member_id)


async def test_the_week_is_tapped_day_by_day_in_one_message(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/dispos")
    before = len(ana.messages)
    await ana.taps("Lun.")
    await ana.taps("☐ Matin")
    await ana.taps("☐ Soirée")
    assert ana.sees("Libre : lundi matin et soir")
    await ana.taps("‹ Ma semaine")
    assert "Lun. mat. et soir" in ana.buttons()
    await ana.taps("Lun.")
    await ana.taps("Pareil du lundi au vendredi")
    assert ana.sees("Libre : du lundi au vendredi matin et soir")
    assert len(ana.messages) == before
    expected = week(*((d, p) for d in range(5) for p in (0, 2)))
    assert (await read(play, ana.id)).week == expected


async def test_the_week_is_typed_said_back_and_kept_after_a_yes(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/dispos lundi mardi matin, jeudi soir, pas en août")
    assert ana.sees("libre : lundi et mardi matin, jeudi soir", "1er août au mardi 31 août")
    assert (await read(play, ana.id)).week == ""
    await ana.says("non", "lundi licorne")
    assert ana.sees("« licorne »", "Exemple")
    await ana.says("lundi matin")
    await ana.says("oui")
    assert (await read(play, ana.id)).week == week((0, 0))
    await ana.says("/availability pas en août", "oui", "/dispos")
    assert ana.sees("Libre : lundi matin", "Absence : du dimanche 1er août")
    await ana.taps("🗑 Absence")
    assert not ana.sees("Absence")


async def test_an_absence_is_echoed_with_its_weekdays(play: Playground) -> None:
    ana = await play.person("Ana")
    await ana.says("/dispos")
    await ana.taps("Ajouter une absence")
    await ana.says("31/02")
    assert ana.sees("Je n'ai pas compris « 31/02 »", "Exemple")
    await ana.says("du 3 au 10 janvier")
    assert ana.sees("du dimanche 3 janvier au dimanche 10 janvier")
    await play.restart()
    await ana.says("oui")
    assert ana.sees("C'est noté, absence")
