"""A coordinator's spreadsheet, read line by line: what can be taken, and what cannot, and why.

CSV as any spreadsheet saves it: columns in any order and in either language, separated by
semicolons, commas or tabs, in UTF-8, UTF-16 or the Windows code page.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core import Text, professions
from bot.core.plain import clean, fold
from handlers.people.rules.names import read_name, read_town, searchable
from handlers.people.rules.phones import read_phone

MOST = 5000


class Outcome(StrEnum):
    OK = "ok"
    INVALID = "invalid"
    DUPLICATE = "duplicate"


class Why(StrEnum):
    """Why a line is not taken, as the report says it."""

    NONE = ""
    NAME = "the name is missing or is no name"
    PROFESSION = "the profession is missing"
    WHICH_PROFESSION = "the profession can be several: write it in full"
    TOWN = "the town is no name of a town"
    PHONE = "the number is not a telephone number"
    TWICE = "the same person stands on an earlier line"
    MEMBER = "this person is a member already"
    INVITED = "this person has an open invitation already"


class Unreadable(Exception):
    """The file as a whole cannot be read; the text says what to change."""


@dataclass(frozen=True, slots=True)
class Row:
    """`line` counts from 1 as a spreadsheet does, its first line being the headers."""

    line: int
    name: str
    profession: str = ""
    calling: str = ""
    town: str = ""
    phone: str = ""
    outcome: Outcome = Outcome.OK
    why: Why = Why.NONE

    @property
    def key(self) -> str:
        return searchable(self.name, self.town)


_HEADERS: Mapping[str, str] = {
    "name": "nom et prenom|prenom et nom|nom prenom|prenom nom|nom complet|name|full name"
    "|nom, prenom|personne|person|professionnel",
    "last": "nom|nom de famille|last name|surname|lastname|nom d'usage|nom d'exercice",
    "first": "prenom|first name|firstname|given name|prenom d'exercice",
    "profession": "profession|metier|job|occupation|libelle profession|fonction",
    "town": "commune|ville|town|city|commune d'exercice|lieu d'exercice|libelle commune",
    "phone": "telephone|tel|tel.|portable|mobile|phone|numero|number|numero de telephone"
    "|telephone portable|gsm|telephone mobile|phone number",
}
_FIELD = {name: field for field, names in _HEADERS.items() for name in names.split("|")}


def read_roster(data: bytes, towns: Sequence[str], dialing: str) -> tuple[Row, ...]:
    """Every line with something on it. Raises `Unreadable`."""
    lines = _decoded(data).splitlines()
    head = next((n for n, line in enumerate(lines) if line.strip(" ;,\t")), None)
    if head is None:
        raise Unreadable("The file is empty.")
    separator = max(";,\t", key=lines[head].count)
    table = list(csv.reader(lines[head:], delimiter=separator))
    fields = [_FIELD.get(fold(cell).strip(" *:"), "") for cell in table[0]]
    if not ({"name", "last"} & set(fields) and "profession" in fields):
        raise Unreadable(
            "The first line must name the columns: nom, profession, commune, téléphone "
            "(or name, profession, town, number)."
        )
    if len(table) > MOST + 1:
        raise Unreadable(f"More than {MOST} lines: split the file.")
    filled = [(n, cells) for n, cells in enumerate(table[1:], start=head + 2) if any(cells)]
    rows = [_row(n, dict(zip(fields, cells, strict=False)), towns, dialing) for n, cells in filled]
    return _once(rows)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _row(line: int, cells: Mapping[str, str], towns: Sequence[str], dialing: str) -> Row:
    both = f"{cells.get('first', '')} {cells.get('last', '')}"
    said = cells.get("name", "") or both
    name, phone = read_name(said), cells.get("phone", "").strip()
    if isinstance(name, Text):
        return Row(line, clean(said)[:80], outcome=Outcome.INVALID, why=Why.NAME)
    number = read_phone(phone, dialing) if phone else ""
    town = _town(cells.get("town", ""), towns)
    key, calling, why = _profession(cells.get("profession", ""))
    if isinstance(number, Text):
        number, why = "", why or Why.PHONE
    if town is None:
        town, why = "", why or Why.TOWN
    outcome = Outcome.INVALID if why else Outcome.OK
    return Row(line, name, key, calling, town, number, outcome, why)


def _town(said: str, towns: Sequence[str]) -> str | None:
    if not said.strip():
        return ""
    town = read_town(said, towns)
    return None if isinstance(town, Text) else town.name if town.sure else clean(said)


def _profession(said: str) -> tuple[str, str, Why]:
    words = clean(said)[:80]
    meant = professions.candidates(words) if words else ()
    if len(meant) > 1:
        return "", "", Why.WHICH_PROFESSION
    if not any(map(str.isalpha, words)):
        return "", "", Why.PROFESSION
    return (meant[0].key, "", Why.NONE) if meant else ("autre", words, Why.NONE)


def _once(rows: Sequence[Row]) -> tuple[Row, ...]:
    seen: set[str] = set()
    told = []
    for row in rows:
        twice = row.outcome is Outcome.OK and row.key in seen
        told.append(replace(row, outcome=Outcome.DUPLICATE, why=Why.TWICE) if twice else row)
        seen.add(row.key)
    return tuple(told)


def compared(rows: Sequence[Row], members: set[str], invited: set[str]) -> tuple[Row, ...]:
    """Against those who are here already (by folded name and town)."""
    told = []
    for row in rows:
        why = Why.MEMBER if row.key in members else Why.INVITED if row.key in invited else Why.NONE
        known = row.outcome is Outcome.OK and why is not Why.NONE
        told.append(replace(row, outcome=Outcome.DUPLICATE, why=why) if known else row)
    return tuple(told)
