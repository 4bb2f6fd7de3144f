"""Whom a message is for, as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.audience import (
    EVERYONE,
    Audience,
    Channel,
    Known,
    Understood,
    is_audience,
    read,
    unpack,
)
from bot.core.partners import Category

KNOWN = Known(
    towns=("Saint-Aubin", "Garance", "Villeneuve"),
    lists={"Équipe mobile": 7},
    channels=(
        Channel(1, "Mairie de Saint-Aubin · veille", "partner", Category.TOWN_HALL),
        Channel(2, "Mairie de Garance", "partner", Category.TOWN_HALL),
        Channel(3, "Collège Pagnol", "partner", Category.SCHOOL),
        Channel(4, "Cellule de crise", "cell"),
    ),
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("tous", EVERYONE),
        ("membres : tous", EVERYONE),
        ("membres:Saint-Aubin", Audience(members=True, towns=("Saint-Aubin",))),
        ("st aubin", Audience(members=True, towns=("Saint-Aubin",))),
        ("membres: saint aubin", Audience(members=True, towns=("Saint-Aubin",))),
        (
            "membres : IDE et médecins, Saint-Aubin",
            Audience(members=True, professions=("infirmier", "medecin"), towns=("Saint-Aubin",)),
        ),
        (
            "infirmiers de Saint-Aubin",
            Audience(members=True, professions=("infirmier",), towns=("Saint-Aubin",)),
        ),
        ("liste équipe mobile", Audience(members=True, lists=(7,))),
        ("canaux:mairies", Audience(channels=(1, 2))),
        ("canaux : mairies, écoles", Audience(channels=(1, 2, 3))),
        ("canaux : tous", Audience(channels=(1, 2, 3, 4))),
        ("canaux: cellule", Audience(channels=(4,))),
        ("canaux : pagnol", Audience(channels=(3,))),
        ("partenaires", Audience(channels=(1, 2, 3))),
        (
            "membres:Saint-Aubin, canaux:mairies",
            Audience(members=True, towns=("Saint-Aubin",), channels=(1, 2)),
        ),
        ("members: nurses; channels: town halls", Audience(True, ("infirmier",), (), (), (1, 2))),
        ("membres : aucun, canaux : écoles", Audience(channels=(3,))),
    ],
)
def test_what_people_type_is_understood(said: str, meant: Audience) -> None:
    assert read(said, KNOWN) == Understood(meant)


def test_what_names_nobody_is_said_and_the_rest_is_kept() -> None:
    found = read("membres : licornes, Garance ; canaux : mairies, fées", KNOWN)
    assert found == Understood(
        Audience(members=True, towns=("Garance",), channels=(1, 2)), ("licornes", "fées")
    )


def test_a_piece_of_several_titles_names_none_of_them() -> None:
    assert read("canaux : mairie de", KNOWN).unclear == ("mairie de",)


@pytest.mark.parametrize("said", ["membres : Garance", "Canaux:mairies", "tout le monde", "tous"])
def test_a_part_of_a_line_that_says_whom_it_is_for_is_told_apart(said: str) -> None:
    assert is_audience(said)


@pytest.mark.parametrize("said", ["Rupture d'eau potable à Saint-Aubin", "Les membres sont là"])
def test_a_title_is_no_audience(said: str) -> None:
    assert not is_audience(said)


def test_any_of_one_kind_will_do_and_every_kind_must() -> None:
    nurses = Audience(members=True, professions=("infirmier", "medecin"), towns=("Garance",))
    assert nurses.takes("infirmier", "Garance")
    assert not nurses.takes("infirmier", "Villeneuve")
    assert not nurses.takes("sage-femme", "Garance")
    assert not Audience(channels=(1,)).takes("infirmier", "Garance")


@given(st.text(max_size=80))
def test_anything_typed_is_understood_or_named_as_unclear(said: str) -> None:
    found = read(said, KNOWN)
    assert unpack(found.audience.pack()) == found.audience
