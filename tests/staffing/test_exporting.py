"""A call as a spreadsheet, read back as a spreadsheet program reads it."""

from datetime import datetime
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import Lang, Role
from bot.engine.labels import file_name
from bot.engine.paper.sheets import Book, Table, Value, write_book
from storage import audit
from tests.playground import Person, Playground

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TRAP = '=HYPERLINK("http://evil.example","gagné")'
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no zone
LINE = "/mobiliser Centre | sam 12/12 9h-13h, 13h-18h | 2 infirmier | Gymnase Pagnol | payé"


class Sheets:
    """The parts of an XLSX file, by name."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as file:
            assert file.testzip() is None
            self.parts = {name: file.read(name) for name in file.namelist()}
        book = ElementTree.fromstring(self.parts["xl/workbook.xml"])
        self.names = [sheet.attrib["name"] for sheet in book.iter(f"{MAIN}sheet")]

    def tree(self, number: int) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[f"xl/worksheets/sheet{number}.xml"])

    def rows(self, number: int) -> list[list[str]]:
        """What stands in the cells; a date as the number it is."""
        shared = ElementTree.fromstring(self.parts["xl/sharedStrings.xml"])
        words = ["".join(t.itertext()) for t in shared.iter(f"{MAIN}si")]
        found = []
        for row in self.tree(number).iter(f"{MAIN}row"):
            cells = []
            for cell in row.iter(f"{MAIN}c"):
                value = cell.findtext(f"{MAIN}v", "")
                cells.append(words[int(value)] if cell.get("t") == "s" else value)
            found.append(cells)
        return found


async def exported(claire: Person) -> Sheets:
    await claire.taps("📤 Export")
    found = claire.messages[-1].wording.attachment
    assert found is not None, claire.screen()
    assert found.mime.endswith("spreadsheetml.sheet")
    return Sheets(found.data)


async def called(play: Playground, lang: Lang = Lang.FR) -> Person:
    claire = await play.person("Claire", Role.COORDINATOR, profession="autre", lang=lang)
    await claire.says(LINE)
    await claire.taps("Send" if lang is Lang.EN else "Envoyer")
    return claire


async def test_a_late_answer_counts_and_is_marked(play: Playground) -> None:
    """CALL-15."""
    ana, bob = await play.person("Ana"), await play.person("Bob")
    claire = await called(play)
    await ana.taps("9 h")
    play.now = play.now.replace(month=12, day=12, hour=6)  # the deadline was the evening before
    await bob.taps("9 h")
    assert bob.sees("C'est noté, vous venez"), bob.screen()
    file = await exported(claire)
    state = {row[3]: row[6] for row in file.rows(1)[2:]}
    assert state == {"Ana": "vient", "Bob": "vient (après l'heure utile)"}
    answer = {row[0]: row[7] for row in file.rows(2)[2:]}
    assert answer["Bob"] == "vient (1) (après l'heure utile)"


async def test_the_file_has_the_planning_everyones_answer_and_what_is_missing(
    play: Playground,
) -> None:
    ana, bob = await play.person("Ana"), await play.person("Bob")
    await play.person("Zoé")
    claire = await called(play)
    play.now = play.now.replace(minute=42)
    await ana.taps("9 h")
    await bob.taps("Pas cette fois")
    file = await exported(claire)
    assert file.names == ["Planning", "Réponses", "Manques"]
    planning, answers, missing = (file.rows(n) for n in (1, 2, 3))
    assert planning[0][0].startswith("CONFIDENTIEL · Centre · exporté samedi 21 novembre")
    assert planning[1][:4] == ["Début", "Fin", "Poste", "Nom"]
    assert planning[2][2:7] == ["Infirmier", "Ana", "infirmier", "Saint-Aubin", "vient"]
    assert len(planning) == 3
    by_name = {row[0]: row for row in answers[2:]}
    assert by_name["Ana"][7:9] == ["vient (1)", "42"]
    assert by_name["Bob"][7] == "pas cette fois"
    assert by_name["Zoé"][7:9] == ["pas de réponse", ""]
    assert [row[3:] for row in missing[2:]] == [
        ["2", "1", "1", "0"], ["2", "0", "2", "0"], ["", "", "3", ""],
    ]  # fmt: skip


async def test_dates_are_dates_in_local_time(play: Playground) -> None:
    ana = await play.person("Ana")
    claire = await called(play)
    await ana.taps("9 h")
    file = await exported(claire)
    start = float(file.rows(1)[2][0])
    noon = datetime(2026, 12, 12, 9)  # noqa: DTZ001
    assert abs(start - (noon - DAY_ZERO).total_seconds() / 86_400) < 1e-6
    assert b"dd/mm/yyyy" in file.parts["xl/styles.xml"]


async def test_a_name_cannot_be_a_formula_nor_a_link(play: Playground) -> None:
    """REP-5."""
    trap = await play.person(TRAP, town="https://evil.example")
    claire = await called(play)
    await trap.taps("9 h")
    file = await exported(claire)
    assert file.rows(1)[2][3] == TRAP
    for number in (1, 2, 3):
        assert not list(file.tree(number).iter(f"{MAIN}f"))
        assert not list(file.tree(number).iter(f"{MAIN}hyperlink"))
    assert not any("_rels/sheet" in name for name in file.parts)


async def test_the_heads_stay_in_sight_and_print_on_each_page(play: Playground) -> None:
    await play.person("Ana")
    file = await exported(await called(play))
    for number in (1, 2, 3):
        [pane] = file.tree(number).iter(f"{MAIN}pane")
        assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "2")
        assert list(file.tree(number).iter(f"{MAIN}col"))
    assert b"Print_Titles" in file.parts["xl/workbook.xml"]


async def test_an_english_coordinator_reads_english_sheets(play: Playground) -> None:
    ana = await play.person("Ana")
    claire = await called(play, lang=Lang.EN)
    await ana.taps("9 h")
    file = await exported(claire)
    assert file.names == ["Roster", "Answers", "Missing"]
    assert file.rows(1)[2][2:7] == ["Nurse", "Ana", "nurse", "Saint-Aubin", "is coming"]


async def test_the_log_says_that_a_file_was_made_and_names_nobody(play: Playground) -> None:
    ana = await play.person("Ana")
    claire = await called(play)
    await ana.taps("9 h")
    await exported(claire)
    async with play.db.reading() as tx:
        rows = [row for row in await audit.about(tx, "callout:1") if row.what == "callout.exported"]
    assert [(row.member_id, row.after) for row in rows] == [(claire.id, {"seats": 1, "asked": 1})]


def test_a_file_name_holds_nothing_that_a_system_could_stumble_over() -> None:
    day = datetime(2026, 12, 12).date()  # noqa: DTZ001
    assert file_name("appel", "Éveil/../..\\C:<été>?", day, "xlsx") == (
        "appel-eveil-c-ete-2026-12-12.xlsx"
    )
    assert file_name("appel", "🎉", day, "xlsx") == "appel-2026-12-12.xlsx"
    assert len(file_name("appel", "a" * 500, day, "xlsx")) < 80


@settings(max_examples=30)
@given(st.lists(st.text(min_size=1, max_size=50), min_size=1, max_size=5))
def test_whatever_people_typed_the_file_can_be_read(texts: list[str]) -> None:
    made = datetime(2026, 11, 21, 10)  # noqa: DTZ001
    rows: tuple[tuple[Value, ...], ...] = tuple((text, 3, made, None) for text in texts)
    table = Table("Planning", ("Nom", "Nombre", "Date", "Vide"), rows)
    book = Book(texts[0], texts[0], "CPTS", "dd/mm/yyyy hh:mm", made, (table,))
    file = Sheets(write_book(book))
    assert len(file.rows(1)) == len(texts) + 2
    assert not list(file.tree(1).iter(f"{MAIN}f"))
