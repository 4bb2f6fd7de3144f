"""Tables as an XLSX file. What people typed stays text there: never a formula, never a link."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Value: TypeAlias = str | float | datetime | None
"""A datetime is wall time, without a zone: what a spreadsheet shows."""

LONGEST = 32_767
"""Characters in a cell (Excel's specification)."""

NARROW, WIDE, DATE_WIDTH = 8, 46, 17


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet; `head` names the columns."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """`banner` stands above each table and on each printed page; `date_format` is Excel's."""

    title: str
    banner: str
    author: str
    date_format: str
    made: datetime
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Looks:
    banner: "Format"
    head: "Format"
    text: "Format"
    date: "Format"


def write_book(book: Book) -> bytes:
    """XLSX bytes; the same facts give the same rows in the same order."""
    from xlsxwriter import Workbook  # slow to load, and seldom wanted

    file = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(file, options) as workbook:
        workbook.set_properties(
            {"title": book.title, "author": book.author, "comments": book.banner,
             "created": book.made}
        )  # fmt: skip
        looks = _looks(workbook, book.date_format)
        for table in book.tables:
            _write(workbook.add_worksheet(table.name), table, book, looks)
    return file.getvalue()


def _looks(workbook: "Workbook", date_format: str) -> Looks:
    add = workbook.add_format
    return Looks(
        add({"bold": True, "font_color": "#991B1B"}),
        add({"bold": True, "bg_color": "#163448", "font_color": "#FFFFFF", "text_wrap": True,
             "valign": "vcenter"}),
        add({"text_wrap": True, "valign": "top"}),
        add({"num_format": date_format, "align": "left", "valign": "top"}),
    )  # fmt: skip


def _write(sheet: "Worksheet", table: Table, book: Book, looks: Looks) -> None:
    sheet.write_string(0, 0, book.banner[:LONGEST], looks.banner)
    for column, words in enumerate(table.head):
        sheet.write_string(1, column, words, looks.head)
        sheet.set_column(column, column, _width(words, [row[column] for row in table.rows]))
    for number, row in enumerate(table.rows, start=2):
        for column, value in enumerate(row):
            _cell(sheet, number, column, value, looks)
    sheet.freeze_panes(2, 0)
    sheet.autofilter(1, 0, max(2, len(table.rows) + 1), len(table.head) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 1)
    sheet.set_footer("&C&P / &N")


def _cell(sheet: "Worksheet", row: int, column: int, value: Value, looks: Looks) -> None:
    """Each kind by its own call: nothing is guessed from what a text looks like."""
    match value:
        case datetime():
            sheet.write_datetime(row, column, value, looks.date)
        case int() | float():
            sheet.write_number(row, column, value)
        case str() if value:
            sheet.write_string(row, column, value[:LONGEST], looks.text)
        case _:
            sheet.write_blank(row, column, None, looks.text)


def _width(head: str, values: Sequence[Value]) -> int:
    if any(isinstance(value, datetime) for value in values):
        return DATE_WIDTH
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return min(WIDE, max(NARROW, len(head) + 3, longest + 2))
