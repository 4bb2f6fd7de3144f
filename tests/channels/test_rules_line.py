"""A partner in one line: the parts in any order, nothing guessed, nothing lost."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import Text
from bot.core.partners import Category, Level
from handlers.channels.rules.line import (
    CONTACT,
    NAME,
    Agreement,
    guessed,
    named_after,
    named_in,
    nearest,
    read,
    read_agreement,
    reminders,
)

ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
PARTS = ("mairie", "coopération", "jusqu'au 31/12/2027")


@pytest.mark.parametrize("order", list(permutations(PARTS)))
def test_kind_level_and_agreement_stand_anywhere(order: tuple[str, ...]) -> None:
    found = read(" | ".join((order[0], "Mairie de Garance", *order[1:], "02 40")), NOW, ZONE)
    assert (found.name, found.category, found.level, found.contact, found.wrong) == (
        "Mairie de Garance", Category.TOWN_HALL, Level.COOPERATION, "02 40", {},
    )  # fmt: skip
    assert found.agreement == Agreement("+", date(2027, 12, 31))


def test_a_name_and_a_number_apart_are_one_contact() -> None:
    assert read("École du Parc|Mme Petit|02 40", NOW, ZONE).contact == "Mme Petit, 02 40"


@pytest.mark.parametrize(
    ("words", "name", "until"),
    [
        ("Convention 2026-14, jusqu'au 31/12/2027", "Convention 2026-14", date(2027, 12, 31)),
        ("31 décembre 2027", "+", date(2027, 12, 31)),
        ("jusqu’à fin 2027", "+", date(2027, 12, 31)),
        ("2028", "+", date(2028, 12, 31)),
        ("Agreement 7 until 1 March 2028", "Agreement 7", date(2028, 3, 1)),
        ("Convention", "+", None),
        ("Charte des aidants", "Charte des aidants", None),
    ],
)
def test_agreements_as_people_write_them(words: str, name: str, until: date | None) -> None:
    assert read_agreement(words, NOW, ZONE) == Agreement(name, until)


@pytest.mark.parametrize("words", ["31/13/2027", "jusqu'au machin", "jusqu'au", "12/12/2020"])
def test_a_day_that_is_none_is_asked_again(words: str) -> None:
    found = read(f"École du Parc | convention {words}", NOW, ZONE)
    assert found.name == "École du Parc"
    assert ("agreement" in found.wrong) != (found.agreement is not None)


@given(st.text(max_size=300))
def test_whatever_is_typed_is_read_and_fits(words: str) -> None:
    found = read(words, NOW, ZONE)
    assert len(found.name) <= NAME
    assert len(found.contact) <= CONTACT
    assert all(isinstance(why, Text) for why in found.wrong.values())


def test_a_title_names_the_partner_only_when_it_is_sure() -> None:
    names = ["Mairie de Garance", "Mairie de Garance-le-Haut", "École du Parc"]
    assert named_in("Mairie de Garance-le-Haut · veille", names) == "Mairie de Garance-le-Haut"
    assert named_in("mairie de garance", names) == "Mairie de Garance"
    assert named_in("Mairie de Garance et École du Parc", names) is None
    assert named_in("Directeurs", names) is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Mairie de Garance · veille", "Mairie de Garance"),
        ("École du Parc - alertes", "École du Parc"),
        ("CCAS (urgences)", "CCAS"),
        ("Garance-le-Haut", "Garance-le-Haut"),
        ("· veille", "· veille"),
    ],
)
def test_a_channel_s_title_offers_the_name_of_its_partner(title: str, name: str) -> None:
    assert named_after(title) == name


@given(st.text(min_size=1, max_size=200))
def test_the_name_that_a_title_offers_fits(title: str) -> None:
    assert len(named_after(title)) <= NAME


def test_the_nearest_share_telling_words() -> None:
    names = ["Mairie de Garance", "Mairie de Villeneuve", "École du Parc"]
    assert nearest("Garance mairie veille", names) == ["Mairie de Garance", "Mairie de Villeneuve"]


def test_a_name_tells_what_kind_it_is_or_nothing() -> None:
    assert guessed("CCAS de Garance") is Category.SOCIAL
    assert guessed("Les Aînés") is None


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(-400, 400))
def test_reminders_are_still_to_come(today: date, days: int) -> None:
    told = reminders(today + timedelta(days=days), today)
    assert all(day > today for day in told)
    assert len(told) == (days > 60) + (days >= 0)
