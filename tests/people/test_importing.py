"""A spreadsheet becomes invitations: one a person, opened with a yes (ONB-1, ONB-5, ONB-6)."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy import select

from bot.core import Lang, Role
from bot.core.i18n import Catalog
from bot.engine.wording import known_to_all
from handlers import FEATURES
from handlers.people.badges import Cards
from handlers.people.importing import (
    Invited,
    Outcome,
    Row,
    Unreadable,
    Why,
    as_csv,
    compare,
    import_members,
    read_roster,
)
from handlers.people.inviting import qr_png
from storage.invitations import Invitation
from storage.people import Member, Proof, Standing
from tests.playground import Playground

TOWNS = ("Saint-Aubin", "Garance")


def read(words: str | bytes) -> tuple[Row, ...]:
    data = words.encode() if isinstance(words, str) else words
    return read_roster(data, TOWNS, "+33")


def test_columns_in_any_order_separator_and_language() -> None:
    french = read("Commune;Nom;Prénom;Métier;Téléphone\nst aubin;Roux;Léa;IDE;0612345678\n")
    english = read("name,number,profession,town\nLéa Roux,+33 6 12 34 56 78,nurse,Saint-Aubin\n")
    tabs = read(
        "nom et prénom\tprofession\tcommune\ttel\n"
        "Léa Roux\tinfirmière\tSaint-Aubin\t06 12 34 56 78\n"
    )
    for [row] in (french, english, tabs):
        assert (row.name, row.profession, row.town) == ("Léa Roux", "infirmier", "Saint-Aubin")
        assert (row.phone, row.outcome) == ("+33612345678", Outcome.OK)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_encoding_that_spreadsheets_save(encoding: str) -> None:
    [row] = read("nom;profession\nHélène Œuvrard;médecin\n".encode(encoding))
    assert (row.name, row.profession) == ("Hélène Œuvrard", "medecin")


def test_each_line_says_what_is_wrong_with_it() -> None:
    rows = read(
        "nom;profession;commune;telephone\n"
        "Léa Roux;IDE;Garance;\n"
        ";;;\n"
        "123;IDE;Garance;\n"
        "Paul Petit;;Garance;\n"
        "Eva Blanc;psy;Garance;\n"
        "Luc Noir;kiné;Garance;12\n"
        "léa  ROUX;infirmière;garance;\n"
        "Ada Vert;Secrétaire médicale;Ailleurs;\n"
    )
    told = [(row.line, row.outcome.value, row.why) for row in rows]
    assert told == [
        (2, "ok", Why.NONE),
        (4, "invalid", Why.NAME),
        (5, "invalid", Why.PROFESSION),
        (6, "invalid", Why.WHICH_PROFESSION),
        (7, "invalid", Why.PHONE),
        (8, "duplicate", Why.TWICE),
        (9, "ok", Why.NONE),
    ]
    assert (rows[-1].profession, rows[-1].calling) == ("autre", "Secrétaire médicale")


@pytest.mark.parametrize(
    "words", ["", "\n\n", "Léa Roux;IDE\n", "profession;commune\nIDE;Garance\n"]
)
def test_a_file_without_its_columns_says_which_are_needed(words: str) -> None:
    with pytest.raises(Unreadable, match=r"empty|nom, profession"):
        read(words)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        rows = read_roster(b"nom;profession\n" + data, TOWNS, "+33")
    except Unreadable:
        return
    assert all(row.name or row.outcome is Outcome.INVALID for row in rows)


async def imported(play: Playground, words: str) -> list[Invited]:
    async with play.db.transaction() as tx:
        return await import_members(tx, read(words), play.now, 30)


async def test_someone_on_the_list_only_says_yes(play: Playground) -> None:
    """ONB-1: bound to the person, used once, active at once."""
    paul = await play.person("Paul", Role.COORDINATOR)
    [one] = await imported(play, "nom;profession;commune;tel\nLéa Roux;IDE;Garance;0612345678\n")
    lea = play.stranger("lea")
    await lea.says(f"/start {one.code}")
    await lea.taps("J'ai lu")
    assert lea.sees("C'est bien vous ?", "Léa Roux", "Infirmière, infirmier, Garance")
    await lea.taps("Oui, c'est moi")
    assert lea.sees("🎉 Vous êtes membre")
    assert not paul.messages
    async with play.db.reading() as tx:
        [row] = (await tx.scalars(select(Member).where(Member.name == "Léa Roux"))).all()
        [left] = (await tx.scalars(select(Invitation))).all()
    assert (row.standing, row.proof) == (Standing.ACTIVE, Proof.VOUCHED)
    assert row.phone == "+33612345678"
    assert (left.used, left.name, left.phone) == (1, "", "")
    eva = play.stranger("eva")
    await eva.says(f"/start {one.code}")
    assert eva.sees("a déjà servi")


async def test_whoever_corrects_their_name_waits_for_a_coordinator(play: Playground) -> None:
    paul = await play.person("Paul", Role.COORDINATOR)
    [one] = await imported(play, "nom;profession;commune\nLéa Roux;IDE;Garance\n")
    eva = play.stranger("eva")
    await eva.says(f"/start {one.code}")
    await eva.taps("J'ai lu")
    await eva.taps("Corriger")
    await eva.says("Eva Blanc")
    await eva.taps("Médecin")
    await eva.taps("Garance")
    assert eva.sees("Un coordinateur valide")
    assert paul.sees("Eva Blanc · Médecin")


async def test_who_has_not_opened_their_invitation_is_listed(play: Playground) -> None:
    """ONB-5, ONB-7."""
    paul = await play.person("Paul", Role.COORDINATOR)
    await imported(play, "nom;profession\nLéa Roux;IDE\nEva Blanc;mg\n")
    await paul.says("/membres")
    assert paul.sees("Invitations personnelles pas ouvertes : 2")
    await paul.taps("Injoignables (2)")
    assert paul.sees("Invitations pas encore ouvertes (2)", "Léa Roux")


async def test_the_same_file_twice_invites_nobody_twice(play: Playground) -> None:
    await play.person("Ana")
    words = "nom;profession;commune\nLéa Roux;IDE;Garance\nAna;IDE;Saint-Aubin\n"
    assert [one.name for one in await imported(play, words)] == ["Léa Roux"]
    assert await imported(play, words) == []
    async with play.db.reading() as tx:
        told = await compare(tx, read(words), play.now)
    assert [row.why for row in told] == [Why.INVITED, Why.MEMBER]


def test_the_list_opens_in_a_spreadsheet_and_holds_no_formula() -> None:
    data = as_csv([Invited("=HYPERLINK(1)", "0" * 26)], lambda code: f"https://t.me/b?start={code}")
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][0] == "'=HYPERLINK(1)"
    assert rows[1][2].endswith("0" * 26)


def test_the_cards_are_ten_a_page() -> None:
    settings = Playground("sqlite+aiosqlite:///unused").settings
    catalog = Catalog((f.texts for f in FEATURES), known_to_all(settings))
    cards = Cards(catalog, Lang.FR, settings.community.timezone, date(2026, 12, 21))
    invited = [Invited(f"Œuvrard-Dvořák Ana {n}", f"{n:026}") for n in range(11)]
    pdf = cards.pdf(invited, lambda code: f"https://t.me/bot?start={code}")
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 2
    assert len(pdf) < 2_000_000


def test_a_cards_picture_is_its_own_link() -> None:
    [read_back] = zxingcpp.read_barcodes(Image.open(BytesIO(qr_png("https://t.me/b?start=X"))))
    assert read_back.text == "https://t.me/b?start=X"
