"""Numbers: which are a person's, which may be, and which are something else."""

import csv
from pathlib import Path

import pytest
from stdnum import ean, luhn

from bot.core.guard import Outcome, Reason, judge
from tests.core.nir import with_key

BLOCK, WARN, PASS = Outcome.BLOCK, Outcome.WARN, Outcome.PASS
SAMPLES = Path(__file__).parents[1] / "data" / "nir" / "nir_samples.tsv"


def samples() -> list[tuple[str, str]]:
    with SAMPLES.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["text"], row["expected"]) for row in rows]


@pytest.mark.parametrize(("text", "expected"), samples())
def test_the_published_samples_are_judged_as_published(text: str, expected: str) -> None:
    assert judge(text).outcome == expected


@pytest.mark.parametrize(
    "text",
    [
        "2 55 08 14 168 025 38",
        "255-0814-168-025-38",
        "2.55.08.14.168.025.38",
        "2/55/08/14/168/025/38",
        "2_55_08_14_168_025_38",
        "2\u00a055\u00a008\u00a014\u00a0168\u00a0025\u00a038",
        "2\u202f55\u202f08\u202f14\u202f168\u202f025\u202f38",
        "2‑55‑08‑14‑168‑025‑38",
        "2–55–08–14–168–025–38",
        "２５５０８１４１６８０２５３８",
        "2\u200b55\u200b08\u200b14\u200b168\u200b025\u200b38",
        "2550\u00ad8141\u00ad6802538",
        "\u20602\ufeff55081416802538",
        "٢٥٥٠٨١٤١٦٨٠٢٥٣٨",
        "②⑤⑤⓪⑧①④①⑥⑧⓪②⑤③⑧",
        "𝟐𝟓𝟓𝟎𝟖𝟏𝟒𝟏𝟔𝟖𝟎𝟐𝟓𝟑𝟖",
        "2️⃣5️⃣5️⃣0️⃣8️⃣1️⃣4️⃣1️⃣6️⃣8️⃣0️⃣2️⃣5️⃣3️⃣8️⃣",
        "2 5 5 0 8 1 4 1 6 8 0 2 5 3 8",
        "25 50 81 41 68 02 53 8",
        "2550 8141 6802 538",
        "25508 14168 02538",
        "2550814168025 38",
        "2550814168025/38",
        "2 55 08 14 168 025 (38)",
        "2 55 08 14 168 025 clé 38",
        "2 55 08 14 168 025, clé : 38",
        "2 55 08 14 168 025 - CLE 38",
        "2 55 08 14\n168 025 38",
        "> 2 55 08 14\r\n> 168 025 38",
        "25508141\n6802538",
        "2 55 08 14 168 025\n\n38",
        "NIR255081416802538",
        "n°255081416802538.",
        "<b>255081416802538</b>",
        "merci de rappeler le 06 12 34 56 78 pour 255081416802538 avant 18h",
        "06 12 34 56 78 2 55 08 14 168 025 38 06 12 34 56 78",
        "3 personnes ; 255081416802538 ; 4 IDE",
        "1 255081416802538",
        "2 255081416802538",
        "SIRET 255081416802538",
        "EAN 255081416802538",
        "1 85 02 2A 004 123 " + with_key("185022A004123")[13:],
        "1 85 02 2b 004 123 " + with_key("185022B004123")[13:],
        "1850 22 A004123" + with_key("185022A004123")[13:],
        with_key("253072B073004"),
        with_key("253072b073004".upper()).lower(),
        with_key("1852099999001"),
        with_key("1854299999001"),
        with_key("1855099999001"),
        with_key("1859999999001"),
        with_key("4850797105001"),
        with_key("7850714118001"),
        with_key("8850714118001"),
        with_key("2001299352004"),
    ],
)
def test_a_number_with_its_right_key_is_blocked_however_it_is_written(text: str) -> None:
    assert (judge(text).outcome, judge(text).reason) == (BLOCK, Reason.NIR)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("255081416802539", Reason.NIR_KEY_WRONG),
        ("2 55 08 14 168 025 39", Reason.NIR_KEY_WRONG),
        ("2 55 08 14 168 025 clé 12", Reason.NIR_KEY_WRONG),
        ("1 85 02 2A 004 123 99", Reason.NIR_KEY_WRONG),
        ("255 081 416 802 539", Reason.NIR_KEY_WRONG),
        ("2550814168025", Reason.NIR_KEY_MISSING),
        ("2 55 08 14 168 025", Reason.NIR_KEY_MISSING),
        ("2.55.08.14.168.025", Reason.NIR_KEY_MISSING),
        ("NIR 2 55 08 14 168 025", Reason.NIR_KEY_MISSING),
        ("1 85 02 2A 004 123", Reason.NIR_KEY_MISSING),
        ("185022B004123", Reason.NIR_KEY_MISSING),
        ("255 081 416 802 5", Reason.NIR_KEY_MISSING),
        ("3 85 07 99 999 002", Reason.NIR_KEY_MISSING),
        ("n° sécu 1850799999001 pour le dossier", Reason.NIR_KEY_MISSING),
    ],
)
def test_a_number_of_the_right_shape_without_its_right_key_is_doubtful(
    text: str, reason: Reason
) -> None:
    assert (judge(text).outcome, judge(text).reason) == (WARN, reason)


@pytest.mark.parametrize(
    "text",
    [
        "SIRET 123 456 782 00010",
        "SIRET 12345678200010",
        "SIREN 123 456 782",
        "TVA FR 12 123456782",
        "4970 1000 0000 0000",
        "4970100000000000",
        "5555-5555-5555-4444",
        "3782 822463 10005",
        "06 12 34 56 78",
        "+33 6 12 34 56 78",
        "0033612345678",
        "06 12 34 56 78 / 04 78 12 34 56 / 07 11 22 33 44",
        "06.12.34.56.78, 06.22.33.44.55",
        "RPPS 10101010101",
        "810990000118",
        "RPPS 12830390644 16h30",
        "17656433801, 74",
        "3400939591631 19h35",
        "253\n0681257911",
        "151, 0852494070",
        "FINESS 690780101",
        "ADELI 692612345",
        "IBAN FR76 3000 6000 0112 3456 7890 189",
        "FR7630006000011234567890189",
        "RIB 30006 00001 12345678901 89",
        "BE68 5390 0754 7034",
        "EAN 3017620422003",
        "3017620422003",
        "3 017620 422003",
        "4006381333931",
        "7612345678900",
        "978-2-07-036822-8",
        "9782070368228",
        "CIP 3400930000002",
        "3400936404649",
        "CIP13 : 3400938765432",
        "code-barres 1850799999001",
        "lot n° 1850799999001",
        "lot vaccin EW2239 x 1170 doses",
        "(01)03400930000001(17)261231(10)EW2239",
        "IMEI 356938035643809",
        "356938035643809",
        "-1001234567890",
        "@ide_dupont:matrix.exemple.fr",
        "!AbCdEf123456789:matrix.exemple.fr",
        "2026-12-12T09:00:00.000Z",
        "12/12/2026 09:00 13:00",
        "20261212090000",
        "samedi 12/12 9h-13h, 13h-18h ; dimanche 13/12 9h-13h",
        "1. 12/12 9:00-13:00\n2. 12/12 13:00-18:00\n3. 13/12 9:00-13:00",
        "45.75801, 4.83201",
        "1 234 567 890 123 euros",
        "1 85 13 99 999 001 16",
        "1 85 45 99 999 001 16",
        "5 55 08 14 168 025 38",
        "0 55 08 14 168 025 38",
        "25508141680253",
        "2550814168025380",
        "550e8400-e29b-41d4-a716-446655440000",
        "69003 Lyon, 12 rue 1234, tél 0478123456",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert judge(text).outcome is PASS


def test_a_temporary_number_spaced_as_a_person_is_doubted_even_where_a_barcode_would_fit() -> None:
    body = next(n for n in (f"3850799999{i:03d}" for i in range(1, 99)) if ean.is_valid(n))
    assert judge(body).outcome is PASS
    spaced = f"{body[0]} {body[1:3]} {body[3:5]} {body[5:7]} {body[7:10]} {body[10:]}"
    assert judge(spaced).outcome is WARN


def test_a_telephone_serial_number_passes_unless_its_key_is_a_persons() -> None:
    serial = next(n for n in (f"3507991234{i:05d}" for i in range(999)) if luhn.is_valid(n))
    assert judge(serial).outcome is PASS
    assert judge(with_key(serial[:13])).outcome is BLOCK
